package table

import (
	"cmp"
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// stepKey orders the steps of a row: by the line of the old text at hand, then by
// what is inserted after it. -1 is what is inserted before the first line. A step is
// what stands on one height in all columns.
type stepKey struct{ line, after int }

// tableSteps gathers the lines of a row that stand in step: those of the old text and
// of each new one. A step has a list for each text, nil where the text has nothing
// there.
type tableSteps struct {
	lines map[stepKey][][]Line // one a text, the old one first
	texts int
}

// add puts a line into the step, below those that the text has in it already.
func (s *tableSteps) add(key stepKey, text int, l Line) {
	if s.lines[key] == nil {
		s.lines[key] = make([][]Line, s.texts)
	}
	s.lines[key][text] = append(s.lines[key][text], l)
}

// keys are the steps in order.
func (s *tableSteps) keys() []stepKey {
	keys := make([]stepKey, 0, len(s.lines))
	for k := range s.lines {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b stepKey) int { return cmp.Or(a.line-b.line, a.after-b.after) })
	return keys
}

// clauseRow adds the row of a unit with its texts. One new text is shown against the
// old one, both with marks. Of several the old one is shown whole and unmarked, since
// each draft does something else with it, and the marks stand in the drafts: what a
// draft deletes too.
func (m *maker) clauseRow(u tableUnit) {
	steps := &tableSteps{lines: map[stepKey][][]Line{}, texts: 1 + len(m.reports)}
	said := make([]string, steps.texts) // in place of a text
	if len(u.old) == 0 {
		said[0] = m.newIn(u)
	}
	several := len(m.reports) > 1
	if several {
		m.wholeOld(steps, u)
	}
	for d, of := range u.changes {
		if said[d+1] = m.saidOf(of); said[d+1] != "" && several {
			continue
		}
		w := tableWalk{steps: steps, text: d + 1, several: several, begin: m.beginnings(d, u), after: map[int]int{}}
		for _, c := range of {
			w.change(c)
		}
	}
	m.rows = append(m.rows, Row{Kind: RowClause})
	m.clauses++
	m.number(u)
	row := &m.rows[len(m.rows)-1]
	keys := steps.keys()
	row.Steps = max(len(keys), 1)
	for _, c := range m.columns {
		row.Cells = append(row.Cells, m.cell(c, u, steps, keys, said))
	}
}

// cell makes the cell of a column: a number, the notes, or a text step by step. said
// holds, by text, the word that stands in place of it, "" for none.
func (m *maker) cell(c Column, u tableUnit, steps *tableSteps, keys []stepKey, said []string) Cell {
	switch c.Kind {
	case "no":
		return Cell{Steps: [][]Line{{ownLine(LineNote, m.Number(m.clauses))}}}
	case "note":
		return Cell{Steps: [][]Line{m.noteLines(u.changes)}}
	}
	text := c.Draft + 1
	if said[text] != "" {
		return saidCell(said[text])
	}
	cell := Cell{Steps: make([][]Line, 0, len(keys))}
	for _, k := range keys {
		cell.Steps = append(cell.Steps, steps.lines[k][text])
	}
	return cell
}

// newIn is what stands in place of the old text of a clause that is new. Among
// several drafts it names the first that has it.
func (m *maker) newIn(u tableUnit) string {
	for d, of := range u.changes {
		if len(of) > 0 && len(m.reports) > 1 {
			return m.Say("new in {0}", m.reports[d].New.Label)
		}
	}
	return m.Word(string(compare.New))
}

// saidOf is the word in place of a new text: when it has nothing here, or, among
// several drafts, nothing else than the old text. "" when its text is to be shown.
// Clauses of a unit without any change in this draft, as where another draft adds
// one, are "–".
func (m *maker) saidOf(of []*report.Change) string {
	removed, lone, same := true, true, len(m.reports) > 1 && !m.o.Full
	for _, c := range of {
		removed, lone = removed && c.Kind == compare.Removed, lone && c.Lone
		same = same && sameWords(c) && !c.Moved
	}
	switch {
	case len(of) == 0:
		return "–"
	case removed && lone: // whether the part still applies is another question
		return m.Say("no counterpart in the new text")
	case removed:
		return m.Word(string(compare.Removed))
	case !same:
		return ""
	case of[0].Renumbered:
		return m.Say("unchanged, now {0}", m.Labels(of[0].New))
	}
	return m.Word(string(compare.Unchanged))
}

// beginnings tells at which line of the unit each of its old clauses begins, counted
// from 0. A clause without lines takes one, for its number. The clauses are those of
// the d-th report, whose sides are values of their own.
func (m *maker) beginnings(d int, u tableUnit) map[*report.Clause]int {
	begin := make(map[*report.Clause]int, len(u.old))
	line := 0
	for _, i := range u.old {
		c := m.reports[d].Old.Clauses[i]
		begin[c] = line
		line += max(len(c.Lines), 1)
	}
	return begin
}

