package docx

import (
	"cmp"
	"errors"
	"io"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
)

// Redline writes the new text with tracked changes against the old one as a
// Word file. With all changes accepted it is the new text, with all rejected
// the old one, of texts passed through [ooxml.Clean].
//
// Options.Author and Options.Date name who made the changes and on which day;
// they default to "conceptdiff" and to the date of the new revision. It fails for a
// filtered report: half of a text cannot be accepted or rejected.
func Redline(w io.Writer, r report.Report, o render.Options) error {
	d, err := newDocument(&r, o)
	if err != nil {
		return err
	}
	d.compose()
	return d.pack(w)
}

func newDocument(r *report.Report, o render.Options) (*document, error) {
	if r.Filter != nil {
		return nil, errors.New("a redline shows both texts as a whole: leave out what limits the comparison to some clauses")
	}
	d := &document{report: r, options: o, Printer: message.In(o.Language), looks: &looks{}}
	d.author = ooxml.Text(cmp.Or(o.Author, "conceptdiff"))
	d.date = day(o.Date, r.New.Date, r.Old.Date)
	d.newLang, d.oldLang = wordml.Language(r.New.Language), wordml.Language(r.Old.Language)
	return d, nil
}

// document is a redline that is being written.
type document struct {
	*message.Printer // says headings and fixed phrases
	report           *report.Report
	options          render.Options
	looks            *looks
	author           string  // escaped
	date             string  // ISO 8601 calendar date
	oldLang, newLang string  // may be ""
	lines            []*line // of the new text
	paragraphs       []*paragraph
	moves            []*stretch
	comments         []*comment
	ids              int // of tracked changes, ranges and comments: unique in the document
}

// compose makes the paragraphs of the redline.
func (d *document) compose() {
	t := cut(d.report, d.looks)
	d.lines = t.new.lines
	t.chain()
	t.shareMarks()
	d.paragraphs = t.merge()
	d.moves = t.moves(d.paragraphs)
	d.comment(t)
}

func (d *document) id() int {
	d.ids++
	return d.ids
}

// day is the first of dates that is one; without any a fixed one, since
// LibreOffice joins changes that bear no time.
func day(dates ...string) string {
	for _, d := range dates {
		if isDate(d) {
			return d
		}
	}
	return "2000-01-01"
}

func isDate(s string) bool {
	if len(s) != len("2007-05-23") {
		return false
	}
	for i, c := range []byte(s) {
		if (i == 4 || i == 7) != (c == '-') || i != 4 && i != 7 && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
