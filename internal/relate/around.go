package relate

import (
	"slices"

	"conceptdiff/internal/revision"
)

// Around is what documents have to do with a revision and, where that was compared with
// a later one, what falls out of step.
type Around struct {
	Revision  *revision.Revision
	New       *revision.Revision // nil unless it was held against a later one
	Documents []With
}

// With is what one document has to do with a revision.
type With struct {
	*Document
	*Related
	Steps []Step        // what falls out of step, where a later text was given
	Names []Replacement // of which the later text says that they were replaced
}

// Told lists what is told of the i-th passage of the document: what is shown and, where
// nothing is, the likeliest guesses; with all, the best guesses beside what is shown.
func (w *With) Told(i int, all bool) []*Relation {
	var out []*Relation
	shown := anyShown(w.Of[i])
	for k := range w.Of[i] {
		r := &w.Of[i][k]
		if r.Shown || all && k < mostBeside || !shown && r.Score >= Likely && len(out) < mostGuesses {
			out = append(out, r)
		}
	}
	return out
}

// Counts says of how many passages of the document a relation is shown, of how many
// others one is guessed, and how many are without a counterpart.
func (w *With) Counts() (shown, guessed, without int) {
	for i := range w.Of {
		switch {
		case w.From.Passages[i].Title && len(w.Of[i]) == 0: // a heading speaks with what stands below it
		case anyShown(w.Of[i]):
			shown++
		case len(w.Told(i, false)) > 0:
			guessed++
		default:
			without++
		}
	}
	return shown, guessed, without
}

// ShownSteps counts the relations that fall out of step and are shown.
func (w *With) ShownSteps() int {
	n := 0
	for i := range w.Steps {
		if w.Steps[i].Shown {
			n++
		}
	}
	return n
}

func anyShown(list []Relation) bool {
	for i := range list {
		if list[i].Shown {
			return true
		}
	}
	return false
}

// Said is a relation with the document that it is about.
type Said struct {
	Relation
	Document *Document
}

const (
	// Likely is the score from which guesses are told of a clause or passage of which
	// nothing is shown, and mostGuesses how many.
	Likely      = 0.13
	mostGuesses = 2
	// mostBeside is how many relations of a passage are told where all are asked for.
	mostBeside = 3
)

// ByClause lists the shown relations of all documents by the clauses of the revision,
// in its order, the best of a clause first. Of a clause of which nothing is shown the
// likeliest guesses are told, and where there are none those that its heading alone shows;
// of the others nothing was found, and nothing is Said.
func (a *Around) ByClause() []ClauseSaid {
	at := map[string]int{}
	var out []ClauseSaid
	for _, c := range a.Revision.Clauses() {
		at[c.Address()] = len(out)
		out = append(out, ClauseSaid{Clause: c})
	}
	for i := range a.Documents {
		w := &a.Documents[i]
		for _, list := range w.Of {
			for _, r := range list {
				if k, ok := at[r.To.Clause]; ok && (r.Shown || r.Score >= Likely || r.Heading != nil) {
					out[k].Said = append(out[k].Said, Said{r, w.Document})
				}
			}
		}
	}
	for i := range out {
		out[i].settle()
	}
	return out
}

// ClauseSaid is what documents say of the same as a clause.
type ClauseSaid struct {
	Clause *revision.Clause
	Said   []Said
}

// Bare reports whether the clause is nothing but a heading over others.
func (c *ClauseSaid) Bare() bool {
	for i := range c.Clause.Blocks {
		if c.Clause.Blocks[i].Kind != revision.BlockHeading {
			return false
		}
	}
	return true
}

// settle leaves guesses out where something is shown, and puts the best first.
func (c *ClauseSaid) settle() {
	shown := 0
	for i := range c.Said {
		if c.Said[i].Shown {
			shown++
		}
	}
	sortSaid(c.Said)
	byHeading := func(s Said) bool { return s.Heading != nil && !s.Shown }
	if slices.ContainsFunc(c.Said, func(s Said) bool { return !byHeading(s) }) {
		c.Said = slices.DeleteFunc(c.Said, byHeading)
	}
	var kept []Said
	for _, s := range c.Said {
		if s.Shown || shown == 0 && len(kept) < mostGuesses {
			kept = append(kept, s)
		}
	}
	c.Said = kept
}
