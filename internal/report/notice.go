package report

import "conceptdiff/internal/revision"

// Notice says that a revision is not simply in force, where a reader must not
// miss it.
type Notice struct {
	Side   string // "old" or "new"
	Label  string
	Status revision.Status
	Note   string // what the revision says of itself; may be ""
}

// notices gives each side that is not in force its notice. That the old text
// has been superseded goes without saying.
func notices(old, now *Side) []Notice {
	var out []Notice
	for _, s := range []struct {
		name string
		side *Side
	}{{"old", old}, {"new", now}} {
		m := s.side.Meta
		switch {
		case m.Status == revision.Illustrative, m.Status == revision.Draft,
			m.Status == revision.Superseded && s.name == "new":
			out = append(out, Notice{s.name, m.Label, m.Status, m.Note})
		}
	}
	return out
}
