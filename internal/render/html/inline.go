package html

import (
	"strings"

	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
)

// at ends a start tag, with the first fragment of those that lead to the element, unless
// it leads elsewhere.
func (m *markup) at(at []string) {
	if len(at) > 0 && m.free(at[0]) {
		m.WriteString(` id="`)
		m.text(at[0])
		m.WriteByte('"')
	}
	m.WriteByte('>')
}

// places writes the other fragments that lead to an element.
func (m *markup) places(at []string) {
	for i, fragment := range at {
		if i > 0 {
			m.id(fragment)
		}
	}
}

// copying writes the button that copies a quotation with its citation, if there is one.
func (m *markup) copying(quotation string) {
	if quotation == "" {
		return
	}
	m.WriteString(` <button type="button" class="quote script" hidden data-quotation="`)
	m.attribute(quotation)
	m.WriteString(`">`)
	m.text(m.Say("Copy with citation"))
	m.WriteString("</button>")
}

// attribute writes an attribute's value, in which line ends are kept.
func (m *markup) attribute(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			m.WriteString("&#10;")
		}
		m.text(line)
	}
}

// spanTags are how marks are written; deleted and inserted words stand between
// quotation marks or in a list of their own, so the tag is not the only sign.
var spanTags = map[model.Mark]string{
	model.Strong: "strong", model.Deleted: "del", model.Inserted: "ins", model.Found: "mark",
	model.Faint: `span class="meta"`, model.Quoted: `span class="law"`, model.Code: `span class="hash"`,
}

// spans writes a line. Links lead to anchors of the same page, and to pages of sources.
func (m *markup) spans(spans []model.Span) { m.marked(spans, model.Plain) }

// marked writes a line in which a mark need not be shown: the element around it does.
func (m *markup) marked(spans []model.Span, around model.Mark) {
	for _, s := range spans {
		tag, foreign := spanTags[s.Mark], s.Language
		if s.Mark == around {
			tag = ""
		}
		if foreign == m.Language() {
			foreign = ""
		}
		if tag == "" && foreign != "" {
			tag = "span"
		}
		name, _, _ := strings.Cut(tag, " ")
		if tag != "" {
			m.WriteString("<" + tag)
			m.lang(foreign)
		}
		m.link(s.Link, s.Text)
		if tag != "" {
			m.WriteString("</" + name + ">")
		}
	}
}

// link writes words that lead somewhere, if they do.
func (m *markup) link(to, said string) {
	web := phrase.WebLink(to)
	if m.onPaper != nil && !web {
		to = m.onPaper(to)
	}
	if to == "" {
		m.text(said)
		return
	}
	if web {
		m.WriteString(`<a rel="noreferrer" href="`)
	} else {
		m.WriteString(`<a href="#`)
	}
	m.text(to)
	m.WriteString(`">`)
	m.text(said)
	m.WriteString("</a>")
}
