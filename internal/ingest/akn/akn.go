// Package akn reads Akoma Ntoso (OASIS LegalDocML, 3.0 and its drafts). The
// hierarchy is taken as the file lays it out; eIds and wIds of its own are kept
// beside the addresses of this program. What «show --format akn» wrote reads
// back to the very tree that was written.
//
// Files: own reads files of this program, body, block and inline those of
// others, meta what is said of the document.
package akn

import (
	"bytes"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/revision"
)

// prefixes are the namespaces that matter: those of Akoma Ntoso, 1.0 to 3.0 with two
// drafts of it, all without a prefix, since the elements we read have the same names
// in each; and our own, in which a file of this program says what an element is.
var prefixes = map[string]string{
	"http://docs.oasis-open.org/legaldocml/ns/akn/3.0":       "",
	"http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13": "",
	"http://docs.oasis-open.org/legaldocml/ns/akn/3.0/WD17":  "",
	"http://www.akomantoso.org/3.0":                          "",
	"http://www.akomantoso.org/2.0":                          "",
	"http://www.akomantoso.org/1.0":                          "",
	"urn:conceptdiff:akn:1":                                  "cd",
}

// Document is a file as it was understood.
type Document struct {
	// Components are the main text and its attachments, in order, with addresses.
	Components []*revision.Provision // with addresses
	Meta       revision.Meta
	Warnings   []flow.Warning
	Dropped    []flow.Dropped // without places, in the order of the file
}

// Is reports whether data is XML that begins as Akoma Ntoso does: a tag at the start
// and the root element's name in the first 4,096 bytes, which leaves room for a
// declaration, comments and namespaces before it.
func Is(data []byte) bool {
	const head = 4096
	start := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), head)], []byte("\ufeff")), " \t\r\n")
	return bytes.HasPrefix(start, []byte("<")) && bytes.Contains(start, []byte("akomaNtoso"))
}

// Read reads a file. An error is a [*flow.Error] and names no file: the XML is
// damaged or beyond limits, its root is another element, or no text is in it. A file
// of this program is known by its proprietary metadata and read by readOwn.
func Read(data []byte) (*Document, error) {
	root, err := xmltree.Parse(bytes.NewReader(data), prefixes)
	if err != nil {
		return nil, err
	}
	if root.Name != "akomaNtoso" {
		return nil, &flow.Error{Msg: "the XML is no Akoma Ntoso: its element is " + root.Name}
	}
	for _, doc := range root.Elements() {
		if own := doc.Path("meta", "proprietary", "cd:revision"); own != nil {
			return readOwn(doc, own)
		}
	}
	r := &reader{ids: map[*revision.Provision]identity{}}
	for _, doc := range root.Elements() {
		r.document(doc, "")
	}
	if len(r.components) == 0 {
		return nil, &flow.Error{Msg: "the Akoma Ntoso document has no text"}
	}
	revision.AssignEIDs(r.components)
	r.keepIDs()
	return &Document{Components: r.components, Meta: r.meta, Warnings: r.warnings, Dropped: r.dropped}, nil
}

// identity is what an element itself is called: its eId (the place, «art_5__para_2»)
// and its wId (the same through all versions), each "" where there is none.
type identity struct{ eid, wid string }

// keepIDs notes the eIds and wIds that differ from our addresses, before the other
// notes of a provision. A wId that repeats the eId says nothing new.
func (r *reader) keepIDs() {
	for _, c := range r.components {
		c.Walk(func(p *revision.Provision) bool {
			id := r.ids[p]
			var own []revision.Note
			if id.eid != "" && id.eid != p.EID {
				own = append(own, revision.Note{Kind: revision.NoteEID, Text: id.eid})
			}
			if id.wid != "" && id.wid != id.eid && id.wid != p.EID {
				own = append(own, revision.Note{Kind: revision.NoteWID, Text: id.wid})
			}
			p.Notes = append(own, p.Notes...)
			return true
		})
	}
}
