package onto

import (
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render/docx/stream"
)

// settle drops the pieces that a file does not hold and unties what cannot stay
// in its place: what only one of the files holds, and formulas of which not all
// stayed.
func (o *overlay) settle() {
	for _, line := range o.now.lines {
		for _, p := range o.now.pieces[line] {
			other := o.old.of[p.run.Counterpart]
			if p.run.Fate != stream.Kept || other == nil {
				continue
			}
			held := p.home != nil
			switch {
			case o.old.layout == nil && !held:
				// What our reader or the program puts there, it puts there again.
				p.gone, other.gone = true, true
			case o.old.layout != nil && held != (other.home != nil):
				p.run.Untie()
			}
		}
	}
	for o.untieParts(o.now) || o.untieParts(o.old) {
	}
	for _, s := range []*side{o.now, o.old} {
		if s.layout == nil {
			continue // mirror reads the strokes between cells first
		}
		for _, line := range s.lines {
			for _, p := range s.pieces[line] {
				p.gone = p.gone || p.home == nil
			}
			s.drop(line)
		}
	}
}

// untieParts unties the pieces of objects that did not stay whole: of which a
// piece is not kept, or whose counterparts do not stand next to each other. It
// reports whether there was anything to do.
func (o *overlay) untieParts(s *side) bool {
	other := o.old
	if s == o.old {
		other = o.now
	}
	place := make(map[*stream.Run]int)
	n := 0
	for _, line := range other.lines {
		for _, p := range other.pieces[line] {
			place[p.run] = n
			n++
		}
		n++
	}
	var units []*ooxml.Element
	of := make(map[*ooxml.Element][]*piece)
	for _, line := range s.lines {
		for _, p := range s.pieces[line] {
			if p.unit == nil || p.gone {
				continue
			}
			if of[p.unit] == nil {
				units = append(units, p.unit)
			}
			of[p.unit] = append(of[p.unit], p)
		}
	}
	did := false
	for _, u := range units {
		whole, any := true, false
		last := -1
		for _, p := range of[u] {
			if p.run.Fate != stream.Kept {
				whole = false
				continue
			}
			any = true
			at := place[p.run.Counterpart]
			whole = whole && (last < 0 || at == last+1)
			last = at
		}
		if any && !whole {
			did = true
			for _, p := range of[u] {
				p.run.Untie()
			}
		}
	}
	return did
}
