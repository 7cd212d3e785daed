package html

import (
	"html/template"
	"strings"

	"conceptdiff/internal/render/model"
)

// section is the HTML of a part that was composed as a tree.
func (p *page) section(s model.Section, folded string) template.HTML {
	return p.markup(func(m *markup) {
		id := s.At[0]
		m.WriteString(`<section class="` + id + `" aria-labelledby="` + id + `"><h2 id="` + id + `">`)
		m.text(s.Title)
		m.WriteString("</h2>\n")
		for _, n := range s.Nodes {
			if list, ok := n.(model.List); ok && folded != "" {
				m.WriteString(`<details><summary>`)
				m.text(folded)
				m.WriteString("</summary>")
				m.list(list)
				m.WriteString("\n</details>\n")
				continue
			}
			m.node(n)
			m.WriteByte('\n')
		}
		m.WriteString("</section>\n")
	})
}

func (m *markup) node(n model.Node) {
	switch n := n.(type) {
	case model.Paragraph:
		m.WriteString("<p>")
		m.spans(n.Spans)
		m.WriteString("</p>")
	case model.List:
		m.list(n)
	}
}

func (m *markup) list(l model.List) {
	m.WriteString(`<ul class="told">`)
	for _, it := range l.Items {
		m.WriteString("<li")
		if len(it.At) > 0 {
			m.WriteString(` id="`)
			m.text(it.At[0])
			m.WriteByte('"')
		}
		m.WriteByte('>')
		m.spans(it.Spans)
		if it.Copy != "" {
			m.WriteString(` <button type="button" class="quote script" hidden data-quotation="`)
			m.attribute(it.Copy)
			m.WriteString(`">`)
			m.text(m.Say("Copy with citation"))
			m.WriteString("</button>")
		}
		for _, n := range it.Under {
			m.WriteString(`<div class="law">`)
			m.node(n)
			m.WriteString("</div>")
		}
		m.WriteString("</li>\n")
	}
	m.WriteString("</ul>")
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
var spanTags = map[model.Mark]string{model.Strong: "strong", model.Deleted: "del", model.Inserted: "ins"}

func (m *markup) spans(spans []model.Span) {
	for _, s := range spans {
		tag := spanTags[s.Mark]
		if tag != "" {
			m.WriteString("<" + tag + ">")
		}
		if s.Link != "" {
			m.WriteString(`<a href="#` + s.Link + `">`)
		}
		m.text(s.Text)
		if s.Link != "" {
			m.WriteString("</a>")
		}
		if tag != "" {
			m.WriteString("</" + tag + ">")
		}
	}
}
