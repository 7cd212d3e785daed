package onto

import (
	"strings"

	"conceptdiff/internal/render/docx/stream"
)

// mirror makes a tree for an old text without a Word file, after that of the new
// one: a line stands in the container and the row in which the words stand that
// it shares with the new text; a line without such words follows its neighbours.
//
// Empty paragraphs and tables without text are taken to be in the old text, too.
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

// rows says in which row each line stands; nil for one that is in none.
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

// homes finds where most of each line's kept characters stand; nowhere where a
// line shares nothing. A row takes one line, of as many cells.
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
	return out
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

// container is the one in which a position's row or paragraph stands.
func (p position) container() *container {
	if p.row != nil {
		return p.row.table.in
	}
	return p.in
}

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

// container is the old text's container for one of the new text.
func (m *mirrorer) container(c *container) *container {
	if made := m.containers[c]; made != nil {
		return made
	}
	made := &container{twin: c}
	switch {
	case c.cell != nil:
		m.mirroredRow(c.cell.row)
		return m.containers[c]
	case c.anchor != nil:
		made.outer = m.container(c.outer)
		m.made.boxes = append(m.made.boxes, made)
	}
	m.containers[c] = made
	return made
}

// mirroredRow is the old text's row for one of the new text, with empty cells.
func (m *mirrorer) mirroredRow(r *row) *row {
	if made := m.rows[r]; made != nil {
		return made
	}
	t := m.table(r.table)
	made := &row{table: t, twin: r}
	m.rows[r] = made
	for _, c := range r.cells {
		d := &cell{row: made}
		d.container = container{twin: &c.container, outer: t.in}
		d.container.cell = d
		m.containers[&c.container] = &d.container
		made.cells = append(made.cells, d)
	}
	t.rows = append(t.rows, made)
	return made
}

func (m *mirrorer) table(t *table) *table {
	if made := m.tables[t]; made != nil {
		return made
	}
	made := &table{twin: t, in: m.container(t.in)}
	m.tables[t] = made
	made.in.blocks = append(made.in.blocks, &block{table: made})
	return made
}

// paragraph adds a paragraph that holds a line.
func (m *mirrorer) paragraph(in *container, line *stream.Line) *paragraph {
	p := &paragraph{in: in, index: len(m.made.paragraphs)}
	m.made.paragraphs = append(m.made.paragraphs, p)
	in.blocks = append(in.blocks, &block{paragraph: p})
	if line != nil {
		for _, q := range m.old.pieces[line] {
			q.home = p
		}
	}
	return p
}

// row mirrors a row of the new file, with all paragraphs in its cells, and
// spreads a line over them: what is kept stands where its counterpart does, what
// only the old text has beside it, and a stroke leads to the next cell.
func (m *mirrorer) row(line *stream.Line, r *row) {
	m.mirroredRow(r)
	twins := make(map[*paragraph]*paragraph)
	for _, c := range r.cells {
		m.fill(&c.container, twins)
	}
	at := firstIn(&r.cells[0].container)
	pieces := m.old.pieces[line]
	for i, p := range pieces {
		if i+1 < len(pieces) && partOfLabel(p, pieces[i+1]) {
			p.gone = true
			continue
		}
		if q := m.now.of[p.run.Counterpart]; p.run.Fate == stream.Kept && q != nil && twins[q.home] != nil {
			at = q.home
		} else if p.run.Text == "|" {
			p.gone = true
			at = nextCell(at, r)
			continue
		}
		if p.gone {
			if p.run.Text == "|" {
				at = nextCell(at, r)
			}
			continue
		}
		p.home = twins[at]
	}
}

// partOfLabel reports whether a piece is the changed part of a number that the
// program counts in a cell: «b» of «b)», of which the rest is dropped.
func partOfLabel(p, next *piece) bool {
	rest := strings.TrimSpace(next.run.Text)
	return p.run.Fate == stream.Changed && !strings.Contains(p.run.Text, " ") && next.run.Fate == stream.Kept && next.gone && rest != "" && rest != "|"
}

