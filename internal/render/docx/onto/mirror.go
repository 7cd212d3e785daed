package onto

import (
	"strings"

	"conceptdiff/internal/render/docx/stream"
)

// mirror makes a tree for an old text without a Word file, after that of the new one:
// a line stands in the container and the row in which the words stand that it shares
// with the new text; a line without such words follows its neighbours. What is made
// has the new text's as its twin, by which the two are paired.
func (o *overlay) mirror() {
	m := &mirrorer{
		overlay: o, containers: make(map[*container]*container), tables: make(map[*table]*table),
		rows: make(map[*row]*row), made: &layout{}, filled: make(map[*paragraph]bool),
		indexes: make(map[*container]map[any]int), reaches: make(map[*block]reach),
	}
	m.made.body = m.container(o.now.layout.body)
	homes := m.homes()
	m.followers(homes)
	rowOf := o.now.rows()
	for i, line := range o.old.lines {
		h := homes[i]
		o.restore(line, h, rowOf)
		switch {
		case h.row != nil && h.whole:
			m.ownRow(line, h.row.table)
		case h.row != nil:
			m.row(line, h.row)
		default:
			m.paragraph(m.container(h.in), line)
		}
	}
	for _, line := range o.old.lines {
		o.old.drop(line)
	}
	o.old.layout = m.made
	m.unwritten(o.now.layout.body)
}

// rows says in which row each line stands; nil for one that is in none. A line that
// stands in several paragraphs is where it begins.
func (s *side) rows() map[*stream.Line]*row {
	out := make(map[*stream.Line]*row)
	for i, line := range s.lines {
		if f := s.found[i].first; f != nowhere {
			out[line] = s.layout.paragraphs[f.paragraph].row
		}
	}
	return out
}

// restore gives back what was dropped of a line, since our reader would put it
// there again, where the line does not stand in the row that it shares it with.
func (o *overlay) restore(line *stream.Line, h position, rowOf map[*stream.Line]*row) {
	for _, p := range o.old.pieces[line] {
		q := o.now.of[p.run.Counterpart]
		if !p.gone || p.run.Number || q == nil || rowOf[q.line] == nil || !h.whole && rowOf[q.line] == h.row {
			continue
		}
		p.gone = false
		p.run.Untie()
	}
}

// mirrorer makes the tree of [overlay.mirror]. What it has made is found by what it
// was made after, so that nothing is made twice.
type mirrorer struct {
	*overlay
	made       *layout
	containers map[*container]*container // by those of the new text
	tables     map[*table]*table
	rows       map[*row]*row
	filled     map[*paragraph]bool // mirrored with the row that they stand in
	// Read once, when they are asked for:
	spoken  map[*paragraph]bool // a line of the new text stands in it
	kept    map[*paragraph]bool // some of it is in the old text
	indexes map[*container]map[any]int
	reaches map[*block]reach
	pieces  map[*paragraph][]*piece // of the old text
}

// position is where a line of the old text belongs in the new file's tree: in a
// row of a table, or in a container. whole says that it is a row beside the one
// named.
type position struct {
	row   *row
	whole bool
	in    *container
}

// mostly is the part of a row's text, one in so many, that must have stayed for
// its cells to be compared; else the whole row is deleted and inserted.
const mostly = 3

// homes finds where most of each line's kept characters stand; nowhere where a line
// shares nothing. A row takes one line, of as many cells. A line of other cells than
// the row, or with less than a third of its text there, is a row beside it.
func (m *mirrorer) homes() []position {
	out := make([]position, len(m.old.lines))
	taken := make(map[*row]bool)
	strokes := make(map[*row]int)
	for line, r := range m.now.rows() {
		strokes[r] = strings.Count(line.Text, "|")
	}
	for i, line := range m.old.lines {
		rows := make(map[*row]int)
		containers := make(map[*container]int)
		var best position
		most := 0
		for _, p := range m.old.pieces[line] {
			q := m.now.of[p.run.Counterpart]
			if p.run.Fate != stream.Kept || q == nil || q.home == nil {
				continue
			}
			n := len(visible(p.run.Text))
			if r := q.home.row; r != nil {
				if rows[r] += n; rows[r] > most && !taken[r] {
					most, best = rows[r], position{row: r}
				}
			} else if containers[q.home.in] += n; containers[q.home.in] > most {
				most, best = containers[q.home.in], position{in: q.home.in}
			}
		}
		if r := best.row; r != nil {
			if strokes[r] == strings.Count(line.Text, "|") && most*mostly >= len(visible(line.Text)) {
				taken[r] = true
			} else {
				best.whole = true
			}
		}
		out[i] = best
	}
	m.leaveBoxes(out)
	return out
}

// leaveBoxes takes lines out of text boxes that the old text does not show to have had:
// nothing of what stands before the box in its paragraph stayed of an earlier line.
func (m *mirrorer) leaveBoxes(homes []position) {
	anchored := make(map[*paragraph]bool)
	for i, line := range m.old.lines {
		if box := homes[i].in; box != nil && box.anchor != nil && !anchored[box.anchor] && m.speaks(box.anchor) {
			homes[i] = position{in: box.outer}
		}
		for _, p := range m.old.pieces[line] {
			if q := m.now.of[p.run.Counterpart]; p.run.Fate == stream.Kept && q != nil && q.home != nil {
				anchored[q.home] = true
			}
		}
	}
}

// followers places lines that share nothing. One of as many cells as its
// neighbour's row is a row of the same table; another stands in the container of
// its neighbours, and where these differ in the outer one.
func (m *mirrorer) followers(homes []position) {
	for i := range homes {
		if homes[i].row != nil || homes[i].in != nil {
			continue
		}
		var before, after position
		if i > 0 {
			before = homes[i-1]
		}
		for _, h := range homes[i+1:] {
			if h.row != nil || h.in != nil {
				after = h
				break
			}
		}
		cells := 1 + strings.Count(m.old.lines[i].Text, "|")
		for _, h := range []position{before, after} {
			if h.row != nil && cells > 1 && len(h.row.cells) == cells {
				homes[i] = position{row: h.row, whole: true}
				break
			}
		}
		if homes[i].row == nil {
			homes[i] = position{in: outer(before.container(), after.container(), m.now.layout.body)}
		}
	}
}

// outer is the container around another, the first where neither is; the body where
// nothing is known. Only containers one of which stands in the other are compared so;
// of two beside each other the first is taken.
func outer(a, b, body *container) *container {
	switch {
	case a == nil && b == nil:
		return body
	case a == nil:
		return b
	case b == nil:
		return a
	case a.within(b):
		return b
	}
	return a
}
