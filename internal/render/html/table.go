package html

import (
	"fmt"
	"html/template"
	"io"
	"strconv"

	"conceptdiff/internal/render/model"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/html/frame"
	"conceptdiff/internal/render/table"

	_ "embed"
)

//go:embed templates/table.css
var tableStyle string

// tablePage is what the template of a comparative table is executed with.
type tablePage struct {
	*table.Table
	Frame        frame.Frame
	Legend, Rows template.HTML
}

// Table writes the table as one HTML file without references to any other. It
// prints on A4 pages across, with its header on each.
func Table(w io.Writer, t *table.Table) error {
	m := &markup{Phrases: render.Options{Language: t.Language}.Phrases()}
	page := tablePage{
		Table:  t,
		Frame:  frame.Of(m.Language(), tableStyle+tablePageStyle(t), ""),
		Legend: m.take(func() { m.tableRuns(t.Legend, " ") }),
		Rows:   m.take(func() { m.tableRows(t) }),
	}
	return write(w, m.Phrases, "table", page)
}

// tablePageStyle puts the notice and the page's number on every printed page, and says
// how wide the columns are.
func tablePageStyle(t *table.Table) string {
	css := `@page{size:A4 landscape;margin:14mm 12mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}`
	if t.Banner != "" {
		css += `@top-center{content:"` + t.Banner + `";font:bold 8pt sans-serif}` // only our own words
	}
	css += `}`
	for i, col := range t.Columns {
		css += fmt.Sprintf("th:nth-child(%d){width:%d%%}", i+1, t.Width(col))
	}
	return css
}

// take returns what f writes, which is HTML by construction.
func (m *markup) take(f func()) template.HTML {
	m.Reset()
	f()
	return template.HTML(m.String()) //nolint:gosec // escaped by markup
}

// tableRows writes each row as a body of its own, so that its lines stay in step
// and the eye finds where it ends.
func (m *markup) tableRows(t *table.Table) {
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Kind != table.RowClause {
			m.WriteString(`<tbody class="` + string(row.Kind) + `"><tr><td colspan="` + strconv.Itoa(len(t.Columns)) + `">`)
			m.text(row.Text)
			m.WriteString("</td></tr></tbody>\n")
			continue
		}
		m.WriteString(`<tbody id="`)
		m.WriteString(row.ID)
		m.WriteString(`">`)
		for step := range row.Steps {
			m.WriteString("<tr>")
			for k := range row.Cells {
				m.tableCell(&t.Columns[k], &row.Cells[k], step, row.Steps)
			}
			m.WriteString("</tr>")
		}
		m.WriteString("</tbody>\n")
	}
}

// tableCell writes one step of a cell, or a cell that spans all steps in the first.
func (m *markup) tableCell(col *table.Column, cell *table.Cell, step, steps int) {
	spans := cell.Spans()
	if spans && step > 0 {
		return
	}
	m.WriteString(`<td class="` + col.Kind + `"`)
	if spans && steps > 1 {
		m.WriteString(` rowspan="` + strconv.Itoa(steps) + `"`)
	}
	m.lang(col.Lang)
	for i := range cell.Steps[step] {
		m.tableLine(&cell.Steps[step][i])
	}
	m.WriteString("</td>")
}

// tableLine writes a line with its number, set in by its depth.
func (m *markup) tableLine(l *table.Line) {
	m.WriteString(`<p class="` + string(l.Kind))
	if l.Depth > 0 {
		m.WriteString(" d" + strconv.Itoa(min(l.Depth, deepest)))
	}
	m.WriteString(`">`)
	if l.Num.Text != "" {
		m.WriteString(`<span class="num">`)
		m.tableRuns([]model.Piece{l.Num}, "")
		m.WriteString(`</span> `)
	}
	m.tableRuns(l.Runs, "")
	m.WriteString("</p>")
}

// tableRuns writes runs, with sep between two of them.
func (m *markup) tableRuns(runs []model.Piece, sep string) {
	for i, r := range runs {
		if i > 0 {
			m.WriteString(sep)
		}
		m.piece(r)
	}
}
