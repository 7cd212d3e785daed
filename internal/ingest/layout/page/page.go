package page

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/ingest/pdf"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// pageLine is a line of a page.
type pageLine struct {
	pdf.Line
	page, no int // on which page and the how many-eth on it, from 1
	label    numbering.Label
	why      string // it was dropped, "" while it is kept
	notes    []revision.Note
}

func (p *pageLine) place() flow.Place { return flow.Place{Page: p.page, Line: p.no} }

func (p *pageLine) labelled() bool { return p.label.Form != numbering.FormUnknown }

// Document makes paragraphs of the lines of pages. A text that comes from a PDF
// as plain text has lost what a page shows; here it is at hand, so that other
// rules hold than in [layout.Join]: where a line begins and ends on the paper, how far
// it stands below the one before, how large its letters are.
//
// Steps, one file each: what belongs to the page is taken out (artefact), the
// setting is measured (measure, foot), footnotes go to where their marks stand
// (footnote), lines are joined (join), words put together again (hyphen),
// headings told from text (heading).
func Document(pages []pdf.Page) *flow.Document {
	doc := &flow.Document{}
	lines := flatten(pages, doc)
	dropPageFurniture(lines, pages)
	set := measureSetting(lines)
	takeFootnotes(lines, set)
	set.measureFeet(lines)
	kept := lines[:0:0]
	for i := range lines {
		switch ln := &lines[i]; ln.why {
		case "":
			kept = append(kept, *ln)
		case whyNote:
		default:
			doc.Dropped = append(doc.Dropped, flow.Dropped{Place: ln.place(), Text: ln.Text, Why: ln.why})
		}
	}
	labelPageLines(kept)
	words := newHyphenator(kept)
	paragraphs := joinPageLines(kept, set)
	markHeadings(paragraphs, set)
	for i := range paragraphs {
		doc.Blocks = append(doc.Blocks, paragraphs[i].block(words, set))
	}
	doc.Dropped = append(doc.Dropped, words.dropped()...)
	return doc
}

// flatten lists the lines of all pages, and tells of pages without text.
func flatten(pages []pdf.Page, doc *flow.Document) []pageLine {
	var out []pageLine
	for _, p := range pages {
		if p.Sideways != "" {
			doc.Dropped = append(doc.Dropped, flow.Dropped{Place: flow.Place{Page: p.Number}, Text: p.Sideways, Why: "set sideways"})
		}
		if len(p.Lines) == 0 && p.Picture {
			doc.Warnings = append(doc.Warnings, flow.Warning{Place: flow.Place{Page: p.Number}, Text: "a picture without text, as of a scan: nothing of it was read"})
		}
		for i, l := range p.Lines {
			if strings.TrimSpace(l.Text) != "" {
				out = append(out, pageLine{Line: l, page: p.Number, no: i + 1})
			}
		}
	}
	return out
}

// labelPageLines finds the labels that lines seem to open with.
func labelPageLines(lines []pageLine) {
	plain := make([]layout.Line, len(lines))
	for i := range lines {
		plain[i] = layout.Line{No: i + 1, Text: layout.Squeeze(strings.TrimSpace(lines[i].Bullet + " " + lines[i].Text))}
	}
	layout.LabelLines(plain)
	layout.FindFamilies(plain)
	for i := range lines {
		lines[i].label = plain[i].Label
	}
}

// words is the text of a line as a reader of the text would write it: raised
// figures that are no footnote marks keep their height.
func (p *pageLine) words() string {
	if len(p.Marks) == 0 {
		return layout.Squeeze(p.Text)
	}
	var b strings.Builder
	end := 0
	for _, m := range p.Marks {
		b.WriteString(p.Text[end:m.Start])
		b.WriteString(flow.Raise(p.Text[m.Start:m.End], m.Start > 0))
		end = m.End
	}
	b.WriteString(p.Text[end:])
	return layout.Squeeze(b.String())
}
