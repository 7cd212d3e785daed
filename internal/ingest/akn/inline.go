package akn

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/revision"
)

// inline are elements that stand inside a line: no space belongs around them. Others
// part words («</p><p>») though no space stands between their tags.
var inline = map[string]bool{
	"b": true, "i": true, "u": true, "sub": true, "sup": true, "span": true, "a": true, "ref": true, "rref": true, "mref": true,
	"ins": true, "del": true, "def": true, "term": true, "date": true, "organization": true, "person": true, "location": true,
	"inline": true, "remark": true, "noteRef": true, "authorialNote": true, "quotedText": true, "docTitle": true, "docNumber": true,
	"docDate": true, "docType": true, "docProponent": true, "role": true, "entity": true, "quantity": true, "object": true,
	"concept": true, "event": true, "process": true, "abbr": true, "signature": true, "docAuthority": true, "docStage": true,
	"placeholder": true, "fillIn": true, "decoration": true, "time": true, "num": true, "heading": true, "mod": true, "rmod": true,
}

// text is the text of an element on one line; notes in it go to p.
func (r *reader) text(n *xmltree.Node, p *revision.Provision) string {
	var b strings.Builder
	r.write(&b, n, p)
	return squeeze(b.String())
}

// write writes the characters below n, with a space where an element or a line break
// parts words. Notes go to p. Deleted words are left out and listed: in a consolidated
// text they are no longer in force. Quotation marks are attributes in this format and are
// written out.
func (r *reader) write(b *strings.Builder, n *xmltree.Node, p *revision.Provision) {
	for _, c := range n.Children {
		switch c.Name {
		case "":
			b.WriteString(c.Text)
		case "br", "eol":
			b.WriteByte(' ')
		case "del": // what a consolidation took out
			r.drop(c, flow.WhyStruck)
		case "quotedStructure", "embeddedStructure": // read apart
		case "authorialNote":
			p.Notes = appendNote(p.Notes, revision.NoteFootnote, c)
		case "noteRef":
			p.Notes = append(p.Notes, r.referred(strings.TrimPrefix(c.Attr("href"), "#"))...)
		case "remark":
			p.Notes = appendNote(p.Notes, revision.NoteEditorial, c)
		case "quotedText":
			b.WriteString(c.Attr("startQuote"))
			r.write(b, c, p)
			b.WriteString(c.Attr("endQuote"))
		default:
			if !inline[c.Name] {
				b.WriteByte(' ')
			}
			r.write(b, c, p)
		}
	}
}

// drop lists the characters below n, if there are any, as left out.
func (r *reader) drop(n *xmltree.Node, why string) {
	if s := squeeze(n.AllText()); s != "" {
		r.dropped = append(r.dropped, flow.Dropped{Text: s, Why: why})
	}
}

// referred is the note of that eId, as a list of one or none: a reference to a note
// that the file does not hold adds nothing. Many may refer to it; it is read once.
func (r *reader) referred(id string) []revision.Note {
	notes, read := r.read[id]
	if !read {
		notes = appendNote(nil, revision.NoteFootnote, r.notes[id])
		r.read[id] = notes
	}
	return notes
}

// appendNote adds a note of n's text and marker, unless n is nil or holds no
// characters.
func appendNote(notes []revision.Note, kind revision.NoteKind, n *xmltree.Node) []revision.Note {
	if n == nil {
		return notes
	}
	if text := squeeze(spaced(n)); text != "" {
		notes = append(notes, revision.Note{Kind: kind, Mark: squeeze(n.Attr("marker")), Text: text})
	}
	return notes
}
