package akn

import (
	"strconv"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// reader makes the tree of a file of another program.
type reader struct {
	components []*revision.Provision
	// Names of elements, by the provision made of them.
	ids   map[*revision.Provision]identity
	notes map[string]*xmltree.Node // of the document at hand, by eId
	// Notes that were read, by eId: many marks may point to one.
	read     map[string][]revision.Note
	meta     revision.Meta
	warnings []flow.Warning
	dropped  []flow.Dropped
	// Attachments so far; their addresses are annex-1, annex-2, …
	annexes  int
	articles bool // sections group articles here
}

// document reads a document, a collection or an attachment; num is the label of the
// attachment it stands in. Each becomes a component, one inside another as well,
// since components do not nest here. Metadata is taken from the first, notes
// (meta/notes) from each for its own references. A document that turned out empty is
// taken back.
func (r *reader) document(n *xmltree.Node, num string) {
	if n.Name == "components" {
		for _, c := range n.Elements() {
			r.attachment(c)
		}
		return
	}
	meta := n.Child("meta")
	first := len(r.components) == 0
	if first {
		r.readMeta(meta)
	}
	r.notes, r.read = map[string]*xmltree.Node{}, map[string][]revision.Note{}
	meta.Child("notes").Walk(func(c *xmltree.Node) bool {
		if c.Name == "note" {
			r.notes[idOf(c)] = c
		}
		return true
	})
	r.articles = has(n, "article")
	p := &revision.Provision{Kind: revision.KindComponent, Num: num}
	if !first {
		r.annexes++
		p.EID = "annex-" + strconv.Itoa(r.annexes)
	}
	r.ids[p] = identity{eid: idOf(n), wid: n.Attr("wId")}
	r.components = append(r.components, p)
	for _, c := range n.Elements() {
		switch c.Name {
		case "meta":
		case "attachments", "components", "collectionBody":
			for _, a := range c.Elements() {
				r.attachment(a)
			}
		default: // preface, preamble, body, mainBody, conclusions, …
			r.children(c, p)
		}
	}
	if first && r.meta.Title == "" {
		if p.Heading != "" {
			r.meta.Title = p.Heading
		} else if title := find(n, "docTitle"); title != nil {
			r.meta.Title = squeeze(title.AllText())
		}
	}
	if p.Heading == "" && p.Num == "" && len(p.Children) == 0 {
		r.components = r.components[:len(r.components)-1]
	}
}

// attachment reads a document that is part of another. Its heading and subheading
// («Annex II», «Form of the register») are the label of the first document in it.
func (r *reader) attachment(n *xmltree.Node) {
	num := squeeze(n.Child("heading").AllText())
	if sub := squeeze(n.Child("subheading").AllText()); sub != "" {
		num = strings.TrimSpace(num + " " + sub)
	}
	for _, c := range n.Elements() {
		switch c.Name {
		case "heading", "subheading", "num", "componentRef", "documentRef":
		case "component", "attachment":
			r.attachment(c)
		default:
			r.document(c, num)
			num = ""
		}
	}
}

// groups are the elements that group clauses; a section does where it holds
// articles.
var groups = map[string]bool{
	"book": true, "tome": true, "part": true, "subpart": true, "title": true, "subtitle": true,
	"chapter": true, "subchapter": true, "division": true, "subdivision": true,
}

// hierarchy are the other elements of the hierarchy. Which of them an element is says
// little: tools use article, section and paragraph by the custom of their country, so
// the kind of a provision is decided in hierarchical by its number and heading.
var hierarchy = map[string]bool{
	"section": true, "article": true, "clause": true, "paragraph": true, "list": true, "point": true, "indent": true, "alinea": true,
	"rule": true, "subrule": true, "proviso": true, "subsection": true, "subparagraph": true, "subclause": true, "sublist": true,
	"level": true, "transitional": true, "hcontainer": true,
}

// children reads what stands below n into p.
func (r *reader) children(n *xmltree.Node, p *revision.Provision) {
	for _, c := range n.Elements() {
		r.element(c, p)
	}
}

// element reads one element into p, by its kind: a unit, a part of a unit that has no
// words of its own (intro, content, wrapUp), a recital, or text.
func (r *reader) element(c *xmltree.Node, p *revision.Provision) {
	switch {
	case groups[c.Name] || hierarchy[c.Name]:
		r.hierarchical(c, p)
	case c.Name == "num" || c.Name == "heading" || c.Name == "subheading":
		r.paragraph(c, p, "") // of a container that is none of ours
	case c.Name == "intro" || c.Name == "content" || c.Name == "wrapUp" || c.Name == "componentRef":
		r.children(c, p)
	case c.Name == "recital" || c.Name == "citation":
		r.recital(c, p)
	default:
		r.block(c, p)
	}
}

// hierarchical reads an element with a number or a heading. One without either is no
// unit: what it holds belongs to the unit around it. A heading without a number makes
// a section; a number makes a clause, or a part where the element groups clauses; a
// bullet makes an item of the paragraph before it. Several numbers or headings are
// joined by a space.
func (r *reader) hierarchical(n *xmltree.Node, parent *revision.Provision) {
	p := &revision.Provision{}
	var heading []string
	for _, c := range n.Elements() {
		switch c.Name {
		case "num":
			p.Num = strings.TrimSpace(p.Num + " " + r.text(c, p))
		case "heading", "subheading":
			if s := r.text(c, p); s != "" {
				heading = append(heading, s)
			}
		}
	}
	p.Heading = strings.Join(heading, " ")
	switch l, ok := numbering.ParseNum(p.Num); {
	case p.Num == "" && p.Heading == "":
		r.children(n, parent)
		return
	case p.Num == "":
		p.Kind = revision.KindSection
	case groups[n.Name] || n.Name == "section" && r.articles && has(n, "article"):
		p.Kind = revision.KindPart
	case ok && l.Form == numbering.FormBullet:
		p.Kind = revision.KindItem
		parent = introducing(parent)
	default:
		p.Kind = revision.KindClause
	}
	r.ids[p] = identity{eid: idOf(n), wid: n.Attr("wId")}
	parent.Children = append(parent.Children, p)
	for _, c := range n.Elements() {
		switch c.Name {
		case "num", "heading", "subheading":
		default:
			r.element(c, p)
		}
	}
}

// introducing is the paragraph before a list, or p itself: bulleted items belong to
// the sentence that they finish.
func introducing(p *revision.Provision) *revision.Provision {
	if n := len(p.Children); n > 0 && p.Children[n-1].Kind == revision.KindParagraph {
		return p.Children[n-1]
	}
	return p
}

// recital keeps its number in its text: it is no clause. Only the first paragraph
// bears it; citations, which have none, come here as well.
func (r *reader) recital(n *xmltree.Node, p *revision.Provision) {
	num := ""
	for _, c := range n.Elements() {
		if c.Name == "num" {
			num = squeeze(c.AllText())
			continue
		}
		r.paragraph(c, p, num)
		num = ""
	}
}

// idOf is an element's eId, or its id, as it was called before 3.0; "" for none.
func idOf(n *xmltree.Node) string {
	if id := n.Attr("eId"); id != "" {
		return id
	}
	return n.Attr("id") // before 3.0
}

// has reports whether n or an element below it has that name.
func has(n *xmltree.Node, name string) bool { return find(n, name) != nil }

// find is the first element of that name in document order, n itself included, or
// nil.
func find(n *xmltree.Node, name string) *xmltree.Node {
	var found *xmltree.Node
	n.Walk(func(c *xmltree.Node) bool {
		if found == nil && c.Name == name {
			found = c
		}
		return found == nil
	})
	return found
}

// squeeze puts a text on one line, its words parted by one space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