// wholeOld puts the old text as it stands: beside several drafts it cannot show
// what each of them does with it.
func (m *maker) wholeOld(steps *tableSteps, u tableUnit) {
	line := 0
	for _, i := range u.old {
		c := m.old.Clauses[i]
		for _, l := range c.Lines {
			runs := []model.Piece{{Text: plain.Visible(l.Text)}}
			steps.add(stepKey{line, 0}, 0, newTableLine(&l.Line, runs, model.Plain))
			line++
		}
		if len(c.Lines) == 0 {
			steps.add(stepKey{line, 0}, 0, newTableLine(&report.Line{Num: c.Num}, nil, model.Plain))
			line++
		}
	}
}

// tableWalk puts the rows of one new text's changes to their steps. Beside several
// drafts only the new text is put, with what the draft deletes in it. One walk goes
// through all changes of the unit for that text, so that what one inserts after a
// line comes after what another inserted there.
type tableWalk struct {
	steps   *tableSteps
	text    int // which, from 1
	several bool
	begin   map[*report.Clause]int // at which line of the row an old clause begins
	after   map[int]int            // how many steps were inserted after a line
}

// change puts the rows of a change. An old line stands in its own step; what has no
// old line, or goes on with one that was begun, follows the last in a step of its
// own.
func (w *tableWalk) change(c *report.Change) {
	line := -1 // of the old text, at hand
	if len(c.Old) > 0 {
		line = w.begin[c.Old[0]] - 1
	}
	alone := len(c.Old) == 0 || len(c.New) == 0
	renumbered := !alone && (c.Renumbered || len(c.Old)+len(c.New) > 2)
	rows := c.Rows()
	for i := range rows {
		row := &rows[i]
		at := stepKey{line: line}
		if row.Old != nil && !row.Old.Continued {
			line++
			if row.Old.First {
				line = max(line, w.begin[row.Old.Clause])
			}
			at = stepKey{line: line}
		} else {
			w.after[line]++
			at.after = w.after[line]
		}
		w.row(at, row, alone, renumbered)
	}
}

// row puts one row of a change into a step, in both texts or in the new one alone.
// Beside several drafts a line that is only old is shown in the draft, deleted.
func (w *tableWalk) row(at stepKey, row *report.Row, alone, renumbered bool) {
	oldNum, newNum := numberMarks(row, renumbered)
	if row.Old != nil && !w.several {
		w.steps.add(at, 0, newTableLine(row.Old, tableRuns(row.Runs, true, false, alone), oldNum))
	}
	switch {
	case row.New != nil:
		w.steps.add(at, w.text, newTableLine(row.New, tableRuns(row.Runs, w.several, true, alone), newNum))
	case row.Old != nil && w.several:
		w.steps.add(at, w.text, newTableLine(row.Old, tableRuns(row.Runs, true, false, false), oldNum))
	}
}

// numberMarks say how the printed numbers of a row's clauses stand out. Only the line
// that begins a clause bears its number, and it stands out where the number changed,
// or where it tells which of several clauses this is.
func numberMarks(row *report.Row, renumbered bool) (old, now model.Mark) {
	if !renumbered || row.Old != nil && row.New != nil && row.Old.Num == row.New.Num {
		return model.Plain, model.Plain
	}
	if row.Old != nil && row.Old.First {
		old = model.Deleted
	}
	if row.New != nil && row.New.First {
		now = model.Inserted
	}
	return old, now
}

// newTableLine is a line of a clause with its number marked as num says. Items count
// as six deep at the most: deeper ones would have no room in a cell.
func newTableLine(l *report.Line, runs []model.Piece, num model.Mark) Line {
	out := Line{Kind: LineText, Depth: min(l.Depth, 6), Runs: runs}
	switch l.Kind {
	case revision.BlockHeading:
		out.Kind = LineHeading
	case revision.BlockItem:
		out.Kind = LineItem
	}
	if l.Num != "" {
		out.Num = model.Piece{Text: plain.Bullet(l.Num), Mark: num}
	}
	return out
}

// tableRuns are the runs of a row as one or both sides have them. Where a whole
// clause stands on one side only, its words bear no marks: the other side says it.
// old and now say which sides' words are wanted.
func tableRuns(runs []report.Run, old, now, alone bool) []model.Piece {
	var out []model.Piece
	for p := range model.Pieces(runs, old, now) {
		if alone && p.Place == "" {
			p.Mark = model.Plain
		}
		out = append(out, p)
	}
	return trimTableRuns(out)
}

// trimTableRuns takes the white space off the ends of a line: a line of the text that
// was cut in two begins with it. Lines without other characters become nil. The
// pieces are changed.
func trimTableRuns(runs []model.Piece) []model.Piece {
	for len(runs) > 0 {
		if runs[0].Text = strings.TrimLeft(runs[0].Text, " "); runs[0].Text != "" {
			break
		}
		runs = runs[1:]
	}
	for last := len(runs) - 1; last >= 0; last-- {
		if runs[last].Text = strings.TrimRight(runs[last].Text, " "); runs[last].Text != "" {
			return runs[:last+1]
		}
	}
	return nil
}
