package akn

import (
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/revision"
)

// readOwn reads a file that this program wrote: each element says its kind (cd:kind)
// and what it was made of, so that nothing is guessed. doc is the document, own its
// cd:revision, from whose attributes the metadata comes. A body that holds anything
// but components was edited by another program and is refused, since half of it would
// be lost.
func readOwn(doc, own *xmltree.Node) (*Document, error) {
	d := &Document{Meta: revision.Meta{
		Title: own.Attr("title"), Date: own.Attr("date"), Status: revision.Status(own.Attr("status")),
		Language: own.Attr("language"), Citation: own.Attr("citation"), Note: own.Attr("note"),
	}}
	for _, c := range doc.Child("mainBody").Elements() {
		if c.Attr("cd:kind") != string(revision.KindComponent) {
			return nil, &flow.Error{Msg: "the body holds an element " + c.Name + " that is no component: the file was changed since it was written"}
		}
		d.Components = append(d.Components, ownProvision(c))
	}
	return d, nil
}

// ownProvision reads an element and what stands below it. The eId in the file is our
// address, unless cd:eid says that the source had one of its own, which is then in
// eId and kept as a note.
func ownProvision(n *xmltree.Node) *revision.Provision {
	p := &revision.Provision{Kind: revision.Kind(n.Attr("cd:kind")), EID: n.Attr("eId")}
	if eid := n.Attr("cd:eid"); eid != "" {
		p.Notes = append(p.Notes, revision.Note{Kind: revision.NoteEID, Text: p.EID})
		if wid := n.Attr("wId"); wid != "" {
			p.Notes = append(p.Notes, revision.Note{Kind: revision.NoteWID, Text: wid})
		}
		p.EID = eid
	}
	if p.Kind == revision.KindComponent && p.EID == revision.PrefaceEID {
		p.EID = ""
	}
	switch n.Name {
	case "p":
		p.Text = ownText(n, p)
	default:
		ownContent(n, p)
	}
	return p
}

// ownContent reads what stands below an element into p. Elements that Akoma Ntoso
// asks for and that are nothing here (content, intro, wrapUp, a list around items)
// are passed through.
func ownContent(n *xmltree.Node, p *revision.Provision) {
	for _, c := range n.Elements() {
		switch kind := c.Attr("cd:kind"); {
		case c.Name == "num":
			p.Num = ownText(c, p)
		case c.Name == "heading":
			p.Heading = ownText(c, p)
		case c.Name == "listIntroduction", kind == "text":
			p.Text = ownText(c, p)
		case c.Name == "content", c.Name == "intro", c.Name == "wrapUp", kind == "list":
			ownContent(c, p)
		case kind != "":
			p.Children = append(p.Children, ownProvision(c))
		}
	}
}

// ownText is the characters of an element as they stand; its notes go to p.
func ownText(n *xmltree.Node, p *revision.Provision) string {
	text := ""
	for _, c := range n.Children {
		if c.Name != "authorialNote" {
			text += c.AllText()
			continue
		}
		p.Notes = append(p.Notes, revision.Note{
			Kind: revision.NoteKind(c.Attr("cd:kind")), Mark: c.Attr("marker"), Author: c.Attr("cd:author"), Text: c.AllText(),
		})
	}
	return text
}
