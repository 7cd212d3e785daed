package render

import (
	"bytes"
	"html/template"
	"io"
)

// sheetPage is what the sheet's template is executed with.
type sheetPage struct {
	Title   string
	Notices []string
	Facts   []string
	Columns []string
	Parts   []sheetPagePart
	Style   template.CSS
}

type sheetPagePart struct {
	Heading string
	Rows    []sheetRow
}

// SheetHTML writes the sheet as one HTML file without references to any other.
func SheetHTML(w io.Writer, s Sheet, _ Options) error {
	p := sheetPage{
		Title: s.title, Notices: s.notices, Facts: s.facts, Columns: s.columns,
		Style: template.CSS(style), //nolint:gosec // our own file
	}
	for _, part := range s.parts {
		p.Parts = append(p.Parts, sheetPagePart{part.heading, part.rows})
	}
	var buf bytes.Buffer
	if err := templates().ExecuteTemplate(&buf, "sheet", p); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}
