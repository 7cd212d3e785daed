package html

import (
	"html/template"
	"strings"

	"conceptdiff/internal/render/model"
)

// section is the HTML of a part that was composed as a tree. It must have a fragment.
func (p *page) section(s model.Section) template.HTML {
	return p.markup(func(m *markup) { m.part(s.At[0], s) })
}

// part writes a section of the first level, with a fragment that leads to it or "".
// m.heading is set for the tables in it, which are named by it.
func (m *markup) part(id string, s model.Section) {
	if id != "" {
		m.WriteString(`<section class="` + id + `" aria-labelledby="` + id + `"><h2 id="` + id + `">`)
	} else {
		m.WriteString("<section><h2>")
	}
	m.text(s.Title)
	m.WriteString("</h2>\n")
	m.heading = s.Title
	m.nodes(s.Nodes)
	m.WriteString("</section>\n")
}

// nodes writes nodes one below the other, but tables of figures side by side.
func (m *markup) nodes(nodes []model.Node) {
	figures := false
	for _, n := range nodes {
		if t, ok := n.(model.Table); figures != (ok && t.Figures) {
			if figures = !figures; figures {
				m.WriteString("<div class=\"tables\">\n")
			} else {
				m.WriteString("</div>\n")
			}
		}
		m.node(n)
		m.WriteByte('\n')
	}
	if figures {
		m.WriteString("</div>\n")
	}
}

// node writes a node of a composed part. A node of a kind that no page has writes
// nothing.
func (m *markup) node(n model.Node) {
	switch n := n.(type) {
	case model.Section:
		m.subsection(n)
	case model.Paragraph:
		m.paragraph(n)
	case model.Warning:
		m.WriteString(`<p class="notice" role="note">`)
		m.text(strings.TrimSpace(n.Title + " " + n.Text))
		m.WriteString("</p>")
	case model.Quotation:
		tag := "blockquote"
		if n.Reported { // never to be read as a quotation
			tag = `p class="report-of"`
		}
		m.WriteString("<" + tag + ">")
		m.spans(n.Spans)
		tag, _, _ = strings.Cut(tag, " ")
		m.WriteString("</" + tag + ">\n")
		m.nodes(n.Under)
	case model.List:
		m.list(n)
	case model.Table:
		m.table(n)
	case model.Legend:
		if !n.Across { // columns say it themselves
			m.legend()
		}
	case model.Passages:
		m.passages(n)
	case model.Account:
		m.account(n.WordAccount)
	case model.Tags:
		m.tags(n)
	case model.Fold:
		m.fold(n)
	case model.Beside:
		m.WriteString("<div class=\"facing\"><div>\n")
		m.nodes(n.Old)
		m.WriteString("</div>\n<div>\n")
		m.nodes(n.New)
		m.WriteString("</div></div>")
	case model.OnPage:
		beside := m.beside
		m.beside = true
		m.nodes(n.Nodes)
		m.beside = beside
	}
}

// subsection writes a section below a part: a change, one that is folded, or any other.
func (m *markup) subsection(s model.Section) {
	open, end := `<h3`, ``
	switch {
	case s.Change != nil:
		m.change(s)
		return
	case s.Fold:
		open, end = `<details class="long"><summary><h3`, `</details>`
	}
	m.WriteString(open)
	m.at(s.At)
	m.text(s.Title)
	m.WriteString("</h3>")
	if s.Fold {
		m.WriteString("</summary>")
	}
	m.WriteByte('\n')
	m.nodes(s.Nodes)
	m.WriteString(end)
}

// change writes a section on a change, folded where nothing is told of it but its
// words. Its height is guessed in its class, see [height].
func (m *markup) change(s model.Section) {
	c := s.Change
	if s.Fold {
		m.WriteString(`<details class="untouched ` + string(c.Kind) + `"`)
		m.at(s.At)
		m.WriteString("<summary>")
		m.text(s.Title)
		m.WriteString("</summary>")
		m.places(s.At)
		m.nodes(s.Nodes)
		m.slot(c)
		m.WriteString("</details>")
		return
	}
	m.WriteString(`<article class="change ` + string(c.Kind) + " " + string(c.Significance) + " " + tall(height(c)) + `"`)
	m.at(s.At)
	m.places(s.At)
	m.WriteString(`<h3><a class="at" href="#` + s.At[0] + `" title="`)
	m.text(m.Say("Link to this change"))
	m.WriteString(`">`)
	m.text(s.Title)
	m.WriteString("</a></h3>\n")
	m.noted(s.Nodes)
	m.slot(c)
	m.WriteString("</article>")
}

