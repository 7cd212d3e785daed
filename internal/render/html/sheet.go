package html

import (
	"html/template"
	"io"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/html/frame"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/sheet"
)

// sheetPage is what the sheet's template is executed with.
type sheetPage struct {
	Frame frame.Frame
	Title string
	Body  template.HTML
}

// Sheet writes the sheet as one HTML file without references to any other. The error
// is that of w.
func Sheet(w io.Writer, s sheet.Sheet, _ render.Options) error {
	d := s.Document()
	m := &markup{Phrases: s.Phrases.Phrases}
	body := m.take(func() {
		for _, n := range d.Nodes {
			if part, ok := n.(model.Section); ok {
				m.part("", part)
				continue
			}
			m.node(n)
		}
	})
	return write(w, m.Phrases, "sheet", sheetPage{frame.Of(m.Language(), style, ""), d.Title, body})
}
