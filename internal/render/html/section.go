package html

import (
	"html/template"
	"strings"

	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
)

// section is the HTML of a part that was composed as a tree.
func (p *page) section(s model.Section) template.HTML {
	return p.markup(func(m *markup) {
		id := s.At[0]
		m.WriteString(`<section class="` + id + `" aria-labelledby="` + id + `"><h2 id="` + id + `">`)
		m.text(s.Title)
		m.WriteString("</h2>\n")
		m.nodes(s.Nodes)
		m.WriteString("</section>\n")
	})
}

func (m *markup) nodes(nodes []model.Node) {
	for _, n := range nodes {
		m.node(n)
		m.WriteByte('\n')
	}
}

// node writes a node of a composed part. Legends and passages have none here: rows of
// changes are written by [markup.rows], with a copy for one column.
func (m *markup) node(n model.Node) {
	switch n := n.(type) {
	case model.Section:
		m.WriteString("<h3>")
		m.text(n.Title)
		m.WriteString("</h3>\n")
		m.nodes(n.Nodes)
	case model.Paragraph:
		m.WriteString("<p")
		m.anchored(n.At)
		m.spans(n.Spans)
		m.copying(n.Copy)
		m.WriteString("</p>")
	case model.List:
		if n.Fold == "" {
			m.list(n)
			return
		}
		m.WriteString(`<details><summary>`)
		m.text(n.Fold)
		m.WriteString("</summary>")
		m.list(n)
		m.WriteString("\n</details>")
	case model.Table:
		m.table(n)
	}
}

// table writes a table; a cell of several lines breaks between them.
func (m *markup) table(t model.Table) {
	m.WriteString("<table><thead><tr>")
	for _, head := range t.Head {
		m.WriteString(`<th scope="col">`)
		m.spans(head)
		m.WriteString("</th>")
	}
	m.WriteString("</tr></thead>\n<tbody>")
	for _, row := range t.Rows {
		m.WriteString("<tr>")
		for _, cell := range row {
			m.WriteString("<td>")
			for i, line := range cell {
				if i > 0 {
					m.WriteString("<br>")
				}
				m.spans(line)
			}
			m.WriteString("</td>")
		}
		m.WriteString("</tr>\n")
	}
	m.WriteString("</tbody></table>")
}

// list writes the items of a list that stands open.
func (m *markup) list(l model.List) {
	m.WriteString(`<ul class="told">`)
	for _, it := range l.Items {
		m.WriteString("<li")
		m.anchored(it.At)
		m.spans(it.Spans)
		m.copying(it.Copy)
		for _, n := range it.Under {
			m.WriteString(`<div class="law">`)
			m.node(n)
			m.WriteString("</div>")
		}
		m.WriteString("</li>\n")
	}
	m.WriteString("</ul>")
}

// anchored ends a start tag, with what links lead to, if anything.
func (m *markup) anchored(at []string) {
	if len(at) > 0 {
		m.WriteString(` id="`)
		m.text(at[0])
		m.WriteByte('"')
	}
	m.WriteByte('>')
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

// copying is such a button, for a template.
func copying(p phrase.Phrases) func(quotation string) template.HTML {
	return func(quotation string) template.HTML {
		m := &markup{Phrases: p}
		m.copying(quotation)
		return template.HTML(m.String()) //nolint:gosec // escaped by markup
	}
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

// spans writes a line. Links lead to anchors of the same page.
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
