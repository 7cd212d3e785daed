package rtf

import (
	"strconv"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/numeral"
	"conceptdiff/internal/revision"
)

// style is what we need to know of a paragraph style. What it is based on must come
// before it in the table, as programs write it.
type style struct {
	name        string
	level       int
	title       bool
	indented    bool
	left, first int
}

// props are a paragraph's properties; they go on until \pard.
type props struct {
	level       int // of a heading, from 1
	title       bool
	left, first int // in twentieths of a point
	depth       int // of its list
	table       bool
}

// paragraph is the one at hand; num is the number that the writing program left
// beside it.
type paragraph struct {
	props    props
	num      strings.Builder
	text     flow.Prose
	notes    []revision.Note
	contents bool
}

// output is a stream of paragraphs: the body, a note, a margin. A table is gathered
// cell by cell and row by row until a paragraph comes that is in none, since nothing
// else says that it has ended.
type output struct {
	doc     *flow.Document
	para    paragraph
	place   int
	boxes   []flow.Block // of shapes anchored in the paragraph
	cells   [][]flow.Block
	open    []flow.Block     // of the cell at hand
	rows    [][][]flow.Block // of the table at hand
	code    strings.Builder
	author  string
	margins map[string]bool
	style   int // in the style sheet
}

// newOutput begins a stream of paragraphs.
func newOutput(doc *flow.Document, keepStruck bool) *output {
	return &output{doc: doc, para: paragraph{text: flow.Prose{KeepStruck: keepStruck}}}
}

// next begins another paragraph with the properties of the one at hand.
func (p *paragraph) next() paragraph {
	return paragraph{props: p.props, text: flow.Prose{KeepStruck: p.text.KeepStruck}}
}

// place is the number of the paragraph at hand in its stream, from 1.
func (r *reader) place() int { return r.out.place + 1 }

// endParagraph ends the paragraph at hand, unless its end is not part of the
// state that is read.
func (r *reader) endParagraph() {
	if r.state.dest != body && r.state.dest != note && r.state.dest != comment && r.state.dest != heading && r.state.dest != shapeText {
		return
	}
	r.countTracked()
	r.paragraphs++
	s := &r.state
	if s.hidden || s.deleted && !r.reject || s.revised && !s.deleted && r.reject {
		return
	}
	r.out.paragraph()
}

// paragraph ends the paragraph at hand: it goes to the cell that is open or, after
// the table that it ends, to the document. Shapes anchored in it follow.
func (o *output) paragraph() {
	o.place++
	b := o.block()
	inTable := o.para.props.table
	o.para = o.para.next()
	boxes := o.boxes
	o.boxes = nil
	if inTable {
		if b != nil {
			o.open = append(o.open, *b)
		}
		o.open = append(o.open, boxes...)
		return
	}
	o.table()
	if b != nil {
		o.doc.Blocks = append(o.doc.Blocks, *b)
	}
	o.doc.Blocks = append(o.doc.Blocks, boxes...)
}

// twipsPerColumn is about the width of a letter of 12 points.
const twipsPerColumn = 120

// block makes a block of the paragraph at hand, nil when it is empty. One of a table
// of contents is listed as left out.
func (o *output) block() *flow.Block {
	p := &o.para
	text, num := strings.TrimSpace(p.text.String()), strings.TrimSpace(p.num.String())
	place := flow.Place{Line: o.place}
	if p.contents {
		if text != "" {
			o.doc.Dropped = append(o.doc.Dropped, flow.Dropped{Place: place, Text: strings.TrimSpace(num + " " + text), Why: "table of contents"})
		}
		return nil
	}
	struck := o.doc.AddStruck(place, p.text.Struck())
	if text == "" && !struck && len(p.notes) == 0 && !flow.IsNumber(num) {
		return nil
	}
	level := p.props.level
	if p.props.title && level == 0 {
		level = 1
	}
	return &flow.Block{
		Place: place, Num: num, Text: text, Notes: p.notes, Level: flow.HeadingLevel(level, text), Depth: p.props.depth, Struck: struck,
		Indent: min(max((p.props.left+p.props.first)/twipsPerColumn, 0), 200),
	}
}

