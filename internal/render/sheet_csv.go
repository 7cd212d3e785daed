package render

import (
	"encoding/csv"
	"io"
	"strings"
)

// SheetCSV writes the sheet as comma-separated values: a heading line, then a row
// a provision with the part it stands in first.
func SheetCSV(w io.Writer, s Sheet, _ Options) error {
	out := csv.NewWriter(w)
	if err := out.Write(append([]string{s.phrases.Say("Section")}, s.columns...)); err != nil {
		return err
	}
	for _, p := range s.parts {
		for _, row := range p.rows {
			record := []string{csvCell(p.heading)}
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

// csvCell keeps spreadsheets from taking a text for a formula: they run what
// begins with one of these, also after spaces.
func csvCell(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = visible(lines[i])
	}
	s = strings.Join(lines, "\n")
	if trimmed := strings.TrimLeft(s, " \u00a0"); trimmed != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(trimmed)[0]) {
		return "'" + s
	}
	return s
}
