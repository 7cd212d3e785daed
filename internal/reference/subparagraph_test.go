package reference

import (
	"testing"

	"conceptdiff/internal/revision"
)

// Points of an unnumbered subparagraph, of an article whose paragraphs hold them, and
// chapters of the title at hand lead somewhere; a point that is nowhere does not.
func TestPointsOfSubparagraphs(t *testing.T) {
	clause := func(num, text string, below ...*revision.Provision) *revision.Provision {
		return &revision.Provision{Kind: revision.KindClause, Num: num, Text: text, Children: below}
	}
	para := func(text string) *revision.Provision {
		return &revision.Provision{Kind: revision.KindParagraph, Text: text}
	}
	check := func(cites string) []Finding {
		main := &revision.Provision{Kind: revision.KindComponent, Children: []*revision.Provision{
			clause("1.", "", clause("1.1.", "Boats shall carry:", clause("(a)", "a lamp;"), clause("(b)", "an oar;"), clause("(i)", "a bell;"),
				para("Barges shall carry a rope."), para(cites))),
			clause("2.", "Quays are swept daily."),
		}}
		revision.AssignEIDs([]*revision.Provision{main})
		return Check(Read(&revision.Revision{Meta: revision.Meta{Language: "en"}, Components: []*revision.Provision{main}}))
	}
	for _, cites := range []string{
		"Point (b) of the first subparagraph does not apply to barges.",
		"Paragraph 1, first subparagraph, point (a), of this Article does not apply to barges.",
		"Point (b) of Article 1 does not apply to barges.",
		"Point (a) of the second subparagraph does not apply to barges.",
	} {
		if found := check(cites); len(found) != 0 {
			t.Errorf("%q: %s is said to be missing", cites, found[0].Number)
		}
	}
	for _, cites := range []string{
		"Point (k) of the first subparagraph does not apply to barges.",
		"Point (k) of Article 1 does not apply to barges.",
	} {
		if found := check(cites); len(found) != 1 || found[0].Fault != Missing {
			t.Errorf("%q: found %v, want one that is missing", cites, found)
		}
	}
}
