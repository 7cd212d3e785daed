package claim

import (
	"slices"
	"strings"

	"conceptdiff/internal/revision"
)

// unit is a provision of a clause with text of its own: what a flag, a removal
// or a showing is about.
type unit struct {
	clause    *revision.Clause
	provision *revision.Provision
	blocks    []revision.Block // in a row, of the clause
	at        int              // first byte in the clause's text, see [revision.Clause.Text]
	cut       []sentence       // made when first asked for, see sentences
}

// sentence is one sentence of a unit.
type sentence struct {
	text    string
	at      int // first byte in the clause's text
	heading bool
	// Made when first asked for:
	wordList []word
	summary  *digest
}

// words lists the sentence's words; positions count from its first byte.
func (s *sentence) words() []word {
	if s.wordList == nil {
		s.wordList = scan(s.text)
	}
	return s.wordList
}

func (s *sentence) digest() *digest {
	if s.summary == nil {
		d := digestOf(s.text)
		s.summary = &d
	}
	return s.summary
}

// telling lists the sentence's telling words, see [digest].
func (s *sentence) telling() []uint64 { return s.digest().telling }

// saysLike reports whether two sentences have the same words in the same order.
func (s *sentence) saysLike(o *sentence) bool {
	return s.digest().count == o.digest().count && s.digest().sum == o.digest().sum
}

// text is the unit's blocks, a line each.
func (u *unit) text() string {
	if len(u.blocks) == 1 {
		return u.blocks[0].Text
	}
	lines := make([]string, len(u.blocks))
	for i, b := range u.blocks {
		lines[i] = b.Text
	}
	return strings.Join(lines, "\n")
}

// sentences cuts the unit into sentences. A heading is one, whatever stops it
// has.
func (u *unit) sentences() []sentence {
	if u.cut != nil {
		return u.cut
	}
	at := u.at
	for _, b := range u.blocks {
		if b.Kind == revision.BlockHeading {
			u.cut = append(u.cut, sentence{text: b.Text, at: at, heading: true})
		} else {
			for _, s := range sentences(b.Text) {
				u.cut = append(u.cut, sentence{text: b.Text[s.start:s.end], at: at + s.start})
			}
		}
		at += len(b.Text) + len("\n")
	}
	return u.cut
}

// side is a revision cut into units, in document order.
type side struct {
	units []unit
	first []int // by [revision.Clause.Pos] the place of a clause's first unit, and one more at the end
	// The sentences by their opening words, in order; made when first asked for,
	// see find.
	byOpening map[uint64][]place
}

// newSide cuts the clauses of a revision, all of them in document order: each
// into its heading together with the text behind its number, each paragraph,
// each item.
func newSide(clauses []*revision.Clause) *side {
	s := &side{first: make([]int, 0, len(clauses)+1)}
	for _, c := range clauses {
		s.first = append(s.first, len(s.units))
		at := 0
		for i, b := range c.Blocks {
			if n := len(s.units); i > 0 && s.units[n-1].provision == b.Provision {
				s.units[n-1].blocks = c.Blocks[i-len(s.units[n-1].blocks) : i+1]
			} else {
				s.units = append(s.units, unit{clause: c, provision: b.Provision, blocks: c.Blocks[i : i+1], at: at})
			}
			at += len(b.Text) + len("\n")
		}
	}
	s.first = append(s.first, len(s.units))
	return s
}

// of lists the units of a clause.
func (s *side) of(c *revision.Clause) []unit { return s.units[s.first[c.Pos]:s.first[c.Pos+1]] }

// place is where a sentence stands: the n-th of a unit.
type place struct {
	unit *unit
	n    int
}

// index cuts all units and finds their sentences by their opening words.
func (s *side) index() {
	if s.byOpening != nil {
		return
	}
	s.byOpening = make(map[uint64][]place)
	for i := range s.units {
		u := &s.units[i]
		for n, sentence := range u.sentences() {
			key := openingOf(sentence.text)
			s.byOpening[key] = append(s.byOpening[key], place{u, n})
		}
	}
}

// find returns the first sentence that has the words of another and no others:
// the n-th of a unit, which is nil when there is none.
func (s *side) find(o *sentence) (u *unit, n int) {
	s.index()
	for _, p := range s.byOpening[openingOf(o.text)] {
		if p.unit.cut[p.n].saysLike(o) {
			return p.unit, p.n
		}
	}
	return nil, 0
}

// gather lists the units of some clauses.
func (s *side) gather(clauses []*revision.Clause) []*unit {
	var out []*unit
	for _, c := range clauses {
		units := s.of(c)
		for i := range units {
			out = append(out, &units[i])
		}
	}
	return out
}

// below returns p and every provision below it.
func below(p *revision.Provision) map[*revision.Provision]bool {
	in := make(map[*revision.Provision]bool)
	p.Walk(func(q *revision.Provision) bool {
		in[q] = true
		return true
	})
	return in
}

// ownText is a provision's heading and text.
func ownText(p *revision.Provision) string {
	parts := slices.DeleteFunc([]string{p.Heading, p.Text}, func(s string) bool { return s == "" })
	return strings.Join(parts, "\n")
}
