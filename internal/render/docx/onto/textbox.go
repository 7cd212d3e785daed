package onto

import (
	"strings"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render/docx/stream"
)

// portable reports whether a text box of the old file can stand in the new one as
// it is: it refers to no other part, and the new file gives its prefixes the same
// meaning.
func (o *overlay) portable(box *container) bool {
	if box.drawn == nil || o.old.layout.data == nil {
		return false
	}
	fits := true
	declared := make(map[string]bool)
	box.drawn.Walk(func(e *ooxml.Element) bool {
		for _, a := range e.Attrs {
			if a.Name.Space == "xmlns" {
				declared[a.Name.Local] = true
			}
		}
		name, _ := ooxml.CutPrefix(e.Name)
		names := []string{name}
		for _, a := range e.Attrs {
			if a.Name.Space != "" && a.Name.Space != "xmlns" && a.Name.Space != "xml" {
				names = append(names, a.Name.Space)
			}
			fits = fits && !(a.Name.Space == "r" || a.Name.Space == "o" && a.Name.Local == "relid")
		}
		for _, n := range names {
			key := "xmlns:" + n
			if n == "" {
				key = "xmlns"
			}
			fits = fits && (declared[n] || o.old.layout.root.Attr(key) != "" && o.old.layout.root.Attr(key) == o.now.layout.root.Attr(key))
		}
		return fits
	})
	return fits
}

// oldBoxes are the text boxes that only the old text has, of a paragraph that ends
// here, as they stand in the old file.
func (o *overlay) oldBoxes(p *stream.Paragraph) string {
	old := o.paragraphOf[p.Old]
	if old == nil {
		return ""
	}
	var out strings.Builder
	done := make(map[*ooxml.Element]bool)
	for _, box := range old.boxes {
		if o.partner[box] != nil || done[box.drawn] || !o.portable(box) {
			continue
		}
		done[box.drawn] = true
		out.WriteString(o.Change("w:del") + "><w:r>" + box.drawn.Raw(o.old.layout.data) + "</w:r></w:del>")
	}
	return out.String()
}
