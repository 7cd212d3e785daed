package html

import (
	"bytes"
	"html/template"
	"io"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/sheet"
)

// sheetPage is what the sheet's template is executed with.
type sheetPage struct {
	Language string
	Title    string
	Notices  []string
	Facts    []string
	Parts    []sheetPagePart
	Style    template.CSS
}

type sheetPagePart struct {
	Heading string
	Columns []string
	Rows    []sheet.Row
}

// Sheet writes the sheet as one HTML file without references to any other.
func Sheet(w io.Writer, s sheet.Sheet, _ render.Options) error {
	language := s.Phrases.Language()
	p := sheetPage{
		Language: language,
		Title:    s.Title,
		Notices:  s.Notices,
		Facts:    s.Facts,
		Style:    template.CSS(style), //nolint:gosec // our own file
	}
	for _, part := range s.Parts {
		columns, rows := part.Filled(s.Columns)
		p.Parts = append(p.Parts, sheetPagePart{part.Heading, columns, rows})
	}
	var buf bytes.Buffer
	if err := templatesIn[language]().ExecuteTemplate(&buf, "sheet", p); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}
