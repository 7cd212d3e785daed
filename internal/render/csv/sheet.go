package csv

import (
	"encoding/csv"
	"io"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/render/sheet"
)

// Sheet writes the sheet as comma-separated values: a heading line, a row for each
// text that is not in force, then a row a provision with the part it stands in first.
// Facts are left out: they have no columns.
func Sheet(w io.Writer, s sheet.Sheet, _ render.Options) error {
	out := csv.NewWriter(w)
	if err := out.Write(append([]string{s.Phrases.Say("Section")}, s.Columns...)); err != nil {
		return err
	}
	for _, n := range s.Notices { // what the texts are, before what is said of them
		if err := out.Write(append([]string{csvCell(n)}, make([]string, len(s.Columns))...)); err != nil {
			return err
		}
	}
	for _, p := range s.Parts {
		for _, row := range p.Rows {
			record := []string{csvCell(p.Heading)}
			for _, cell := range row {
				record = append(record, csvCell(strings.Join(cell, "\n")))
			}
			if err := out.Write(record); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// csvCell keeps spreadsheets from taking a text for a formula: they run what begins
// with one of these, also after spaces and in the wide forms of East Asia. An
// apostrophe before it makes it text and is not shown. Control characters are made
// visible in each line.
func csvCell(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = plain.Visible(lines[i])
	}
	s = strings.Join(lines, "\n")
	if trimmed := strings.TrimLeft(s, " \u00a0"); trimmed != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(trimmed)[0]) {
		return "'" + s
	}
	return s
}
