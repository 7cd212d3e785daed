package markup

import (
	"cmp"
	"strconv"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/docx/stream"
	"conceptdiff/internal/report"
)

// Author makes the changes of one document: their tags, times and identifiers. It is
// not for several documents, as Last counts within one.
type Author struct {
	Name  string // escaped
	Dated string // ISO 8601 calendar date
	// Late says that the changes at hand bear a later time; see Change.
	Late bool
	// Last is the highest identifier in use, of tracked changes, ranges and
	// comments: they are unique in a document.
	Last int
}

// NewAuthor is who makes the changes by the options, and on which day: they default
// to "conceptdiff" and to the date of the new revision. A day that is none is passed
// over. Last starts at 0: who lays changes over a file sets it to the highest that
// the file has.
func NewAuthor(r *report.Report, o render.Options) *Author {
	return &Author{Name: ooxml.Text(cmp.Or(o.Author, "conceptdiff")), Dated: day(o.Date, r.New.Date, r.Old.Date)}
}

// ID is an identifier that the document does not have yet.
func (a *Author) ID() int {
	a.Last++
	return a.Last
}

// Change opens a tag with the attributes of a tracked change and leaves it
// unclosed.
//
// LibreOffice joins two insertions within a minute of each other when one ends a
// paragraph and the other begins the next, and rejects the paragraph mark between
// them along: so whoever writes paragraphs lets Late alternate, and the changes bear
// times further apart. The caller writes ">" or "/>".
func (a *Author) Change(tag string) string { return `<` + tag + a.attributes() }

// attributes are the identifier, a new one each time, the author and the time:
// midnight by UTC, or two minutes later. There is no time of day that would be true.
func (a *Author) attributes() string {
	time := "T00:00:00Z"
	if a.Late {
		time = "T00:02:00Z"
	}
	return ` w:id="` + strconv.Itoa(a.ID()) + `" w:author="` + a.Name + `" w:date="` + a.Dated + time + `"`
}

// RangeStart begins the range of what moved, and gives it its identifier. It is
// called once for each of a pair, which have the name in common: by it programs know
// what left from where it arrived (ECMA-376, 17.13.5).
func (a *Author) RangeStart(m *stream.MoveRange) string {
	tag := "w:moveToRangeStart"
	if m.Leaves() {
		tag = "w:moveFromRangeStart"
	}
	out := a.Change(tag) + ` w:name="` + m.Name + `"/>`
	m.ID = a.Last
	return out
}

// RangeEnd ends a range that was begun. It must have been begun, or it has no
// identifier.
func (a *Author) RangeEnd(m *stream.MoveRange) string {
	tag := "w:moveToRangeEnd"
	if m.Leaves() {
		tag = "w:moveFromRangeEnd"
	}
	return `<` + tag + ` w:id="` + strconv.Itoa(m.ID) + `"/>`
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

// isDate reports whether a text has the form of a day. Months and days are not
// checked: no program minds.
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
