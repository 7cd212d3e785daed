package odt

import (
	"strconv"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/revision"
)

// paragraph is the text of one or, where ends are rejected, of several; place is the
// number of the first. element is 0 for a text:p.
type paragraph struct {
	place   int
	style   string
	element int // level of a heading's element
	num     string
	depth   int
	level   *level // of its list
	text    flow.Prose
	notes   []revision.Note
	boxes   []*xmltree.Node
}

// block reads a paragraph or heading; num is what its list shows before it. A heading
// outside of lists is numbered by the outline. A paragraph that goes on from one
// whose end is not in the state has that one's style and number.
func (r *reader) block(n *xmltree.Node, in *list, num string) {
	r.paragraphs++
	p := r.para
	if p == nil {
		p = r.paragraph()
		p.style, p.num = n.Attr("text:style-name"), num
		r.para = p
		if n.Name == "text:h" {
			p.element, _ = strconv.Atoi(n.Attr("text:outline-level"))
			p.element = max(p.element, 1)
		}
		if in != nil {
			p.depth = in.depth - 1
			if in.style != nil {
				p.level = in.style.levels[in.depth]
			}
		} else if lv := r.styles.outlineLevel(p.style, p.element); lv > 0 && n.Attr("text:is-list-header") != "true" && !r.noteText {
			p.num = r.lists.outline.next(r.styles.outline, lv, number(n, "text:start-value"))
			p.level = r.styles.outline.levels[lv]
		}
	}
	r.inline(n, hidden(r.styles.paragraph, n.Attr("text:style-name")), script(r.styles.paragraph, n.Attr("text:style-name")).of())
	if !r.gone() {
		r.flush()
	}
}

// paragraph begins a paragraph, at the place of the element read last.
func (r *reader) paragraph() *paragraph {
	return &paragraph{place: r.paragraphs, text: flow.Prose{KeepStruck: r.keepStruck}}
}

// number reads an attribute that holds a whole number; nil where it is missing or
// none.
func number(n *xmltree.Node, attr string) *int {
	v, err := strconv.Atoi(n.Attr(attr))
	if err != nil {
		return nil
	}
	return &v
}

// flush ends the paragraph at hand, if there is one, and makes a block of it where it
// has anything to say. Text boxes that are anchored in it follow.
func (r *reader) flush() {
	p := r.para
	if p == nil {
		return
	}
	r.para = nil
	text := strings.TrimSpace(p.text.String())
	struck := r.doc.AddStruck(flow.Place{Line: p.place}, p.text.Struck())
	if text != "" || struck || len(p.notes) > 0 || flow.IsNumber(p.num) {
		r.doc.Blocks = append(r.doc.Blocks, flow.Block{
			Place: flow.Place{Line: p.place}, Num: p.num, Text: text, Notes: p.notes, Struck: struck,
			Level: flow.HeadingLevel(r.styles.headingLevel(p.style, p.element), text),
			Depth: p.depth, Indent: r.styles.column(p.style, p.level),
		})
	}
	for _, box := range p.boxes {
		r.container(box, nil)
		r.flush()
	}
}

// inline reads what stands in a paragraph. White space in the file is one space;
// text:s stands for more and is one here, since runs of spaces are closed up later.
// hide says that the style around hides the text, as how its characters stand.
func (r *reader) inline(n *xmltree.Node, hide bool, as flow.Script) {
	for _, c := range n.Children {
		write := func(s string) {
			switch {
			case r.gone():
			case !hide:
				r.para.text.Write(s, as)
			case strings.TrimSpace(s) != "":
				r.hidden++
			}
		}
		switch c.Name {
		case "":
			write(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(c.Text))
		case "text:s", "text:tab":
			write(" ")
		case "text:line-break":
			write("\n")
		case "text:span":
			name := c.Attr("text:style-name")
			r.inline(c, hide || hidden(r.styles.text, name), script(r.styles.text, name).or(given(as)).of())
		case "text:note":
			r.note(c, hide)
		case "office:annotation":
			r.comment(c)
		case "text:change", "text:change-start", "text:change-end":
			r.changeMark(c)
			if r.para == nil {
				r.para = r.paragraph()
			}
		case "text:hidden-text", "text:hidden-paragraph", "office:annotation-end", "text:number", "text:soft-page-break",
			"text:ruby-text", "text:script", "text:toc-mark", "text:alphabetical-index-mark", "text:user-index-mark":
		case "draw:frame", "draw:custom-shape", "draw:g":
			r.frame(c)
		default:
			r.inline(c, hide, as) // links, fields, bookmarks, ruby
		}
	}
}

// frame collects the text boxes of a drawing, for flush; one without text is a
// picture. Shapes have their paragraphs right below them.
func (r *reader) frame(n *xmltree.Node) {
	found := false
	n.Walk(func(c *xmltree.Node) bool {
		if c.Name == "draw:text-box" || c != n && c.Name == "text:p" {
			found = true
			if c.Name == "text:p" {
				r.para.boxes = append(r.para.boxes, n)
				return false
			}
			r.para.boxes = append(r.para.boxes, c)
			return false
		}
		return !found
	})
	if !found {
		r.pictures++
	}
}

// note takes a footnote or endnote beside the text.
func (r *reader) note(n *xmltree.Node, hide bool) {
	if hide || r.gone() || r.noteText {
		return
	}
	if text := r.plainText(n.Child("text:note-body")); text != "" {
		mark := strings.TrimSpace(n.Child("text:note-citation").AllText())
		r.para.notes = append(r.para.notes, revision.Note{Kind: revision.NoteFootnote, Mark: mark, Text: text})
	}
}

// comment keeps a comment with the paragraph it stands in.
func (r *reader) comment(n *xmltree.Node) {
	if r.noteText {
		return
	}
	if text := r.plainText(n); text != "" {
		r.para.notes = append(r.para.notes, revision.Note{
			Kind: revision.NoteComment, Author: strings.TrimSpace(n.Child("dc:creator").AllText()), Text: text,
		})
	}
}
