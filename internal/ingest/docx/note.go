package docx

import (
	"strconv"

	"conceptdiff/internal/ingest/numeral"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/revision"
)

// noteKey names a footnote, endnote or comment. Identifiers count anew in each part.
type noteKey struct{ element, id string }

// indexNotes lists the notes of a document by what refers to them. Roots may be nil;
// of two notes with one identifier the first counts.
func indexNotes(roots ...*xmltree.Node) map[noteKey]*xmltree.Node {
	index := map[noteKey]*xmltree.Node{}
	for _, root := range roots {
		for _, n := range root.Elements() {
			if key := (noteKey{n.Name, n.Attr("w:id")}); index[key] == nil {
				index[key] = n
			}
		}
	}
	return index
}

// note takes the footnote or endnote that a mark refers to beside the text. Word
// counts footnotes 1, 2, 3 and endnotes i, ii, iii unless a mark is given. A note is
// read at its first mark; hidden marks, and those in a field's codes, are none. Notes
// count on over sections, whatever the section says.
func (r *reader) note(element string, ref *xmltree.Node, hidden bool) {
	n := r.beside[noteKey{element, ref.Attr("w:id")}]
	if n == nil || r.noteText || hidden || r.coded() || r.taken[n] {
		return
	}
	r.taken[n] = true
	mark := ""
	if !isTrue(ref.Attr("w:customMarkFollows")) {
		r.notes[element]++
		mark = strconv.Itoa(r.notes[element])
		if element == "w:endnote" {
			mark = numeral.Roman(r.notes[element])
		}
	}
	if text := r.plainText(n); text != "" {
		r.para.notes = append(r.para.notes, revision.Note{Kind: revision.NoteFootnote, Mark: mark, Text: text})
	}
}

// comment keeps a comment with the paragraph in which it begins. Range and reference
// both name it; the first that comes reads it.
func (r *reader) comment(id string) {
	n := r.beside[noteKey{"w:comment", id}]
	if n == nil || r.noteText || r.taken[n] {
		return
	}
	r.taken[n] = true
	if text := r.plainText(n); text != "" {
		r.para.notes = append(r.para.notes, revision.Note{Kind: revision.NoteComment, Author: n.Attr("w:author"), Text: text})
	}
}
