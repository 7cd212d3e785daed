package report

import (
	"fmt"
	"strings"

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
}

// slot is a place between two line breaks of one side of a change.
type slot struct {
	clause *Clause
	line   Line
}

// side walks the slots of one side while the edits are read.
type side struct {
	slots []slot
	at    int
	shown bool // the slot at hand stands in an earlier row already
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

// checkLines fails when the edits of a change do not hold as many lines as its
// clauses have; a clause without any is as good as an empty line.
func checkLines(edits []compare.Edit, old, new int) error {
	oldLines, newLines := 1, 1
	for i := range edits {
		oldLines += strings.Count(edits[i].Old, "\n")
		newLines += strings.Count(edits[i].New, "\n")
	}
	if oldLines != max(old, 1) {
		return fmt.Errorf("the edits hold %d lines on the old side, its clauses %d", oldLines, old)
	}
	if newLines != max(new, 1) {
		return fmt.Errorf("the edits hold %d lines on the new side, its clauses %d", newLines, new)
	}
	return nil
}

// buildRows reconstructs the blocks of a change from its edits, which hold as many
// lines as there are blocks, see checkLines.
func buildRows(edits []compare.Edit, old, new []slot) []Row {
	b := &rowBuilder{old: side{slots: old}, new: side{slots: new}}
	b.rows = make([]Row, 0, max(len(old), len(new)))
	for i := 0; i < len(edits); {
		if edits[i].Op == compare.Keep {
			b.keep(edits[i])
			i++
			continue
		}
		end := i
		for end < len(edits) && edits[end].Op != compare.Keep {
			end++
		}
		inline := end < len(edits) && !strings.HasPrefix(edits[end].New, "\n")
		b.gap(edits[i:end], inline)
		i = end
	}
	b.close(true, true)
	return b.rows
}

// keep adds a kept run. Its sides have the same line breaks; should they not,
// the lines that only one side has are kept on that side.
func (b *rowBuilder) keep(e compare.Edit) {
	if strings.IndexByte(e.Old, '\n') < 0 && strings.IndexByte(e.New, '\n') < 0 {
		b.add(Run{Op: compare.Keep, Old: e.Old, New: e.New})
		return
	}
	old, new := strings.Split(e.Old, "\n"), strings.Split(e.New, "\n")
	for i := range max(len(old), len(new)) {
		r := Run{Op: compare.Keep}
		if i < len(old) {
			r.Old = old[i]
		}
		if i < len(new) {
			r.New = new[i]
		}
		b.add(r)
		if i+1 < len(old) || i+1 < len(new) {
			b.close(i+1 < len(old), i+1 < len(new))
		}
	}
}

// gap adds what stands between two kept runs. inline says that the kept run
// after it goes on in the same line.
func (b *rowBuilder) gap(edits []compare.Edit, inline bool) {
	if !holdsBreak(edits) {
		for _, e := range edits {
			b.add(oldRun(e))
			b.add(newRun(e))
		}
		return
	}
	var old, new [][]Run
	for _, e := range edits {
		old = appendLines(old, oldRun(e))
		new = appendLines(new, newRun(e))
	}
	lead := len(b.row.Runs) > 0
	for _, p := range pairLines(len(old), len(new), lead, inline) {
		var endOld, endNew bool
		if p.old >= 0 {
			b.addAll(old[p.old])
			endOld = p.old+1 < len(old)
		}
		if p.new >= 0 {
			b.addAll(new[p.new])
			endNew = p.new+1 < len(new)
		}
		if endOld || endNew {
			b.close(endOld, endNew)
		}
	}
}

func holdsBreak(edits []compare.Edit) bool {
	for _, e := range edits {
		if strings.IndexByte(e.Old, '\n') >= 0 || strings.IndexByte(e.New, '\n') >= 0 {
			return true
		}
	}
	return false
}

func oldRun(e compare.Edit) Run { return Run{Op: e.Op, Old: e.Old, To: e.To} }
func newRun(e compare.Edit) Run { return Run{Op: e.Op, New: e.New, From: e.From} }

// appendLines adds a run to the last of lines and begins a line at each break.
func appendLines(lines [][]Run, r Run) [][]Run {
	text := r.Old + r.New // one of them is ""
	if text == "" {
		return lines
	}
	if lines == nil {
		lines = append(lines, nil)
	}
	for i, part := range strings.Split(text, "\n") {
		if i > 0 {
			lines = append(lines, nil)
		}
		if part == "" {
			continue
		}
		piece := r
		if r.Old != "" {
			piece.Old = part
		} else {
			piece.New = part
		}
		lines[len(lines)-1] = append(lines[len(lines)-1], piece)
	}
	return lines
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
	b.row.Runs = append(b.row.Runs, r)
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
	if s.at >= len(s.slots) || (!s.runs && (s.shown || !ends)) {
		return nil
	}
	l := s.slots[s.at].line
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
