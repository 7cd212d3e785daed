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
	ids        map[*revision.Provision]identity
	notes      map[string]*xmltree.Node // of the document at hand, by eId
	read       map[string][]revision.Note
	meta       revision.Meta
	warnings   []flow.Warning
	annexes    int
	articles   bool // sections group articles here
}

// document reads a document, a collection or an attachment; num is the label of
// the attachment it stands in.
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

// attachment reads a document that is part of another.
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

// hierarchy are the other elements of the hierarchy.
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

// hierarchical reads an element with a number or a heading. One without either
// is no unit: what it holds belongs to the unit around it.
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

// introducing is the paragraph before a list, or p itself.
func introducing(p *revision.Provision) *revision.Provision {
	if n := len(p.Children); n > 0 && p.Children[n-1].Kind == revision.KindParagraph {
		return p.Children[n-1]
	}
	return p
}

// recital keeps its number in its text: it is no clause.
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

func idOf(n *xmltree.Node) string {
	if id := n.Attr("eId"); id != "" {
		return id
	}
	return n.Attr("id") // before 3.0
}

func has(n *xmltree.Node, name string) bool { return find(n, name) != nil }

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

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
