package akn

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// block reads an element that holds text rather than units into p. Lists and tables
// have rules of their own. A table of contents repeats the headings, metadata is read
// elsewhere, and foreign markup (formulas, forms) is in no language of ours: of these
// three the first and the last are listed as left out. An element that
// we do not know is a container where it holds blocks and otherwise a paragraph, so
// that no text is lost with a name that a later version adds.
func (r *reader) block(n *xmltree.Node, p *revision.Provision) {
	switch n.Name {
	case "blockList":
		r.list(n, p)
	case "ul", "ol":
		for _, li := range n.Elements() {
			r.item(li, p, "•")
		}
	case "table":
		r.table(n, p)
	case "meta":
	case "toc":
		r.drop(n, "table of contents")
	case "foreign":
		r.drop(n, "foreign markup")
	case "p", "block", "span", "docTitle", "longTitle", "shortTitle", "listIntroduction", "listWrapUp", "li", "crossHeading", "caption":
		r.paragraph(n, p, "")
	default:
		if holdsBlocks(n) {
			r.children(n, p)
		} else {
			r.paragraph(n, p, "")
		}
	}
}

// holdsBlocks reports whether an element holds blocks or units rather than
// characters. The first child that tells decides: visible characters before any block
// make it a paragraph.
func holdsBlocks(n *xmltree.Node) bool {
	for _, c := range n.Children {
		switch {
		case c.Name == "" && strings.TrimSpace(c.Text) != "":
			return false
		case groups[c.Name], hierarchy[c.Name]:
			return true
		}
		switch c.Name {
		case "p", "blockList", "ul", "ol", "table", "block", "blockContainer", "tblock", "longTitle", "recitals", "recital", "citations",
			"citation", "formula", "container", "intro", "content", "wrapUp", "item":
			return true
		}
	}
	return false
}

// paragraph adds a paragraph; what stands first in a clause without a heading is the
// clause's own text. A title (docTitle) at the start of a component is its heading.
// num is put before the text, for recitals, whose number is no label. Notes inside go
// to whatever gets the text; a paragraph of nothing but a note gives it to the last
// provision so far.
func (r *reader) paragraph(n *xmltree.Node, p *revision.Provision, num string) {
	notes := &revision.Provision{}
	text := strings.TrimSpace(num + " " + r.text(n, notes))
	defer func() { r.quoted(n, p) }()
	if text == "" {
		last := p // what is only a note belongs to what stands before it
		for len(last.Children) > 0 {
			last = last.Children[len(last.Children)-1]
		}
		last.Notes = append(last.Notes, notes.Notes...)
		return
	}
	if p.Kind == revision.KindComponent && p.Heading == "" && p.Num == "" && len(p.Children) == 0 && has(n, "docTitle") {
		p.Heading, p.Notes = text, append(p.Notes, notes.Notes...)
		return
	}
	if own := p.Kind == revision.KindClause || p.Kind == revision.KindItem; own && p.Heading == "" && p.Text == "" && len(p.Children) == 0 {
		p.Text, p.Notes = text, append(p.Notes, notes.Notes...)
		return
	}
	c := &revision.Provision{Kind: revision.KindParagraph, Text: text, Notes: notes.Notes}
	r.ids[c] = identity{eid: idOf(n), wid: n.Attr("wId")}
	p.Children = append(p.Children, c)
}

// quoted adds the text of a quoted structure, which stands inside a paragraph, as
// paragraphs of their own: what an amendment quotes is no unit of this text. It is
// left without a label on purpose: «Article 5» inside the quotation marks of an
// amending act would otherwise become Article 5 of the amending act.
func (r *reader) quoted(n *xmltree.Node, p *revision.Provision) {
	n.Walk(func(c *xmltree.Node) bool {
		if c.Name != "quotedStructure" && c.Name != "embeddedStructure" {
			return true
		}
		quote := c.Attr("startQuote") + squeeze(spaced(c)) + c.Attr("endQuote")
		if quote != "" {
			p.Children = append(p.Children, &revision.Provision{Kind: revision.KindParagraph, Text: quote})
		}
		return false
	})
}

// spaced joins characters with a space between elements that are no part of a line,
// so that the cells and paragraphs of a quotation do not run together.
func spaced(n *xmltree.Node) string {
	if n.Name == "" {
		return n.Text
	}
	var b strings.Builder
	for _, c := range n.Children {
		if c.Name != "" && !inline[c.Name] {
			b.WriteByte(' ')
		}
		b.WriteString(spaced(c))
	}
	return b.String()
}

// list reads a list: lettered and numbered items are clauses, bulleted ones items.
// The words before and after the items are paragraphs.
func (r *reader) list(n *xmltree.Node, p *revision.Provision) {
	for _, c := range n.Elements() {
		switch c.Name {
		case "item":
			r.item(c, p, "")
		default: // listIntroduction, listWrapUp
			r.paragraph(c, p, "")
		}
	}
}

// item reads an item of a list, with bullet as its number where it has none of its
// own. A numbered one is a clause of parent, a bulleted one belongs to the paragraph
// that introduces the list. An item without any words gives what it holds to parent.
func (r *reader) item(n *xmltree.Node, parent *revision.Provision, bullet string) {
	p := &revision.Provision{Kind: revision.KindItem, Num: bullet}
	if num := n.Child("num"); num != nil {
		p.Num = r.text(num, p)
	}
	if l, ok := numbering.ParseNum(p.Num); ok && l.Form != numbering.FormBullet {
		p.Kind = revision.KindClause
	}
	if h := n.Child("heading"); h != nil {
		p.Heading = r.text(h, p)
	}
	r.ids[p] = identity{eid: idOf(n), wid: n.Attr("wId")}
	if !holdsBlocks(n) {
		p.Text = r.text(n, p)
	} else {
		for _, c := range n.Elements() {
			if c.Name != "num" && c.Name != "heading" && c.Name != "subheading" {
				r.element(c, p)
			}
		}
	}
	if p.Num+p.Heading+p.Text == "" {
		parent.Children = append(parent.Children, p.Children...)
		return
	}
	if p.Kind == revision.KindItem {
		parent = introducing(parent)
	}
	parent.Children = append(parent.Children, p)
}

// table reads a table: each row is a paragraph, its cells apart; a caption is one
// too. A row without words is left out. A table inside a cell is part of the row's
// text.
func (r *reader) table(n *xmltree.Node, p *revision.Provision) {
	n.Walk(func(c *xmltree.Node) bool {
		if c.Name == "caption" {
			r.paragraph(c, p, "")
			return false
		}
		if c.Name != "tr" {
			return true
		}
		row := &revision.Provision{Kind: revision.KindParagraph}
		var cells []string
		for _, cell := range c.Elements() {
			cells = append(cells, r.text(cell, row))
		}
		if strings.Join(cells, "") != "" {
			row.Text = flow.RowText(cells)
			r.ids[row] = identity{eid: idOf(c), wid: c.Attr("wId")}
			p.Children = append(p.Children, row)
		}
		return false
	})
}
