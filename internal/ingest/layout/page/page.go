package page

import (
	"slices"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/ingest/pdf"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// pageLine is a line of a page. The places of marks and struck-out words in the
// embedded [pdf.Line] are offsets in bytes of its Text, and must follow when that
// changes.
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
//
// Words that a ruled line runs through are left out and listed, unless keepStruck
// says that they are text.
func Document(pages []pdf.Page, keepStruck bool) *flow.Document {
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
		b := paragraphs[i].block(words, set)
		var struck []string
		b.Text, struck = flow.CutStruck(b.Text, keepStruck)
		b.Text, b.Struck = strings.TrimSpace(b.Text), doc.AddStruck(b.Place, struck)
		doc.Blocks = append(doc.Blocks, b)
	}
	doc.Dropped = append(doc.Dropped, words.dropped()...)
	return doc
}

// flatten lists the lines of all pages, and tells in doc of pages without text, of
// text that stands sideways and of numbers of lines, which belong to none.
func flatten(pages []pdf.Page, doc *flow.Document) []pageLine {
	var out []pageLine
	for _, p := range pages {
		if p.Sideways != "" {
			doc.Dropped = append(doc.Dropped, flow.Dropped{Place: flow.Place{Page: p.Number}, Text: p.Sideways, Why: "set sideways"})
		}
		if len(p.LineNumbers) > 0 {
			doc.Dropped = append(doc.Dropped, flow.Dropped{Place: flow.Place{Page: p.Number}, Text: strings.Join(p.LineNumbers, " "), Why: "numbers of lines"})
		}
		if len(p.Lines) == 0 && p.Picture {
			doc.Warnings = append(doc.Warnings, flow.Odd(flow.Place{Page: p.Number}, flow.OddScan))
		}
		for i, l := range p.Lines {
			if strings.TrimSpace(l.Text) != "" {
				out = append(out, pageLine{Line: l, page: p.Number, no: i + 1})
			}
		}
	}
	return out
}

// labelPageLines finds the labels that lines seem to open with, by the rules for
// plain text, their bullets included. What follows the label is not kept: the text
// stays whole, and package layout cuts it again from the paragraph.
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
	return strings.NewReplacer(flow.StruckFrom, "", flow.StruckTo, "").Replace(p.marked())
}

// marked is the text of a line with marks around its struck-out words. Runs of raised
// and of struck-out characters may overlap, so the text is cut at the ends of both.
func (p *pageLine) marked() string {
	if len(p.Marks) == 0 && len(p.Struck) == 0 {
		return layout.Squeeze(p.Text)
	}
	cuts := []int{0, len(p.Text)}
	for _, m := range slices.Concat(p.Marks, p.Struck) {
		cuts = append(cuts, m.Start, m.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var b strings.Builder
	for i, from := range cuts[:len(cuts)-1] {
		s := p.Text[from:cuts[i+1]]
		if within(p.Marks, from) {
			s = flow.Raise(s, from > 0)
		}
		if within(p.Struck, from) {
			s = flow.StruckFrom + s + flow.StruckTo
		}
		b.WriteString(s)
	}
	return layout.Squeeze(b.String())
}

// within reports whether one of the runs holds the byte at that offset.
func within(runs []pdf.Mark, at int) bool {
	return slices.ContainsFunc(runs, func(m pdf.Mark) bool { return m.Start <= at && at < m.End })
}
