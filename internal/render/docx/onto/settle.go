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
	o.untieParts(o.old.runs(), o.now.runs())
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

// runs are those of each line.
func (s *side) runs() [][]*stream.Run {
	var out [][]*stream.Run
	for _, line := range s.lines {
		var runs []*stream.Run
		for _, p := range s.pieces[line] {
			runs = append(runs, p.run)
		}
		out = append(out, runs)
	}
	return out
}

// untieParts unties the pieces of objects that did not stay whole, by the runs of
// lines of both texts.
func (o *overlay) untieParts(old, now [][]*stream.Run) {
	for o.now.untieParts(now, old) || o.old.untieParts(old, now) {
	}
}

// untieParts unties the pieces of objects of one side: of which a piece is not
// kept, or whose counterparts do not stand next to each other. It reports whether
// there was anything to do.
func (s *side) untieParts(mine, others [][]*stream.Run) bool {
	place := make(map[*stream.Run]int)
	n := 0
	for _, line := range others {
		for _, r := range line {
			place[r] = n
			n++
		}
		n++
	}
	var units []*ooxml.Element
	of := make(map[*ooxml.Element][]*piece)
	for _, line := range mine {
		for _, r := range line {
			p := s.of[r]
			if p == nil || p.unit == nil || p.gone {
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
