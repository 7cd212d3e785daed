package relate

import (
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Rewriting is what can be said of two texts beside the fates of their clauses: what
// the new one took over from the old, which clauses speak of the same, and which
// names and words came, went, gained and lost.
type Rewriting struct {
	// Anew is true where less than a fifth of the old text is kept or moved: its
	// readers are told of subjects first, not of words.
	Anew     bool
	Kept     int // words of the old text that are kept or moved
	OldWords int
	Subjects []Topic
	Pairs    []Pair // clauses without a partner that speak of the same
	Taken    []Taken
	// TakenWords is how many words of the new text stand in a passage of Taken, each once.
	TakenWords int
	Themes     Themes
}

// Topic is a line of the table of subjects: an old clause and the new one that goes
// on with it, or one of them alone.
type Topic struct {
	Old, New *revision.Clause
	Change   *compare.Change // that holds them together; nil when they have a pair by subject
	Pair     *Pair
	OldOnly  []string // names in the old clause and below it that the new one has not
	NewOnly  []string
}

// anewShare is the part of the old words below which a text counts as written anew.
const anewShare = 5

// Examine finds what a comparison says beside the fates of the clauses. Where the text
// was not written anew only the pairs by subject are looked for.
func Examine(c *compare.Comparison) *Rewriting {
	s := c.Summary
	r := &Rewriting{Kept: s.Kept + s.MovedWords, OldWords: s.OldWords, Pairs: SameSubject(c)}
	r.Anew = r.Kept*anewShare < min(s.OldWords, s.NewWords)
	if !r.Anew {
		return r
	}
	r.Taken, r.TakenWords = takenOver(c)
	oldText, newText := TextOf(c.Old), TextOf(c.New)
	abbr := findAbbreviations(oldText, newText)
	old, now := newNamed(oldText, c.OldClauses, s.OldWords, abbr), newNamed(newText, c.NewClauses, s.NewWords, abbr)
	r.Subjects = subjects(c, r.Pairs, old, now)
	r.Themes = themes(old, now)
	return r
}

// subjects lists the clauses that head a chapter of either text, the old ones first
// with what goes on with them.
func subjects(c *compare.Comparison, pairs []Pair, old, now *named) []Topic {
	byOld := map[*revision.Clause]*Topic{}
	goes := map[*revision.Clause]bool{}
	var list []*Topic
	put := func(s *Topic) {
		byOld[s.Old] = s
		goes[s.New] = true
		list = append(list, s)
	}
	for i := range c.Changes {
		ch := &c.Changes[i]
		if len(ch.Old) > 0 && len(ch.New) > 0 && top(ch.Old[0]) {
			put(&Topic{Old: ch.Old[0], New: ch.New[0], Change: ch})
		}
	}
	for i := range pairs {
		if p := &pairs[i]; byOld[p.Old] == nil && !goes[p.New] && top(p.Old) {
			put(&Topic{Old: p.Old, New: p.New, Pair: p})
		}
	}
	for _, clause := range c.OldClauses {
		if top(clause) && byOld[clause] == nil && !goesOn(c, clause) {
			put(&Topic{Old: clause})
		}
	}
	slices.SortStableFunc(list, func(a, b *Topic) int { return a.Old.Pos - b.Old.Pos })
	for _, clause := range c.NewClauses {
		if top(clause) && !goes[clause] {
			list = append(list, &Topic{New: clause})
		}
	}
	out := make([]Topic, len(list))
	for i, s := range list {
		s.OldOnly, s.NewOnly = differ(old, now, s.Old, s.New)
		out[i] = *s
	}
	return out
}

// goesOn reports whether an old clause is the second or later one of a change.
func goesOn(c *compare.Comparison, clause *revision.Clause) bool {
	for i := range c.Changes {
		if ch := &c.Changes[i]; len(ch.New) > 0 && slices.Contains(ch.Old, clause) {
			return true
		}
	}
	return false
}

// top reports whether a clause heads a chapter: it stands in no other and has a name.
func top(c *revision.Clause) bool {
	return c.Parent == nil && c.Heading != "" && c.Kind != revision.KindComponent
}

// mostNames is how many names of a clause are told that the other has not.
const mostNames = 8

// differ lists the names of two clauses, with what stands below them, that the other
// text's has not, the most frequent first.
func differ(old, now *named, a, b *revision.Clause) (oldOnly, newOnly []string) {
	x, y := old.below(a), now.below(b)
	return old.only(x, y, now.textBelow(b)), now.only(y, x, old.textBelow(a))
}
