package markup

import (
	"strconv"

	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/docx/stream"
	"conceptdiff/internal/report"
)

// Comment is a comment on one paragraph: what became of a clause, and why. The place
// of it is the paragraph, not a word of it: a clause is explained as a whole.
type Comment struct {
	ID        int
	Paragraph *stream.Paragraph
	Text      []string // paragraphs
}

// Explain writes the reason beside every change: in full where its first new clause
// begins, or its first old one when it has no new; in one sentence where its other
// clauses begin elsewhere. begins says in which paragraph a line of either side
// begins; nil for one without text. The comments come in the order of the paragraphs
// and with identifiers. A change of which there is nothing to say has none.
func (a *Author) Explain(r *report.Report, o render.Options, t *stream.Texts, ps []*stream.Paragraph, begins map[*stream.Line]*stream.Paragraph) []*Comment {
	of := make(map[*stream.Paragraph][]*Comment)
	for _, c := range r.Changes {
		note := o.Phrases().Note(c)
		if note == nil {
			continue
		}
		seen := make(map[*stream.Paragraph]bool)
		add := func(l *stream.Line) {
			p := begins[l]
			if l == nil || p == nil || seen[p] {
				return
			}
			text := note
			if len(seen) > 0 {
				text = note[:1]
			}
			seen[p] = true
			of[p] = append(of[p], &Comment{Paragraph: p, Text: text})
		}
		for _, cl := range c.New {
			add(t.New.First[cl])
		}
		for _, cl := range c.Old {
			add(t.Old.First[cl])
		}
	}
	var out []*Comment
	for _, p := range ps {
		out = append(out, of[p]...)
	}
	for _, c := range out {
		c.ID = a.ID()
	}
	return out
}

// Comments are the elements of a part of comments. All are of the author's, on the
// day of the changes, at midnight.
func (a *Author) Comments(all []*Comment) string {
	var b wordml.Writer
	for _, c := range all {
		b.WriteString(`<w:comment w:id="` + strconv.Itoa(c.ID) + `" w:author="` + a.Name + `" w:date="` + a.Dated +
			`T00:00:00Z" w:initials="` + initials(a.Name) + `">`)
		for i, text := range c.Text {
			b.WriteString(`<w:p><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>`)
			if i == 0 {
				b.WriteString(`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>`)
			}
			b.WriteString(`<w:r>`)
			b.Text(text)
			b.WriteString(`</w:r></w:p>`)
		}
		b.WriteString(`</w:comment>`)
	}
	return b.String()
}

// Reference is the place of a comment. In a paragraph that only one side has the
// comment goes with it. A tracked change around it takes the comment away with the
// paragraph, so that none is left in the wrong place.
func (a *Author) Reference(c *Comment) string {
	out := `<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="` + strconv.Itoa(c.ID) + `"/></w:r>`
	if p := c.Paragraph; !p.Shared() && !p.Kept() {
		return a.Change(p.MarkTag()) + ">" + out + `</` + p.MarkTag() + `>`
	}
	return out
}

// initials are the first letters of a name, at most three. "c" where a name has none.
// The name is escaped: "&" begins what is no letter of it.
func initials(author string) string {
	var out []rune
	between := true
	for _, r := range author {
		if between && r != ' ' && r != '&' && len(out) < 3 {
			out = append(out, r)
		}
		between = r == ' '
	}
	if len(out) == 0 {
		return "c"
	}
	return string(out)
}
