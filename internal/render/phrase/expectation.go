package phrase

import (
	"slices"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/report"
)

// Absent reports whether an expectation is not, or not wholly, met. One that is
// merely touched is an addition that is only mentioned, or a removal of which
// something still stands.
func Absent(s claim.Standing) bool {
	return s == claim.NotMet || s == claim.Touched
}

// standingOrder is the order in which expectations are told: what is absent
// first.
var standingOrder = []claim.Standing{claim.NotMet, claim.Touched, claim.NotJudged, claim.Met}

// AbsentFirst orders expectations by their standing. The order of those of one
// standing is kept, and the argument is not changed.
func AbsentFirst(all []report.Expectation) []report.Expectation {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b report.Expectation) int {
		return slices.Index(standingOrder, a.Standing) - slices.Index(standingOrder, b.Standing)
	})
	return out
}

// Showing quotes the place in the new text by which an expectation is recognised, and
// the words that show it.
func (p Phrases) Showing(s report.Showing) string {
	line := p.Say("new {0}: «{1}»", p.Cite(s.At.Address), s.Text)
	if len(s.Words) > 0 {
		line += " (" + p.Say("recognised by {0}", QuoteList(s.Words)) + ")"
	}
	return line
}
