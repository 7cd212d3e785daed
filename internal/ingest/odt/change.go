package odt

import "conceptdiff/internal/ingest/xmltree"

// change is an insertion, whose deleted is nil, or a deletion with the content it
// took out.
type change struct{ deleted *xmltree.Node }

// readChanges reads the list of tracked changes by their identifiers. Changes of
// formatting alone are none. n may be nil.
func readChanges(n *xmltree.Node) map[string]change {
	out := map[string]change{}
	for _, region := range n.Elements() {
		id := region.Attr("text:id")
		if id == "" {
			id = region.Attr("xml:id")
		}
		switch {
		case region.Child("text:insertion") != nil:
			out[id] = change{}
		case region.Child("text:deletion") != nil:
			out[id] = change{deleted: region.Child("text:deletion")}
		}
	}
	return out
}

// changeMark heeds a mark of a tracked change when changes are rejected; otherwise
// the text is as it stands. Insertions are the text between two marks; a deletion
// stands at one, with its content in the list of changes.
func (r *reader) changeMark(n *xmltree.Node) {
	id := n.Attr("text:change-id")
	c, known := r.changes[id]
	if !known || !r.reject {
		return
	}
	switch n.Name {
	case "text:change-start":
		if c.deleted == nil {
			r.inserted[id] = true
		}
	case "text:change-end":
		delete(r.inserted, id)
	case "text:change":
		if c.deleted != nil && !r.restoring && !r.restored[id] {
			r.restored[id] = true // a file could name one deletion a million times
			r.restore(c.deleted)
		}
	}
}

// gone reports whether what is at hand was inserted and is rejected.
func (r *reader) gone() bool { return len(r.inserted) > 0 }

// restore puts deleted content back: its first paragraph goes on with the one at
// hand, which goes on with its last. Marks inside it restore nothing: deletions do
// not nest.
func (r *reader) restore(n *xmltree.Node) {
	r.restoring = true
	defer func() { r.restoring = false }()
	first := true
	for _, c := range n.Elements() {
		if c.Name == "office:change-info" {
			continue
		}
		if !first {
			keep := r.para
			r.flush()
			if keep != nil {
				r.para = r.paragraph()
				r.para.place, r.para.style, r.para.element = keep.place, keep.style, keep.element
			}
		}
		first = false
		if c.Name == "text:p" || c.Name == "text:h" {
			if r.para == nil {
				r.para = r.paragraph()
			}
			r.inline(c, false, script(r.styles.paragraph, c.Attr("text:style-name")).of())
			continue
		}
		r.element(c, nil)
	}
}
