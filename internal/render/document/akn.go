package document

import (
	"bufio"
	"io"
	"strings"

	"golang.org/x/text/language"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

const (
	// The namespaces, and the one name that no provision can have.
	aknNamespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
	// ownNamespace holds what Akoma Ntoso has no place for: kinds as this program
	// tells them, and what is known of the revision.
	ownNamespace = "urn:conceptdiff:akn:1"
	// organisation is the eId of who made the file; no address holds a colon.
	organisation = "org:conceptdiff"
)

// AkomaNtoso writes the revision as an Akoma Ntoso 3.0 document (OASIS LegalDocML)
// that is valid by its schema. Every provision bears its address as eId and its
// identity as wId; a file that came with others gets those back.
//
// The error is that of w. Reading the file gives the same tree: what the standard has
// no attribute for (the kind, the note's author, ids of ours beside foreign ones)
// stands in attributes of our namespace, which other readers pass over.
func AkomaNtoso(w io.Writer, r *revision.Revision) error {
	a := &aknWriter{w: bufio.NewWriter(w), ids: foreignIDs(r)}
	a.w.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	a.open("akomaNtoso", attrs{{"xmlns", aknNamespace}, {"xmlns:cd", ownNamespace}})
	a.open("doc", attrs{{"name", "revision"}})
	a.meta(r)
	a.open("mainBody", nil)
	for _, c := range r.Components {
		a.hierarchical(c)
	}
	a.close("mainBody")
	a.close("doc")
	a.close("akomaNtoso")
	return a.w.Flush()
}

// attrs are the attributes of an element in the order in which they are written. One
// whose value is "" is left out, so that callers need not ask.
type attrs []struct{ name, value string }

// aknWriter writes the elements of one revision. Writing has no errors to look at: a
// bufio.Writer keeps the first and gives it at the flush.
type aknWriter struct {
	w *bufio.Writer
	// ids are the eIds that provisions came with and bear again; see [foreignIDs].
	ids map[*revision.Provision]string
}

// tag writes a start tag that ends in end: ">" or "/>". Names of elements and
// attributes are ours and need no escaping; values are escaped.
func (a *aknWriter) tag(name string, as attrs, end string) {
	a.w.WriteString("<" + name)
	for _, at := range as {
		if at.value != "" {
			a.w.WriteString(" " + at.name + `="` + xmlAttr(at.value) + `"`)
		}
	}
	a.w.WriteString(end)
}

func (a *aknWriter) open(name string, as attrs)  { a.tag(name, as, ">\n") }
func (a *aknWriter) empty(name string, as attrs) { a.tag(name, as, "/>\n") }
func (a *aknWriter) close(name string)           { a.w.WriteString("</" + name + ">\n") }

// line writes an element that holds characters and notes. Nothing stands between the
// tags but them: a reader takes every character of the line for the provision's own.
func (a *aknWriter) line(name string, as attrs, text string, notes []revision.Note) {
	a.tag(name, as, ">")
	a.w.WriteString(xmlText(text))
	for _, n := range notes {
		a.tag("authorialNote", attrs{{"marker", n.Mark}, {"cd:kind", string(n.Kind)}, {"cd:author", n.Author}}, ">")
		a.w.WriteString("<p>" + xmlText(n.Text) + "</p></authorialNote>")
	}
	a.close(name)
}

// meta writes what is known of the revision, in the terms of FRBR and in ours. FRBR
// has a work, an expression and a manifestation, each with an address, a date and an
// author; all three are one here, since the program knows of no other. The language
// is a code of three letters (ISO 639), "und" when it is not known, and the country
// "xx": it is not known.
//
// What a reader of ours takes is cd:revision, in which the fields stand as they were
// given.
func (a *aknWriter) meta(r *revision.Revision) {
	date := r.Date
	if date == "" {
		date = "0001-01-01" // the schema wants one
	}
	lang := "und"
	if r.Language != "" {
		if base, confidence := language.Make(r.Language).Base(); confidence > language.No {
			lang = base.ISO3()
		}
	}
	id := "/akn/" + pathStep(r.Label)
	frbr := func(level, name string, more func()) {
		a.open(level, nil)
		a.empty("FRBRthis", attrs{{"value", id}})
		a.empty("FRBRuri", attrs{{"value", id}})
		if r.Citation != "" && level == "FRBRWork" {
			a.empty("FRBRalias", attrs{{"name", "citation"}, {"value", r.Citation}})
		}
		a.empty("FRBRdate", attrs{{"date", date}, {"name", name}})
		a.empty("FRBRauthor", attrs{{"href", "#" + organisation}})
		more()
		a.close(level)
	}
	a.open("meta", nil)
	a.open("identification", attrs{{"source", "#" + organisation}})
	frbr("FRBRWork", "document", func() { a.empty("FRBRcountry", attrs{{"value", "xx"}}) })
	frbr("FRBRExpression", "revision", func() { a.empty("FRBRlanguage", attrs{{"language", lang}}) })
	frbr("FRBRManifestation", "revision", func() {})
	a.close("identification")
	a.open("references", attrs{{"source", "#" + organisation}})
	a.w.WriteString(`<TLCOrganization eId="` + organisation + `" href="/ontology/organization/conceptdiff" showAs="conceptdiff"/>` + "\n")
	a.close("references")
	a.open("proprietary", attrs{{"source", "#" + organisation}})
	a.empty("cd:revision", attrs{
		{"label", r.Label},
		{"title", r.Title},
		{"date", r.Date},
		{"status", string(r.Status)},
		{"language", r.Language},
		{"base", r.Base},
		{"citation", r.Citation},
		{"note", r.Note},
		{"source", r.Source.Name},
		{"sha256", r.Source.SHA256},
	})
	a.close("proprietary")
	a.close("meta")
}

// hierarchical writes a provision that has a place of its own in the hierarchy. The
// schema has num, heading, intro, elements of the hierarchy, and wrapUp, in that
// order; or content in place of the last three. So what the provision holds goes
//
//	nothing of the hierarchy             → content
//	blocks before the first such element → intro
//	blocks after the last                → wrapUp
//	blocks between two                   → elements of the hierarchy themselves
//
// and the kind, which every element bears, tells a paragraph written so from a
// clause.
func (a *aknWriter) hierarchical(p *revision.Provision) {
	name, as := elementOf(p), attrs(nil)
	if name == "hcontainer" {
		as = attrs{{"name", string(p.Kind)}}
	}
	a.open(name, append(as, a.identity(p)...))
	notes := p.Notes
	// give hands the notes out once, to the first that may have them.
	give := func(here bool) []revision.Note {
		if !here {
			return nil
		}
		n := a.notes(p, notes)
		notes = nil
		return n
	}
	// The notes stand with the first characters that the provision has.
	if p.Num != "" {
		a.line("num", nil, p.Num, give(p.Heading == "" && p.Text == ""))
	}
	if p.Heading != "" || p.Num == "" && p.Text == "" && len(a.notes(p, notes)) > 0 {
		a.line("heading", nil, p.Heading, give(p.Text == ""))
	}
	if !hasHierarchy(p.Children) {
		if p.Text != "" || len(p.Children) > 0 {
			a.open("content", nil)
			a.ownText(p, give(true))
			a.blocks(p.Children)
			a.close("content")
		}
		a.close(name)
		return
	}
	lead := 0
	for lead < len(p.Children) && !isHierarchical(p.Children[lead]) {
		lead++
	}
	if lead > 0 || p.Text != "" {
		a.open("intro", nil)
		a.ownText(p, give(true))
		a.blocks(p.Children[:lead])
		a.close("intro")
	}
	tail := len(p.Children)
	for tail > lead && !isHierarchical(p.Children[tail-1]) {
		tail--
	}
	for _, c := range p.Children[lead:tail] {
		a.hierarchical(c)
	}
	if tail < len(p.Children) {
		a.open("wrapUp", nil)
		a.blocks(p.Children[tail:])
		a.close("wrapUp")
	}
	a.close(name)
}

// ownText writes the provision's own text as a paragraph. Its kind is "text", so that
// it is read back as the text and not as a child.
func (a *aknWriter) ownText(p *revision.Provision, notes []revision.Note) {
	if p.Text != "" {
		a.line("p", attrs{{"cd:kind", "text"}}, p.Text, notes)
	}
}

// blocks writes paragraphs, and items as lists. Items in a row make one list; a
// paragraph that holds items is a list with an introduction. None of the children may
// be of the hierarchy ([isHierarchical]).
func (a *aknWriter) blocks(children []*revision.Provision) {
	for i := 0; i < len(children); i++ {
		p := children[i]
		if p.Kind == revision.KindItem {
			a.open("blockList", attrs{{"cd:kind", "list"}})
			for ; i < len(children) && children[i].Kind == revision.KindItem; i++ {
				a.item(children[i])
			}
			i--
			a.close("blockList")
			continue
		}
		if len(p.Children) == 0 {
			a.line("p", a.identity(p), p.Text, a.notes(p, p.Notes))
			continue
		}
		a.open("blockList", a.identity(p))
		a.line("listIntroduction", nil, p.Text, a.notes(p, p.Notes))
		for _, c := range p.Children {
			a.item(c)
		}
		a.close("blockList")
	}
}

// item writes an item and what stands below it: items only, as isHierarchical saw to
// it. Its words stand in a paragraph, also when there are none, since the schema
// wants a block.
func (a *aknWriter) item(p *revision.Provision) {
	a.open("item", a.identity(p))
	if p.Num != "" {
		a.line("num", nil, p.Num, nil)
	}
	a.line("p", attrs{{"cd:kind", "text"}}, p.Text, a.notes(p, p.Notes))
	a.blocks(p.Children)
	a.close("item")
}

// isHierarchical reports whether a provision must be written as an element of
// the hierarchy: what is no paragraph nor item, and a paragraph or item that
// holds anything else than items or bears what a block has no place for.
func isHierarchical(p *revision.Provision) bool {
	switch p.Kind {
	case revision.KindParagraph:
		if p.Num != "" || p.Heading != "" {
			return true
		}
	case revision.KindItem:
		if p.Heading != "" {
			return true
		}
	default:
		return true
	}
	for _, c := range p.Children {
		if c.Kind != revision.KindItem || isHierarchical(c) {
			return true
		}
	}
	return false
}

func hasHierarchy(children []*revision.Provision) bool {
	for _, c := range children {
		if isHierarchical(c) {
			return true
		}
	}
	return false
}

// units are the elements for provisions whose number names what it numbers. They bear
// the standard's own names; every other part is an hcontainer, and every other clause
// a clause.
var units = map[numbering.Unit]string{
	numbering.UnitBook: "book", numbering.UnitPart: "part", numbering.UnitTitle: "title", numbering.UnitDivision: "division",
	numbering.UnitChapter: "chapter", numbering.UnitSection: "section", numbering.UnitSubsection: "subsection",
	numbering.UnitArticle: "article",
}

// elementOf is the element of the standard that a provision is, by its kind and unit.
func elementOf(p *revision.Provision) string {
	switch p.Kind {
	case revision.KindPart, revision.KindClause:
		if name := units[p.Labelled().Unit]; name != "" {
			return name
		}
		if p.Kind == revision.KindClause {
			return "clause"
		}
	}
	return "hcontainer"
}

// pathStep is a label as a step of an address: what would end the step or the address
// becomes "-".
func pathStep(label string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || strings.ContainsRune(`/?#%"<>\^`, r) {
			return '-'
		}
		return r
	}, label)
}
