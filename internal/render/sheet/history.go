package sheet

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/register"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
)

// Past is where one clause stands in a revision: its addresses there, several where
// it was split, and what became of it since the base of the revision, nil where it
// was first stored there.
type Past struct {
	Revision *revision.Revision
	At       []string
	From     *compare.Change
}

// History shows what one clause, named as it was asked for, is in each revision, in
// the order of past, with the standing of texts that are not in force and what
// registers say was done to it.
func History(name string, past []Past, o render.Options) Sheet {
	p := in(o)
	s := Sheet{Phrases: p, Title: p.Say("What became of {0}", name)}
	s.Columns = []string{p.Say("Text"), p.Say("Date"), p.Capital(p.Say("standing")), p.Say("Clause"), p.Say("What became of it"), p.Capital(p.Say("heading"))}
	s.Tabular = true
	var rows []Row
	wire := json.History{Schema: json.HistorySchema, Clause: name}
	// Each text calls its clauses by its own names.
	for _, h := range past {
		m := h.Revision.Meta
		if notice := p.StandingOf(m); notice != "" && len(h.At) > 0 {
			s.Notices = append(s.Notices, notice)
		}
		became := p.Say("first stored here")
		if h.From != nil {
			became = p.Became(h.From)
		}
		var headings []string
		in := p.Naming(h.Revision)
		var cited []string
		for _, at := range h.At {
			cited = append(cited, in.Cite(at))
			if v := h.Revision.Find(at); v != nil {
				headings = append(headings, phrase.Opening(v))
			}
			for _, f := range register.Of(h.Revision, at) {
				s.Facts = append(s.Facts, m.Label+": "+in.Fact(f))
			}
		}
		rows = append(rows, Row{{m.Label}, filled(p.Day(m.Date)), filled(p.Status(m.Status)), cited, {became}, headings})
		wire.Add(h.Revision, h.At, h.From)
	}
	s.add(p.Say("In every text"), rows)
	s.wire = wire
	return s
}

// filled is a cell of one line, empty where that is.
func filled(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}
