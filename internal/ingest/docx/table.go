package docx

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/revision"
)

// table reads a table: each row is a block, its cells apart. A table of one column is
// a frame around ordinary paragraphs. Cells of a row need not be as many as those of
// the next: merged cells are read where they stand.
func (r *reader) table(n *xmltree.Node) {
	rows := r.rows(nil, n)
	framed := true
	for _, cells := range rows {
		framed = framed && len(cells) <= 1
	}
	for _, cells := range rows {
		if framed {
			for _, c := range cells {
				r.container(c)
				r.flush()
			}
			continue
		}
		r.row(cells)
	}
}

// rows lists the cells of each row, through content controls and marks of changes.
// Rows that are not part of the state go. It adds to out.
func (r *reader) rows(out [][]*xmltree.Node, n *xmltree.Node) [][]*xmltree.Node {
	for _, c := range n.Children {
		switch c.Name {
		case "w:tr":
			if !r.markGone(c.Child("w:trPr")) {
				out = append(out, r.cells(nil, c))
			}
		case "w:sdt":
			if content := c.Child("w:sdtContent"); content != nil {
				out = r.rows(out, content)
			}
		case "w:customXml", "w:ins", "w:del", "w:moveFrom", "w:moveTo":
			if !r.gone(c) {
				out = r.rows(out, c)
			}
		}
	}
	return out
}

// cells lists the cells of a row below n, as rows does.
func (r *reader) cells(out []*xmltree.Node, n *xmltree.Node) []*xmltree.Node {
	for _, c := range n.Children {
		switch c.Name {
		case "w:tc":
			if !r.markGone(c.Child("w:tcPr")) {
				out = append(out, c)
			}
		case "w:sdt":
			if content := c.Child("w:sdtContent"); content != nil {
				out = r.cells(out, content)
			}
		case "w:customXml":
			out = r.cells(out, c)
		}
	}
	return out
}

// row makes one block of a row. The paragraphs of its cells are counted in their
// lists as anywhere else. The row's place is that of its first paragraph. A row
// without words is none.
func (r *reader) row(cells []*xmltree.Node) {
	var texts []string
	var notes []revision.Note
	place, any := r.paragraphs+1, false
	for _, c := range cells {
		from := len(r.doc.Blocks)
		r.container(c)
		r.flush()
		var text []string
		for _, b := range r.doc.Blocks[from:] {
			text = append(text, b.Num, b.Text)
			notes = append(notes, b.Notes...)
		}
		r.doc.Blocks = r.doc.Blocks[:from]
		s := strings.Join(strings.Fields(strings.Join(text, " ")), " ")
		any = any || s != ""
		texts = append(texts, s)
	}
	if any {
		r.doc.Blocks = append(r.doc.Blocks, flow.Block{
			Place: flow.Place{Line: place}, Text: flow.RowText(texts), Row: true, Plain: true, Notes: notes,
		})
	}
}
