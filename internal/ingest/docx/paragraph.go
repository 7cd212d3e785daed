package docx

import (
	"slices"
	"strconv"
	"strings"

	"conceptdiff/internal/formula"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// paragraph is the text of one or, where marks are deleted, of several; place is the
// number of its first.
type paragraph struct {
	place    int
	props    props
	hidden   bool // its style hides it
	contents bool // of a table of contents
	text     flow.Prose
	notes    []revision.Note
	boxes    []*xmltree.Node // text boxes anchored in it
}

// field is one that is open: its codes stand before its result.
type field struct {
	code   strings.Builder
	result bool
	toc    bool // it makes a table of contents
}

// inContents reports whether a table of contents is open.
func (r *reader) inContents() bool { return r.tocs > 0 }

// coded reports whether the text at hand is part of a field's codes.
func (r *reader) coded() bool { return r.codes > 0 && !r.showFields }

// runs reads what stands in a paragraph: runs of text, and elements around runs,
// which are looked through. A field of one element (w:fldSimple) has its result in
// it.
func (r *reader) runs(n *xmltree.Node) {
	for _, c := range n.Children {
		if r.gone(c) {
			continue
		}
		switch c.Name {
		case "w:r":
			r.run(c)
		case "w:fldSimple":
			if isContentsCode(c.Attr("w:instr")) {
				r.para.contents = true
			}
			r.runs(c)
		case "w:sdt":
			if content := c.Child("w:sdtContent"); content != nil {
				r.runs(content)
			}
		case "w:commentRangeStart":
			r.comment(c.Attr("w:id"))
		case "mc:AlternateContent":
			if a := alternative(c); a != nil {
				r.runs(a)
			}
		case "m:oMath":
			r.write(r.formula(c), r.para.hidden, flow.Script{})
		case "w:pPr", "m:oMathParaPr", "m:ctrlPr":
		default:
			r.runs(c) // w:hyperlink, w:ins, w:smartTag, w:dir, m:oMathPara, …
		}
	}
}

// run reads a run. Its own property decides whether it is hidden, then its character
// style, then the paragraph's.
func (r *reader) run(n *xmltree.Node) {
	hidden := r.para.hidden
	script := r.styles.script(r.styles.styleOf(r.para.props), n.Child("w:rPr"))
	if rPr := n.Child("w:rPr"); rPr != nil {
		if style := rPr.Child("w:rStyle").Attr("w:val"); style != "" && r.styles.hidden(style) {
			hidden = true
		}
		if v := onOff(rPr.Child("w:vanish")); v != nil {
			hidden = *v
		}
		if r.markGone(rPr) {
			return
		}
	}
	for _, c := range n.Children {
		r.inRun(c, hidden, script)
	}
}

// inRun reads one element of a run: text, or a character that stands as an element
// (ECMA-376 17.3.3). Spaces at the ends of a text count only where the file says so
// (xml:space). Breaks of lines are kept for the outline, those of pages and columns
// are a space. Deleted text (w:delText) comes here only in the state before the
// write adds characters to the paragraph, or counts them where they are hidden.
func (r *reader) write(s string, hidden bool, script flow.Script) {
	switch {
	case r.coded():
	case !hidden:
		r.para.text.Write(s, script)
	case strings.TrimSpace(s) != "":
		r.hidden++
	}
}

// formula is a formula as one line, in the state of tracked changes that is read.
func (r *reader) formula(n *xmltree.Node) string {
	return formula.Office(n, formula.Tree[*xmltree.Node]{
		Name: func(n *xmltree.Node) string { return n.Name },
		Attr: (*xmltree.Node).Attr,
		Text: func(n *xmltree.Node) string {
			text := ""
			for _, c := range n.Children {
				if c.Name == "m:t" || c.Name == "w:t" || c.Name == "w:delText" {
					text += c.AllText()
				}
			}
			return text
		},
		Children: func(n *xmltree.Node) []*xmltree.Node { return slices.DeleteFunc(n.Elements(), r.gone) },
	})
}

// changes.
func (r *reader) inRun(n *xmltree.Node, hidden bool, script flow.Script) {
	write := func(s string) { r.write(s, hidden, script) }
	switch n.Name {
	case "w:t", "w:delText":
		s := n.AllText()
		if v, _ := n.Lookup("xml:space"); v != "preserve" {
			s = strings.Trim(s, " \t\r\n")
		}
		write(strings.NewReplacer("\r", " ", "\n", " ").Replace(s))
	case "w:tab", "w:ptab":
		write(" ")
	case "w:br":
		if kind := n.Attr("w:type"); kind == "" || kind == "textWrapping" {
			write("\n")
		} else {
			write(" ")
		}
	case "w:cr":
		write("\n")
	case "w:noBreakHyphen":
		write("\u2011")
	case "w:softHyphen": // shown only where a line is broken
	case "w:sym":
		if v, err := strconv.ParseUint(n.Attr("w:char"), 16, 16); err == nil {
			write(string(words.FontSymbol(n.Attr("w:font"), rune(v))))
		}
	case "w:fldChar":
		write(formField(n.Child("w:ffData")))
		r.fieldChar(n.Attr("w:fldCharType"))
	case "w:instrText":
		if len(r.fields) > 0 {
			r.fields[len(r.fields)-1].code.WriteString(n.AllText())
		}
	case "w:footnoteReference":
		r.note("w:footnote", n, hidden)
	case "w:endnoteReference":
		r.note("w:endnote", n, hidden)
	case "w:commentReference":
		r.comment(n.Attr("w:id"))
	case "w:ruby":
		if base := n.Child("w:rubyBase"); base != nil {
			r.runs(base)
		}
	case "w:drawing", "w:pict", "w:object":
		r.drawing(n)
	case "mc:AlternateContent":
		if a := alternative(n); a != nil {
			for _, c := range a.Children {
				r.inRun(c, hidden, script)
			}
		}
	}
}

// formField is what a form field shows that has no text of its own: whether a box is
// ticked, ☒ or ☐, or the entry that is chosen from a list. n is its data, nil for none.
func formField(n *xmltree.Node) string {
	if box := n.Child("w:checkBox"); box != nil {
		for _, name := range []string{"w:checked", "w:default"} {
			if on := onOff(box.Child(name)); on != nil {
				return map[bool]string{true: "☒", false: "☐"}[*on]
			}
		}
		return "☐"
	}
	list := n.Child("w:ddList")
	for _, name := range []string{"w:result", "w:default"} {
		if i := number(list.Child(name), "w:val"); i != nil {
			return entry(list, *i)
		}
	}
	return entry(list, 0)
}

// entry is an entry of a list, counted from 0, "" where there is none.
func entry(list *xmltree.Node, i int) string {
	for _, c := range list.Elements() {
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

// fieldChar opens a field, goes on to its result, or closes it. What does not fit (an
// end without a beginning) is passed over; a field that is never closed is seen by
// Read.
func (r *reader) fieldChar(kind string) {
	n := len(r.fields)
	switch {
	case kind == "begin":
		r.fields = append(r.fields, &field{})
		r.codes++
	case n == 0:
	case kind == "separate" && !r.fields[n-1].result:
		f := r.fields[n-1]
		f.result = true
		r.codes--
		if f.toc = isContentsCode(f.code.String()); f.toc {
			r.tocs++
			r.para.contents = true
		}
	case kind == "end":
		f := r.fields[n-1]
		r.fields = r.fields[:n-1]
		if !f.result {
			r.codes--
		}
		if f.toc {
			r.tocs--
		}
	}
}

// isContentsCode reports whether a field's code makes a table of contents: its first
// word is TOC.
func isContentsCode(code string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(code), " ")
	return word == "TOC"
}

// drawing collects the text boxes of a drawing, for flush; what has none is counted
// as a picture. n may be a version of an alternative, which is no picture by itself.
func (r *reader) drawing(n *xmltree.Node) {
	found := false
	n.Walk(func(c *xmltree.Node) bool {
		switch c.Name {
		case "w:txbxContent":
			found = true
			r.para.boxes = append(r.para.boxes, c)
			return false
		case "mc:AlternateContent":
			if a := alternative(c); a != nil {
				r.drawing(a)
			}
			found = true
			return false
		}
		return true
	})
	if !found && n.Name != "mc:Choice" && n.Name != "mc:Fallback" {
		r.pictures++
	}
}
