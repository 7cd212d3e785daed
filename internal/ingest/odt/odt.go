// Package odt reads OpenDocument texts (ISO/IEC 26300) as LibreOffice shows them:
// numbers of lists and of the outline are counted, tracked changes are accepted
// or rejected, notes and comments stand beside the text. Nothing outside the
// file is ever fetched.
//
// Files: style holds what paragraphs refer to, list counts, body and paragraph
// walk the text, change knows the tracked changes.
package odt

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/ingest/zipdoc"
)

// Is reports whether an archive is an OpenDocument text: by its first part, which
// names the type, templates and master documents included.
func Is(f *zipdoc.File) bool {
	return f.Has("content.xml") && strings.HasPrefix(f.Head("mimetype", 100), "application/vnd.oasis.opendocument.text")
}

// prefixes are the namespaces that matter.
var prefixes = map[string]string{
	"urn:oasis:names:tc:opendocument:xmlns:office:1.0":                     "office",
	"urn:oasis:names:tc:opendocument:xmlns:style:1.0":                      "style",
	"urn:oasis:names:tc:opendocument:xmlns:text:1.0":                       "text",
	"urn:oasis:names:tc:opendocument:xmlns:table:1.0":                      "table",
	"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0":                    "draw",
	"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0":          "fo",
	"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0":                   "manifest",
	"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": "loext",
	"http://purl.org/dc/elements/1.1/":                                     "dc",
}

// Read reads an OpenDocument text. A document with tracked changes is refused with a
// [*flow.TrackedError] unless opts say which state is meant. Other errors are
// [*flow.Error]: a password, a part that is damaged or beyond a limit, no text. Line
// in the places of blocks is the number of the paragraph.
func Read(f *zipdoc.File, opts flow.Options) (*flow.Document, error) {
	manifest, err := f.XML("META-INF/manifest.xml", prefixes)
	if err != nil {
		return nil, err
	}
	if encrypted(manifest) {
		return nil, &flow.Error{Msg: "the OpenDocument text is protected by a password", Hint: "open it and save it without the password"}
	}
	content, err := f.XML("content.xml", prefixes)
	if err != nil {
		return nil, err
	}
	styleRoot, err := f.XML("styles.xml", prefixes)
	if err != nil {
		return nil, err
	}
	text := content.Path("office:body", "office:text")
	if text == nil {
		return nil, &flow.Error{Msg: "the OpenDocument file has no text"}
	}
	changes := readChanges(text.Child("text:tracked-changes"))
	if n := len(changes); n > 0 && opts.Changes != flow.AcceptChanges && opts.Changes != flow.RejectChanges {
		return nil, &flow.TrackedError{Count: n}
	}
	r := &reader{
		doc: &flow.Document{}, styles: readStyles(styleRoot, content), changes: changes,
		reject: opts.Changes == flow.RejectChanges, keepStruck: opts.Struck == flow.KeepStruck, lists: newLists(), inserted: map[string]bool{}, restored: map[string]bool{},
	}
	r.container(text, nil)
	r.flush()
	r.margins(styleRoot)
	r.doc.LeftOut(r.pictures, flow.OddPictures)
	r.doc.LeftOut(r.hidden, flow.OddHidden)
	if len(r.doc.Blocks) == 0 {
		return nil, &flow.Error{Msg: "the OpenDocument file holds no text"}
	}
	return r.doc, nil
}

// encrypted reports whether a part of the package is; the manifest may be nil, as
// some programs write none.
func encrypted(manifest *xmltree.Node) bool {
	found := false
	manifest.Walk(func(n *xmltree.Node) bool {
		found = found || n.Name == "manifest:encryption-data"
		return !found
	})
	return found
}

// margins lists the headers and footers of the page styles as dropped, each text
// once, whether or not a page uses them.
func (r *reader) margins(root *xmltree.Node) {
	seen := map[string]bool{}
	for _, page := range root.Child("office:master-styles").Elements() {
		for _, n := range page.Elements() {
			why, _, _ := strings.Cut(strings.TrimPrefix(n.Name, "style:"), "-")
			if why != "header" && why != "footer" {
				continue
			}
			if text := r.plainText(n); text != "" && !seen[text] {
				seen[text] = true
				r.doc.Dropped = append(r.doc.Dropped, flow.Dropped{Text: text, Why: why})
			}
		}
	}
}

// plainText is the text below n on one line, as a note or a margin holds it: its
// paragraphs joined by spaces, lists counted anew. Notes inside it are not read.
func (r *reader) plainText(n *xmltree.Node) string {
	inner := &reader{
		doc: &flow.Document{}, styles: r.styles, changes: r.changes, reject: r.reject, keepStruck: r.keepStruck,
		lists: newLists(), inserted: map[string]bool{}, restored: map[string]bool{}, noteText: true,
	}
	inner.container(n, nil)
	inner.flush()
	var b strings.Builder
	for _, blk := range inner.doc.Blocks {
		b.WriteString(blk.Num + " " + blk.Text + " ")
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
