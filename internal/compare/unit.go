package compare

import (
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// unit is a clause with what the alignment wants to know of it, computed once.
type unit struct {
	clause *revision.Clause
	tokens []textdiff.Token // of the clause's own text
	words  int
	key    uint64 // hash of the normalised own text, 0 when there is no word in it
	// label is the clause's own number in comparable form: "12", "a", "3bis".
	label string
	// head is the clause's heading, own its text without the heading, tree the
	// text of the clause and of all clauses below it.
	head, own, tree vector

	parent   int // index of the enclosing unit, -1 at the top
	children []int
	rank     int // place among the children of its parent
}

// side is one revision's clauses, prepared for alignment.
type side struct {
	units []unit
	roots []int // units without a parent, in document order
}

// siblings lists the units that share u's parent, u included.
func (s *side) siblings(u int) []int {
	if p := s.units[u].parent; p >= 0 {
		return s.units[p].children
	}
	return s.roots
}

// neighbour is the sibling of u that stands d places after it, or -1.
func (s *side) neighbour(u, d int) int {
	sib := s.siblings(u)
	if i := s.units[u].rank + d; i >= 0 && i < len(sib) {
		return sib[i]
	}
	return -1
}

func newSide(clauses []*revision.Clause, lex *textdiff.Lexicon) *side {
	s := &side{units: make([]unit, len(clauses))}
	for i, c := range clauses {
		u := &s.units[i]
		u.clause = c
		u.tokens = lex.Tokens(c.Text())
		u.words = textdiff.Words(u.tokens)
		u.key = hashTokens(u.tokens)
		u.label = label(c.Provision)
		u.parent = -1
		if c.Parent != nil {
			u.parent = c.Parent.Pos
			p := &s.units[u.parent]
			u.rank = len(p.children)
			p.children = append(p.children, i)
		} else {
			u.rank = len(s.roots)
			s.roots = append(s.roots, i)
		}
	}
	return s
}

// hashTokens hashes the normalised words of a text (FNV-1a over token
// identities). Spaces and breaks do not count.
func hashTokens(tokens []textdiff.Token) uint64 {
	h, words := uint64(14695981039346656037), false
	for _, t := range tokens {
		if t.Class == textdiff.Space || t.Class == textdiff.Break {
			continue
		}
		words = words || t.IsWord()
		h = (h ^ uint64(t.ID)) * 1099511628211
		h ^= h >> 29
	}
	if !words {
		return 0
	}
	return h
}

// hashWords hashes the words of a text without case and marks.
func hashWords(tokens []textdiff.Token) uint64 {
	h := uint64(14695981039346656037)
	for _, t := range tokens {
		if t.IsWord() {
			h = (h ^ uint64(t.Fold)) * 1099511628211
			h ^= h >> 29
		}
	}
	return h
}