// cell ends a cell, whose last paragraph has no end of its own; place is the number
// of that.
func (o *output) cell(place int) {
	o.place = place
	if b := o.block(); b != nil {
		o.open = append(o.open, *b)
	}
	o.open = append(o.open, o.boxes...)
	o.para = o.para.next()
	o.cells, o.open, o.boxes = append(o.cells, o.open), nil, nil
}

// row ends a row.
func (o *output) row() {
	if len(o.cells) > 0 {
		o.rows = append(o.rows, o.cells)
	}
	o.cells = nil
}

// table ends the table at hand, if there is one. One of a single column is a
// frame around ordinary paragraphs.
func (o *output) table() {
	if len(o.cells) > 0 || len(o.open) > 0 {
		o.cells, o.open = append(o.cells, o.open), nil
		o.row()
	}
	framed := true
	for _, cells := range o.rows {
		framed = framed && len(cells) <= 1
	}
	for _, cells := range o.rows {
		if framed {
			for _, c := range cells {
				o.doc.Blocks = append(o.doc.Blocks, c...)
			}
			continue
		}
		row := flow.Block{Row: true, Plain: true}
		var texts []string
		for _, c := range cells {
			var text []string
			for _, b := range c {
				text = append(text, b.Num, b.Text)
				row.Notes = append(row.Notes, b.Notes...)
				if row.Line == 0 {
					row.Place = b.Place
				}
			}
			texts = append(texts, strings.Join(strings.Fields(strings.Join(text, " ")), " "))
		}
		if strings.Join(texts, "") != "" {
			row.Text = flow.RowText(texts)
			o.doc.Blocks = append(o.doc.Blocks, row)
		}
	}
	o.rows = nil
}

// end ends the stream: the last paragraph of a document, a note or a shape may have
// no end.
func (o *output) end() {
	if strings.TrimSpace(o.para.text.String()) != "" || len(o.para.notes) > 0 || len(o.boxes) > 0 {
		o.paragraph()
	}
	o.table()
}

// line is all of a stream on one line.
func (o *output) line() string {
	var b strings.Builder
	for _, blk := range o.doc.Blocks {
		b.WriteString(blk.Num + " " + blk.Text + " ")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// note gives a note to the paragraph at hand, unless it is empty or not part of the
// state that is read.
func (o *output) note(n revision.Note, shown bool) {
	if n.Text != "" && shown {
		o.para.notes = append(o.para.notes, n)
	}
}

// drops notes a margin's text and reports whether it was noted before.
func (o *output) drops(text string) bool {
	if o.margins == nil {
		o.margins = map[string]bool{}
	}
	seen := o.margins[text]
	o.margins[text] = true
	return seen
}

// styleName takes characters of a style's name, which a semicolon ends. Names are
// told in small letters: «heading 2» has level 2, «title» level 1. r.out.style is -1
// between styles.
func (r *reader) styleName(s string) {
	st, ok := r.styles[r.out.style]
	if !ok {
		return
	}
	const longest = 200 // bytes of a name
	if s != ";" {
		if len(st.name) < longest {
			st.name += strings.ToLower(s)
		}
		r.styles[r.out.style] = st
		return
	}
	if rest, ok := strings.CutPrefix(strings.TrimSpace(st.name), "heading "); ok && st.level == 0 {
		if v, err := strconv.Atoi(rest); err == nil && v >= 1 && v <= 9 {
			st.level = v
		}
	}
	st.title = st.title || strings.TrimSpace(st.name) == "title"
	r.styles[r.out.style] = st
	r.out.style = -1
}

// footnoteMark counts footnotes as Word does by default, in digits; endnoteMark
// counts endnotes in Roman numerals.
func footnoteMark(n int) string { return strconv.Itoa(n) }
func endnoteMark(n int) string  { return numeral.Roman(n) }
