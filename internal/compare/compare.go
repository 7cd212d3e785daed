package compare

import (
	"cmp"

	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/compare/moves"
	"conceptdiff/internal/compare/parallel"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// Compare aligns two revisions and says what became of every clause and every
// word. The pins of people win over what it finds; one that names an unknown
// clause, or contradicts another, is an error. The same input gives the same
// result.
func Compare(old, new *revision.Revision, pins ...Pin) (*Comparison, error) {
	c := &Comparison{Old: old, New: new, OldClauses: old.Clauses(), NewClauses: new.Clauses()}
	lex := textdiff.NewLexicon(c.language())
	a, err := align.Align(c.OldClauses, c.NewClauses, lex, pins)
	if err != nil {
		return nil, err
	}
	c.Changes = make([]Change, len(a.Fates))
	for i := range a.Fates {
		c.Changes[i] = c.change(&a.Fates[i])
	}
	found := c.runs(lex, a)
	c.setEdits(a, found)
	if err := locate(c.Changes); err != nil {
		return nil, err // our own mistake
	}
	c.judge(lex, a, found)
	c.Summary, c.Beside = summarize(c), c.besideText()
	c.Summary.OldWords, c.Summary.NewWords = a.Old.Words(), a.New.Words()
	return c, nil
}

// language is that of the comparison: of the new text, else of the old one.
func (c *Comparison) language() string { return cmp.Or(c.New.Language, c.Old.Language) }

// change is a fate without its words.
func (c *Comparison) change(f *align.Fate) Change {
	ch := Change{
		Kind: f.Kind, Renumbered: f.Renumbered, Moved: f.Moved, Retitled: f.Retitled,
		Old: pick(c.OldClauses, f.Old), New: pick(c.NewClauses, f.New),
		Basis: f.Basis, Score: f.Score, Uncertain: f.Uncertain, Pin: f.Pin, RunnerUp: f.RunnerUp, Evidence: f.Evidence,
	}
	ch.ID = changeID(&ch)
	if f.MainOld >= 0 {
		ch.mainOld, ch.mainNew = c.OldClauses[f.MainOld], c.NewClauses[f.MainNew]
	}
	return ch
}

func pick(among []*revision.Clause, at []int) []*revision.Clause {
	var out []*revision.Clause
	for _, i := range at {
		out = append(out, among[i])
	}
	return out
}

func changeID(ch *Change) string {
	if len(ch.New) > 0 {
		return "c-" + ch.New[0].Address()
	}
	return "c-old-" + ch.Old[0].Address()
}

// runs finds the words kept, deleted and inserted in each change, then those
// that moved.
func (c *Comparison) runs(lex *textdiff.Lexicon, a *align.Alignment) []moves.Change {
	found := make([]moves.Change, len(a.Fates))
	texts := make([][2][]textdiff.Token, len(a.Fates)) // cut one after the other, since that changes the lexicon
	for i := range a.Fates {
		if f := &a.Fates[i]; f.Kind != Unchanged { // else there is nothing to find
			texts[i] = [2][]textdiff.Token{a.Old.Tokens(f.Old), a.New.Tokens(f.New)}
		}
	}
	parallel.ForEach(len(found), func() func(int) {
		return func(i int) {
			if ch := &c.Changes[i]; ch.Kind != Unchanged {
				found[i] = moves.Change{Old: blocksOf(ch.Old), New: blocksOf(ch.New), Runs: moves.Diff(lex, texts[i][0], texts[i][1])}
			}
		}
	})
	moves.Find(lex, found)
	return found
}

// judge sets the significance of each change, with its reasons.
func (c *Comparison) judge(lex *textdiff.Lexicon, a *align.Alignment, found []moves.Change) {
	changes := make([]significance.Change, len(c.Changes))
	for i := range c.Changes {
		ch := &c.Changes[i]
		changes[i] = significance.Change{
			Kind: ch.Kind, Renumbered: ch.Renumbered, Moved: ch.Moved, Retitled: ch.Retitled,
			Old: ch.Old, New: ch.New, Runs: found[i].Read,
		}
		for k := range ch.Edits {
			switch e := &ch.Edits[k]; {
			case e.To != "":
				changes[i].MovedTo = append(changes[i].MovedTo, e.To)
			case e.From != "":
				changes[i].MovedFrom = append(changes[i].MovedFrom, e.From)
			}
		}
	}
	text := significance.Text{Clauses: c.NewClauses, Tokens: func(i int) []textdiff.Token { return a.New.Tokens([]int{i}) }}
	for i, v := range significance.Judge(lex, c.language(), renumberings(c.Changes), text, changes) {
		c.Changes[i].Significance, c.Changes[i].Reasons = v.Significance, v.Reasons
	}
}

// renumberings maps old addresses to new ones, of clauses that got another.
func renumberings(changes []Change) map[string]string {
	m := map[string]string{}
	for i := range changes {
		if ch := &changes[i]; ch.mainOld != nil && ch.mainOld.Address() != ch.mainNew.Address() {
			m[ch.mainOld.Address()] = ch.mainNew.Address()
		}
	}
	return m
}

// summarize adds up the counts of the changes.
func summarize(c *Comparison) Summary {
	s := Summary{OldClauses: len(c.OldClauses), NewClauses: len(c.NewClauses), Kinds: map[Kind]int{}}
	for i := range c.Changes {
		ch := &c.Changes[i]
		s.Kinds[ch.Kind]++
		for _, facet := range []struct {
			is bool
			n  *int
		}{{ch.Renumbered, &s.Renumbered}, {ch.Moved, &s.Moved}, {ch.Retitled, &s.Retitled}} {
			if facet.is {
				*facet.n++
			}
		}
		s.Kept += ch.Words.Kept
		s.MovedWords += ch.Words.MovedOut
		s.Deleted += ch.Words.Deleted
		s.Inserted += ch.Words.Inserted
	}
	s.OldWords, s.NewWords = s.Kept+s.MovedWords+s.Deleted, s.Kept+s.MovedWords+s.Inserted
	return s
}
