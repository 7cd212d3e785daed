package report

import (
	"slices"
	"strings"

	"conceptdiff/internal/claim"
)

// Lost is a passage of the old text that the new one has nowhere.
type Lost struct {
	claim.Removal
	Old Target
	// Statements are those tied to these words; Clause those that cite the whole
	// clause and are tied to none of its words, told where there are no others.
	Statements, Clause []Statement
}

// Untied reports whether no statement is tied to the passage itself.
func (g *Lost) Untied() bool { return len(g.Statements) == 0 }

// Removed lists all that went, in the order of the old text: whole clauses,
// paragraphs and items, and sentences of what else stands. Clauses of parts
// without counterpart and title pages are not among them. It compares anew what
// stands where, so a format that shows it asks once.
func (r *Report) Removed() []Lost {
	if r.comparison == nil {
		return nil
	}
	old := byAddress(r.Old.Clauses)
	var out []Lost
	for _, rem := range claim.Unannounced(r.comparison, nil) {
		t := target(old, rem.Provision)
		if t.Clause == nil {
			t.Clause = old[rem.Clause]
		}
		if t.Clause != nil && (t.Clause.Change.Lone || t.Clause.Front) {
			continue
		}
		g := Lost{Removal: rem, Old: t}
		r.addSpoken(&g)
		out = append(out, g)
	}
	return out
}

// addSpoken finds the statements tied to a passage.
func (r *Report) addSpoken(g *Lost) {
	for _, v := range r.Sources {
		for _, st := range v.Statements {
			switch {
			case slices.ContainsFunc(st.Flags, func(f *Flag) bool { return ties(f, g) }):
				g.Statements = append(g.Statements, st)
			case slices.ContainsFunc(st.Flags, func(f *Flag) bool { return f.Whole && f.Provision == g.Removal.Clause }):
				g.Clause = append(g.Clause, st)
			}
		}
	}
}

// ties reports whether a flag is on words of a passage. One that cites a whole
// clause as the source of all its paragraphs says nothing about a single one.
func ties(f *Flag, g *Lost) bool {
	within := f.Provision == g.Provision || strings.HasPrefix(f.Provision, g.Provision+"/")
	if !within {
		return false
	}
	if g.Unit != claim.OneSentence || f.Whole {
		return true
	}
	return slices.ContainsFunc(f.Sentences, func(s claim.Sentence) bool { return s.Text == g.Text })
}
