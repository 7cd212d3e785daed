package stream

import (
	"cmp"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// Fate is what became of a run.
type Fate uint8

// The fates. A run that only one side has is Changed.
const (
	Changed Fate = iota // deleted or inserted
	Kept                // on both sides at one place
	Moved               // on both sides at two places
)

// Run is a part of one line of one side, with one fate. Each run of a line follows
// the one before without a gap: the runs' texts are the line's, and its number before
// them.
type Run struct {
	Text        string
	Fate        Fate
	Number      bool // a clause's printed number
	Counterpart *Run // on the other side; nil for changed, and for a moved run of which it is not known
	Line        *Line
	at          int            // place among the runs of its side
	Change      *report.Change // nil for the number of a part that is no clause
	from        string         // of a moved sentence: where it stood, and where it stands
	to          string
}

// Line is one line of one side: what becomes a paragraph. A line without a clause is the
// number of a part that has no text of its own.
type Line struct {
	*report.Printed
	Format      Format
	Runs        []*Run
	rank        int   // place in the order of the changes
	Counterpart *Line // the line of the other side with which it shares a paragraph mark
}

// Side is one of the two texts. First also has clauses without text.
type Side struct {
	Lines []*Line
	of    map[*report.Clause][]*Line // those with text
	First map[*report.Clause]*Line   // the line with which a clause begins
}

// Texts holds both texts, cut into runs by the edits of the comparison. ends has two
// lists of runs for a move, under the edit of either end.
type Texts struct {
	Old, New *Side
	rank     int
	ends     map[*compare.Edit][]*Run // the runs of each end of a move
	arrived  []*compare.Edit          // the ends where words arrived
}

// newSide makes the lines of a side, without runs.
func newSide(s *report.Side, formats *Formats) *Side {
	out := &Side{of: make(map[*report.Clause][]*Line), First: make(map[*report.Clause]*Line)}
	printed := s.Printed()
	for i := range printed {
		p := &printed[i]
		l := &Line{Printed: p, Format: formats.Of(p)}
		out.Lines = append(out.Lines, l)
		if p.Line >= 0 {
			out.of[p.Clause] = append(out.of[p.Clause], l)
		}
		if p.Clause != nil && p.First {
			out.First[p.Clause] = l
		}
	}
	return out
}

// Cut fills the lines of both sides with runs. Runs have their place and their line
// then, and lines their rank: the order in which their change came up, and of a line
// without a change that of the line before. Which runs stay is for [Texts.Chain] to
// say.
func Cut(r *report.Report, formats *Formats) *Texts {
	t := &Texts{Old: newSide(&r.Old, formats), New: newSide(&r.New, formats), ends: make(map[*compare.Edit][]*Run)}
	t.numbers(r)
	for _, c := range r.Changes {
		t.change(c)
	}
	for _, s := range []*Side{t.Old, t.New} {
		rank, at := 0, 0
		for _, l := range s.Lines {
			if l.rank == 0 {
				l.rank = rank
			}
			rank = l.rank
			for _, a := range l.Runs {
				a.Line, a.at = l, at
				at++
			}
		}
	}
	return t
}

// cursor writes the text of one side of a change into its lines.
type cursor struct {
	t      *Texts
	change *report.Change
	lines  []*Line
}

// change puts the text of a change into the lines of both sides, part by part.
func (t *Texts) change(c *report.Change) {
	old := &cursor{t: t, change: c, lines: t.Old.linesOf(c.Old)}
	now := &cursor{t: t, change: c, lines: t.New.linesOf(c.New)}
	for p := range c.Parts() {
		switch p.Op {
		case compare.Keep:
			t.keep(old, now, &p)
		case compare.Move:
			if a := old.add(p.OldAt.Line, p.Old, Run{Fate: Moved, to: p.To}); a != nil {
				t.ends[p.Edit] = append(t.ends[p.Edit], a)
			}
			if a := now.add(p.NewAt.Line, p.New, Run{Fate: Moved, from: p.From}); a != nil {
				t.ends[p.Edit] = append(t.ends[p.Edit], a)
				t.arrived = append(t.arrived, p.Edit)
			}
		default:
			old.add(p.OldAt.Line, p.Old, Run{})
			now.add(p.NewAt.Line, p.New, Run{})
		}
	}
	t.tieNumbers(c)
}

// linesOf are the lines of some clauses, in order.
func (s *Side) linesOf(cs []*report.Clause) []*Line {
	if len(cs) == 1 {
		return s.of[cs[0]]
	}
	var out []*Line
	for _, c := range cs {
		out = append(out, s.of[c]...)
	}
	return out
}

// keep writes a kept part on both sides and ties what is equal to the letter.
func (t *Texts) keep(old, now *cursor, part *compare.Part) {
	for _, p := range Typography(part.Old, part.New) {
		if p.Old != p.New {
			old.add(part.OldAt.Line, p.Old, Run{})
			now.add(part.NewAt.Line, p.New, Run{})
			continue
		}
		Tie(old.add(part.OldAt.Line, p.Old, Run{Fate: Kept}), now.add(part.NewAt.Line, p.New, Run{Fate: Kept}))
	}
}

// Tie makes two runs one that is on both sides. One that is nil, as for an empty
// text, is left alone.
func Tie(old, now *Run) {
	if old != nil && now != nil {
		old.Fate, now.Fate = Kept, Kept
		old.Counterpart, now.Counterpart = now, old
	}
}

// add writes text at the end of a line; nil when there is nothing to write. Of a run
// that moved, the end that the edit does not name is the clause it is in.
func (p *cursor) add(at int, text string, a Run) *Run {
	if text == "" {
		return nil
	}
	a.Text, a.Change = text, p.change
	l := p.lines[at]
	a.Line = l
	if a.Fate == Moved {
		a.from, a.to = cmp.Or(a.from, l.Clause.Address), cmp.Or(a.to, l.Clause.Address)
	}
	if l.rank == 0 {
		p.t.rank++
		l.rank = p.t.rank
	}
	l.Runs = append(l.Runs, &a)
	return &a
}
