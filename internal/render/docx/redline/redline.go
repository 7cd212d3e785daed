package redline

import (
	"errors"
	"io"

	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/docx/markup"
	"conceptdiff/internal/render/docx/stream"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
)

// Redline writes the new text with tracked changes against the old one as a
// Word file. With all changes accepted it is the new text, with all rejected
// the old one, of texts passed through [ooxml.Clean].
//
// Options.Author and Options.Date name who made the changes and on which day; they
// default to "conceptdiff" and to the date of the new revision. It fails for a
// filtered report: half of a text cannot be accepted or rejected. The error is that
// of w, or that of a filtered report.
func Redline(w io.Writer, r report.Report, o render.Options) error {
	d, err := newDocument(&r, o)
	if err != nil {
		return err
	}
	d.compose()
	return d.pack(w)
}

// newDocument makes a document of which nothing is composed yet.
func newDocument(r *report.Report, o render.Options) (*document, error) {
	if r.Filter != nil {
		return nil, errors.New("a redline shows both texts as a whole: leave out what limits the comparison to some clauses")
	}
	d := &document{report: r, options: o, Printer: message.In(o.Language), Author: markup.NewAuthor(r, o), formats: &stream.Formats{}}
	d.newLang, d.oldLang = wordml.Language(r.New.Language), wordml.Language(r.Old.Language)
	return d, nil
}

// document is a redline that is being written. Author is embedded for the
// identifiers, which tracked changes, ranges and comments share.
type document struct {
	*message.Printer // says headings and fixed phrases
	*markup.Author
	report           *report.Report
	options          render.Options
	formats          *stream.Formats
	oldLang, newLang string         // may be ""
	lines            []*stream.Line // of the new text
	paragraphs       []*stream.Paragraph
	moves            []*stream.MoveRange
	comments         []*markup.Comment
}

// compose makes the paragraphs of the redline. The order of the steps is that of
// package stream: each needs what the one before tied.
func (d *document) compose() {
	t := stream.Cut(d.report, d.formats)
	d.lines = t.New.Lines
	t.Chain()
	stream.ShareMarks(t.Old.Lines)
	d.paragraphs = stream.Merge(t.Old.Lines, t.New.Lines)
	d.moves = t.Moves(d.paragraphs)
	d.comment(t)
}
