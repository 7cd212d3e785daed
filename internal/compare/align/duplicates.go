package align

const (
	// hardlyBetter is how much better, in log-odds, a pair must be than the one
	// that came second to be the only one.
	hardlyBetter = 1.0
	// twiceMass is the least weight of a text that stands in two places; less, some
	// fifteen words, does so by chance.
	twiceMass = 80.0
	// twiceShare is the least part of the shorter text that stands in the longer.
	twiceShare = 0.5
)

// joinDuplicates gives a clause of side that was left alone to one of the other
// side whose own partner is hardly better: where the same text stands in two
// places now, it went to both. rests are the partners of side's clauses, sources
// those of the other's, candidates how much of a clause stands in others, the most
// first, and odds weighs a pair of the two.
func (a *alignment) joinDuplicates(side *Side, rests, sources []int, candidates [][]competitor, more map[int][]int, odds func(rest, source int) float64) {
	joined := map[int]bool{}
	for _, us := range more {
		for _, u := range us {
			joined[u] = true
		}
	}
	for rest, partner := range rests {
		if partner >= 0 || joined[rest] || side.units[rest].tree.mass < twiceMass {
			continue
		}
		best, most := -1, threshold
		for _, r := range candidates[rest] {
			if r.value < twiceShare {
				break
			}
			if p := sources[r.with]; p >= 0 {
				if x := odds(rest, r.with); x > most && x > odds(p, r.with)-hardlyBetter {
					best, most = r.with, x
				}
			}
		}
		if best >= 0 {
			more[best] = append(more[best], rest)
		}
	}
}
