package wordtest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/revision"
)

// MustRead reads a text file into a revision.
func MustRead(tb testing.TB, label, path string) *revision.Revision {
	tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		tb.Fatal(err)
	}
	res, err := ingest.Read(path, data)
	if err != nil {
		tb.Fatal(err)
	}
	return &revision.Revision{
		Meta: revision.Meta{
			Label: label, Title: res.Title, Language: res.Language, Status: revision.InForce, Date: "2007-05-23",
			Source: revision.Source{Name: filepath.Base(path), SHA256: strings.Repeat("0a", 32)},
		},
		Components: res.Components,
	}
}

// PrintedLines is what a revision prints, a line a paragraph, read off the tree
// and nothing else: the law's other side. Items begin with what mark makes of
// their bullet.
func PrintedLines(rev *revision.Revision, mark func(num string) string) []string {
	var out []string
	var walk func(p *revision.Provision)
	walk = func(p *revision.Provision) {
		num := ""
		if p.IsClause() {
			num = p.Num
		}
		say := func(text string) {
			if num != "" {
				text, num = num+" "+text, ""
			}
			out = append(out, ooxml.Clean(text))
		}
		alone := func() {
			if num != "" {
				out, num = append(out, ooxml.Clean(num)), ""
			}
		}
		var own func(q *revision.Provision)
		own = func(q *revision.Provision) {
			for _, text := range []string{q.Heading, q.Text} {
				switch {
				case text == "":
				case q.Kind == revision.KindItem && text == q.Text:
					alone()
					out = append(out, mark(q.Num)+" "+ooxml.Clean(text))
				default:
					say(text)
				}
			}
			for _, c := range q.Children {
				if c.IsClause() {
					alone()
					walk(c)
				} else {
					own(c)
				}
			}
		}
		own(p)
		alone()
	}
	for _, c := range rev.Components {
		walk(c)
	}
	if out == nil {
		out = []string{""} // a document has at least one paragraph
	}
	return out
}

// words are what random texts are made of: enough in common to be aligned, and
// every sort of typography that a comparison looks through.
var words = strings.Fields(`security policy region border energy state law reform citizen defence council treaty
	market culture science corridor pipeline peace right duty shall may must will not the of and in to for «concept»
	“concept” Euro-Atlantic Euro–Atlantic 2007 1,000.5 don't don’t so` + "\u00ad" + `le sole non` + "\u2011" + `stop № təhlükəsizlik безопасность <b> & "`)

func drawSentence(t *rapid.T) string {
	var b strings.Builder
	for i := range rapid.IntRange(1, 9).Draw(t, "words") {
		if i > 0 {
			b.WriteString(rapid.SampledFrom([]string{" ", " ", " ", "\u00a0", "  "}).Draw(t, "space"))
		}
		b.WriteString(rapid.SampledFrom(words).Draw(t, "word"))
	}
	return b.String() + rapid.SampledFrom([]string{".", ".", ";", ""}).Draw(t, "end")
}

func drawText(t *rapid.T) string {
	out := drawSentence(t)
	for range rapid.IntRange(0, 2).Draw(t, "sentences") {
		out += " " + drawSentence(t)
	}
	return out
}

// drawRevision draws a tree with everything a reader makes: parts, headings,
// numbers that stand alone, points, items in items, text behind points.
func drawRevision(t *rapid.T) *revision.Revision {
	rev := &revision.Revision{Meta: revision.Meta{Label: "old", Language: "en"}}
	for i := range rapid.IntRange(1, 2).Draw(t, "components") {
		comp := &revision.Provision{Kind: revision.KindComponent}
		if i > 0 {
			comp.EID, comp.Num = "annex", "ANNEX"
		}
		if rapid.Bool().Draw(t, "titled") {
			comp.Heading = drawSentence(t)
		}
		drawChildren(t, comp, 0)
		rev.Components = append(rev.Components, comp)
	}
	return rev
}

func drawChildren(t *rapid.T, p *revision.Provision, depth int) {
	for i := range rapid.IntRange(0, 4-depth).Draw(t, "children") {
		p.Children = append(p.Children, drawProvision(t, depth, i))
	}
}

