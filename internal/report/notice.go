package report

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Notice says that a revision is not simply in force, where a reader must not
// miss it.
type Notice struct {
	Side   string // "old" or "new"
	Label  string
	Status revision.Status
	Note   string // what the revision says of itself; may be ""
	// Embargo is the moment before which nothing of the report may be published (a day or
	// RFC 3339 without seconds), Unquotable that nothing of it may be quoted. Where one
	// is set the notice is about the report and the other fields are empty.
	Embargo    string
	Unquotable bool
	// Beside lists the differences in footnotes, headers and footers, which the
	// words of the comparison leave out. Where it is set the notice is about both
	// sides and the other fields are empty.
	Beside []compare.Beside
}

// Hold puts first what a reader may not do with the report: publish it before a moment
// ("" for none), quote it.
func (r *Report) Hold(embargo string, unquotable bool) {
	var held []Notice
	if embargo != "" {
		held = append(held, Notice{Embargo: embargo})
	}
	if unquotable {
		held = append(held, Notice{Unquotable: true})
	}
	r.Notices = append(held, r.Notices...)
}

// notices gives each side that is not in force its notice, and tells what differs
// beside the text. That the old text has been superseded goes without saying.
func notices(old, now *Side, beside []compare.Beside) []Notice {
	var out []Notice
	for _, s := range []struct {
		name string
		side *Side
	}{{"old", old}, {"new", now}} {
		m := s.side.Meta
		switch {
		case m.Status == revision.Illustrative, m.Status == revision.Draft,
			m.Status == revision.Superseded && s.name == "new":
			out = append(out, Notice{Side: s.name, Label: m.Label, Status: m.Status, Note: m.Note})
		}
	}
	if len(beside) > 0 {
		out = append(out, Notice{Beside: beside})
	}
	return out
}
