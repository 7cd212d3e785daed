package onto

import (
	"strings"

	"conceptdiff/internal/ooxml"
)

// layout is the text of a Word file as a tree, and its paragraphs in the order in
// which they are read: a text box behind the paragraph that it is anchored in.
// Elements are those of the file's bytes, by whose offsets all is written. The tree
// that [overlay.mirror] makes of an old text has neither data nor elements.
type layout struct {
	data       []byte
	root       *ooxml.Element
	styles     *styles
	body       *container
	paragraphs []*paragraph
	boxes      []*container
}

// container holds paragraphs and tables: the body, a cell, a text box.
type container struct {
	blocks []*block
	cell   *cell      // whose container it is; nil for the body and for text boxes
	anchor *paragraph // of a text box
	drawn  *ooxml.Element
	// The file's element that ends behind the last block.
	element *ooxml.Element
	outer   *container // nil for the body
	twin    *container // of the new file, of which this one was made; see mirror
}

// block is a paragraph or a table.
type block struct {
	paragraph *paragraph
	table     *table
}

// table is a table of the file; nested ones stand in a cell's blocks.
type table struct {
	element *ooxml.Element
	rows    []*row
	in      *container
	twin    *table
}

// row is a row of a table. Cells are as the file has them: one that spans columns is
// one.
type row struct {
	element *ooxml.Element
	table   *table
	cells   []*cell
	twin    *row
}

// cell is a cell, as the container of what stands in it.
type cell struct {
	container
	row *row
	tc  *ooxml.Element
}

// paragraph is a paragraph of the file.
type paragraph struct {
	index   int // in layout.paragraphs
	element *ooxml.Element
	in      *container
	// row is the row whose cells our reader joins to one line; nil for a paragraph
	// that is a line of its own.
	row    *row
	chars  []char
	label  string // the number that the program counts for it, "" for none
	boxes  []*container
	notes  []noteMark
	fields map[*ooxml.Element]extent // the runs of a field's marks and code, with what it shows
	twin   *paragraph
}

// extent is a part of a paragraph's characters.
type extent struct{ from, to int }

// char is a visible character of a paragraph and where it stands.
type char struct {
	char  rune
	run   *ooxml.Element
	child int            // of the run
	at    int            // in the text of that child, in bytes
	unit  *ooxml.Element // what it cannot be parted from: a formula, a character with its reading; nil for plain text
}

// boxMark stands for a drawing with text boxes among the characters of a paragraph.
// No text holds it: runes are not negative.
const boxMark rune = -1

// drawn is the child of a run in which a character stands.
func (c char) drawn() *ooxml.Element { return c.run.Children[c.child] }

// newLayout reads the main part of a file. It fails with [ErrNotWord] where the part
// is no document with text, and with what cannot be read as XML.
func newLayout(data []byte, s *styles) (*layout, error) {
	root, err := ooxml.Scan(data)
	if err != nil {
		return nil, err
	}
	main := root.Child("w:body")
	if root.Name != "w:document" || main == nil {
		return nil, ErrNotWord
	}
	l := &layout{data: data, root: root, styles: s, body: &container{element: main}}
	w := &walker{layout: l}
	w.container(l.body, main, nil)
	if len(l.paragraphs) == 0 {
		return nil, ErrNotWord
	}
	return l, nil
}

// walker reads a document into a layout.
type walker struct {
	*layout
	fields []field // that are open; they may go on over paragraphs
}

// container reads what stands in the body, a cell or a text box. row is the row whose
// cells are joined to one line. Elements that it does not name hold no text of the
// document; a table of contents repeats headings.
func (w *walker) container(in *container, e *ooxml.Element, row *row) {
	for _, c := range e.Children {
		switch c.Name {
		case "w:p":
			w.paragraph(in, c, row)
		case "w:tbl":
			w.table(in, c, row)
		case "w:sdt":
			if c.Path("w:sdtPr", "w:docPartObj", "w:docPartGallery").Attr("w:val") != "Table of Contents" {
				w.container(in, c, row)
			}
		case "w:sdtContent", "w:customXml", "w:smartTag":
			w.container(in, c, row)
		case "mc:AlternateContent":
			w.container(in, alternative(c), row)
		}
	}
}

