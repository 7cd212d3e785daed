package markdown

import (
	"io"
	"strings"

	"conceptdiff/internal/render/model"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/table"
)

// Table writes the table as Markdown, a row a clause, with its lines
// parted by <br>.
func Table(w io.Writer, t *table.Table) error {
	m := newWriter(w, render.Options{Language: t.Language})
	title := t.Title
	if t.Subtitle != "" {
		title += ": " + t.Subtitle
	}
	m.heading(1, title)
	for _, n := range t.Notices {
		m.raw("> **" + mdText(n) + "**")
	}
	for _, f := range t.Facts {
		m.item(f)
	}
	m.end()
	var legend []string
	for _, r := range t.Legend {
		legend = append(legend, mdTableRuns([]model.Piece{r}))
	}
	m.raw(strings.Join(legend, " · "))
	m.WriteString("|")
	for _, c := range t.Columns {
		head := mdText(c.Heading)
		if c.About != "" {
			head += "<br>" + mdText(c.About)
		}
		m.WriteString(" " + head + " |")
	}
	m.WriteString("\n|" + strings.Repeat(" --- |", len(t.Columns)) + "\n")
	for i := range t.Rows {
		m.tableRow(&t.Rows[i], len(t.Columns))
	}
	m.end()
	if len(t.Sources) > 0 {
		m.para(m.Say("Sources"))
		for _, s := range t.Sources {
			m.item(s)
		}
	}
	return m.Flush()
}

// tableRow writes a row: one that runs across as words in the first of its cells, a
// clause with the lines of all its steps in each.
func (m *writer) tableRow(row *table.Row, columns int) {
	if row.Kind != table.RowClause {
		mark := "*"
		if row.Kind == table.RowPart {
			mark = "**"
		}
		m.WriteString("| " + mark + mdText(row.Text) + mark + " |" + strings.Repeat(" |", columns-1) + "\n")
		return
	}
	m.WriteByte('|')
	for i := range row.Cells {
		var lines []string
		for _, step := range row.Cells[i].Steps {
			for k := range step {
				lines = append(lines, mdTableLine(&step[k]))
			}
		}
		m.WriteString(" " + strings.Join(lines, "<br>") + " |")
	}
	m.WriteByte('\n')
}

// mdTableLine is one line of a cell behind its number, further in by its depth; what
// is said of a text stands in italics.
func mdTableLine(l *table.Line) string {
	runs := l.Runs
	if l.Num.Text != "" {
		runs = append([]model.Piece{l.Num, {Text: " "}}, runs...)
	}
	text := mdTableRuns(runs)
	if l.Kind == table.LineSaid && text != "" {
		return "*" + text + "*"
	}
	return strings.Repeat("&nbsp;&nbsp;", l.Depth) + text
}

// mdTableRuns marks pieces, with where moved words went or came from behind them.
func mdTableRuns(runs []model.Piece) string {
	var parts []mdPart
	for _, r := range runs {
		parts = append(parts, mdPart{r.Text, mdChanges[r.Mark]})
		if r.Place != "" {
			parts = append(parts, mdMoved(r.Where())...)
		}
	}
	return joinMarkdown(parts)
}
