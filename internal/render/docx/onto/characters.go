package onto

import (
	"strconv"
	"strings"

	"conceptdiff/internal/formula"
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/words"
)

// field is one that is open: its codes stand before its result.
type field struct {
	result bool
	toc    bool // it makes a table of contents, which repeats headings
	code   string
	in     *paragraph // where it begins
	from   int        // the character before which it begins
	runs   []*ooxml.Element
}

// textBox is a text box in a run: what it holds, and the child of the run that
// draws it.
type textBox struct{ content, child *ooxml.Element }

// read gathers the visible characters of a paragraph as our reader takes them,
// and its text boxes.
func (w *walker) read(p *paragraph, e *ooxml.Element) []textBox {
	r := &charReader{walker: w, p: p, hidden: w.styles.hides(p.style())}
	r.inside(e, nil)
	return r.boxes
}

// charReader reads the characters of one paragraph.
type charReader struct {
	*walker
	p      *paragraph
	hidden bool // the paragraph's style hides it
	boxes  []textBox
}

// inside reads the runs below e; unit is what they cannot be parted from.
func (r *charReader) inside(e, unit *ooxml.Element) {
	for _, c := range e.Children {
		switch c.Name {
		case "w:r":
			r.run(c, unit)
		case "m:oMathPara":
			r.inside(c, either(unit, c))
		case "m:oMath":
			r.formula(c, either(unit, c))
		case "mc:AlternateContent":
			r.inside(alternative(c), either(unit, c))
		case "w:pPr", "m:oMathParaPr", "m:ctrlPr":
		default:
			r.inside(c, unit) // hyperlinks, content controls, directions, parts of a formula
		}
	}
}

// formula reads a formula as one line, as our reader does. Its characters stand in it
// as a whole.
func (r *charReader) formula(e, unit *ooxml.Element) {
	if r.hidden || r.coded() {
		return
	}
	line := formula.Office(e, formula.Tree[*ooxml.Element]{
		Name:     func(e *ooxml.Element) string { return e.Name },
		Children: func(e *ooxml.Element) []*ooxml.Element { return e.Children },
		Attr:     (*ooxml.Element).Attr,
		Text: func(e *ooxml.Element) string {
			text := ""
			for _, c := range e.Children {
				if c.Name == "m:t" || c.Name == "w:t" {
					text += c.Text(r.data)
				}
			}
			return text
		},
	})
	for at, c := range line {
		r.p.chars = append(r.p.chars, char{c, e, 0, at, unit})
	}
}

// either is the outer object where there is one, else the inner.
func either(a, b *ooxml.Element) *ooxml.Element {
	if a != nil {
		return a
	}
	return b
}

// run reads a run. A run of a formula belongs to the formula.
func (r *charReader) run(e, unit *ooxml.Element) {
	hidden := r.hidden
	if rPr := e.Child("w:rPr"); rPr != nil {
		hidden = hidden || r.styles.hides(rPr.Child("w:rStyle").Attr("w:val"))
		if v := rPr.Child("w:vanish"); v != nil {
			hidden = v.On()
		}
	}
	for i, c := range e.Children {
		r.child(e, c, i, unit, hidden)
	}
}

// child reads what stands in a run: top is the run's child that it belongs to.
func (r *charReader) child(run, c *ooxml.Element, top int, unit *ooxml.Element, hidden bool) {
	write := func(s string) {
		if hidden || r.coded() {
			return
		}
		for at, ch := range s {
			r.p.chars = append(r.p.chars, char{ch, run, top, at, unit})
		}
	}
	switch c.Name {
	case "w:t":
		write(c.Text(r.data))
	case "w:tab", "w:ptab":
		write("\t")
	case "w:br", "w:cr":
		write("\n")
	case "w:noBreakHyphen":
		write("\u2011")
	case "w:softHyphen":
		write("\u00ad")
	case "w:sym":
		if v, err := strconv.ParseUint(c.Attr("w:char"), 16, 16); err == nil {
			unit = either(unit, c)
			write(string(words.FontSymbol(c.Attr("w:font"), rune(v))))
		}
	case "w:footnoteReference", "w:endnoteReference":
		r.p.notes = append(r.p.notes, noteMark{len(r.p.chars), run, c})
	case "w:fldChar":
		from := len(r.p.chars)
		if shown := formField(c.Child("w:ffData")); shown != "" {
			unit = either(unit, c)
			write(shown)
		}
		r.fieldChar(c.Attr("w:fldCharType"), run, from)
	case "w:instrText":
		if n := len(r.fields); n > 0 {
			r.fields[n-1].code += c.Text(r.data)
			r.fields[n-1].runs = append(r.fields[n-1].runs, run)
		}
	case "w:ruby":
		if base := c.Child("w:rubyBase"); base != nil {
			for _, inner := range base.Children {
				r.nested(run, inner, top, either(unit, run.Children[top]), hidden)
			}
		}
	case "w:drawing", "w:pict", "w:object":
		before := len(r.boxes)
		r.drawing(c, run.Children[top])
		if n := len(r.p.chars); len(r.boxes) > before && (n == 0 || r.p.chars[n-1].char != boxMark || r.p.chars[n-1].drawn() != run.Children[top]) {
			r.p.chars = append(r.p.chars, char{boxMark, run, top, 0, unit})
		}
	case "mc:AlternateContent":
		for _, inner := range alternative(c).Children {
			r.child(run, inner, top, either(unit, run.Children[top]), hidden)
		}
	}
}

