package docx

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
)

// container reads the paragraphs and tables below n, which may be nil: the body, a
// cell, a note, a text box. Elements that hold no blocks are passed over; a control
// that stands around blocks is looked through. A document that is embedded by
// reference (altChunk, subDoc) is counted, since its text is not in this part.
func (r *reader) container(n *xmltree.Node) {
	if n == nil {
		return
	}
	for _, c := range n.Children {
		switch c.Name {
		case "w:p":
			r.paragraphElement(c)
		case "w:tbl":
			r.forget()
			r.flush()
			r.table(c)
		case "w:sdt":
			r.contentControl(c)
		case "w:customXml", "w:smartTag", "w:ins", "w:moveTo", "w:del", "w:moveFrom":
			if !r.gone(c) {
				r.container(c)
			}
		case "w:footnote", "w:endnote", "w:comment":
			r.container(c)
		case "mc:AlternateContent":
			r.container(alternative(c))
		case "w:altChunk", "w:subDoc":
			r.chunks++
		}
	}
}

// contentControl reads a structured document tag (ECMA-376 17.5.2); that of a table
// of contents repeats headings and is dropped, by the name that Word gives its
// gallery in every language.
func (r *reader) contentControl(n *xmltree.Node) {
	content := n.Child("w:sdtContent")
	gallery := n.Path("w:sdtPr", "w:docPartObj", "w:docPartGallery").Attr("w:val")
	if gallery != "Table of Contents" {
		r.container(content)
		return
	}
	r.flush()
	from := len(r.doc.Blocks)
	r.container(content)
	r.flush()
	for _, b := range r.doc.Blocks[from:] {
		r.drop(b)
	}
	r.doc.Blocks = r.doc.Blocks[:from]
}

// drop lists a block of a table of contents as left out.
func (r *reader) drop(b flow.Block) {
	r.doc.Dropped = append(r.doc.Dropped, flow.Dropped{Place: b.Place, Text: strings.TrimSpace(b.Num + " " + b.Text), Why: "table of contents"})
}

// alternative is the version of a content that is meant for newer programs, or what
// older ones show (mc:AlternateContent, ECMA-376 part 3): one of them, never both, or
// the text would stand twice. nil where there is none.
func alternative(n *xmltree.Node) *xmltree.Node {
	if c := n.Child("mc:Choice"); c != nil {
		return c
	}
	return n.Child("mc:Fallback")
}

// paragraphElement reads a paragraph. One whose mark is deleted or hidden goes on
// with the next, whose properties the whole then has, as in Word: the mark that is
// left is the last one's.
func (r *reader) paragraphElement(n *xmltree.Node) {
	r.paragraphs++
	pPr := n.Child("w:pPr")
	pr := r.state(pPr)
	if r.para == nil {
		r.para = &paragraph{place: r.paragraphs, text: flow.Prose{KeepStruck: r.keepStruck}}
	}
	r.para.props, r.para.hidden = pr, r.styles.hidden(r.styles.styleOf(pr))
	r.para.contents = r.para.contents || r.inContents() || r.styles.isContents(pr)
	r.runs(n)
	mark := pPr.Child("w:rPr")
	if hidden := onOff(mark.Child("w:vanish")); r.markGone(mark) || hidden != nil && *hidden || dropCap(pPr) {
		return
	}
	r.flush()
}

// dropCap reports whether a paragraph is the large first letter of the next.
func dropCap(pPr *xmltree.Node) bool {
	kind := pPr.Child("w:framePr").Attr("w:dropCap")
	return kind != "" && kind != "none"
}

// forget drops the paragraph at hand when nothing of it is in the state that is
// read: its mark is gone and a table follows, so that it goes on nowhere.
func (r *reader) forget() {
	if p := r.para; p != nil && strings.TrimSpace(p.text.String()) == "" && len(p.notes)+len(p.boxes) == 0 {
		r.para = nil
	}
}

// flush ends the paragraph at hand, if there is one, and makes a block of it. Its
// number is counted here and only here, once a paragraph, in document order, even
// where the paragraph turns out empty: Word counts it too. Text boxes that are
// anchored in it follow as blocks of their own.
func (r *reader) flush() {
	p := r.para
	if p == nil {
		return
	}
	r.para = nil
	text := strings.TrimSpace(p.text.String())
	b := flow.Block{Place: flow.Place{Line: p.place}, Text: text, Notes: p.notes}
	indent := p.props.indent
	var at *ref
	if !r.noteText {
		at = r.ref(p.props)
	}
	if at != nil {
		b.Num = r.counter.next(at)
		b.Depth = at.level
		if lv := at.list.at(at.level); lv != nil {
			indent = indent.or(lv.indent)
		}
	}
	for _, st := range r.styles.chain(r.styles.styleOf(p.props)) {
		indent = indent.or(st.props.indent)
	}
	b.Indent = indent.columns()
	b.Level = flow.HeadingLevel(r.styles.headingLevel(p.props), text)
	boxes := p.boxes
	if !p.contents {
		b.Struck = r.doc.AddStruck(b.Place, p.text.Struck())
	}
	switch {
	case p.contents && text != "":
		r.drop(b)
	case text != "" || b.Struck || len(b.Notes) > 0 || flow.IsNumber(b.Num):
		r.doc.Blocks = append(r.doc.Blocks, b)
	}
	for _, box := range boxes {
		r.container(box)
		r.flush()
	}
}
