package report

import (
	"cmp"
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
)

// Highlight is one of the most important changes, and the passages of it that
// changed most, old and new side by side.
type Highlight struct {
	Change *Change
	Voice  string // how a source speaks of it, "" when none does
	Rows   []Row  // changed passages, long unchanged stretches left out
	More   int    // changed passages beyond those shown
}

// How many changes are highlighted, and how much of each is shown.
const (
	maxHighlights   = 12
	maxExcerptRows  = 4
	maxExcerptWords = 220 // over all rows of one highlight: no row begins beyond
	maxRowWords     = 130 // of one row
)

// The points by which changes are ranked. They are stated to the reader in
// [rankingRule]; whoever changes one changes the other.
const (
	pointsCited       = 400 // a source names or quotes the clause
	pointsSameSubject = 200 // a source speaks of a fact the clause rests on
	pointsWhole       = 150 // the whole clause is new, removed, split or merged
	pointsReason      = 60  // each of: obligation, number or date, name, negation
	maxWordPoints     = 300 // a point for each word changed, up to this
)

// rankingRule tells a reader how the most important changes were chosen.
const rankingRule = "The most important changes are chosen by a fixed rule, the same for every pair of texts: " +
	"first the clauses that a source names or quotes, then those that rest on a fact a source speaks of; " +
	"whole clauses that are new, removed, split or merged weigh more than others; so do changes of obligation (will, shall, may), " +
	"of numbers and dates, of names and of negation; every changed word adds a little. " +
	"Changes of spelling and punctuation alone are never among them. The rule measures words, not politics."

// highlights ranks the changes. Editorial changes, untouched clauses and parts
// without counterpart are not ranked. Equal points keep the text's order.
func highlights(changes []*Change) []Highlight {
	type ranked struct {
		change *Change
		points int
		voice  string
	}
	var all []ranked
	for _, c := range changes {
		if c.Kind == compare.Unchanged || c.Significance != compare.Substantive || c.Lone || c.Front() {
			continue
		}
		points, voice := rank(c)
		all = append(all, ranked{c, points, voice})
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(b.points, a.points) })
	all = all[:min(len(all), maxHighlights)]
	out := make([]Highlight, len(all))
	for i, x := range all {
		out[i] = Highlight{Change: x.change, Voice: x.voice}
		out[i].Rows, out[i].More = excerpt(x.change)
	}
	return out
}

// rank gives a change its points, and says how a source speaks of it.
func rank(c *Change) (points int, voice string) {
	points, voice = flagPoints(c.Flags)
	switch c.Kind {
	case compare.New, compare.Removed, compare.Split, compare.Merged:
		points += pointsWhole
	}
	for _, kind := range reasonKinds {
		if slices.ContainsFunc(c.Reasons, kind.matches) {
			points += pointsReason
		}
	}
	return points + min(c.Changed(), maxWordPoints), voice
}

func flagPoints(flags []*Flag) (int, string) {
	for _, f := range flags {
		if f.Basis == claim.Cited {
			return pointsCited, "named or quoted by a source: " + publishers(flags, claim.Cited)
		}
	}
	if len(flags) > 0 {
		return pointsSameSubject, "rests on what a source speaks of: " + publishers(flags, claim.SameSubject)
	}
	return 0, ""
}

// publishers lists who is behind the flags of one basis, each once.
func publishers(flags []*Flag, basis claim.Basis) string {
	var names []string
	for _, f := range flags {
		if f.Basis != basis || f.Claim == nil || f.Claim.Source == nil {
			continue
		}
		if name := f.Claim.Source.Publisher; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// reasonKind recognises one sort of reason by how package compare words it.
type reasonKind []string

func (k reasonKind) matches(reason string) bool {
	for _, word := range k {
		if strings.HasPrefix(reason, word) {
			return true
		}
	}
	return false
}

var reasonKinds = []reasonKind{
	{"modality", "obligation", "permission", "prohibition", "recommendation"},
	{"number", "date"},
	{"name"},
	{"negation"},
}
