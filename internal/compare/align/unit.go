package align

import (
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// unit is a clause with what the alignment wants to know of it, computed once.
type unit struct {
	clause *revision.Clause
	text   string // the clause's own text
	cut
	// label is the clause's own number in comparable form: "12", "a", "3bis".
	label string
	// address is the clause's address in comparable form.
	address string
	// head is the clause's heading, own its text without the heading, tree the
	// text of the clause and of all clauses below it.
	head, own, tree vector
	title           uint64 // hash of the heading's words, 0 for none
	heading         int    // number of the heading, equal for equal words; 0 for none

	// parent is the enclosing unit that bears on the clause's place, -1 at the top.
	// Titles and chapters are only headings over articles that number through:
	// they enclose each other, and stand in a row of their own.
	parent   int
	children []int
	depth    int // how many units enclose it
	row      int // which row of siblings it stands in
	rank     int // place in that row
}

// side is one revision's clauses, prepared for alignment.
type Side struct {
	units []unit
	rows  [][]int // units of one kind under one parent, in document order
	texts *texts
}

// neighbour is the sibling of u that stands d places after it, or -1.
func (s *Side) neighbour(u, d int) int {
	row := s.rows[s.units[u].row]
	if i := s.units[u].rank + d; i >= 0 && i < len(row) {
		return row[i]
	}
	return -1
}

// byAddress finds units by their address in comparable form.
func (s *Side) byAddress() map[string]int {
	at := make(map[string]int, len(s.units))
	for i := range s.units {
		at[s.units[i].address] = i
	}
	return at
}

// parts cuts the unit's tokens into those of the heading and those after it.
func (u *unit) parts(tokens []textdiff.Token) (head, own []textdiff.Token) {
	if u.clause.Heading == "" {
		return nil, tokens
	}
	for i := range tokens {
		if tokens[i].Class() == textdiff.Break {
			return tokens[:i], tokens[i:]
		}
	}
	return tokens, nil
}

// leaf reports whether nothing stands below u.
func (u *unit) leaf() bool { return len(u.tree.terms) == len(u.own.terms) }

// holds reports whether u only holds others: a number, perhaps a heading, over
// clauses with text.
func (s *Side) holds(u int) bool {
	return s.units[u].own.mass == 0 && len(s.units[u].children) > 0
}

// sameBranch reports whether u and v are the same or one stands below the other.
func (s *Side) sameBranch(u, v int) bool {
	return u == v || s.within(u, v) || s.within(v, u)
}

// within reports whether u stands below above.
func (s *Side) within(u, above int) bool {
	for u = s.units[u].parent; u >= 0; u = s.units[u].parent {
		if u == above {
			return true
		}
	}
	return false
}

func newSide(clauses []*revision.Clause, texts *texts) *Side {
	s := &Side{units: make([]unit, len(clauses)), texts: texts}
	rows := map[rowKey]int{}
	for i, c := range clauses {
		u := &s.units[i]
		u.clause = c
		u.text = c.Text()
		u.cut = texts.read(u.text)
		u.label = label(c.Provision)
		u.address = plainAddress(c.Address())
		u.parent = -1
		if p := enclosing(c); p != nil {
			u.parent = p.Pos
			u.depth = s.units[p.Pos].depth + 1
			s.units[p.Pos].children = append(s.units[p.Pos].children, i)
		}
		key := rowKey{u.parent, c.Component, isPart(c)}
		row, ok := rows[key]
		if !ok {
			row = len(s.rows)
			rows[key] = row
			s.rows = append(s.rows, nil)
		}
		u.row, u.rank = row, len(s.rows[row])
		s.rows[row] = append(s.rows[row], i)
	}
	return s
}

// rowKey tells rows of siblings apart.
type rowKey struct {
	parent    int
	component *revision.Provision
	part      bool
}

// enclosing is the clause above c that bears on its place.
func enclosing(c *revision.Clause) *revision.Clause {
	p := c.Parent
	for p != nil && isPart(p) && !isPart(c) {
		p = p.Parent
	}
	return p
}

func isPart(c *revision.Clause) bool { return c.Kind == revision.KindPart }

// Words counts the words of all clauses.
func (s *Side) Words() int {
	n := 0
	for i := range s.units {
		n += s.units[i].words
	}
	return n
}

// Text is the text of the clause at a position.
func (s *Side) Text(at int) string { return s.units[at].text }

// WordsOf counts the words of the clause at a position.
func (s *Side) WordsOf(at int) int { return s.units[at].words }

// Tokens are those of several clauses' texts, joined by line breaks; good for as
// long as they are held.
func (s *Side) Tokens(clauses []int) []textdiff.Token {
	if len(clauses) == 1 {
		return s.texts.lasting(&s.units[clauses[0]])
	}
	var out []textdiff.Token
	for _, at := range clauses {
		tokens := s.texts.tokens(&s.units[at])
		if len(out) > 0 && len(tokens) > 0 {
			out = append(out, s.texts.lineBreak)
		}
		out = append(out, tokens...)
	}
	return out
}
