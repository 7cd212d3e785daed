package markdown

import (
	"io"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/sheet"
)

// Sheet writes the sheet as Markdown with tables.
func Sheet(w io.Writer, s sheet.Sheet, o render.Options) error {
	m := newWriter(w, o)
	m.heading(1, s.Title)
	for _, n := range s.Notices {
		m.raw("> **" + mdText(n) + "**")
	}
	for _, f := range s.Facts {
		m.item(f)
	}
	m.end()
	for _, p := range s.Parts {
		m.heading(2, p.Heading)
		columns, rows := p.Filled(s.Columns)
		m.WriteString("|")
		for _, c := range columns {
			m.WriteString(" " + mdText(c) + " |")
		}
		m.WriteString("\n|" + strings.Repeat(" --- |", len(columns)) + "\n")
		for _, row := range rows {
			m.WriteString("|")
			for _, cell := range row {
				lines := make([]string, len(cell))
				for i, line := range cell {
					lines[i] = mdText(line)
				}
				m.WriteString(" " + strings.Join(lines, "<br>") + " |")
			}
			m.WriteByte('\n')
		}
		m.end()
	}
	return m.Flush()
}
