package docx

import (
	"strconv"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render"
)

// comment is a comment on one paragraph: what became of a clause, and why.
type comment struct {
	id        int
	paragraph *paragraph
	old       bool // it stands at text that only the old side has
	text      []string
}

// comment writes the reason beside every change: in full where its first new
// clause begins, or its first old one when it has no new; in one sentence where
// its other clauses begin elsewhere.
func (d *document) comment(t *twoSides) {
	at := make(map[*line]*paragraph) // where each line begins
	for _, p := range d.paragraphs {
		for _, s := range p.spans {
			if s.old != nil && at[s.old.line] == nil {
				at[s.old.line] = p
			}
			if s.new != nil && at[s.new.line] == nil {
				at[s.new.line] = p
			}
		}
	}
	of := make(map[*paragraph][]*comment)
	for _, c := range d.report.Changes {
		note := render.Note(c, d.options)
		if note == nil {
			continue
		}
		seen := make(map[*paragraph]bool)
		add := func(l *line, old bool) {
			p := at[l]
			if l == nil || p == nil || seen[p] {
				return
			}
			text := note
			if len(seen) > 0 {
				text = note[:1]
			}
			seen[p] = true
			of[p] = append(of[p], &comment{paragraph: p, old: old, text: text})
		}
		for _, cl := range c.New {
			add(t.new.first[cl], false)
		}
		for _, cl := range c.Old {
			add(t.old.first[cl], true)
		}
	}
	for _, p := range d.paragraphs {
		d.comments = append(d.comments, of[p]...)
	}
	for _, c := range d.comments {
		c.id = d.id()
	}
}

// commentsPart is word/comments.xml.
func (d *document) commentsPart() []byte {
	return []byte(ooxml.Head + `<w:comments ` + wordml.Namespace + `>` + d.commentElements() + `</w:comments>`)
}

func (d *document) commentElements() string {
	var b wordml.Writer
	for _, c := range d.comments {
		b.WriteString(`<w:comment w:id="` + strconv.Itoa(c.id) + `" w:author="` + d.author + `" w:date="` + d.date +
			`T00:00:00Z" w:initials="` + initials(d.author) + `">`)
		for i, text := range c.text {
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

// initials are the first letters of a name, at most three.
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
