package align

// keptNumbersAtFirst is what a number counts for before any pair is known.
const keptNumbersAtFirst = 0.5

// countKeptNumbers finds the share of the sure pairs that bear the same number. An act
// that amends another keeps the numbers, a recast counts from 1 again, and what
// it then means that two clauses bear the same number is nothing.
func (a *alignment) countKeptNumbers() {
	kept, all := keptNumbersAtFirst, 1.0
	for o, n := range a.toNew {
		if n < 0 || a.old.units[o].label == "" || a.score[o] < certain {
			continue
		}
		all++
		if a.old.units[o].address == a.new.units[n].address {
			kept++
		}
	}
	a.keptNumbers = kept / all
}
