package odt

import (
	"strconv"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
)

// reader walks a document once, in document order. What stands between two marks of a
// rejected insertion is passed over, whatever elements it runs through.
type reader struct {
	doc        *flow.Document
	styles     styles
	lists      *lists
	changes    map[string]change
	reject     bool
	keepStruck bool            // struck-out words are text
	inserted   map[string]bool // insertions that are open and rejected
	restoring  bool
	restored   map[string]bool // deletions that were put back
	para       *paragraph      // at hand; goes on over a paragraph end that was inserted and is rejected
	paragraphs int
	hidden     int // pieces of hidden text
	pictures   int
	noteText   bool
}

// container reads what stands below n, which may be nil; in is the list around it,
// nil if none.
func (r *reader) container(n *xmltree.Node, in *list) {
	for _, c := range n.Elements() {
		r.element(c, in)
	}
}

// element reads a block. Sections and indexes are looked through, unless hidden;
// drawings that stand among the paragraphs have their text in boxes.
func (r *reader) element(n *xmltree.Node, in *list) {
	switch n.Name {
	case "text:p", "text:h":
		r.block(n, in, "")
	case "text:numbered-paragraph":
		r.container(n, in)
	case "text:list":
		r.list(n, in)
	case "table:table":
		r.flush()
		r.table(n)
	case "text:table-of-content", "text:illustration-index", "text:table-index", "text:alphabetical-index", "text:user-index", "text:object-index":
		r.contents(n)
	case "text:change", "text:change-start", "text:change-end":
		r.changeMark(n)
	case "text:section", "text:index-body", "text:index-title", "text:bibliography", "draw:text-box":
		if n.Attr("text:display") == "none" {
			r.hidden++
		} else {
			r.container(n, in)
		}
	case "draw:frame", "draw:custom-shape", "draw:g":
		if r.para == nil {
			r.para = r.paragraph()
		}
		r.frame(n)
		r.flush()
	}
}

// contents drops a table of contents or another index: it repeats what stands
// elsewhere.
func (r *reader) contents(n *xmltree.Node) {
	r.flush()
	from := len(r.doc.Blocks)
	r.container(n, nil)
	r.flush()
	for _, b := range r.doc.Blocks[from:] {
		r.doc.Dropped = append(r.doc.Dropped, flow.Dropped{Place: b.Place, Text: strings.TrimSpace(b.Num + " " + b.Text), Why: "table of contents"})
	}
	r.doc.Blocks = r.doc.Blocks[:from]
}

// list reads a list: the first paragraph of each item bears its number, further ones
// of the item none. A header of a list has no number. Numbers of items that are not
// in the state that is read are not counted.
func (r *reader) list(n *xmltree.Node, outer *list) {
	in := r.lists.open(n, &r.styles, outer)
	for _, item := range n.Elements() {
		numbered := item.Name == "text:list-item"
		if !numbered && item.Name != "text:list-header" {
			r.element(item, in) // marks of changes
			continue
		}
		var start *int
		if v, err := strconv.Atoi(item.Attr("text:start-value")); err == nil {
			start = &v
		}
		for _, c := range item.Elements() {
			if numbered && (c.Name == "text:p" || c.Name == "text:h") && !r.gone() {
				numbered = false
				r.block(c, in, in.next(start))
				continue
			}
			if c.Name == "text:list" || c.Name == "text:p" || c.Name == "text:h" {
				r.element(c, in)
			} else {
				r.element(c, nil)
			}
		}
	}
}

// table reads a table: each row is a block, its cells apart. A table of one
// column is a frame around ordinary paragraphs.
func (r *reader) table(n *xmltree.Node) {
	rows := tableRows(nil, n)
	framed := true
	for _, cells := range rows {
		framed = framed && len(cells) <= 1
	}
	for _, cells := range rows {
		if framed {
			for _, c := range cells {
				r.container(c, nil)
				r.flush()
			}
			continue
		}
		r.row(cells)
	}
}

// tableRows lists the cells of each row below n. A row that is to be repeated is
// taken once: in a text repetition is for empty rows, and its count may be made to
// fill the memory. Cells that another covers are left out.
func tableRows(out [][]*xmltree.Node, n *xmltree.Node) [][]*xmltree.Node {
	for _, c := range n.Elements() {
		switch c.Name {
		case "table:table-row":
			var cells []*xmltree.Node
			for _, cell := range c.Elements() {
				if cell.Name == "table:table-cell" {
					cells = append(cells, cell)
				}
			}
			out = append(out, cells)
		case "table:table-header-rows", "table:table-rows", "table:table-row-group":
			out = tableRows(out, c)
		}
	}
	return out
}

// row makes one block of a row. Its place is that of its first paragraph.
func (r *reader) row(cells []*xmltree.Node) {
	row := flow.Block{Place: flow.Place{Line: r.paragraphs + 1}, Row: true, Plain: true}
	var texts []string
	for _, c := range cells {
		from := len(r.doc.Blocks)
		r.container(c, nil)
		r.flush()
		var text []string
		for _, b := range r.doc.Blocks[from:] {
			text = append(text, b.Num, b.Text)
			row.Notes = append(row.Notes, b.Notes...)
		}
		r.doc.Blocks = r.doc.Blocks[:from]
		texts = append(texts, strings.Join(strings.Fields(strings.Join(text, " ")), " "))
	}
	if strings.Join(texts, "") != "" {
		row.Text = flow.RowText(texts)
		r.doc.Blocks = append(r.doc.Blocks, row)
	}
}
