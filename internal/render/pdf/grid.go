package pdf

import (
	"math"
	"slices"

	"conceptdiff/internal/render/model"
)

// grid draws a table over as many pages as it takes, with its header on each. Between
// [grid.begin] and [grid.end] nothing else may be written.
type grid struct {
	p      *paper
	widths []float64
	header [][]para // one cell a column
	size   float64
	about  *element // nil for a frame around a paragraph
	headed bool     // the header was drawn: what comes again is no part of the text
}

// gridRow is a row: cells of which the paragraphs stand in step, or one that goes
// over all columns. fill tints it.
type gridRow struct {
	cells []gridCell
	fill  bool
}

// gridCell holds paragraphs step by step. A cell of one step spans all steps. Cells
// of a row have either one step or as many as the row.
type gridCell struct {
	steps [][]para
	span  int    // columns; 0 is 1
	lang  string // BCP 47, where it is not that of the document
}

const cellPadding = 1.3 // millimetres on each side of a cell

// begin draws the header, here and on every page to come. A page with less than 40
// millimetres left is not begun on.
func (g *grid) begin() {
	g.p.head = g.drawHeader
	if g.p.room() < 40 {
		g.p.page()
		return
	}
	g.drawHeader()
}

// end says that pages to come have no header of this table.
func (g *grid) end() { g.p.head = nil }

// drawHeader draws the heading row, at the top of each page that the table goes on
// to. Only the first is tagged as text; on later pages it is an artefact, so that a
// voice does not read it in the middle of a table.
func (g *grid) drawHeader() {
	if len(g.header) == 0 {
		return
	}
	cells := make([]gridCell, len(g.header))
	for i, h := range g.header {
		cells[i] = gridCell{steps: [][]para{slices.Clone(h)}}
	}
	if !g.headed {
		g.tag(g.about, "TH", cells)
		g.headed = true
	}
	columns, height := g.place(&gridRow{cells: cells})
	g.p.fill(231, 233, 236, sum(g.widths), height)
	x := margin
	for i := range columns {
		for k := range columns[i] {
			g.p.draw(&columns[i][k], x+cellPadding, g.p.y+columns[i][k].y)
		}
		x += g.widths[i]
	}
	g.frame(height, cells)
	g.p.y += height
}

// tag gives a row and its cells elements below a table, and their paragraphs one
// each. No table, as in a frame, leaves the paragraphs with what they have.
func (g *grid) tag(table *element, kind string, cells []gridCell) {
	if table == nil {
		return
	}
	row := table.add("TR")
	for i := range cells {
		cell := row.add(kind)
		cell.span, cell.lang = cells[i].span, cells[i].lang
		for _, step := range cells[i].steps {
			for k := range step {
				step[k].about = cell.add("P")
			}
		}
	}
}

// place lays out a row: the lines of each column with their place below the top of
// the row, and the height of all. Steps begin at the same height in all columns, each
// as high as its tallest cell; a cell that spans them all makes the row higher where
// it must.
func (g *grid) place(row *gridRow) (columns [][]line, height float64) {
	columns = make([][]line, len(row.cells))
	steps := 1
	for _, c := range row.cells {
		steps = max(steps, len(c.steps))
	}
	tops := make([]float64, steps+1)
	tops[0] = cellPadding
	for step := range steps {
		tallest := 0.0
		for i, c := range row.cells {
			if len(c.steps) != steps {
				continue
			}
			lines, h := layout(g.p, c.steps[step], g.inner(row, i))
			for k := range lines {
				lines[k].y += tops[step]
			}
			columns[i] = append(columns[i], lines...)
			tallest = max(tallest, h)
		}
		tops[step+1] = tops[step] + tallest
	}
	height = tops[steps]
	for i, c := range row.cells {
		if len(c.steps) == steps || len(c.steps) == 0 {
			continue
		}
		lines, h := layout(g.p, c.steps[0], g.inner(row, i))
		for k := range lines {
			lines[k].y += cellPadding
		}
		columns[i] = lines
		height = max(height, cellPadding+h)
	}
	return columns, height + cellPadding
}

// inner is the width of a cell without its padding.
func (g *grid) inner(row *gridRow, cell int) float64 {
	return g.cellWidth(row.cells, cell) - 2*cellPadding
}

// cellWidth is the width of the columns that a cell spans, in millimetres.
func (g *grid) cellWidth(cells []gridCell, cell int) float64 {
	at := 0
	for _, c := range cells[:cell] {
		at += max(c.span, 1)
	}
	return sum(g.widths[at : at+max(cells[cell].span, 1)])
}

