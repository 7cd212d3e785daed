package compare

import (
	"cmp"
	"slices"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// SharedWords lists up to n of the words that the old and the new clauses of a
// change have in common, those that fewest clauses of both revisions hold first:
// the words that told this pair from the others.
func SharedWords(c *Comparison, ch *Change, n int) []string {
	lex := textdiff.NewLexicon(c.New.Language)
	clauses := map[string]int{} // by folded word: in how many clauses
	words := func(cs []*revision.Clause) map[string]bool {
		set := map[string]bool{}
		for _, clause := range cs {
			for _, t := range lex.Tokens(clause.Text()) {
				if t.IsWord() && !lex.IsWeak(t.Fold()) {
					set[lex.Folded(t.Fold())] = true
				}
			}
		}
		return set
	}
	for _, side := range [2][]*revision.Clause{c.OldClauses, c.NewClauses} {
		for _, clause := range side {
			for w := range words([]*revision.Clause{clause}) {
				clauses[w]++
			}
		}
	}
	var shared []string
	old := words(ch.Old)
	for w := range words(ch.New) {
		if old[w] {
			shared = append(shared, w)
		}
	}
	slices.SortFunc(shared, func(a, b string) int {
		return cmp.Or(clauses[a]-clauses[b], cmp.Compare(a, b))
	})
	return shared[:min(n, len(shared))]
}