// fill mirrors the paragraphs and tables of a container.
func (m *mirrorer) fill(c *container, twins map[*paragraph]*paragraph) {
	made := m.container(c)
	for _, b := range c.blocks {
		if b.table != nil {
			for _, r := range b.table.rows {
				m.mirroredRow(r)
				for _, inner := range r.cells {
					m.fill(&inner.container, twins)
				}
			}
			continue
		}
		twins[b.paragraph] = m.paragraph(made, nil)
		twins[b.paragraph].twin = b.paragraph
		m.filled[b.paragraph] = true
		for _, box := range b.paragraph.boxes {
			m.fill(box, twins)
		}
	}
}

func firstIn(c *container) *paragraph {
	for _, b := range c.blocks {
		if b.paragraph != nil {
			return b.paragraph
		}
		for _, r := range b.table.rows {
			for _, inner := range r.cells {
				if p := firstIn(&inner.container); p != nil {
					return p
				}
			}
		}
	}
	return nil
}

// nextCell is the first paragraph of the cell beside that of a paragraph: in its
// own row, or in the row around it; the paragraph itself behind the last one.
func nextCell(p *paragraph, within *row) *paragraph {
	for in := p.in; in != nil; in = in.outer {
		c := in.cell
		if c == nil {
			continue
		}
		for i, d := range c.row.cells {
			if d == c && i+1 < len(c.row.cells) {
				return firstIn(&c.row.cells[i+1].container)
			}
		}
		if c.row == within {
			break
		}
	}
	return p
}

// ownRow adds a row that only the old text has.
func (m *mirrorer) ownRow(line *stream.Line, t *table) {
	made := m.table(t)
	r := &row{table: made}
	made.rows = append(made.rows, r)
	var p *paragraph
	next := func() {
		c := &cell{row: r}
		c.container = container{outer: made.in}
		c.container.cell = c
		r.cells = append(r.cells, c)
		p = m.paragraph(&c.container, nil)
	}
	next()
	for _, q := range m.old.pieces[line] {
		if q.run.Text == "|" {
			q.gone = true
			next()
			continue
		}
		q.home = p
	}
}

// unwritten adds what holds no text: empty paragraphs, and tables of them, that
// are not in the midst of what is new.
func (m *mirrorer) unwritten(c *container) {
	made := m.containers[c]
	if made == nil {
		return
	}
	for i, b := range c.blocks {
		switch {
		case b.table != nil && m.tables[b.table] == nil && b.table.silent():
			if at, ok := m.between(c, made, i); ok {
				t := &table{twin: b.table, in: made}
				m.tables[b.table] = t
				made.insert(at, &block{table: t})
				for _, r := range b.table.rows {
					m.mirroredRow(r)
					for _, inner := range r.cells {
						m.fill(&inner.container, make(map[*paragraph]*paragraph))
					}
				}
			}
		case b.table != nil && m.tables[b.table] != nil:
			m.unwrittenRows(b.table)
		case b.paragraph != nil && !m.filled[b.paragraph] && !m.speaks(b.paragraph):
			if at, ok := m.between(c, made, i); ok {
				p := &paragraph{in: made, twin: b.paragraph}
				made.insert(at, &block{paragraph: p})
			}
		}
		if b.paragraph != nil {
			for _, box := range b.paragraph.boxes {
				m.unwritten(m.boxed(box))
			}
		}
	}
}

// boxed makes sure that a text box without text is in the old text, too.
func (m *mirrorer) boxed(box *container) *container {
	if box.silent() {
		m.container(box)
	}
	return box
}

// unwrittenRows mirrors rows without text beside rows that are mirrored.
func (m *mirrorer) unwrittenRows(t *table) {
	made := m.tables[t]
	var rows []*row
	next := 0
	for _, r := range t.rows {
		twin := m.rows[r]
		if twin == nil && r.silent() {
			twin = m.mirroredRow(r)
			made.rows = made.rows[:len(made.rows)-1]
			for _, c := range r.cells {
				m.fill(&c.container, make(map[*paragraph]*paragraph))
			}
			rows = append(rows, twin)
			continue
		}
		for twin != nil && next < len(made.rows) {
			rows = append(rows, made.rows[next])
			next++
			if made.rows[next-1] == twin {
				break
			}
		}
		for _, c := range r.cells {
			m.unwritten(&c.container)
		}
	}
	made.rows = append(rows, made.rows[next:]...)
}