// formField is what a form field shows that has no text of its own, as our reader
// takes it: ☒ or ☐, or the entry that is chosen from a list.
func formField(e *ooxml.Element) string {
	if box := e.Child("w:checkBox"); box != nil {
		on := box.Child("w:checked")
		if on == nil {
			on = box.Child("w:default")
		}
		return map[bool]string{true: "☒", false: "☐"}[on.On()]
	}
	list := e.Child("w:ddList")
	chosen := list.Child("w:result")
	if chosen == nil {
		chosen = list.Child("w:default")
	}
	i, _ := strconv.Atoi(chosen.Attr("w:val")) // the first where nothing is chosen
	if list == nil {
		return ""
	}
	for _, c := range list.Children {
		if c.Name != "w:listEntry" {
			continue
		}
		if i == 0 {
			return c.Attr("w:val")
		}
		i--
	}
	return ""
}

// nested reads a run that stands inside a child of another run.
func (r *charReader) nested(run, inner *ooxml.Element, top int, unit *ooxml.Element, hidden bool) {
	for _, c := range inner.Children {
		r.child(run, c, top, unit, hidden)
	}
}

// coded reports whether the text at hand is no result of a field: its code, or
// a table of contents.
func (r *charReader) coded() bool {
	for _, f := range r.fields {
		if !f.result || f.toc {
			return true
		}
	}
	return false
}

// fieldChar opens a field, goes on to its result, or closes it: a mark in a run, before
// a character. The runs of its marks and its code go with what it shows.
func (r *charReader) fieldChar(kind string, run *ooxml.Element, from int) {
	if kind == "begin" {
		r.fields = append(r.fields, field{in: r.p, from: from})
	}
	n := len(r.fields)
	if n == 0 {
		return
	}
	f := &r.fields[n-1]
	f.runs = append(f.runs, run)
	switch kind {
	case "separate":
		f.result = true
		word, _, _ := strings.Cut(strings.TrimSpace(f.code), " ")
		f.toc = word == "TOC"
	case "end":
		if f.in == r.p && len(r.p.chars) > f.from {
			if r.p.fields == nil {
				r.p.fields = make(map[*ooxml.Element]extent)
			}
			for _, run := range f.runs {
				r.p.fields[run] = extent{f.from, len(r.p.chars)}
			}
		}
		r.fields = r.fields[:n-1]
	}
}

// drawing lists the text boxes of a drawing.
func (r *charReader) drawing(e, child *ooxml.Element) {
	e.Walk(func(c *ooxml.Element) bool {
		switch c.Name {
		case "w:txbxContent":
			r.boxes = append(r.boxes, textBox{c, child})
			return false
		case "mc:AlternateContent":
			r.drawing(alternative(c), child)
			return false
		}
		return true
	})
}

// unseen reports whether a character leaves no mark on paper.
func unseen(r rune) bool {
	switch r {
	case boxMark, '\t', '\n', '\v', '\f', '\r', ' ', '\u0085', '\u00a0', '\u1680', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000',
		'\u00ad', '\u200b', '\ufeff':
		return true
	}
	return r >= '\u2000' && r <= '\u200a'
}

// atEnd reports whether no visible character stands at or behind a place.
func (p *paragraph) atEnd(at int) bool {
	for _, c := range p.chars[min(at, len(p.chars)):] {
		if !unseen(c.char) {
			return false
		}
	}
	return true
}
