package report

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
)

// What is printed of a text is its tree read from first to last, also where a
// clause goes on behind its points.
func TestPrintedIsTheDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rev := &revision.Revision{}
		for i := range rapid.IntRange(0, 3).Draw(t, "components") {
			comp := drawProvision(t, 0)
			comp.Kind, comp.EID = revision.KindComponent, string(rune('a'+i))
			rev.Components = append(rev.Components, comp)
		}
		revision.AssignEIDs(rev.Components)
		side := newSide(rev, rev.Clauses())
		var want, got []string
		rev.Walk(func(p *revision.Provision) bool {
			want = append(want, p.Num, p.Heading, p.Text)
			return true
		})
		seen := map[*Clause]int{}
		for _, p := range side.Printed() {
			got = append(got, p.Num, p.Text)
			if p.Line >= 0 {
				if p.Text != p.Clause.Lines[p.Line].Text || seen[p.Clause] != p.Line {
					t.Fatalf("line %d of %s is %q", p.Line, p.Clause.Address, p.Text)
				}
				seen[p.Clause]++
			}
		}
		for _, c := range side.Clauses {
			if seen[c] != len(c.Lines) {
				t.Fatalf("%s has %d lines, %d are printed", c.Address, len(c.Lines), seen[c])
			}
		}
		if g, w := strings.Join(got, ""), strings.Join(want, ""); g != w {
			t.Fatalf("printed %q, want %q", g, w)
		}
	})
}

// drawProvision draws a tree in which no number stands where none is printed.
func drawProvision(t *rapid.T, depth int) *revision.Provision {
	p := &revision.Provision{
		Kind: rapid.SampledFrom([]revision.Kind{
			revision.KindPart, revision.KindSection, revision.KindClause, revision.KindParagraph, revision.KindItem,
		}).Draw(t, "kind"),
	}
	text := rapid.StringMatching(`[a-z]{1,3}`)
	if p.IsClause() {
		p.Num = rapid.StringMatching(`[0-9]?`).Draw(t, "num")
		p.Heading = rapid.StringMatching(`[A-Z]{0,2}`).Draw(t, "heading")
		if rapid.Bool().Draw(t, "texted") {
			p.Text = text.Draw(t, "text")
		}
	} else {
		p.Text = text.Draw(t, "text")
		if p.Kind == revision.KindItem {
			p.Num = "-"
		}
	}
	if depth < 4 {
		for range rapid.IntRange(0, 3).Draw(t, "children") {
			p.Children = append(p.Children, drawProvision(t, depth+1))
		}
	}
	return p
}
