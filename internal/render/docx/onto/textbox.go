package onto

import (
	"slices"
	"strings"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render/docx/stream"
)

// portable reports whether a text box of the old file can stand in the new one as
// it is.
func (o *overlay) portable(box *container) bool {
	return box.drawn != nil && o.old.layout.data != nil && o.fits(box.drawn)
}

// fits reports whether an element of the old file can stand in the new one: it refers
// to no other part, and the new file gives its prefixes the same meaning. A reference
// to an image, a chart or an object needs a part that the new file lacks; the same
// prefix could mean another namespace there.
func (o *overlay) fits(object *ooxml.Element) bool {
	fits := true
	declared := make(map[string]bool)
	object.Walk(func(e *ooxml.Element) bool {
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

// oldObject is what stands in the old file for a span that only the old text has: a text
// box, a formula or a symbol, as it is written there. It is empty where another span
// writes it, and where it cannot stand in the new file. whole says that the span is such
// an object; else it is text.
func (o *overlay) oldObject(s stream.Span) (xml string, whole bool) {
	p := o.old.of[s.Old]
	switch {
	case s.New != nil || p == nil:
		return "", false
	case p.boxes != nil:
		if o.partner[p.boxes[0]] != nil || !o.portable(p.boxes[0]) {
			return "", true
		}
		return o.Change("w:del") + "><w:r>" + p.boxes[0].drawn.Raw(o.old.layout.data) + "</w:r></w:del>", true
	case p.unit != nil && p.unit.Name == "w:sym":
		return o.Change(s.Tag()) + "><w:r>" + p.unit.Raw(o.old.layout.data) + "</w:r></" + s.Tag() + ">", true
	case p.unit == nil || !strings.HasPrefix(p.unit.Name, "m:") || !o.fits(p.unit):
		return "", false
	case p.first > 0 && p.home.chars[p.first-1].unit == p.unit:
		return "", true
	}
	return o.Change(s.Tag()) + ">" + p.unit.Raw(o.old.layout.data) + "</" + s.Tag() + ">", true
}

// pairBoxes makes pieces of all drawings with text boxes, and ties those that stand
// at one place of both texts. It must come after tables are paired, since boxes stand
// in their cells.
func (o *overlay) pairBoxes(shared sharing) {
	for _, box := range o.old.layout.boxes {
		if box.twin != nil {
			o.partner[box] = box.twin
			o.pairTables(box, box.twin, shared)
		}
	}
	old, now := o.drawings(o.old), o.drawings(o.now)
	for _, p := range match(len(old), len(now), func(i, j int) int {
		n := 0
		for k, a := range old[i].boxes {
			if len(old[i].boxes) == len(now[j].boxes) {
				n += shared.containers(a, now[j].boxes[k])
			}
		}
		return n
	}) {
		a, b := old[p[0]], now[p[1]]
		if o.partner[a.home.in] != b.home.in || o.before(a, b.home.in) != o.before(b, a.home.in) {
			continue
		}
		stream.Tie(a.run, b.run)
		for k, box := range a.boxes {
			o.partner[box] = b.boxes[k]
			o.pairTables(box, b.boxes[k], shared)
		}
	}
}

// drawings makes the pieces of a text's drawings with text boxes. They have no text;
// each is put among the pieces of its paragraph, at its place.
func (o *overlay) drawings(s *side) []*piece {
	var out []*piece
	for _, p := range s.layout.paragraphs {
		for i, c := range p.chars {
			if c.char != boxMark {
				continue
			}
			q := &piece{run: &stream.Run{}, home: p, first: i, spots: []spot{{p.index, i}}}
			for _, box := range p.boxes {
				if box.drawn == c.drawn() {
					q.boxes = append(q.boxes, box)
				}
			}
			s.of[q.run] = q
			at, _ := slices.BinarySearchFunc(o.held[p], i, func(r *piece, i int) int { return r.first - i })
			o.held[p] = slices.Insert(o.held[p], at, q)
			out = append(out, q)
		}
	}
	return out
}

// standing counts what of a container stays in another.
type standing struct{ pieces, tables int }

// before counts what stands before a drawing in its container and stays in one of the
// other text. It is how two drawings are known to stand at one place: with as much
// before them.
func (o *overlay) before(at *piece, other *container) standing {
	var n standing
	for _, b := range at.home.in.blocks {
		if b.table != nil {
			for t, u := range o.tablePartner {
				if t == b.table && u.in == other || u == b.table && t.in == other {
					n.tables++
				}
			}
			continue
		}
		for _, p := range o.held[b.paragraph] {
			if p == at {
				return n
			}
			q := o.now.of[p.run.Counterpart]
			if q == nil {
				q = o.old.of[p.run.Counterpart]
			}
			if p.run.Fate == stream.Kept && q != nil && q.home != nil && q.home.in == other {
				n.pieces++
			}
		}
	}
	return n
}
