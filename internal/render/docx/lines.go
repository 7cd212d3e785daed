package docx

import (
	"cmp"
	"fmt"
	"strings"

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
func cut(r *report.Report, looks *looks) (*twoSides, error) {
	t := &twoSides{old: newSide(&r.Old, looks), new: newSide(&r.New, looks)}
	t.numbers(r)
	for _, c := range r.Changes {
		if err := t.change(c); err != nil {
			return nil, err
		}
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
	return t, nil
}

// pen writes the text of a change's clauses into their lines.
type pen struct {
	t      *twoSides
	change *report.Change
	lines  []*line
	at     int
}

func (t *twoSides) change(c *report.Change) error {
	old := &pen{t: t, change: c, lines: t.old.linesOf(c.Old)}
	now := &pen{t: t, change: c, lines: t.new.linesOf(c.New)}
	for _, e := range c.Edits {
		switch e.Op {
		case compare.Keep:
			t.keep(old, now, e)
		case compare.Move:
			old.write(e.Old, atom{fate: moved, to: e.To})
			now.write(e.New, atom{fate: moved, from: e.From})
		default:
			old.write(e.Old, atom{})
			now.write(e.New, atom{})
		}
	}
	for _, p := range []*pen{old, now} {
		if want := max(0, len(p.lines)-1); p.at != want {
			return fmt.Errorf("change %s: the edits hold %d line breaks, its clauses %d", c.ID, p.at, want)
		}
	}
	t.tieNumbers(c)
	return nil
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

// keep writes a kept run on both sides and ties what is equal to the letter.
func (t *twoSides) keep(old, now *pen, e compare.Edit) {
	olds, news := strings.Split(e.Old, "\n"), strings.Split(e.New, "\n")
	for i := range max(len(olds), len(news)) {
		if i > 0 && i < len(olds) {
			old.at++
		}
		if i > 0 && i < len(news) {
			now.at++
		}
		var o, n string
		if i < len(olds) {
			o = olds[i]
		}
		if i < len(news) {
			n = news[i]
		}
		for _, p := range typography(o, n) {
			if p.old != p.new {
				old.add(p.old, atom{})
				now.add(p.new, atom{})
				continue
			}
			tie(old.add(p.old, atom{fate: kept}), now.add(p.new, atom{fate: kept}))
		}
	}
}

func tie(old, now *atom) {
	if old != nil && now != nil {
		old.fate, now.fate = kept, kept
		old.mate, now.mate = now, old
	}
}

// write writes a run that may hold line breaks.
func (p *pen) write(text string, a atom) {
	for {
		part, rest, more := strings.Cut(text, "\n")
		p.add(part, a)
		if !more {
			return
		}
		p.at++
		text = rest
	}
}

// add writes a stretch of the line at hand; nil when there is nothing to write.
func (p *pen) add(text string, a atom) *atom {
	if text == "" || p.at >= len(p.lines) {
		return nil
	}
	a.text, a.change = text, p.change
	l := p.lines[p.at]
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