// speaks reports whether a line of the new text stands in a paragraph.
func (m *mirrorer) speaks(p *paragraph) bool {
	if m.spoken == nil {
		m.spoken = make(map[*paragraph]bool)
		for _, line := range m.now.lines {
			for _, q := range m.now.pieces[line] {
				m.spoken[q.home] = true
			}
		}
		for _, f := range m.now.found {
			if f.first != nowhere {
				m.spoken[m.now.layout.paragraphs[f.first.paragraph]] = true
			}
		}
	}
	return m.spoken[p]
}

func (t *table) silent() bool {
	for _, r := range t.rows {
		if !r.silent() {
			return false
		}
	}
	return true
}

func (r *row) silent() bool {
	for _, c := range r.cells {
		if !c.container.silent() {
			return false
		}
	}
	return true
}

// silent reports whether a container holds no visible character.
func (c *container) silent() bool {
	for _, b := range c.blocks {
		if b.table != nil && !b.table.silent() || b.paragraph != nil && !b.paragraph.atEnd(0) {
			return false
		}
	}
	return true
}

func (c *container) insert(at int, b *block) {
	c.blocks = append(c.blocks[:at:at], append([]*block{b}, c.blocks[at:]...)...)
}

// between finds the place in the old container for what stands at i in the new
// one: behind the last block that has something of those before it, before the
// first that has something of those behind. It is not ok where these are the
// same, and where all beside it is new.
func (m *mirrorer) between(c, made *container, i int) (int, bool) {
	before, behind := -1, len(made.blocks)
	for k, b := range made.blocks {
		switch r := m.reach(b, c); {
		case r.from < 0:
		case r.from < i && r.to > i:
			return 0, false
		case r.to < i:
			before = max(before, k)
		case r.from > i:
			behind = min(behind, k)
		}
	}
	if before >= behind {
		return 0, false
	}
	return before + 1, m.beside(c, i)
}

// reach is the first and the last block of a new container to which a block of
// the old one belongs, -1 for none.
type reach struct{ from, to int }

func (m *mirrorer) reach(b *block, c *container) reach {
	if r, known := m.reaches[b]; known {
		return r
	}
	index := m.index(c)
	r := reach{-1, -1}
	note := func(i int, known bool) {
		if known {
			if r.from < 0 || i < r.from {
				r.from = i
			}
			r.to = max(r.to, i)
		}
	}
	switch {
	case b.table != nil:
		i, known := index[b.table.twin]
		note(i, known)
	case b.paragraph.twin != nil:
		i, known := index[b.paragraph.twin]
		note(i, known)
	default:
		for _, p := range m.oldPieces()[b.paragraph] {
			if q := m.now.of[p.run.Counterpart]; p.run.Fate == stream.Kept && q != nil {
				i, known := index[q.home]
				note(i, known)
			}
		}
	}
	m.reaches[b] = r
	return r
}

// index is where the paragraphs and tables of a container stand among its blocks.
func (m *mirrorer) index(c *container) map[any]int {
	if m.indexes[c] == nil {
		m.indexes[c] = make(map[any]int)
		for i, b := range c.blocks {
			if b.table != nil {
				m.indexes[c][b.table] = i
			} else {
				m.indexes[c][b.paragraph] = i
			}
		}
	}
	return m.indexes[c]
}

func (m *mirrorer) oldPieces() map[*paragraph][]*piece {
	if m.pieces == nil {
		m.pieces = make(map[*paragraph][]*piece)
		for _, line := range m.old.lines {
			for _, p := range m.old.pieces[line] {
				m.pieces[p.home] = append(m.pieces[p.home], p)
			}
		}
	}
	return m.pieces
}

// beside reports whether a neighbour of block i is in the old text, too, or there
// is none.
func (m *mirrorer) beside(c *container, i int) bool {
	any := false
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(c.blocks); k += step {
			b := c.blocks[k]
			if b.table != nil && m.tables[b.table] != nil || b.paragraph != nil && m.stayed(b.paragraph) {
				return true
			}
			if b.table != nil || m.speaks(b.paragraph) {
				any = true
				break
			}
		}
	}
	return !any
}

func (m *mirrorer) stayed(p *paragraph) bool {
	if m.kept == nil {
		m.kept = make(map[*paragraph]bool)
		for _, line := range m.now.lines {
			for _, q := range m.now.pieces[line] {
				if q.run.Fate == stream.Kept {
					m.kept[q.home] = true
				}
			}
		}
	}
	return m.kept[p]
}
