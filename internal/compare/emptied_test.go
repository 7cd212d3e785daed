package compare_test

import (
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/revision"
)

// A number of which nothing else is left is the clause that bore it, amended; and
// where it gets words again likewise.
func TestEmptiedClauseKeepsItsNumber(t *testing.T) {
	clause := func(num, text string) *revision.Provision {
		return &revision.Provision{Kind: revision.KindClause, Num: num, Text: text}
	}
	text := func(label, second string) *revision.Revision {
		main := &revision.Provision{Kind: revision.KindComponent, Children: []*revision.Provision{
			clause("1.", "The ferry leaves at dawn."), clause("2.", second), clause("3.", "The gate is green."),
		}}
		revision.AssignEIDs([]*revision.Provision{main})
		return &revision.Revision{Meta: revision.Meta{Label: label, Language: "en"}, Components: []*revision.Provision{main}}
	}
	full, empty := text("full", "The owner plants an oak beside the weir."), text("empty", "")
	for _, tt := range [][2]*revision.Revision{{full, empty}, {empty, full}} {
		c, err := compare.Compare(tt[0], tt[1])
		if err != nil {
			t.Fatal(err)
		}
		for i := range c.Changes {
			ch := &c.Changes[i]
			if len(ch.New) == 0 || len(ch.Old) == 0 {
				t.Fatalf("%s → %s: %s %v %v", tt[0].Label, tt[1].Label, ch.Kind, ch.Old, ch.New)
			}
			if ch.New[0].Address() == "2" && (ch.Kind != compare.Amended || ch.Uncertain || len(ch.Basis) != 1 || ch.Basis[0].Code != align.SameNumber) {
				t.Errorf("%s → %s: 2 is %s, uncertain %t, %v", tt[0].Label, tt[1].Label, ch.Kind, ch.Uncertain, ch.Basis)
			}
		}
	}
}
