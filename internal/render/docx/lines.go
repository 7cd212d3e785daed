package docx

import (
	"cmp"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// fate is what became of an atom.
type fate uint8

const (
	changed fate = iota // deleted or inserted
	kept                // on both sides at one place
	moved               // on both sides at two places
)

// atom is a stretch of one line of one side, with one fate.
type atom struct {
	text   string
	fate   fate
	number bool  // a clause's printed number
	mate   *atom // on the other side; nil for changed, and for a moved atom of which it is not known
	line   *line
	at     int            // place among the atoms of its side
	change *report.Change // nil for the number of a part that is no clause
	from   string         // of a moved sentence: where it stood, and where it stands
	to     string
}

// line is one line of one side: what becomes a paragraph.
type line struct {
	*report.Printed
	look  look
	atoms []*atom
	rank  int   // place in the order of the changes
	mate  *line // the line of the other side with which it shares a paragraph mark
}

// side is one of the two texts.
type side struct {
	lines []*line
	of    map[*report.Clause][]*line // those with text
	first map[*report.Clause]*line   // the line with which a clause begins
}

// twoSides holds both texts, cut into atoms by the edits of the comparison.
type twoSides struct {
	old, new *side
	rank     int
	ends     map[*compare.Edit][]*atom // the atoms of each end of a move
	arrived  []*compare.Edit           // the ends where words arrived
}

func newSide(s *report.Side, looks *looks) *side {
	out := &side{of: make(map[*report.Clause][]*line), first: make(map[*report.Clause]*line)}
	printed := s.Printed()
	for i := range printed {
		p := &printed[i]
		l := &line{Printed: p, look: looks.of(p)}
		out.lines = append(out.lines, l)
		if p.Line >= 0 {
			out.of[p.Clause] = append(out.of[p.Clause], l)
		}
		if p.Clause != nil && p.First {
			out.first[p.Clause] = l
		}
	}
	return out
}

// cut fills the lines of both sides with atoms.
func cut(r *report.Report, looks *looks) *twoSides {
	t := &twoSides{old: newSide(&r.Old, looks), new: newSide(&r.New, looks), ends: make(map[*compare.Edit][]*atom)}
	t.numbers(r)
	for _, c := range r.Changes {
		t.change(c)
	}
	for _, s := range []*side{t.old, t.new} {
		rank, at := 0, 0
		for _, l := range s.lines {
			if l.rank == 0 {
				l.rank = rank
			}
			rank = l.rank
			for _, a := range l.atoms {
				a.line, a.at = l, at
				at++
			}
		}
	}
	return t
}

// pen writes the text of one side of a change into its lines.
type pen struct {
	t      *twoSides
	change *report.Change
	lines  []*line
}

func (t *twoSides) change(c *report.Change) {
	old := &pen{t: t, change: c, lines: t.old.linesOf(c.Old)}
	now := &pen{t: t, change: c, lines: t.new.linesOf(c.New)}
	for p := range c.Parts() {
		switch p.Op {
		case compare.Keep:
			t.keep(old, now, &p)
		case compare.Move:
			if a := old.add(p.OldAt.Line, p.Old, atom{fate: moved, to: p.To}); a != nil {
				t.ends[p.Edit] = append(t.ends[p.Edit], a)
			}
			if a := now.add(p.NewAt.Line, p.New, atom{fate: moved, from: p.From}); a != nil {
				t.ends[p.Edit] = append(t.ends[p.Edit], a)
				t.arrived = append(t.arrived, p.Edit)
			}
		default:
			old.add(p.OldAt.Line, p.Old, atom{})
			now.add(p.NewAt.Line, p.New, atom{})
		}
	}
	t.tieNumbers(c)
}

func (s *side) linesOf(cs []*report.Clause) []*line {
	if len(cs) == 1 {
		return s.of[cs[0]]
	}
	var out []*line
	for _, c := range cs {
		out = append(out, s.of[c]...)
	}
	return out
}

// keep writes a kept part on both sides and ties what is equal to the letter.
func (t *twoSides) keep(old, now *pen, part *compare.Part) {
	for _, p := range typography(part.Old, part.New) {
		if p.old != p.new {
			old.add(part.OldAt.Line, p.old, atom{})
			now.add(part.NewAt.Line, p.new, atom{})
			continue
		}
		tie(old.add(part.OldAt.Line, p.old, atom{fate: kept}), now.add(part.NewAt.Line, p.new, atom{fate: kept}))
	}
}

func tie(old, now *atom) {
	if old != nil && now != nil {
		old.fate, now.fate = kept, kept
		old.mate, now.mate = now, old
	}
}

// add writes text at the end of a line; nil when there is nothing to write.
func (p *pen) add(at int, text string, a atom) *atom {
	if text == "" {
		return nil
	}
	a.text, a.change = text, p.change
	l := p.lines[at]
	a.line = l
	if a.fate == moved {
		a.from, a.to = cmp.Or(a.from, l.Clause.Address), cmp.Or(a.to, l.Clause.Address)
	}
	if l.rank == 0 {
		p.t.rank++
		l.rank = p.t.rank
	}
	l.atoms = append(l.atoms, &a)
	return &a
}
