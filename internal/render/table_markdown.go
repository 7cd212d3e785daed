package render

import (
	"io"
	"strings"
)

// TableMarkdown writes the table as Markdown, a row a clause, with its lines
// parted by <br>.
func TableMarkdown(w io.Writer, t *Table) error {
	m := newMarkdownWriter(w, Options{Language: t.Language})
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
		legend = append(legend, mdTableRuns([]TableRun{r}))
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

func (m *mdWriter) tableRow(row *TableRow, columns int) {
	if row.Kind != RowClause {
		mark := "*"
		if row.Kind == RowPart {
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

func mdTableLine(l *TableLine) string {
	runs := l.Runs
	if l.Num.Text != "" {
		runs = append([]TableRun{l.Num, {Text: " "}}, runs...)
	}
	text := mdTableRuns(runs)
	if l.Kind == LineSaid && text != "" {
		return "*" + text + "*"
	}
	return strings.Repeat("&nbsp;&nbsp;", l.Depth) + text
}

// mdTableMarks are the marks as the other Markdown formats have them.
var mdTableMarks = map[Mark]string{Deleted: "~~", Inserted: "**", MovedAway: "~~", MovedHere: "**"}

func mdTableRuns(runs []TableRun) string {
	var parts []mdPart
	for _, r := range runs {
		if mark := mdTableMarks[r.Mark]; mark != "" {
			parts = appendMarked(parts, r.Text, mark, r.Move != "", r.Move)
			continue
		}
		parts = append(parts, mdPart{text: r.Text})
	}
	return joinMarkdown(parts)
}
