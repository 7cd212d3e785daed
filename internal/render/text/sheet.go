package text

import (
	"io"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/render/sheet"
)

// Sheet writes the sheet for a terminal: each row as a block, since rows hold
// too much for columns.
func Sheet(w io.Writer, s sheet.Sheet, o render.Options) error {
	t := newWriter(w, o)
	t.line(span{plain.Visible(s.Title), boldTone})
	for _, n := range s.Notices {
		t.para("  ", span{plain.Visible(n), warnTone})
	}
	for _, f := range s.Facts {
		t.text("  ", f)
	}
	for _, p := range s.Parts {
		t.heading(p.Heading)
		for _, row := range p.Rows {
			t.sheetRow(s.Columns, row)
		}
	}
	return t.Flush()
}

func (t *writer) sheetRow(columns []string, row sheet.Row) {
	t.WriteByte('\n')
	first := []span{{"[" + plain.Visible(strings.Join(row[0], ", ")) + "]", boldTone}}
	if len(row[1]) > 0 {
		first = append(first, span{" " + plain.Visible(strings.Join(row[1], " ")), plainTone})
	}
	t.para("", first...)
	for i := 2; i < len(row); i++ {
		label := "  " + columns[i] + ": "
		for k, line := range row[i] {
			if k > 0 {
				label = strings.Repeat(" ", len("    "))
			}
			t.text(label, line)
		}
	}
}
