package render

import (
	"bytes"
	"html/template"
	"io"
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
	Rows    []sheetRow
}

// SheetHTML writes the sheet as one HTML file without references to any other.
func SheetHTML(w io.Writer, s Sheet, _ Options) error {
	language := s.phrases.Language()
	p := sheetPage{
		Language: language,
		Title:    s.title,
		Notices:  s.notices,
		Facts:    s.facts,
		Style:    template.CSS(style), //nolint:gosec // our own file
	}
	for _, part := range s.parts {
		columns, rows := part.filled(s.columns)
		p.Parts = append(p.Parts, sheetPagePart{part.heading, columns, rows})
	}
	var buf bytes.Buffer
	if err := templatesIn[language]().ExecuteTemplate(&buf, "sheet", p); err != nil {
		return err
	}
	_, err := w.Write(buf.Bytes())
	return err
}
