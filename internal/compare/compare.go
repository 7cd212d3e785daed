package compare

import (
	"cmp"
	"slices"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// Compare aligns two revisions and says what became of every clause and every
// word. The pins of people win over what it finds; one that names an unknown
// clause, or contradicts another, is an error. The same input gives the same
// result.
func Compare(old, new *revision.Revision, pins ...Pin) (*Comparison, error) {
	c := &Comparison{Old: old, New: new, OldClauses: old.Clauses(), NewClauses: new.Clauses()}
	lex := textdiff.NewLexicon(new.Language)
	texts := newTexts(lex, size(c.OldClauses)+size(c.NewClauses))
	b := &builder{
		lex: lex, lineBreak: lex.Tokens("\n")[0],
		old: newSide(c.OldClauses, texts), new: newSide(c.NewClauses, texts),
	}
	var err error
	if b.alignment, err = align(b.old, b.new, texts, pins); err != nil {
		return nil, err
	}
	return c, b.build(c)
}

// builder turns an alignment into changes.
type builder struct {
	lex       *textdiff.Lexicon
	lineBreak textdiff.Token
	old, new  *side
	*alignment
}

func (b *builder) build(c *Comparison) error {
	groups := b.groups()
	moved := b.moved()
	b.order(groups, moved)
	c.Changes = make([]Change, len(groups))
	for i, g := range groups {
		c.Changes[i] = b.change(g, moved)
	}
	b.release()
	runs := b.runs(c.Changes, groups)
	b.finish(c.Changes, runs)
	if err := locate(c.Changes); err != nil {
		return err // our own mistake
	}
	b.judge(c, runs)
	c.Summary = summarize(c)
	c.Summary.OldWords, c.Summary.NewWords = b.old.wordCount(), b.new.wordCount()
	return nil
}

// change reads a group's kind and facets off the alignment.
func (b *builder) change(g group, moved []bool) Change {
	ch := Change{Kind: b.kind(g)}
	for _, o := range g.old {
		ch.Old = append(ch.Old, b.old.units[o].clause)
	}
	for _, n := range g.new {
		ch.New = append(ch.New, b.new.units[n].clause)
	}
	ch.ID = changeID(&ch)
	if g.mainOld < 0 {
		ch.RunnerUp = b.runnerUp(first(g.old), first(g.new))
		return ch
	}
	u, v := &b.old.units[g.mainOld], &b.new.units[g.mainNew]
	ch.mainOld, ch.mainNew = u.clause, v.clause
	ch.Moved = moved[g.mainOld]
	ch.Renumbered = !ch.Moved && u.address != v.address
	ch.Retitled = len(u.head.terms) > 0 && len(v.head.terms) > 0 && u.heading != v.heading
	b.explain(&ch, g)
	return ch
}

// kind says what became of a group: cut in two, or joined, when one of its sides
// has more parts than one.
func (b *builder) kind(g group) Kind {
	switch {
	case len(g.old) == 0:
		return New
	case len(g.new) == 0:
		return Removed
	}
	olds, news := b.old.parts(g.old), b.new.parts(g.new)
	switch {
	case news > olds && len(g.new) > 1:
		return Split
	case olds > 1 && len(g.old) > 1:
		return Merged
	case len(g.old)+len(g.new) == 2 && b.same(&b.old.units[g.mainOld], &b.new.units[g.mainNew]):
		return Unchanged
	}
	return Amended
}

// parts counts the parts that a change's clauses make up, one at least: those
// with text of their own, besides a heading, below which no other of them stands.
// What leads to a point is read with it: a clause that got one point, or lost its
// only one, is in one part still; cut into two points, it is in two.
func (s *side) parts(units []int) int {
	n := 0
	for i, u := range units {
		leads := slices.ContainsFunc(units[i+1:], func(v int) bool { return s.within(v, u) })
		if s.units[u].own.mass > 0 && !leads {
			n++
		}
	}
	return max(n, 1)
}

// same reports whether two texts are equal after normalisation.
func (b *builder) same(u, v *unit) bool {
	if u.text == v.text {
		return true
	}
	if u.key != v.key || u.words != v.words {
		return false
	}
	return slices.EqualFunc(b.texts.lasting(u), b.texts.tokens(v), func(s, t textdiff.Token) bool { return s.ID == t.ID })
}

// size is the length in bytes of the clauses' texts.
func size(cs []*revision.Clause) int {
	n := 0
	for _, c := range cs {
		for i := range c.Blocks {
			n += len(c.Blocks[i].Text) + 1
		}
	}
	return n
}

func first(units []int) int {
	if len(units) == 0 {
		return -1
	}
	return units[0]
}

func changeID(ch *Change) string {
	if len(ch.New) > 0 {
		return "c-" + ch.New[0].Address()
	}
	return "c-old-" + ch.Old[0].Address()
}

// order sorts groups by the new text; a removed clause follows the change that
// holds the clause before it.
func (b *builder) order(groups []group, moved []bool) {
	at := make([]int, len(b.old.units)) // the new place of each old clause
	last := -1
	for o, n := range b.toNew {
		if n >= 0 && !moved[o] {
			last = n
		}
		at[o] = last
	}
	place := func(g group) (int, int, int) {
		if len(g.new) > 0 {
			return g.new[0], 0, 0
		}
		return at[g.old[0]], 1, g.old[0]
	}
	slices.SortStableFunc(groups, func(x, y group) int {
		xn, xr, xo := place(x)
		yn, yr, yo := place(y)
		return cmp.Or(xn-yn, xr-yr, xo-yo)
	})
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

// explain records why a pair was chosen and what came second.
func (b *builder) explain(ch *Change, g group) {
	o, n := g.mainOld, g.mainNew
	w := b.weighPair(o, n)
	ch.Score = rounded(b.score[o])
	ch.Evidence = w.list()
	pin, pinned := b.pinned[o]
	switch {
	case pinned:
		ch.Pin = &pin
		ch.Basis = []Ground{{PairedBy, []any{pin.By}}}
	case b.anchored[o] && ch.Old[0].Address() == ch.New[0].Address():
		ch.Basis = []Ground{{Code: SameTextSameNumber}}
	case b.anchored[o]:
		ch.Basis = []Ground{{Code: SameText}}
	default:
		ch.Basis = w.basis()
	}
	ch.RunnerUp = b.runnerUp(o, n)
	ch.Uncertain = !b.settled(o) && ch.Score < certain
}

// runnerUp finds the best pair of old clause o, or of new clause n, that was not
// chosen; one of the two may be -1. It is nil when nothing came near.
func (b *builder) runnerUp(o, n int) *Candidate {
	bestOld, bestNew, score := -1, -1, leastRunnerUp
	weigh := func(x, y int) {
		if x == o && y == n {
			return
		}
		if s := b.weighPair(x, y).score(); s > score {
			bestOld, bestNew, score = x, y, s
		}
	}
	if o >= 0 {
		for i := range b.candidates[o] {
			weigh(o, b.candidates[o][i].new)
		}
	}
	if n >= 0 {
		for _, r := range b.byBest.new[n] {
			weigh(r.with, n)
		}
	}
	if bestOld < 0 {
		return nil
	}
	return &Candidate{
		Old: b.old.units[bestOld].clause.Address(), New: b.new.units[bestNew].clause.Address(),
		Score: rounded(score), Why: b.whyLost(o, bestOld, bestNew, score),
	}
}

// leastRunnerUp is the score from which a pair that was not chosen is told of.
const leastRunnerUp = 0.05

// whyLost says why the pair of x and y was not chosen; o is the old clause that
// is being explained, or -1.
func (b *builder) whyLost(o, x, y int, score float64) Ground {
	old, new := b.old.units[x].clause.Address(), b.new.units[y].clause.Address()
	if n := b.toNew[x]; n >= 0 && x != o {
		return Ground{OldIsCloser, []any{old, b.new.units[n].clause.Address()}}
	}
	if p := b.toOld[y]; p >= 0 {
		return Ground{NewIsCloser, []any{new, b.old.units[p].clause.Address()}}
	}
	if score < probability(threshold) {
		return Ground{Code: TooLittleInCommon}
	}
	return Ground{Code: LessInCommon}
}

// wordCount counts the words of all clauses.
func (s *side) wordCount() int {
	n := 0
	for i := range s.units {
		n += s.units[i].words
	}
	return n
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
