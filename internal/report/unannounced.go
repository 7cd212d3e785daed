package report

import (
	"slices"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
)

// Unannounced is what changed although no source spoke of it.
type Unannounced struct {
	Removed []Removal
	New     []*Change // new clauses that no statement speaks of
	Changed []*Change // changed in substance, with no flag on the clause
}

// Removal is text that went although no source speaks of it.
type Removal struct {
	claim.Removal
	Old Target
}

// Any reports whether there is anything to tell.
func (u *Unannounced) Any() bool { return len(u.Removed)+len(u.New)+len(u.Changed) > 0 }

// largestFirst is the order in which removals are told; within a unit, the
// order of the text.
var largestFirst = []claim.Unit{claim.WholeClause, claim.WholeParagraph, claim.WholeItem, claim.OneSentence}

// newUnannounced gathers what no source spoke of. Without sources nothing is
// announced or unannounced, and the list stays empty.
func newUnannounced(r *Report, in Input) Unannounced {
	var u Unannounced
	if len(in.Sources) == 0 {
		return u
	}
	old := byAddress(r.Old.Clauses)
	for _, rem := range in.Unannounced {
		t := target(old, rem.Provision)
		if t.Clause == nil {
			t.Clause = old[rem.Clause]
		}
		if t.Clause != nil && (t.Clause.Change.Lone || t.Clause.Front) {
			continue
		}
		u.Removed = append(u.Removed, Removal{rem, t})
	}
	slices.SortStableFunc(u.Removed, func(a, b Removal) int {
		return slices.Index(largestFirst, a.Unit) - slices.Index(largestFirst, b.Unit)
	})
	expected := map[*Change]bool{}
	for _, e := range r.Expectations {
		for _, s := range e.Shown {
			if s.At.Clause != nil {
				expected[s.At.Clause.Change] = true
			}
		}
	}
	for _, v := range r.Sources {
		for _, st := range v.Statements {
			for _, e := range st.Echoes {
				if e.At.Clause != nil {
					expected[e.At.Clause.Change] = true
				}
			}
		}
	}
	for _, c := range r.Changes {
		switch {
		case c.Lone || expected[c] || len(c.Flags) > 0 || c.Front():
		case c.Kind == compare.New:
			u.New = append(u.New, c)
		case c.Kind != compare.Removed && c.Kind != compare.Unchanged && c.Significance == compare.Substantive:
			u.Changed = append(u.Changed, c)
		}
	}
	return u
}
