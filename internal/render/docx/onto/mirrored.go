package onto

import (
	"strings"

	"conceptdiff/internal/render/docx/stream"
)

// container is the one in which a position's row or paragraph stands.
func (p position) container() *container {
	if p.row != nil {
		return p.row.table.in
	}
	return p.in
}

// container is the old text's container for one of the new text. Of a cell the whole
// row is made.
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

// mirroredRow is the old text's row for one of the new text, with empty cells. It
// comes last in its table: rows are asked for in the order of the lines.
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

// table is the old text's table for one of the new text, added where its container
// has come to.
func (m *mirrorer) table(t *table) *table {
	if made := m.tables[t]; made != nil {
		return made
	}
	made := &table{twin: t, in: m.container(t.in)}
	m.tables[t] = made
	made.in.blocks = append(made.in.blocks, &block{table: made})
	return made
}

// paragraph adds a paragraph that holds a line. line is nil for one that is to be
// filled, or stays empty. Containers have theirs in the order of the lines.
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

// row mirrors a row of the new file, with all paragraphs in its cells, and spreads a
// line over them: what is kept stands where its counterpart does, what only the old
// text has beside it, and a stroke leads to the next cell. Strokes and labels that
// are counted are gone: the file has none.
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
		} else if p.stroke() {
			p.gone = true
			at = nextCell(at, r)
			continue
		}
		if p.gone {
			if p.stroke() {
				at = nextCell(at, r)
			}
			continue
		}
		p.home = twins[at]
	}
}

// stroke reports whether a piece is the stroke between two cells, which our reader
// sets with the spaces beside it.
func (p *piece) stroke() bool { return strings.TrimSpace(p.run.Text) == "|" }

// partOfLabel reports whether a piece is the changed part of a number that the
// program counts in a cell: «b» of «b)», of which the rest is dropped. A word before
// a label is none.
func partOfLabel(p, next *piece) bool {
	rest, _, _ := strings.Cut(next.run.Text, " ")
	return p.run.Fate == stream.Changed && !strings.Contains(p.run.Text, " ") && next.run.Fate == stream.Kept && next.gone && rest != "" && rest != "|"
}

// fill mirrors the paragraphs and tables of a container. twins has, for each new
// paragraph, the one that was made for it.
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

// firstIn is the first paragraph of a container, in its tables too. nil where there
// is none.
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

// ownRow adds a row that only the old text has. It has a cell for each stretch of the
// line between two strokes, whatever the columns of the table.
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
		if q.stroke() {
			q.gone = true
			next()
			continue
		}
		q.home = p
	}
}
