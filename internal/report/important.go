package report

import (
	"cmp"
	"slices"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
)

// Highlight is one of the most important changes, and the passages of it that
// changed most, old and new side by side.
type Highlight struct {
	Change *Change
	// Basis is how the nearest statement is tied to it, "" when none is, and Speakers
	// those whose statements are tied so.
	Basis    claim.Basis
	Speakers []string
	Rows     []Row // changed passages, long unchanged stretches left out
	More     int   // changed passages beyond those shown
}

// How many changes are highlighted, and how much of each is shown.
const (
	maxHighlights   = 12
	maxExcerptRows  = 4
	maxExcerptWords = 220 // over all rows of one highlight: no row begins beyond
	maxRowWords     = 130 // of one row
)

// The points by which changes are ranked. The rule is stated to the reader, in
// render/phrase_method.go; whoever changes one changes the other.
const (
	pointsCited       = 400 // a source names or quotes the clause
	pointsSameSubject = 200 // a source speaks of a fact the clause rests on
	pointsWhole       = 150 // the whole clause is new, removed, split or merged
	pointsReason      = 60  // each of: obligation, number or date, name, negation
	maxWordPoints     = 300 // a point for each word changed, up to this
)

// Important ranks the changes and shows the first of them. Editorial changes,
// untouched clauses and parts without counterpart are not ranked. Equal points
// keep the text's order.
func (r *Report) Important() []Highlight {
	type ranked struct {
		change *Change
		points int
	}
	var all []ranked
	for _, c := range r.Changes {
		if c.Kind == compare.Unchanged || c.Significance != compare.Substantive || c.Lone || c.Front() {
			continue
		}
		all = append(all, ranked{c, rank(c)})
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(b.points, a.points) })
	all = all[:min(len(all), maxHighlights)]
	out := make([]Highlight, len(all))
	for i, x := range all {
		out[i] = Highlight{Change: x.change}
		if basis := nearest(x.change.Flags); basis != "" {
			out[i].Basis, out[i].Speakers = basis, speakers(x.change.Flags, basis)
		}
		out[i].Rows, out[i].More = excerpt(x.change)
	}
	return out
}

// rank gives a change its points.
func rank(c *Change) int {
	points := 0
	switch nearest(c.Flags) {
	case claim.Cited:
		points += pointsCited
	case claim.SameSubject:
		points += pointsSameSubject
	}
	switch c.Kind {
	case compare.New, compare.Removed, compare.Split, compare.Merged:
		points += pointsWhole
	}
	for _, kind := range reasonKinds {
		if slices.ContainsFunc(c.Reasons, kind.matches) {
			points += pointsReason
		}
	}
	return points + min(c.Changed(), maxWordPoints)
}

// nearest is the basis that counts most among flags, "" for none.
func nearest(flags []*Flag) claim.Basis {
	for _, f := range flags {
		if f.Basis == claim.Cited {
			return claim.Cited
		}
	}
	if len(flags) > 0 {
		return claim.SameSubject
	}
	return ""
}

// speakers lists who speaks in the flags of one basis, each once.
func speakers(flags []*Flag, basis claim.Basis) []string {
	var names []string
	for _, f := range flags {
		if f.Basis == basis && f.Claim != nil && !slices.Contains(names, f.Claim.Speaker) {
			names = append(names, f.Claim.Speaker)
		}
	}
	return names
}

// reasonKind is a sort of reason that counts once.
type reasonKind []significance.Code

func (k reasonKind) matches(r compare.Reason) bool { return slices.Contains(k, r.Code) }

var reasonKinds = []reasonKind{
	{
		significance.ModalityChanged, significance.ModalityRemoved, significance.ModalityAdded,
		significance.ObligationRemoved, significance.ObligationAdded, significance.PermissionRemoved, significance.PermissionAdded,
		significance.ProhibitionRemoved, significance.ProhibitionAdded, significance.RecommendationRemoved, significance.RecommendationAdded,
	},
	{
		significance.NumberChanged, significance.NumberRemoved, significance.NumberAdded,
		significance.DateChanged, significance.DateRemoved, significance.DateAdded,
	},
	{significance.NameChanged, significance.NameRemoved, significance.NameGone, significance.NameAdded},
	{
		significance.BoundChanged, significance.BoundRemoved, significance.BoundAdded,
		significance.RestrictionChanged, significance.RestrictionRemoved, significance.RestrictionAdded,
		significance.ExceptionChanged, significance.ExceptionRemoved, significance.ExceptionAdded, significance.ConjunctionChanged,
	},
	{significance.NegationChanged, significance.NegationRemoved, significance.NegationAdded},
}
