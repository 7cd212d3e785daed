package html

import (
	_ "embed" // the style sheet
	"io"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/html/frame"
	"conceptdiff/internal/render/sheet"
)

//go:embed templates/sheet.css
var sheetStyle string

// sheetPage is what the sheet's template is executed with.
type sheetPage struct {
	Frame   frame.Frame
	Title   string
	Notices []string
	Facts   []string
	Parts   []sheetPagePart
}

type sheetPagePart struct {
	Heading string
	Columns []string
	Rows    []sheet.Row
}

// Sheet writes the sheet as one HTML file without references to any other.
func Sheet(w io.Writer, s sheet.Sheet, _ render.Options) error {
	p := sheetPage{Frame: frame.Of(s.Phrases.Language(), style+sheetStyle, ""), Title: s.Title, Notices: s.Notices, Facts: s.Facts}
	for _, part := range s.Parts {
		columns, rows := s.Filled(part)
		p.Parts = append(p.Parts, sheetPagePart{part.Heading, columns, rows})
	}
	return write(w, s.Phrases.Phrases, "sheet", p)
}
