package table

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// noteLines say what became of a row's clauses in each new text, and what is said of
// them. The first line of a change leads and tells what became of it, named after its
// draft where there are several. Quotations of sources are not in it: they would be
// longer than the text.
func (m *maker) noteLines(changes [][]*report.Change) []Line {
	var out []Line
	for i, of := range changes {
		for _, c := range of {
			for k, s := range m.remarks(c) {
				kind := LineNote
				if k == 0 {
					kind = LineLead
					s = m.ofDraft(i, s)
				}
				out = append(out, ownLine(kind, s))
			}
		}
	}
	return out
}

// remarks are the sentences of a note on a change. The first tells the fate. It is
// [phrase.Phrases.Note] without the counts of words and the quotations, but with the
// clauses that speak of the same.
func (m *maker) remarks(c *report.Change) []string {
	out := []string{m.FateSentence(c)}
	if s := m.SameSubject(c); s != "" {
		out = append(out, m.Sentence(s))
	}
	if c.Uncertain {
		out = append(out, m.Sentence(m.Say("That these clauses belong together is uncertain: {0}", m.Basis(c.Basis))))
	}
	if s := m.SignificanceSentence(c); s != "" {
		out = append(out, s)
	}
	return append(out, m.Beside(c)...)
}

// ownLine is a line of our own words.
func ownLine(kind LineKind, s string) Line {
	return Line{Kind: kind, Runs: []model.Piece{{Text: plain.Visible(s)}}}
}

// saidCell holds a word in place of a text.
func saidCell(s string) Cell {
	return Cell{Steps: [][]Line{{ownLine(LineSaid, s)}}}
}

// spoken reports whether a source or the committee speaks of a change's clauses, or a
// reference or term in them is to be looked at.
func spoken(c *report.Change) bool { return len(c.Provisions)+len(c.Marks)+len(c.Findings) > 0 }

// sameWords reports whether a change leaves the words of its clauses alone.
func sameWords(c *report.Change) bool {
	return c.Kind == compare.Unchanged && !c.Retitled
}

// sameLine says what each new text did with words that it left alone: the line across
// the table that stands for the clause.
func (m *maker) sameLine(changes [][]*report.Change) string {
	var parts []string
	for i, of := range changes {
		for _, c := range of {
			parts = append(parts, m.ofDraft(i, m.Sentence(m.ChangeName(c))+" "+m.FateSentence(c)))
		}
	}
	return plain.Visible(strings.Join(parts, " "))
}
