package report

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/relate"
)

// Subject is a clause of the other text that speaks of the same as a clause that was
// removed or is new. It says nothing of descent and changes no fate.
type Subject struct {
	Clause *Clause
	Pair   *relate.Pair
}

// Anew reports whether the new text was written anew: less than a fifth of the old one
// is kept or moved.
func (r *Report) Anew() bool { return r.Rewriting != nil && r.Rewriting.Anew }

// addRewriting finds what is to be said beside the fates and ties each pair by subject
// to the changes of its clauses.
func (r *Report) addRewriting(c *compare.Comparison) {
	r.Rewriting = relate.Examine(c)
	of := map[*Clause]*Change{}
	for _, ch := range r.Changes {
		for _, clause := range ch.Old {
			of[clause] = ch
		}
		for _, clause := range ch.New {
			of[clause] = ch
		}
	}
	for i := range r.Rewriting.Pairs {
		p := &r.Rewriting.Pairs[i]
		old, now := r.Old.clauseOf[p.Old.Provision], r.New.clauseOf[p.New.Provision]
		if old == nil || now == nil {
			continue
		}
		if ch := of[old]; ch != nil {
			ch.Subjects = append(ch.Subjects, Subject{now, p})
		}
		if ch := of[now]; ch != nil {
			ch.Subjects = append(ch.Subjects, Subject{old, p})
		}
	}
}
