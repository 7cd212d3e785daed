package report

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Row is what stands side by side: one line of the old text, one of the new
// one, or both when they correspond.
type Row struct {
	Old, New *Line // nil when the row has nothing on that side
	Runs     []Run // in reading order; one that is not Keep belongs to one side only
	Changed  bool  // some run is not Keep, or the lines begin or end at other places
}

// Line says where one side of a row stands: which block of which clause.
type Line struct {
	Clause    *Clause
	Kind      revision.BlockKind // "" for a clause that holds no text
	Num       string             // what is printed before the block: the clause's number, an item's bullet, or ""
	Depth     int                // how many items enclose an item
	Provision string             // address down to paragraph and item
	Continued bool               // the block began in an earlier row
	First     bool               // the clause begins here
}

// Run is one run of text with one fate.
type Run struct {
	Op       compare.Op
	Old, New string
	From, To string // addresses of clauses, only for a move
	Elided   bool   // unchanged words were left out here; Old and New are ""

	partner *compare.Edit // the other end of a move
}

// side is one side of a change while its rows are laid out.
type side struct {
	lines []Line
	at    int
	shown bool // the line at hand stands in an earlier row already
	runs  bool // the row at hand holds text of this side
}

// rowBuilder turns the edits of one change into rows.
//
// A line break of either side ends the row, so that a split paragraph stands as
// one row a piece with the old text continued, and what was only deleted or
// only inserted stands alone on its side. Between two kept runs the deleted and
// inserted lines are paired (see pairLines).
type rowBuilder struct {
	old, new side
	row      Row
	rows     []Row
}

// buildRows lays out the parts of a change's edits (see [compare.Change.Parts]) in
// rows; old and new are the lines of its clauses.
func buildRows(parts []compare.Part, old, new []Line) []Row {
	b := &rowBuilder{old: side{lines: old}, new: side{lines: new}}
	b.rows = make([]Row, 0, max(len(old), len(new)))
	for i := 0; i < len(parts); {
		if p := &parts[i]; p.Op == compare.Keep {
			b.add(Run{Op: compare.Keep, Old: p.Old, New: p.New})
			if p.OldEnds || p.NewEnds {
				b.close(p.OldEnds, p.NewEnds)
			}
			i++
			continue
		}
		end := i
		for end < len(parts) && parts[end].Op != compare.Keep {
			end++
		}
		inline := end < len(parts) && (parts[end].New != "" || !parts[end].NewEnds)
		b.gap(parts[i:end], inline)
		i = end
	}
	b.close(true, true)
	return b.rows
}

// gap adds what stands between two kept runs. inline says that the kept run
// after it goes on in the same line.
func (b *rowBuilder) gap(parts []compare.Part, inline bool) {
	old, oldLines := runsByLine(parts, oldRun)
	new, newLines := runsByLine(parts, newRun)
	if oldLines <= 1 && newLines <= 1 {
		for i := range parts {
			b.add(oldRun(&parts[i]).run)
			b.add(newRun(&parts[i]).run)
		}
		return
	}
	lead := len(b.row.Runs) > 0
	for _, p := range pairLines(oldLines, newLines, lead, inline) {
		var endOld, endNew bool
		if p.old >= 0 {
			b.addAll(old[p.old])
			endOld = p.old+1 < oldLines
		}
		if p.new >= 0 {
			b.addAll(new[p.new])
			endNew = p.new+1 < newLines
		}
		if endOld || endNew {
			b.close(endOld, endNew)
		}
	}
}

// placed is a run and whether its line ends behind it.
type placed struct {
	run  Run
	ends bool
}

func oldRun(p *compare.Part) placed {
	return placed{Run{Op: p.Op, Old: p.Old, To: p.To, partner: p.Partner}, p.OldEnds}
}

func newRun(p *compare.Part) placed {
	return placed{Run{Op: p.Op, New: p.New, From: p.From, partner: p.Partner}, p.NewEnds}
}

// runsByLine gathers the runs of one side of a gap by line. A side without text
// has no line.
func runsByLine(parts []compare.Part, of func(*compare.Part) placed) (lines [][]Run, n int) {
	for i := range parts {
		p := of(&parts[i])
		if p.run.Old+p.run.New == "" && !p.ends {
			continue
		}
		if lines == nil {
			lines = append(lines, nil)
		}
		if at := len(lines) - 1; p.run.Old+p.run.New != "" {
			lines[at] = append(lines[at], p.run)
		}
		if p.ends {
			lines = append(lines, nil)
		}
	}
	return lines, len(lines)
}

// linePair is an old and a new line of a gap that share a row; -1 for none.
type linePair struct{ old, new int }

// pairLines pairs the lines of a gap: from the front, and the last with the
// last when kept text follows in that line (inline). When there is only one
// line to pair, kept text before it (lead) decides for the front.
func pairLines(old, new int, lead, inline bool) []linePair {
	paired := min(old, new)
	back := 0
	if inline && paired > 0 && (paired > 1 || !lead) {
		back = 1
	}
	front := paired - back
	pairs := make([]linePair, 0, max(old, new))
	for i := range front {
		pairs = append(pairs, linePair{i, i})
	}
	for i := front; i < old-back; i++ {
		pairs = append(pairs, linePair{i, -1})
	}
	for i := front; i < new-back; i++ {
		pairs = append(pairs, linePair{-1, i})
	}
	if back == 1 {
		pairs = append(pairs, linePair{old - 1, new - 1})
	}
	return pairs
}

func (b *rowBuilder) addAll(runs []Run) {
	for _, r := range runs {
		b.add(r)
	}
}

func (b *rowBuilder) add(r Run) {
	if r.Old == "" && r.New == "" {
		return
	}
	b.old.runs = b.old.runs || r.Old != ""
	b.new.runs = b.new.runs || r.New != ""
	if r.Op != compare.Keep {
		b.row.Changed = true
	}
	// Moves that go the same way one after the other are read as one.
	if n := len(b.row.Runs); n > 0 && r.Op == compare.Move && b.row.Runs[n-1].sameWay(&r) {
		b.row.Runs[n-1].Old += r.Old
		b.row.Runs[n-1].New += r.New
		return
	}
	b.row.Runs = append(b.row.Runs, r)
}

func (r *Run) sameWay(s *Run) bool {
	return r.Op == s.Op && r.From == s.From && r.To == s.To && (r.Old == "") == (s.Old == "")
}

// close ends the row. endOld and endNew say which sides' blocks end with it.
func (b *rowBuilder) close(endOld, endNew bool) {
	b.row.Old = b.old.line(endOld)
	b.row.New = b.new.line(endNew)
	if b.row.Old != nil || b.row.New != nil {
		if b.row.Old == nil || b.row.New == nil || b.row.Old.Continued != b.row.New.Continued {
			b.row.Changed = true
		}
		b.rows = append(b.rows, b.row)
	}
	b.row = Row{}
	b.old.next(endOld)
	b.new.next(endNew)
}

// line is the side's part of the row that ends: nil when the row holds none of
// its text, unless a block without any text ends unseen.
func (s *side) line(ends bool) *Line {
	if s.at >= len(s.lines) || (!s.runs && (s.shown || !ends)) {
		return nil
	}
	l := s.lines[s.at]
	l.Continued = s.shown
	if s.shown {
		l.First, l.Num = false, ""
	}
	return &l
}

func (s *side) next(ends bool) {
	s.shown = s.shown || s.runs
	s.runs = false
	if ends {
		s.at++
		s.shown = false
	}
}
