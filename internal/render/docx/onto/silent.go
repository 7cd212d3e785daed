package onto

import "conceptdiff/internal/render/docx/stream"

// unwritten adds what holds no text: empty paragraphs, and tables of them, that are
// not in the midst of what is new. Of an old text without a file it is not known
// whether it had them: they are taken to be in it where their neighbours are.
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

// unwrittenRows mirrors rows without text beside rows that are mirrored. Their order
// is that of the new table, and rows that only the old text has stay behind those
// that stand before them.
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

// silent reports whether a table holds no visible character.
func (t *table) silent() bool {
	for _, r := range t.rows {
		if !r.silent() {
			return false
		}
	}
	return true
}

// silent reports whether a row holds no visible character.
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

// insert puts a block before another.
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

// reach finds that of a block, once.
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

// oldPieces lists the pieces of each old paragraph. It is read once.
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

// beside reports whether a neighbour of block i is in the old text, too, or there is
// none. Neighbours are the nearest blocks with text on either side.
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

// stayed reports whether some of a new paragraph is in the old text.
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
