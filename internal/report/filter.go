package report

import (
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/compare"
)

// Filter says which changes are wanted. The conditions that are set must all
// hold; Kinds and the three facets together are one condition, of which one
// member is enough.
type Filter struct {
	Kinds                       []compare.Kind
	Renumbered, Moved, Retitled bool
	Clauses                     []string // addresses on either side; the clauses below them come along
	Substantive                 bool     // leave out editorial changes and unchanged clauses
	Changed                     bool     // leave out clauses in which nothing changed
}

// Empty reports whether the filter lets everything through.
func (f Filter) Empty() bool {
	return len(f.Kinds) == 0 && len(f.Clauses) == 0 && !f.Renumbered && !f.Moved && !f.Retitled &&
		!f.Substantive && !f.Changed
}

// NoClauseError is returned for a clause that neither revision has.
type NoClauseError struct{ Address string }

func (e *NoClauseError) Error() string {
	return fmt.Sprintf("no clause %q in either revision", e.Address)
}

// Only returns the report with the changes that pass the filter, which says
// that it is filtered. Counts stay those of the whole comparison. It returns a
// [*NoClauseError] for a clause that neither side has.
func (r Report) Only(f Filter) (Report, error) {
	if f.Empty() {
		return r, nil
	}
	for _, a := range f.Clauses {
		if r.Old.Find(a) == nil && r.New.Find(a) == nil {
			return Report{}, &NoClauseError{a}
		}
	}
	all := r.Changes
	r.Changes = nil
	for _, c := range all {
		if f.passes(c) {
			r.Changes = append(r.Changes, c)
		}
	}
	r.Filter = &f
	return r, nil
}

func (f Filter) passes(c *Change) bool {
	if len(f.Kinds) > 0 || f.Renumbered || f.Moved || f.Retitled {
		if !slices.Contains(f.Kinds, c.Kind) &&
			(!f.Renumbered || !c.Renumbered) && (!f.Moved || !c.Moved) && (!f.Retitled || !c.Retitled) {
			return false
		}
	}
	if f.Substantive && c.Significance != compare.Substantive {
		return false
	}
	if f.Changed && c.Untouched() {
		return false
	}
	return len(f.Clauses) == 0 || f.within(c.Old) || f.within(c.New)
}

// within reports whether one of the clauses is, or lies below, one asked for.
func (f Filter) within(clauses []*Clause) bool {
	for _, c := range clauses {
		for _, a := range f.Clauses {
			if c.Address == a || strings.HasPrefix(c.Address, a+".") || strings.HasPrefix(c.Address, a+"/") {
				return true
			}
		}
	}
	return false
}

// Total counts the changes of the whole comparison, also those that a filter
// leaves out.
func (r *Report) Total() int {
	n := 0
	for _, k := range compare.Kinds {
		n += r.Summary.Kinds[k]
	}
	return n
}