// paragraph writes a paragraph: as a heading where it begins something that links
// lead to. A paragraph whose first words are a text's is set as one.
func (m *markup) paragraph(p model.Paragraph) {
	if len(p.Spans) == 0 {
		return
	}
	tag := "p"
	if p.Apart && len(p.At) > 0 {
		tag = "h4"
	}
	m.WriteString("<" + tag)
	around := model.Plain
	switch first := p.Spans[0].Mark; {
	case ofText(first):
		around = model.Quoted
		m.WriteString(` class="law"`)
	case first == model.Faint || first == model.Aside:
		around = first
		m.WriteString(` class="meta"`)
	}
	m.at(p.At)
	m.marked(p.Spans, around)
	m.copying(p.Copy)
	m.WriteString("</" + tag + ">")
}

// ofText reports whether a mark is one of words of a text.
func ofText(m model.Mark) bool {
	switch m {
	case model.Quoted, model.Found, model.Deleted, model.Inserted:
		return true
	}
	return false
}

// list writes the items of a list: of lines of their own as rows, of what is said of
// something as notes.
func (m *markup) list(l model.List) {
	if len(l.Items) == 0 {
		return
	}
	class := "told"
	switch sign := l.Items[0].Sign; {
	case m.within:
		class = "why"
	case sign == model.None || sign == model.Flag:
		class = "fates"
	}
	m.WriteString(`<ul class="` + class + `">`)
	for i := range l.Items {
		m.item(&l.Items[i])
	}
	m.WriteString("</ul>")
}

// noted writes nodes whose lists are notes.
func (m *markup) noted(nodes []model.Node) {
	within := m.within
	m.within = true
	m.nodes(nodes)
	m.within = within
}

// item writes an item of a list; among notes one that calls for a look stands out.
func (m *markup) item(it *model.Item) {
	m.WriteString("<li")
	if m.within && it.Sign > model.None {
		m.WriteString(` class="flag"`)
	}
	m.at(it.At)
	m.places(it.At)
	if it.Label.Text != "" {
		m.spans([]model.Span{it.Label})
		m.WriteByte(' ')
	}
	if len(it.See) > 0 {
		m.WriteString(`<span class="name">`)
		m.spans(it.Spans[:1])
		m.WriteString("</span>")
		m.spans(it.Spans[1:])
	} else {
		m.spans(it.Spans)
	}
	if len(it.See) > 0 {
		m.WriteString(` <span class="refs">(`)
		m.spans(it.See)
		m.WriteString(")</span>")
	}
	m.copying(it.Copy)
	if len(it.Under) > 0 {
		m.WriteByte('\n')
		m.noted(it.Under)
	}
	m.WriteString("</li>\n")
}

// fold writes what is folded; what stands on pages alone is left out of a printed one.
func (m *markup) fold(f model.Fold) {
	if m.beside && m.onPaper != nil {
		return
	}
	class := ` class="long"`
	if m.beside {
		class = ""
	}
	m.WriteString("<details" + class + "><summary>")
	m.text(f.Title)
	m.WriteString("</summary>")
	m.nodes(f.Nodes)
	m.WriteString("</details>")
}

// tags writes tags and what is said beside them.
func (m *markup) tags(t model.Tags) {
	m.WriteString(`<ul class="tags">`)
	for _, tag := range t.Tags {
		m.WriteString(`<li class="tag ` + tag.Kind + `">`)
		m.text(tag.Text)
		m.WriteString("</li>")
	}
	for _, more := range t.More {
		m.WriteString(`<li class="meta">`)
		m.text(more)
		m.WriteString("</li>")
	}
	m.WriteString("</ul>")
}

// passages writes rows of changed text: all in one column, or in two, with what is
// left out counted. Without headings for columns, and whole, they are the words of a
// clause in which nothing changed.
func (m *markup) passages(p model.Passages) {
	if p.Full && p.Old == "" {
		m.untouched(p.All())
		return
	}
	m.WriteString(`<div class="heads" aria-hidden="true"><span>`)
	m.text(m.oldHead)
	m.WriteString("</span><span>")
	m.text(m.newHead)
	m.WriteString("</span></div>\n")
	m.rows(p.All())
	if p.More > 0 {
		m.WriteString(`<p class="meta">`)
		m.text("… " + m.Say("{0 more changed passage}", p.More))
		m.WriteString("</p>")
	}
}

// legend shows how changed words are marked.
func (m *markup) legend() {
	m.WriteString(`<p class="meta"><del>`)
	m.text(m.Say("deleted"))
	m.WriteString("</del> <ins>")
	m.text(m.Say("inserted"))
	m.WriteString(`</ins> <del class="mv">`)
	m.text(m.Say("moved away"))
	m.WriteString(`</del> <ins class="mv">`)
	m.text(m.Say("moved here"))
	m.WriteString("</ins></p>")
}