// alternative is the version of a content that our reader takes. None of both gives
// an empty element.
func alternative(e *ooxml.Element) *ooxml.Element {
	for _, name := range []string{"mc:Choice", "mc:Fallback"} {
		if c := e.Child(name); c != nil {
			return c
		}
	}
	return &ooxml.Element{}
}

// paragraph reads a paragraph, then the text boxes that are anchored in it.
func (w *walker) paragraph(in *container, e *ooxml.Element, row *row) {
	p := &paragraph{element: e, in: in, row: row}
	boxes := w.read(p, e)
	if strings.HasPrefix(p.style(), "TOC") {
		p.chars = nil // it repeats headings
	}
	p.index = len(w.paragraphs)
	w.paragraphs = append(w.paragraphs, p)
	in.blocks = append(in.blocks, &block{paragraph: p})
	for _, b := range boxes {
		box := &container{element: b.content, anchor: p, drawn: b.child, outer: in}
		p.boxes = append(p.boxes, box)
		w.boxes = append(w.boxes, box)
		w.container(box, b.content, row)
	}
}

// table reads a table. Nested in a cell of a row that is one line, it belongs to that
// line. Cells of a row are one line to our reader (parted by "|"), but where every
// row has one cell at most.
func (w *walker) table(in *container, e *ooxml.Element, outer *row) {
	t := &table{element: e, in: in}
	in.blocks = append(in.blocks, &block{table: t})
	w.rows(t, e)
	framed := true // a table of one column is a frame around ordinary paragraphs
	for _, r := range t.rows {
		framed = framed && len(r.cells) <= 1
	}
	for _, r := range t.rows {
		line := outer
		if line == nil && !framed {
			line = r
		}
		for _, c := range r.cells {
			w.container(&c.container, c.tc, line)
		}
	}
}

// rows lists the rows of a table, through content controls.
func (w *walker) rows(t *table, e *ooxml.Element) {
	for _, c := range e.Children {
		switch c.Name {
		case "w:tr":
			r := &row{element: c, table: t}
			w.cells(r, c)
			t.rows = append(t.rows, r)
		case "w:sdt", "w:sdtContent", "w:customXml":
			w.rows(t, c)
		}
	}
}

// cells lists the cells of a row, through content controls.
func (w *walker) cells(r *row, e *ooxml.Element) {
	for _, c := range e.Children {
		switch c.Name {
		case "w:tc":
			made := &cell{row: r, tc: c}
			made.container = container{element: c, outer: r.table.in}
			made.container.cell = made
			r.cells = append(r.cells, made)
		case "w:sdt", "w:sdtContent", "w:customXml":
			w.cells(r, c)
		}
	}
}

// style is the identifier of the paragraph's style, "" for the usual one. p must be a
// paragraph of a file, not one that was mirrored.
func (p *paragraph) style() string { return p.element.Path("w:pPr", "w:pStyle").Attr("w:val") }

// properties are the properties of a paragraph. They are nil where it has none of its
// own.
func (p *paragraph) properties() []*ooxml.Element {
	if e := p.element.Child("w:pPr"); e != nil {
		return e.Children
	}
	return nil
}

// tables counts how many tables the container stands in. 1 is in a cell, 2 in a cell
// of a table in a cell.
func (c *container) tables() int {
	n := 0
	for ; c != nil; c = c.outer {
		if c.cell != nil {
			n++
		}
	}
	return n
}

// within reports whether the container is another or stands in it.
func (c *container) within(other *container) bool {
	for ; c != nil; c = c.outer {
		if c == other {
			return true
		}
	}
	return false
}
