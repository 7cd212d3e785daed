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
	lex := textdiff.NewLexicon(c.language())
	clauses := map[uint32]int{}  // by folded word: in how many clauses
	shown := map[uint32]string{} // how it stands in the text, in small letters
	words := func(cs []*revision.Clause) map[uint32]bool {
		set := map[uint32]bool{}
		for _, clause := range cs {
			for _, t := range lex.Tokens(clause.Text()) {
				if t.IsWord() && !lex.IsWeak(t.Fold()) {
					set[t.Fold()] = true
					if shown[t.Fold()] == "" {
						shown[t.Fold()] = lex.Small(t.Text)
					}
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
	var shared []uint32
	old := words(ch.Old)
	for w := range words(ch.New) {
		if old[w] {
			shared = append(shared, w)
		}
	}
	slices.SortFunc(shared, func(a, b uint32) int {
		return cmp.Or(clauses[a]-clauses[b], cmp.Compare(shown[a], shown[b]))
	})
	out := make([]string, 0, n)
	for _, w := range shared[:min(n, len(shared))] {
		out = append(out, shown[w])
	}
	return out
}
