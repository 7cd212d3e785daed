package render

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// noteLines say what became of a row's clauses in each new text, and what is said
// of them.
func (m *tableMaker) noteLines(changes [][]*report.Change) []TableLine {
	var out []TableLine
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

// remarks are the sentences of a note on a change. The first tells the fate.
func (m *tableMaker) remarks(c *report.Change) []string {
	out := []string{m.fateSentence(c)}
	if c.Uncertain {
		out = append(out, m.sentence(m.Say("That these clauses belong together is uncertain: {0}", m.basis(c.Basis))))
	}
	if s := m.significanceSentence(c); s != "" {
		out = append(out, s)
	}
	out = append(out, m.movedSentences(c)...)
	for _, v := range c.Provisions {
		out = append(out, m.sentence(m.provision(v)))
	}
	for _, marked := range c.Marks {
		out = append(out, m.sentence(m.marks(marked)))
	}
	return out
}

// ownLine is a line of our own words.
func ownLine(kind LineKind, s string) TableLine {
	return TableLine{Kind: kind, Runs: []TableRun{{Text: visible(s)}}}
}

// saidCell holds a word in place of a text.
func saidCell(s string) TableCell {
	return TableCell{Steps: [][]TableLine{{ownLine(LineSaid, s)}}}
}

// spoken reports whether a source or the committee speaks of a change's clauses.
func spoken(c *report.Change) bool { return len(c.Provisions)+len(c.Marks) > 0 }

// sameWords reports whether a change leaves the words of its clauses alone.
func sameWords(c *report.Change) bool {
	return c.Kind == compare.Unchanged && !c.Retitled
}

// sameLine says what each new text did with words that it left alone.
func (m *tableMaker) sameLine(changes [][]*report.Change) string {
	var parts []string
	for i, of := range changes {
		for _, c := range of {
			parts = append(parts, m.ofDraft(i, m.sentence(m.changeName(c))+" "+m.fateSentence(c)))
		}
	}
	return visible(strings.Join(parts, " "))
}
