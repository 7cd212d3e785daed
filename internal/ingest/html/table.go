package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// table reads a table: its rows as provisions where it holds figures and words,
// its cells as the page's text where it only lays the page out.
func (r *reader) table(n *html.Node) {
	r.flush()
	rows := r.rows(n)
	switch {
	case r.layout(n, rows):
		r.children(n)
		r.flush()
	case numbered(rows):
		for _, row := range rows {
			r.paragraph(row)
		}
	default:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Caption {
				r.node(c)
			}
		}
		for _, row := range rows {
			r.row(row)
		}
	}
}

// rows lists the cells of each row of a table, without those of tables in it. Cells
// that span columns are one cell; rows without cells are left out.
func (r *reader) rows(n *html.Node) [][]*html.Node {
	var out [][]*html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if hidden(c) || r.skip[c] {
			continue
		}
		switch c.DataAtom {
		case atom.Tbody, atom.Thead, atom.Tfoot:
			out = append(out, r.rows(c)...)
		case atom.Tr:
			var row []*html.Node
			for d := c.FirstChild; d != nil; d = d.NextSibling {
				if (d.DataAtom == atom.Td || d.DataAtom == atom.Th) && !hidden(d) && !r.skip[d] {
					row = append(row, d)
				}
			}
			if len(row) > 0 {
				out = append(out, row)
			}
		}
	}
	return out
}

// longCell is a length that no cell of a table of figures and words has, in
// characters. It is a page of print.
const longCell = 3_000

// layout reports whether a table only lays out the page: it says so, it has one
// column, or it holds headings, other tables, or text as long as a page's. A table
// with headers of its own or a caption, and no table inside, is one of data whatever
// it holds.
func (r *reader) layout(n *html.Node, rows [][]*html.Node) bool {
	switch strings.ToLower(attr(n, "role")) {
	case "presentation", "none":
		return true
	}
	if w := r.weights[n]; w.headed > 0 && w.tables == 1 {
		return false
	}
	widest := 0
	for _, row := range rows {
		filled := 0
		for _, cell := range row {
			w := r.weights[cell]
			if w.text > 0 {
				filled++
			}
			if w.tables > 0 || w.h1+w.h2 > 0 || w.text > longCell {
				return true
			}
		}
		widest = max(widest, filled)
	}
	return widest < 2
}

// numbered reports whether a table stands for numbered paragraphs: two columns of
// which the first holds nothing but their numbers, in at least half of the rows. A
// number without any mark («1») is not enough: rows of data are counted so.
func numbered(rows [][]*html.Node) bool {
	labels := 0
	for _, row := range rows {
		if len(row) != 2 || row[0].DataAtom == atom.Th {
			return false
		}
		first := visibleStart(row[0], 64)
		if first == "" {
			continue
		}
		l, rest, ok := numbering.CutLabel(first + " X")
		if !ok || rest != "X" || l.Form == numbering.FormBare {
			return false
		}
		labels++
	}
	return labels > 0 && labels*2 >= len(rows)
}

// paragraph reads the two cells of a row as one paragraph, the first as its number.
func (r *reader) paragraph(row []*html.Node) {
	r.num = visibleText(row[0])
	r.children(row[1])
	r.flush()
	r.num = ""
}

// row reads the cells of a row as one block. Each cell is read by a reader of its
// own, with what is known of the page; what it finds in blocks is put on one line,
// and its notes, omissions and struck-out words are handed on. A row without words is
// none.
func (r *reader) row(row []*html.Node) {
	cells := make([]string, len(row))
	var notes []revision.Note
	for i, cell := range row {
		inner := &reader{page: &Page{}, ids: r.ids, skip: r.skip, weights: r.weights, noted: r.noted, sheet: r.sheet, script: r.script}
		inner.text.KeepStruck = r.text.KeepStruck
		inner.children(cell)
		inner.flush()
		var parts []string
		for _, b := range inner.page.Blocks {
			parts = append(parts, strings.TrimSpace(b.Num+" "+strings.ReplaceAll(b.Text, "\n", " ")))
			notes = append(notes, b.Notes...)
		}
		cells[i] = strings.Join(parts, " ")
		r.page.Dropped = append(r.page.Dropped, inner.page.Dropped...)
		for _, s := range inner.page.Struck {
			r.page.AddStruck(flow.Place{Line: len(r.page.Blocks) + 1}, []string{s.Text})
		}
	}
	if text := flow.RowText(cells); strings.Trim(text, "| ") != "" {
		r.add(flow.Block{Text: text, Row: true, Depth: r.depth, Notes: notes})
	}
}