func drawProvision(t *rapid.T, depth, i int) *revision.Provision {
	c := &revision.Provision{}
	switch rapid.IntRange(0, 6).Draw(t, "kind") {
	case 0, 1, 2:
		c.Kind, c.Num = revision.KindClause, string(rune('1'+i))+"."
		if rapid.Bool().Draw(t, "headed") {
			c.Heading = drawSentence(t)
		}
		if rapid.Bool().Draw(t, "texted") {
			c.Text = drawText(t)
		}
	case 3:
		c.Kind, c.Heading = revision.KindSection, drawSentence(t)
	case 4, 5:
		c.Kind, c.Text = revision.KindParagraph, drawText(t)
	case 6:
		c.Kind, c.Text = revision.KindItem, drawText(t)
		c.Num = rapid.SampledFrom([]string{"-", "\uf0a7", "–"}).Draw(t, "bullet")
	}
	if depth < 3 {
		drawChildren(t, c, depth+1)
	}
	return c
}

// revise draws a revision of a text: provisions dropped, doubled, swapped,
// turned into other kinds, cut in two, joined, moved to another parent; words
// changed.
func revise(t *rapid.T, rev *revision.Revision) *revision.Revision {
	out := &revision.Revision{Meta: revision.Meta{Label: "new", Language: "en"}}
	for _, c := range rev.Components {
		out.Components = append(out.Components, CopyOf(c))
	}
	for range rapid.IntRange(0, 6).Draw(t, "revisions") {
		var all []*revision.Provision
		out.Walk(func(p *revision.Provision) bool { all = append(all, p); return true })
		p := rapid.SampledFrom(all).Draw(t, "where")
		n := len(p.Children)
		switch op := rapid.IntRange(0, 9).Draw(t, "op"); {
		case op == 0 && n > 0:
			p.Children = p.Children[1:]
		case op == 1:
			p.Children = append([]*revision.Provision{drawProvision(t, 3, n)}, p.Children...)
		case op == 2:
			p.Children = append(p.Children, drawProvision(t, 3, n))
		case op == 3 && n > 1:
			p.Children[0], p.Children[n-1] = p.Children[n-1], p.Children[0]
		case op == 4 && n > 0 && !p.Children[0].IsClause():
			c := p.Children[0] // an item becomes a paragraph and the other way round
			if c.Kind == revision.KindItem {
				c.Kind, c.Num = revision.KindParagraph, ""
			} else {
				c.Kind, c.Num = revision.KindItem, "-"
			}
		case op == 5 && n > 0 && strings.Contains(p.Children[0].Text, ". "):
			c := p.Children[0]
			head, tail, _ := strings.Cut(c.Text, ". ")
			rest := &revision.Provision{Kind: revision.KindParagraph, Text: tail}
			if rapid.Bool().Draw(t, "numbered") {
				rest.Kind, rest.Num = revision.KindClause, "9."
			}
			c.Text = head + "."
			p.Children = append([]*revision.Provision{c, rest}, p.Children[1:]...)
		case op == 6 && n > 1 && p.Children[0].Text != "" && p.Children[1].Text != "" && p.Children[1].Heading == "":
			p.Children[0].Text += " " + p.Children[1].Text
			p.Children[0].Children = append(p.Children[0].Children, p.Children[1].Children...)
			p.Children = append(p.Children[:1], p.Children[2:]...)
		case op == 7 && p.Text != "":
			p.Text = strings.Replace(p.Text, " ", " "+rapid.SampledFrom(words).Draw(t, "word")+" ", 1)
		case op == 8 && n > 0:
			moved := p.Children[n-1]
			p.Children = p.Children[:n-1]
			to := out.Components[0]
			to.Children = append([]*revision.Provision{moved}, to.Children...)
		case op == 9 && p.Num != "" && p.Kind == revision.KindClause:
			p.Num = "7."
		}
	}
	return out
}

// CopyOf is a provision with all below it, anew.
func CopyOf(p *revision.Provision) *revision.Provision {
	out := *p
	out.Children = nil
	for _, c := range p.Children {
		out.Children = append(out.Children, CopyOf(c))
	}
	return &out
}

// RandomPair draws a text and a revision of it.
var RandomPair = rapid.Custom(func(t *rapid.T) [2]*revision.Revision {
	old := drawRevision(t)
	now := revise(t, old)
	if rapid.IntRange(0, 19).Draw(t, "other") == 0 {
		now = drawRevision(t)
	}
	revision.AssignEIDs(old.Components)
	revision.AssignEIDs(now.Components)
	return [2]*revision.Revision{old, now}
})
