package html

import (
	"html/template"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/svg"
	"conceptdiff/internal/report"
)

// Style is the style sheet of the pages, for a frame that links to it.
func Style() string { return style + svg.PictureStyle + measures() }

// Script is the script of the pages, for a frame that links to it.
func Script() string { return script }

// Piece is a stretch of a page and the change at whose end it stops: there a frame
// can put what it has to say of it. Change is nil at the end of the page.
type Piece struct {
	HTML   []byte
	Change *report.Change
}

// EmbedDiff is what stands in the page of [Diff], from its heading on, for a page
// that has a frame of its own with [Style] and [Script]. It is cut at its changes. It
// fails as a template does.
func EmbedDiff(r *report.Report, o render.Options) ([]Piece, error) {
	return pieces(newDiff(r, o), "embeddedDiff")
}

// EmbedReport is the same of the page of [Report].
func EmbedReport(r *report.Report, o render.Options) ([]Piece, error) {
	return pieces(newReport(r, o), "embeddedReport")
}

// EmbedChange is one change as it stands in the page of [Diff]. Links to other
// clauses are given as text. It holds the whole texts of the change, no part of it
// folded.
func EmbedChange(r *report.Report, c *report.Change, o render.Options) template.HTML {
	p := newPage(r, o, "", "")
	p.rows.links, p.rows.whole = false, true
	return p.markup(func(m *markup) { m.noted(compose.Change(c, p.phrases)) })
}

// cut stands where a place is left. No text holds it: control characters are shown as
// pictures.
const cut = "\x00"

// slot leaves a place at the end of a change. Only [pieces] wants places; elsewhere
// nothing is written.
func (m *markup) slot(c *report.Change) {
	if m.slots {
		m.WriteString(cut + c.ID + cut)
	}
}

// pieces executes a template with a place at each change, and cuts the page there.
// Every second part of what was split is the id of a change.
func pieces(p *page, name string) ([]Piece, error) {
	p.rows.slots = true
	var buf strings.Builder
	if err := execute(&buf, p.phrases, name, p); err != nil {
		return nil, err
	}
	byID := make(map[string]*report.Change, len(p.R.Changes))
	for _, c := range p.R.Changes {
		byID[c.ID] = c
	}
	var out []Piece
	parts := strings.Split(buf.String(), cut)
	for i := 0; i < len(parts); i += 2 {
		piece := Piece{HTML: []byte(parts[i])}
		if i+1 < len(parts) {
			piece.Change = byID[parts[i+1]]
		}
		out = append(out, piece)
	}
	return out, nil
}
