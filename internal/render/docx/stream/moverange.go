package stream

import (
	"strconv"

	"conceptdiff/internal/report"
)

// MoveRange is what moved together: runs that stand next to each other, on one side,
// of one change or of sentences with one way. What left and what arrived as one pair
// bears one name. Positions are its runs' places, ascending, one for each run.
type MoveRange struct {
	key       rangeKey
	runs      []*Run
	Positions []Position
	Whole     bool // the paragraph mark after it moves along
	Name      string
	ID        int // of the range in the document
}

// rangeKey is what the runs of a range have in common. from and to are addresses, ""
// for what moved with its clause: [Texts.Chain] found that.
type rangeKey struct {
	old      bool
	change   *report.Change // of text that moved with its clause
	from, to string         // of a sentence that moved between clauses
}

// Position is a span of a paragraph, by indexes.
type Position struct{ Paragraph, Span int }

// Moves pairs what left with what arrived. What has no partner stays a move without a
// range, which programs take for a deletion or insertion. Ranges come in pairs, what
// left before what arrived. Where the runs of one range went to several, each run is
// a range of its own.
func (t *Texts) Moves(ps []*Paragraph) []*MoveRange {
	t.MatchMoved()
	all := ranges(ps)
	of := make(map[*Run]*MoveRange)
	for _, s := range all {
		for _, a := range s.runs {
			of[a] = s
		}
	}
	var out []*MoveRange
	pair := func(s, t *MoveRange) {
		s.Name = "move" + strconv.Itoa(len(out)/2+1)
		t.Name = s.Name
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
		for _, a := range s.runs {
			if to := of[a.Counterpart]; a.Counterpart != nil && to != nil {
				pair(s.alone(a), to.alone(a.Counterpart))
			}
		}
	}
	return out
}

// Leaves reports whether the range is what left its place, not what arrived.
func (s *MoveRange) Leaves() bool { return s.key.old }

// only is the range in which all runs of s have their counterparts; nil when there
// are several, or a run has none.
func (s *MoveRange) only(of map[*Run]*MoveRange) *MoveRange {
	var out *MoveRange
	for _, a := range s.runs {
		if a.Counterpart == nil || of[a.Counterpart] == nil || out != nil && of[a.Counterpart] != out {
			return nil
		}
		out = of[a.Counterpart]
	}
	return out
}

// alone is the range of a single run of s. It has no mark that moves along.
func (s *MoveRange) alone(a *Run) *MoveRange {
	for i, b := range s.runs {
		if a == b {
			return &MoveRange{key: s.key, runs: s.runs[i : i+1], Positions: s.Positions[i : i+1]}
		}
	}
	return s
}

// ranges finds what moved, in the order of the document. Words deleted from
// what moves away, or inserted into what arrives, do not end a range.
func ranges(ps []*Paragraph) []*MoveRange {
	var out []*MoveRange
	var at *MoveRange
	for i, p := range ps {
		for j, s := range p.Spans {
			if s.Old != nil && s.New != nil {
				at = nil
				continue
			}
			a := s.Any()
			if at != nil && at.key.old != (s.Old != nil) {
				at = nil
			}
			if a.Fate != Moved {
				continue
			}
			key := rangeKey{old: s.Old != nil, from: a.from, to: a.to}
			if a.from == "" {
				key.change = a.Change
			}
			if at == nil || at.key != key {
				at = &MoveRange{key: key}
				out = append(out, at)
			}
			at.runs = append(at.runs, a)
			at.Positions = append(at.Positions, Position{i, j})
		}
		if p.Shared() || at != nil && at.key.old != (p.Old != nil) {
			at = nil
		}
	}
	return out
}

// takeMarks lets the paragraph marks inside a range move along, and the one behind it
// when the range fills the paragraph. A mark goes the way of the text before it,
// since LibreOffice leaves an empty paragraph otherwise. The number before the first
// text moves along, too: the range begins with it.
func (s *MoveRange) takeMarks(ps []*Paragraph) {
	last := s.Positions[len(s.Positions)-1]
	for _, at := range s.Positions {
		p := ps[at.Paragraph]
		if at.Paragraph == len(ps)-1 || p.Shared() || s.key.old != (p.Old != nil) || at.Span != len(p.Spans)-1 {
			continue
		}
		p.Moved = true
		s.Whole = at == last
		if first := &s.Positions[0]; p.takeNumber() == first.Span && at.Paragraph == first.Paragraph {
			first.Span = 0
		}
	}
}

// takeNumber lets the number before the text of a paragraph move along, whether or
// not the clause has another at the other place. It returns how many spans the number
// takes. A number that is on both sides stays where it is.
func (p *Paragraph) takeNumber() int {
	for i, s := range p.Spans {
		a := s.Any()
		if !a.Number || a.Fate != Changed {
			return i
		}
		a.Fate = Moved
	}
	return len(p.Spans)
}

// MatchMoved ties the words that moved to where the comparison says that they went.
// An end of a move may have been cut into several runs, on each side otherwise; they
// are tied in order, and those left over have no counterpart.
func (t *Texts) MatchMoved() {
	for _, in := range t.arrived {
		from := t.ends[in.Partner]
		for i, a := range t.ends[in] {
			if i < len(from) && a.Counterpart == nil && from[i].Counterpart == nil {
				a.Counterpart, from[i].Counterpart = from[i], a
			}
		}
	}
}
