package docx

import (
	"strconv"

	"conceptdiff/internal/ingest/numeral"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/revision"
)

// note takes the footnote or endnote that a mark refers to beside the text.
// Word counts footnotes 1, 2, 3 and endnotes i, ii, iii unless a mark is given.
func (r *reader) note(root *xmltree.Node, element string, ref *xmltree.Node, hidden bool) {
	if r.noteText || hidden || r.coded() || root == nil {
		return
	}
	id := ref.Attr("w:id")
	for _, n := range root.Children {
		if n.Name != element || n.Attr("w:id") != id {
			continue
		}
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
		return
	}
}

// comment keeps a comment with the paragraph in which it begins.
func (r *reader) comment(id string) {
	if r.noteText || r.comments == nil || r.commented[id] {
		return
	}
	for _, n := range r.comments.Children {
		if n.Name != "w:comment" || n.Attr("w:id") != id {
			continue
		}
		r.commented[id] = true
		if text := r.plainText(n); text != "" {
			r.para.notes = append(r.para.notes, revision.Note{Kind: revision.NoteComment, Author: n.Attr("w:author"), Text: text})
		}
		return
	}
}
