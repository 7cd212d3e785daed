package claim

import (
	"slices"
	"strings"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// unit is a provision of a clause with text of its own: what a flag, a removal
// or a showing is about.
type unit struct {
	clause    *revision.Clause
	provision *revision.Provision
	blocks    []revision.Block // in a row, of the clause
	at        int              // first byte in the clause's text, see [revision.Clause.Text]
	cutter    *words.Cutter    // shared by the units of a side
	cut       []sentence       // made when first asked for, see sentences
}

// sentence is one sentence of a unit.
type sentence struct {
	text    string
	at      int // first byte in the clause's text
	heading bool
	// Made when first asked for, see the methods of these names:
	wordList []words.SearchWord
	summary  digest
	tells    []uint64
}

// words lists the sentence's words; positions count from its first byte.
func (s *sentence) words() []words.SearchWord {
	if s.wordList == nil {
		s.wordList = words.Scan(s.text)
	}
	return s.wordList
}

func (s *sentence) digest() digest {
	if s.summary.count == 0 {
		s.summary = digestOf(s.text)
	}
	return s.summary
}

// telling lists the sentence's telling words, see [tellingOf].
func (s *sentence) telling() []uint64 {
	if s.tells == nil {
		s.tells = tellingOf(s.text)
	}
	return s.tells
}

// saysLike reports whether two sentences have the same words in the same order.
func (s *sentence) saysLike(o *sentence) bool { return s.digest() == o.digest() }

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

// sentences cuts the unit into sentences. A heading is one, whatever stops it has.
func (u *unit) sentences() []sentence {
	if u.cut != nil {
		return u.cut
	}
	var few [8]sentence // most units have no more
	cut := few[:0]
	at := u.at
	for i := range u.blocks {
		b := &u.blocks[i]
		if b.Kind == revision.BlockHeading {
			cut = append(cut, sentence{text: b.Text, at: at, heading: true})
		} else {
			var few [8]words.Span // most paragraphs have no more
			for _, s := range u.cutter.Sentences(few[:0], b.Text) {
				cut = append(cut, sentence{text: b.Text[s.Start:s.End], at: at + s.Start})
			}
		}
		at += len(b.Text) + len("\n")
	}
	u.cut = append(u.cut, cut...)
	return u.cut
}

// side is a revision cut into units, in document order.
type side struct {
	cutter *words.Cutter
	units  []unit
	first  []int // by [revision.Clause.Pos] the place of a clause's first unit, and one more at the end
	// How sentences may open, and by their words the place of the first in that list;
	// made when first asked for, see find.
	openings []opening
	opensAt  map[uint64]int
}

// newSide cuts the clauses of a revision, all of them in document order: each
// into its heading together with the text behind its number, each paragraph,
// each item.
func newSide(clauses []*revision.Clause, lang string) *side {
	return cutSide(clauses, words.NewCutter(lang))
}

// cutSide is [newSide] with a cutter that may know words of another side.
func cutSide(clauses []*revision.Clause, cutter *words.Cutter) *side {
	blocks := 0
	for _, c := range clauses {
		blocks += len(c.Blocks)
	}
	s := &side{cutter: cutter, units: make([]unit, 0, blocks), first: make([]int, 0, len(clauses)+1)}
	for _, c := range clauses {
		s.first = append(s.first, len(s.units))
		at := 0
		for i, b := range c.Blocks {
			if n := len(s.units); i > 0 && s.units[n-1].provision == b.Provision {
				s.units[n-1].blocks = c.Blocks[i-len(s.units[n-1].blocks) : i+1]
			} else {
				s.units = append(s.units, unit{clause: c, provision: b.Provision, blocks: c.Blocks[i : i+1], at: at, cutter: cutter})
			}
			at += len(b.Text) + len("\n")
		}
	}
	s.first = append(s.first, len(s.units))
	return s
}

// of lists the units of a clause.
func (s *side) of(c *revision.Clause) []unit { return s.units[s.first[c.Pos]:s.first[c.Pos+1]] }

// opening is a unit in which a sentence may begin with certain words.
type opening struct {
	unit int32
	next int32 // the place of the next with the same first words, 0 after the last
}

// index lists how the sentences may open, see [appendOpenings], so that none need be cut
// to find the few that are asked for.
func (s *side) index() {
	if s.openings != nil {
		return
	}
	opens := make([]uint64, 0, 4*len(s.units))
	s.openings = make([]opening, 0, 4*len(s.units))
	var openers []opener // of one text after the other
	for i := range s.units {
		for _, b := range s.units[i].blocks {
			openers = appendOpeners(openers[:0], b.Text)
			opens = appendOpenings(opens, openers)
		}
		for len(s.openings) < len(opens) {
			s.openings = append(s.openings, opening{unit: int32(i)})
		}
	}
	s.opensAt = make(map[uint64]int, len(opens))
	for i, w := range slices.Backward(opens) {
		if next, ok := s.opensAt[w]; ok {
			s.openings[i].next = int32(next)
		}
		s.opensAt[w] = i
	}
}

// find returns the first sentence that has the words of another, which has some, and
// no others: the n-th of a unit, which is nil when there is none.
func (s *side) find(o *sentence) (u *unit, n int) {
	s.index()
	i, ok := s.opensAt[openingOf(o.text)]
	for ; ok; i, ok = int(s.openings[i].next), s.openings[i].next > 0 {
		u := &s.units[s.openings[i].unit]
		cut := u.sentences()
		for n := range cut {
			if cut[n].saysLike(o) {
				return u, n
			}
		}
	}
	return nil, 0
}

// gather lists the units of some clauses.
func (s *side) gather(clauses []*revision.Clause) []*unit {
	n := 0
	for _, c := range clauses {
		n += len(s.of(c))
	}
	out := make([]*unit, 0, n)
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
