package docx

import (
	"slices"
	"unicode"
)

// stayed weighs text that the comparison does not call moved against text that
// it does: whatever can stay in place stays before anything that moved.
const stayed = 1 << 20

// chain chooses which kept atoms stand on both sides at one place: of all
// choices that keep their order on both sides the heaviest by characters. The
// kept atoms left over have moved. It is the heaviest ascending subsequence, in
// O(n log n) by a Fenwick tree of prefix maxima.
func (t *twoSides) chain() {
	var links []*atom // of the old side, ascending
	for _, l := range t.old.lines {
		for _, a := range l.atoms {
			if a.fate == kept {
				links = append(links, a)
			}
		}
	}
	ranks := make([]int, len(links))
	for i, a := range links {
		ranks[i] = a.mate.at
	}
	slices.Sort(ranks)

	type best struct{ weight, last int }
	tree := make([]best, len(links)+1)
	before := make([]int, len(links))
	end := best{0, -1}
	for i, a := range links {
		rank, _ := slices.BinarySearch(ranks, a.mate.at)
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
			a.fate, a.mate.fate = moved, moved
		}
	}
}

// weight is what it is worth to keep an atom in its place.
func (a *atom) weight() int {
	w := 1
	for _, r := range a.text {
		if !unicode.IsSpace(r) {
			w += 4
		}
	}
	if a.number {
		w = 2
	}
	if a.change == nil || !a.change.Moved {
		w *= stayed
	}
	return w
}

// shareMarks ties the paragraph marks of lines that end together: the last
// thing that stays of each stays in the other.
func (t *twoSides) shareMarks() {
	for _, l := range t.old.lines {
		a := l.lastKept()
		if a == nil {
			continue
		}
		if b := a.mate.line.lastKept(); b == a.mate {
			l.mate, b.line.mate = b.line, l
		}
	}
}

func (l *line) lastKept() *atom {
	for i := len(l.atoms) - 1; i >= 0; i-- {
		if l.atoms[i].fate == kept {
			return l.atoms[i]
		}
	}
	return nil
}
