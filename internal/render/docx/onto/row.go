package onto

import (
	"strings"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render/docx/stream"
)

// rowMark is what of a row is replaced to mark its insertion, and by what.
func rowMark(row *ooxml.Element, mark string) (from, to int, text string) {
	whole := "<w:trPr>" + mark + "</w:trPr>"
	switch p := row.Child("w:trPr"); {
	case p != nil && p.From < p.End:
		return p.To, p.To, mark
	case p != nil:
		return p.Start, p.End, whole
	case row.Child("w:tblPrEx") != nil:
		return row.Child("w:tblPrEx").End, row.Child("w:tblPrEx").End, whole
	}
	return row.From, row.From, whole
}

// deletedXML is a row or table that only the old text has.
func (o *overlay) deletedXML(d deleted) string {
	if d.row != nil {
		return o.rowXML(d.row)
	}
	return o.tableXML(d.table)
}

// tableXML is a deleted table: its properties and columns, and all rows deleted.
func (o *overlay) tableXML(t *table) string {
	var out strings.Builder
	out.WriteString("<w:tbl>" + clean(t.element.Child("w:tblPr"), o.old.layout.data) + clean(t.element.Child("w:tblGrid"), o.old.layout.data))
	for _, r := range t.rows {
		out.WriteString(o.rowXML(r))
	}
	return out.String() + "</w:tbl>"
}

// rowXML is a deleted row, with all that stands in it. Its properties are those of
// the old file; it is deleted by a mark, as are all paragraphs in it.
func (o *overlay) rowXML(r *row) string {
	var out strings.Builder
	data := o.old.layout.data
	out.WriteString("<w:tr>" + clean(r.element.Child("w:tblPrEx"), data) + "<w:trPr>")
	if p := r.element.Child("w:trPr"); p != nil {
		for _, c := range p.Children {
			out.WriteString(clean(c, data))
		}
	}
	out.WriteString(o.Change("w:del") + "/></w:trPr>")
	for i, c := range r.cells {
		out.WriteString("<w:tc>" + o.cellProperties(c, i))
		ended := false
		for _, b := range o.unfold(&c.container) {
			if ended = b.paragraph != nil; ended {
				out.WriteString(o.deletedParagraph(o.gone[b.paragraph]))
			} else {
				out.WriteString(o.tableXML(b.table))
			}
		}
		if !ended {
			out.WriteString("<w:p/>") // a cell ends with a paragraph
		}
		out.WriteString("</w:tc>")
	}
	return out.String() + "</w:tr>"
}

// cellProperties are those of a cell that is gone: its own, or of the cell in its
// column of a row of as many cells. "" leaves them to the program.
func (o *overlay) cellProperties(c *cell, column int) string {
	if c.tc != nil {
		return clean(c.tc.Child("w:tcPr"), o.old.layout.data)
	}
	for _, r := range c.row.table.twin.rows {
		if len(r.cells) == len(c.row.cells) {
			return r.cells[column].tc.Child("w:tcPr").Raw(o.now.layout.data)
		}
	}
	return ""
}

// deletedParagraph is a paragraph of a row that is gone.
func (o *overlay) deletedParagraph(p *stream.Paragraph) string {
	var w wordml.Writer
	for _, n := range o.notes[p] {
		w.WriteString(o.Reference(n))
	}
	text := o.typedLabel(p)
	write := func() {
		if text != "" {
			w.WriteString(o.Change("w:del") + "><w:r>")
			w.Deleted(text)
			w.WriteString("</w:r></w:del>")
		}
		text = ""
	}
	for _, s := range p.Spans {
		switch object, whole := o.oldObject(s); {
		case whole:
			write()
			w.WriteString(object)
		case !o.counted(s.Old, p):
			text += s.Old.Text
		}
		gone, _ := o.notesOf(s)
		for _, m := range gone {
			write()
			w.WriteString(o.oldNote(m, s))
		}
	}
	write()
	return o.oldParagraph(p, w.String())
}

// loose puts paragraphs that only the old text has, and behind which no paragraph
// of the file follows, at an offset.
func (o *overlay) loose(list []int, behind spotBehind) {
	var out strings.Builder
	for _, i := range list {
		p := o.paragraphs[i]
		if o.isGone(p) {
			continue
		}
		c := &cursor{overlay: o, plan: &plan{events: make(map[int][]event), came: make(map[*ooxml.Element]bool)}}
		c.spans(i, p)
		w := &writer{overlay: o, plan: c.plan}
		w.fire(true)
		out.WriteString(o.oldParagraph(p, w.cur.String()))
		for _, m := range o.endsWith[i] {
			out.WriteString(o.RangeEnd(m))
		}
	}
	o.patches = append(o.patches, patch{behind.at, behind.at, out.String(), behind.order})
}
