package document_test

import (
	"strings"

	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
)

// words are what texts are drawn from: what formats give a meaning to, too.
var words = []string{
	"the", "Republic", "shall", "müddəa", "Əsas", "пункт", "«ё»", "4.1.", "1.", "(a)", "a)", "I.", "Article", "№", "*", "**b**", "_x_", "#", "##",
	"<b>", "</p>", "<!--", "-->", "]]>", "&", "&amp;", "&lt;", "\\", "\\*", "`", "``", "~~", "|", "a|b", ">", "-", "–", "+", "•", "\uf0a7", "[x]", "[x](y)",
	"![x](y)", "[^1]", "[^1]:", "http://e.az/?a=b&c=d", "<http://e.az>", "---", "===", "```", "$x$", "{#id}", "\u00a0", "x\u00a0y", "\x01", "\x1b[31m",
	"\ufeff", "\u200b", "😀", "1986", "2.", "12)", "+1", "Setext", "\"q\"", "'q'", "?", "!", ":", "tab", "é", "e\u0301", "~2", "@", "\ufffd",
}

func drawText(t *rapid.T, name string, most int) string {
	n := rapid.IntRange(0, most).Draw(t, name)
	out := make([]string, n)
	for i := range out {
		out[i] = rapid.SampledFrom(words).Draw(t, "word")
	}
	// As the readers leave it: no white space at the ends, no runs of it.
	return strings.Join(strings.Fields(strings.ReplaceAll(strings.Join(out, " "), "\u00a0", "~n~")), " ")
}

func nbsp(s string) string { return strings.Trim(strings.ReplaceAll(s, "~n~", "\u00a0"), "\u00a0 ") }

func text(t *rapid.T, name string, most int) string { return squeezed(nbsp(drawText(t, name, most))) }

// squeezed makes a space of every run of white space, as the readers do; a single
// no-break space stays.
func squeezed(s string) string {
	for {
		next := strings.NewReplacer("\u00a0 ", " ", " \u00a0", " ", "\u00a0\u00a0", " ", "  ", " ").Replace(s)
		if next == s {
			return strings.TrimSpace(s)
		}
		s = next
	}
}

func drawRevision(t *rapid.T) *revision.Revision {
	r := &revision.Revision{Meta: revision.Meta{Label: "x y", Title: text(t, "title", 3), Language: "en", Status: revision.Draft}}
	eids := []string{"", "order", "annex-1"}
	for i := range rapid.IntRange(1, 3).Draw(t, "components") {
		c := &revision.Provision{Kind: revision.KindComponent, EID: eids[i], Num: text(t, "num", 1), Heading: text(t, "heading", 4)}
		drawNotes(t, c)
		drawChildren(t, c, 0)
		r.Components = append(r.Components, c)
	}
	revision.AssignEIDs(r.Components)
	r.Walk(func(p *revision.Provision) bool {
		p.WID = "x/" + p.Address()
		return true
	})
	return r
}

var nums = []string{"1.", "2.", "4.1.", "4.1.1.", "Article 12", "Chapter I", "(a)", "b)", "§ 5", "§", "Maddə 3.", "•", "-", "\uf0a7", "ABC", "3 bis", "— x —", "*"}

func drawChildren(t *rapid.T, p *revision.Provision, depth int) {
	for range rapid.IntRange(0, 4-depth).Draw(t, "children") {
		c := &revision.Provision{}
		kinds := []revision.Kind{revision.KindParagraph, revision.KindParagraph, revision.KindItem, revision.KindClause, revision.KindSection, revision.KindPart}
		switch c.Kind = rapid.SampledFrom(kinds).Draw(t, "kind"); c.Kind {
		case revision.KindParagraph:
			c.Text = text(t, "text", 8)
		case revision.KindItem:
			c.Num, c.Text = rapid.SampledFrom([]string{"•", "-", "\uf0a7", "—", "*", ""}).Draw(t, "bullet"), text(t, "text", 5)
		case revision.KindSection:
			c.Heading = text(t, "heading", 4)
		default:
			c.Num = rapid.SampledFrom(nums).Draw(t, "num")
			c.Heading, c.Text = text(t, "heading", 4), text(t, "text", 8)
		}
		if c.Num+c.Heading+c.Text == "" {
			c.Text, c.Heading = "x", ""
			if c.Kind == revision.KindSection || c.Kind == revision.KindPart {
				c.Text, c.Heading = "", "X"
			}
		}
		drawNotes(t, c)
		if depth < 3 {
			drawChildren(t, c, depth+1)
		}
		p.Children = append(p.Children, c)
	}
}

func drawNotes(t *rapid.T, p *revision.Provision) {
	if rapid.IntRange(0, 5).Draw(t, "noted") > 0 {
		return
	}
	kinds := []revision.NoteKind{revision.NoteFootnote, revision.NoteComment, revision.NoteEditorial, revision.NoteHeader, revision.NoteFooter}
	for range rapid.IntRange(1, 2).Draw(t, "notes") {
		n := revision.Note{Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Mark: rapid.SampledFrom([]string{"", "1", "*"}).Draw(t, "mark"), Text: text(t, "note", 5)}
		if n.Kind == revision.NoteComment {
			n.Author = rapid.SampledFrom([]string{"", "A. Member", "Ə \"Ə\" <x>"}).Draw(t, "author")
		}
		if n.Text != "" {
			p.Notes = append(p.Notes, n)
		}
	}
}
