package onto

import "conceptdiff/internal/render/docx/stream"

// table merges two tables that are partners: rows with partners cell by cell, others
// as a whole. A row that only the old text has goes before the next row that both
// have, or at the end of the table.
func (o *overlay) table(old, now *table) {
	next := 0
	for _, r := range now.rows {
		i := next
		for i < len(old.rows) && o.rowPartner[old.rows[i]] != r {
			i++
		}
		if i == len(old.rows) {
			o.insertedRow(r)
			continue
		}
		for ; next < i; next++ {
			o.deletedRow(old.rows[next], r.element.Start)
		}
		for k, c := range r.cells {
			o.container(&old.rows[i].cells[k].container, &c.container)
		}
		next = i + 1
	}
	for ; next < len(old.rows); next++ {
		o.deletedRow(old.rows[next], now.element.To)
	}
}

// insertedTable marks all rows of a table, which marks the table.
func (o *overlay) insertedTable(t *table) {
	for _, r := range t.rows {
		o.insertedRow(r)
	}
}

// insertedRow marks a row and all that stands in it. Word takes a row for inserted by
// its mark (w:trPr, w:ins), and all text in it is marked, too.
func (o *overlay) insertedRow(r *row) {
	o.inserted = append(o.inserted, r)
	for _, c := range r.cells {
		o.insertedBlocks(c.blocks)
	}
}

// insertedBlocks adds what stands in a row or text box that is inserted. Each
// paragraph is a stream of its own; -1 is no offset, as nothing old stands behind it.
func (o *overlay) insertedBlocks(blocks []*block) {
	for _, b := range blocks {
		if b.table != nil {
			o.insertedTable(b.table)
			continue
		}
		o.left[b.paragraph] = b.paragraph.nested()
		o.add(stream.Merge(nil, []*stream.Line{o.line(b.paragraph)}), -1)
		for _, box := range b.paragraph.boxes {
			o.insertedBlocks(box.blocks)
		}
	}
}

// nested reports whether a paragraph stands in a table in a table, or in one that
// holds such: LibreOffice leaves some of those in rows that go.
func (p *paragraph) nested() bool {
	if p.in.tables() > 1 {
		return true
	}
	for _, r := range p.rows() {
		for _, c := range r.cells {
			if len(c.tablesIn()) > 0 {
				return true
			}
		}
	}
	return false
}

// rows are those of the table in which a paragraph stands.
func (p *paragraph) rows() []*row {
	if p.in.cell == nil {
		return nil
	}
	return p.in.cell.row.table.rows
}

// deleted is a row or table that only the old text has, and the offset in the file
// where it is put. Either row or table is set.
type deleted struct {
	row   *row
	table *table
	at    int
	order int // among what is put at one offset
}

// spotBehind is where paragraphs go that stand behind all of the file's: an offset
// in it, and their order among what is put there.
type spotBehind struct{ at, order int }

// deletedRow notes a row that only the old text has, to be put at an offset.
func (o *overlay) deletedRow(r *row, at int) {
	o.order++
	o.deleted = append(o.deleted, deleted{row: r, at: at, order: o.order})
	o.deletedCells(r)
}

// deletedTable notes a table that only the old text has, to be put at an offset.
func (o *overlay) deletedTable(t *table, at int) {
	o.order++
	o.deleted = append(o.deleted, deleted{table: t, at: at, order: o.order})
	for _, r := range t.rows {
		o.deletedCells(r)
	}
}

// deletedCells adds the paragraphs of a row that is gone, for the comments. They are
// written with the row, and are in no segment.
func (o *overlay) deletedCells(r *row) {
	for _, c := range r.cells {
		for _, b := range o.unfold(&c.container) {
			if b.table != nil {
				for _, inner := range b.table.rows {
					o.deletedCells(inner)
				}
				continue
			}
			o.left[b.paragraph] = b.paragraph.nested()
			l := o.line(b.paragraph)
			p := &stream.Paragraph{Old: l}
			for _, r := range l.Runs {
				p.Spans = append(p.Spans, stream.Span{Old: r})
			}
			o.paragraphs = append(o.paragraphs, p)
			o.gone[b.paragraph] = p
		}
	}
}
