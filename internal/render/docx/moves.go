package docx

import (
	"strconv"

	"conceptdiff/internal/report"
)

// stretch is what moved together: atoms that stand next to each other, on one
// side, of one change or of sentences with one way. What left and what arrived
// as one pair bears one name.
type stretch struct {
	key    stretchKey
	atoms  []*atom
	places []place
	whole  bool // the paragraph mark after it moves along
	name   string
	id     int // of the range in the document
}

// stretchKey is what the atoms of a stretch have in common.
type stretchKey struct {
	old      bool
	change   *report.Change // of text that moved with its clause
	from, to string         // of a sentence that moved between clauses
}

// place is a span of a paragraph, by indexes.
type place struct{ paragraph, span int }

// moves pairs what left with what arrived. What has no partner stays a move
// without a range, which programs take for a deletion or insertion.
func (t *twoSides) moves(ps []*paragraph) []*stretch {
	t.matchMoved()
	all := stretches(ps)
	of := make(map[*atom]*stretch)
	for _, s := range all {
		for _, a := range s.atoms {
			of[a] = s
		}
	}
	var out []*stretch
	pair := func(s, t *stretch) {
		s.name = "move" + strconv.Itoa(len(out)/2+1)
		t.name = s.name
		out = append(out, s, t)
	}
	for _, s := range all {
		if !s.key.old {
			continue
		}
		if to := s.only(of); to != nil && to.only(of) == s {
			s.takeMarks(ps)
			to.takeMarks(ps)
			pair(s, to)
			continue
		}
		for _, a := range s.atoms {
			if to := of[a.mate]; a.mate != nil && to != nil {
				pair(s.alone(a), to.alone(a.mate))
			}
		}
	}
	return out
}

// only is the stretch in which all atoms of s have their mates; nil when there
// are several, or an atom has none.
func (s *stretch) only(of map[*atom]*stretch) *stretch {
	var out *stretch
	for _, a := range s.atoms {
		if a.mate == nil || of[a.mate] == nil || out != nil && of[a.mate] != out {
			return nil
		}
		out = of[a.mate]
	}
	return out
}

// alone is the stretch of a single atom of s.
func (s *stretch) alone(a *atom) *stretch {
	for i, b := range s.atoms {
		if a == b {
			return &stretch{key: s.key, atoms: s.atoms[i : i+1], places: s.places[i : i+1]}
		}
	}
	return s
}

// stretches finds what moved, in the order of the document. Words deleted from
// what moves away, or inserted into what arrives, do not end a stretch.
func stretches(ps []*paragraph) []*stretch {
	var out []*stretch
	var at *stretch
	for i, p := range ps {
		for j, s := range p.spans {
			if s.old != nil && s.new != nil {
				at = nil
				continue
			}
			a := s.any()
			if at != nil && at.key.old != (s.old != nil) {
				at = nil
			}
			if a.fate != moved {
				continue
			}
			key := stretchKey{old: s.old != nil, from: a.from, to: a.to}
			if a.from == "" {
				key.change = a.change
			}
			if at == nil || at.key != key {
				at = &stretch{key: key}
				out = append(out, at)
			}
			at.atoms = append(at.atoms, a)
			at.places = append(at.places, place{i, j})
		}
		if p.shared() || at != nil && at.key.old != (p.old != nil) {
			at = nil
		}
	}
	return out
}

// takeMarks lets the paragraph marks inside a stretch move along, and the one
// behind it when the stretch fills the paragraph. A mark goes the way of the
// text before it, since LibreOffice leaves an empty paragraph otherwise.
func (s *stretch) takeMarks(ps []*paragraph) {
	last := s.places[len(s.places)-1]
	for _, at := range s.places {
		p := ps[at.paragraph]
		if at.paragraph == len(ps)-1 || p.shared() || s.key.old != (p.old != nil) || at.span != len(p.spans)-1 {
			continue
		}
		p.moved = true
		s.whole = at == last
		if first := &s.places[0]; p.takeNumber() == first.span && at.paragraph == first.paragraph {
			first.span = 0
		}
	}
}

// takeNumber lets the number before the text of a paragraph move along, whether
// or not the clause has another at the other place. It returns how many spans
// the number takes.
func (p *paragraph) takeNumber() int {
	for i, s := range p.spans {
		a := s.any()
		if !a.number || a.fate != changed {
			return i
		}
		a.fate = moved
	}
	return len(p.spans)
}

// matchMoved ties the words that moved to where the comparison says that they
// went.
func (t *twoSides) matchMoved() {
	for _, in := range t.arrived {
		from := t.ends[in.Partner]
		for i, a := range t.ends[in] {
			if i < len(from) && a.mate == nil && from[i].mate == nil {
				a.mate, from[i].mate = from[i], a
			}
		}
	}
}
