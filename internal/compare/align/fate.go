package align

import (
	"cmp"
	"slices"

	"conceptdiff/internal/textdiff"
)

// Kind is what became of a clause.
type Kind string

// The kinds of fate.
const (
	Unchanged Kind = "unchanged"
	Amended   Kind = "amended"
	Split     Kind = "split"
	Merged    Kind = "merged"
	New       Kind = "new"
	Removed   Kind = "removed"
)

// Fate is what became of one clause, or of several that belong together. Clauses
// are named by their positions in their texts, ascending.
type Fate struct {
	Kind     Kind
	Old, New []int
	// MainOld and MainNew are the pair that holds the clauses together, -1 where
	// they are removed or new. The facets are about this pair.
	MainOld, MainNew            int
	Renumbered, Moved, Retitled bool

	Basis     []Ground   // why these belong together; none for new and removed
	Score     float64    // 0 to 1
	Uncertain bool       // the evidence is below the stated confidence
	Pin       *Pin       // the person's ruling that paired them, nil when it was computed
	RunnerUp  *Candidate // the pairing that came second, nil when none did
	Evidence  []Evidence // what the score was made from
}

// Candidate is a pairing that was weighed and not chosen.
type Candidate struct {
	Old, New string // addresses
	Score    float64
	Why      Ground // why it lost
}

// Evidence is one thing that speaks for or against a pairing.
type Evidence struct {
	Name   string  // "words", "same number", "heading", "neighbours", "parent", "order"
	Value  float64 // 0 to 1
	Weight float64
	Detail string // in plain words
}

// fates reads the fates of all clauses off the pairs.
func (a *alignment) fates() []Fate {
	groups := a.groups()
	moved := a.moved()
	a.order(groups, moved)
	out := make([]Fate, len(groups))
	for i, g := range groups {
		out[i] = a.fate(g, moved)
	}
	return out
}

// fate reads a group's kind and facets off the pairs.
func (a *alignment) fate(g group, moved []bool) Fate {
	f := Fate{Kind: a.kind(g), Old: g.old, New: g.new, MainOld: g.mainOld, MainNew: g.mainNew}
	if g.mainOld < 0 {
		f.RunnerUp = a.runnerUp(first(g.old), first(g.new))
		return f
	}
	u, v := &a.old.units[g.mainOld], &a.new.units[g.mainNew]
	f.Moved = moved[g.mainOld]
	f.Renumbered = !f.Moved && numberAlone(u.address) != numberAlone(v.address)
	f.Retitled = len(u.head.terms) > 0 && len(v.head.terms) > 0 && u.heading != v.heading
	a.explain(&f, g)
	return f
}

// kind says what became of a group: cut in two, or joined, when one of its sides
// has more parts than one.
func (a *alignment) kind(g group) Kind {
	switch {
	case len(g.old) == 0:
		return New
	case len(g.new) == 0:
		return Removed
	}
	olds, news := a.old.parts(g.old), a.new.parts(g.new)
	switch {
	case news > olds && len(g.new) > 1:
		return Split
	case olds > 1 && len(g.old) > 1:
		return Merged
	case len(g.old)+len(g.new) == 2 && a.same(&a.old.units[g.mainOld], &a.new.units[g.mainNew]):
		return Unchanged
	}
	return Amended
}

// parts counts the parts that a change's clauses make up, one at least: those
// with text of their own, besides a heading, below which no other of them stands.
// What leads to a point is read with it: a clause that got one point, or lost its
// only one, is in one part still; cut into two points, it is in two.
func (s *Side) parts(units []int) int {
	n := 0
	for i, u := range units {
		leads := slices.ContainsFunc(units[i+1:], func(v int) bool { return s.within(v, u) })
		if s.units[u].own.mass > 0 && !leads {
			n++
		}
	}
	return max(n, 1)
}

// same reports whether two texts are equal after normalisation.
func (a *alignment) same(u, v *unit) bool {
	if u.text == v.text {
		return true
	}
	if u.key != v.key || u.words != v.words {
		return false
	}
	return slices.EqualFunc(a.texts.lasting(u), a.texts.tokens(v), func(s, t textdiff.Token) bool { return s.ID == t.ID })
}

func first(units []int) int {
	if len(units) == 0 {
		return -1
	}
	return units[0]
}

// order sorts groups by the new text; a removed clause follows the change that
// holds the clause before it.
func (a *alignment) order(groups []group, moved []bool) {
	at := make([]int, len(a.old.units)) // the new place of each old clause
	last := -1
	for o, n := range a.toNew {
		if n >= 0 && !moved[o] {
			last = n
		}
		at[o] = last
	}
	place := func(g group) (int, int, int) {
		if len(g.new) > 0 {
			return g.new[0], 0, 0
		}
		return at[g.old[0]], 1, g.old[0]
	}
	slices.SortStableFunc(groups, func(x, y group) int {
		xn, xr, xo := place(x)
		yn, yr, yo := place(y)
		return cmp.Or(xn-yn, xr-yr, xo-yo)
	})
}