// row draws a row. What does not fit goes on at the top of the next page, the columns
// still in step. A row begins on a page where three lines of it fit, or all of it; it
// is not begun anew for a line that is higher than the page, which then is cut at the
// foot rather than set for ever.
func (g *grid) row(row *gridRow) {
	g.tag(g.about, "TD", row.cells)
	columns, height := g.place(row)
	if g.p.room() < math.Min(height, 3*leading(g.size)+2*cellPadding) {
		g.p.page()
	}
	next := make([]int, len(columns)) // the first line of each column that is not drawn
	top := 0.0                        // what of the row stands on earlier pages
	for {
		room := g.p.room()
		rest, used := math.Inf(1), 0.0
		if row.fill {
			g.p.fill(241, 242, 244, sum(g.widths), math.Min(room, height-top))
		}
		x := margin
		for i, lines := range columns {
			for next[i] < len(lines) {
				l := &lines[next[i]]
				if l.y-top+l.height > room && (l.y-top > 2*cellPadding || room < g.p.height/2) {
					rest = math.Min(rest, l.y)
					break
				}
				g.p.draw(l, x+cellPadding, g.p.y+l.y-top)
				used = math.Max(used, l.y-top+l.height)
				next[i]++
			}
			x += g.cellWidth(row.cells, i)
		}
		if math.IsInf(rest, 1) {
			h := math.Min(height-top, math.Max(room, used))
			g.frame(h, row.cells)
			g.p.y += h
			return
		}
		g.frame(math.Max(used, room-leading(g.size)), row.cells)
		g.p.page()
		top = rest - cellPadding
	}
}

// fill draws a field from where the page is filled. It must come before the text,
// which it would cover.
func (p *paper) fill(r, g, b int, width, height float64) {
	p.artefact(func() {
		p.f.SetFillColor(r, g, b)
		p.f.Rect(margin, p.y, width, height, "F")
	})
}

// frame draws the lines around the cells of a row on this page. The borders to the
// next page are drawn where the row is parted, too.
func (g *grid) frame(height float64, cells []gridCell) {
	g.p.artefact(func() {
		f := g.p.f
		f.SetDrawColor(85, 85, 85)
		f.SetLineWidth(0.18)
		y, x := g.p.y, margin
		f.Line(x, y, x+sum(g.widths), y)
		f.Line(x, y+height, x+sum(g.widths), y+height)
		f.Line(x, y, x, y+height)
		for i := range cells {
			x += g.cellWidth(cells, i)
			f.Line(x, y, x, y+height)
		}
	})
}

// sum is the sum of some widths.
func sum(widths []float64) float64 {
	total := 0.0
	for _, w := range widths {
		total += w
	}
	return total
}

// table sets a table, its heading row again on each page. Each row's cells have one
// step: nothing in it must stand in step.
func (s *setter) table(t model.Table) {
	g := &grid{p: s.p, size: rowSize, widths: s.columnWidths(t)}
	for _, head := range t.Head {
		g.header = append(g.header, []para{{spans: s.spans(head, style{bold: true}), size: rowSize}})
	}
	var rows []*gridRow
	for _, row := range t.Rows {
		var cells []gridCell
		for _, cell := range row {
			var lines []para
			for _, line := range cell {
				lines = append(lines, para{spans: s.spans(line, style{}), size: rowSize})
			}
			cells = append(cells, gridCell{steps: [][]para{lines}})
		}
		rows = append(rows, &gridRow{cells: cells})
	}
	s.grid(g, rows)
}

// grid draws the rows of a table under its header, as content of an element.
func (s *setter) grid(g *grid, rows []*gridRow) {
	s.p.within("Table", func() {
		g.about = s.p.in
		g.begin()
		for _, r := range rows {
			g.row(r)
		}
		g.end()
	})
	s.p.y += 2.5
}

// columnWidths gives each column the room that its longest line takes; where there is
// not so much, the longest share what the others leave. A table narrower than the
// page is stretched to it, each column by the same factor.
//
//	needs 20, 30, 200 of 182   →   20, 30, 132
//	needs 20, 150, 200 of 182  →   20, 81, 81
func (s *setter) columnWidths(t model.Table) []float64 {
	widths := make([]float64, len(t.Head))
	for i, head := range t.Head {
		widths[i] = s.lineWidth(head, "B")
	}
	for _, row := range t.Rows {
		for i, cell := range row {
			for _, line := range cell {
				widths[i] = max(widths[i], s.lineWidth(line, ""))
			}
		}
	}
	if all := sum(widths); all <= s.p.wide {
		for i := range widths {
			widths[i] *= s.p.wide / all
		}
		return widths
	}
	rest, left := s.p.wide, len(widths)
	sorted := slices.Sorted(slices.Values(widths))
	for _, w := range sorted { // the narrow ones have what they need
		if w > rest/float64(left) {
			break
		}
		rest -= w
		left--
	}
	for i, w := range widths {
		if left > 0 {
			widths[i] = min(w, rest/float64(left))
		}
	}
	return widths
}

// lineWidth is what a line takes in a cell, with the padding; half a millimetre
// forgives what rounding takes.
func (s *setter) lineWidth(spans []model.Span, font string) float64 {
	return s.p.width(clean(model.Words(spans)), font, rowSize) + 2*cellPadding + 0.5
}
