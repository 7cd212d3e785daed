package stream

import (
	"slices"
	"unicode"
)

// stayed weighs text that the comparison does not call moved against text that
// it does: whatever can stay in place stays before anything that moved.
const stayed = 1 << 20

// Chain chooses which kept runs stand on both sides at one place: of all choices that
// keep their order on both sides the heaviest by characters. The kept runs left over
// have moved. It is the heaviest ascending subsequence, in O(n log n) by a Fenwick
// tree of prefix maxima.
//
//	old: A B C D,  new: A C D B   →   A, C and D stay, B moves
//
// A run without its place among the runs of its side must not come here: [Cut] gives
// them.
func (t *Texts) Chain() {
	var links []*Run // of the old side, ascending
	for _, l := range t.Old.Lines {
		for _, a := range l.Runs {
			if a.Fate == Kept {
				links = append(links, a)
			}
		}
	}
	ranks := make([]int, len(links))
	for i, a := range links {
		ranks[i] = a.Counterpart.at
	}
	slices.Sort(ranks)

	type best struct{ weight, last int }
	tree := make([]best, len(links)+1)
	before := make([]int, len(links))
	end := best{0, -1}
	for i, a := range links {
		rank, _ := slices.BinarySearch(ranks, a.Counterpart.at)
		b := best{0, -1}
		for k := rank; k > 0; k &= k - 1 {
			if tree[k].weight > b.weight {
				b = tree[k]
			}
		}
		before[i] = b.last
		b = best{b.weight + a.weight(), i}
		for k := rank + 1; k < len(tree); k += k & -k {
			if b.weight > tree[k].weight {
				tree[k] = b
			}
		}
		if b.weight > end.weight {
			end = b
		}
	}
	stays := make([]bool, len(links))
	for i := end.last; i >= 0; i = before[i] {
		stays[i] = true
	}
	for i, a := range links {
		if !stays[i] {
			a.Fate, a.Counterpart.Fate = Moved, Moved
		}
	}
}

// weight is what it is worth to keep a run in its place. Characters count four times,
// so that of equal text the choice with more runs wins, and a number counts less than
// the shortest word: it must never keep a clause in place against its text.
func (a *Run) weight() int {
	w := 1
	for _, r := range a.Text {
		if !unicode.IsSpace(r) {
			w += 4
		}
	}
	if a.Number {
		w = 2
	}
	if a.Change == nil || !a.Change.Moved {
		w *= stayed
	}
	return w
}

// ShareMarks ties the paragraph marks of old lines that end together with a new one:
// the last thing that stays of each stays in the other. Only then can both paragraphs
// end in one: otherwise what follows on one side would belong to the line of the
// other.
func ShareMarks(old []*Line) {
	for _, l := range old {
		a := l.lastKept()
		if a == nil {
			continue
		}
		if b := a.Counterpart.Line.lastKept(); b == a.Counterpart {
			l.Counterpart, b.Line.Counterpart = b.Line, l
		}
	}
}

// lastKept is the last run of a line that is kept; nil when none is.
func (l *Line) lastKept() *Run {
	for i := len(l.Runs) - 1; i >= 0; i-- {
		if l.Runs[i].Fate == Kept {
			return l.Runs[i]
		}
	}
	return nil
}
