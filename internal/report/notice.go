package report

import "conceptdiff/internal/revision"

// Notice says what standing a revision has, where a reader must not miss it.
type Notice struct {
	Side   string // "old" or "new"
	Label  string
	Status revision.Status
	Text   string // one or two sentences
}

// notices gives each side that is not in force its notice.
func notices(old, now *Side) []Notice {
	var out []Notice
	for _, s := range []struct {
		name string
		side *Side
	}{{"old", old}, {"new", now}} {
		m := s.side.Meta
		text := ""
		switch m.Status {
		case revision.Illustrative:
			text = "The " + s.name + " text, «" + m.Label + "», is an illustration. It is not an official text."
		case revision.Draft:
			text = "The " + s.name + " text, «" + m.Label + "», is a draft. It is not in force."
		case revision.Superseded:
			if s.name == "new" {
				text = "The new text, «" + m.Label + "», has itself been superseded."
			}
		}
		if text == "" {
			continue
		}
		if m.Note != "" {
			text += " " + m.Note
		}
		out = append(out, Notice{s.name, m.Label, m.Status, text})
	}
	return out
}
