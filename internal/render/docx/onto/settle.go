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
			if other == nil {
				continue
			}
			held := p.home != nil
			switch {
			case o.old.layout == nil && !held && p.run.Fate == stream.Kept:
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
// lines of both texts. Untying one side's may break the other's, so it goes on until
// nothing is left to do.
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

// untieStrays unties what stands in containers that are no partners, and lets
// nothing move into, out of or within tables: there it is deleted and inserted.
func (o *overlay) untieStrays() {
	for _, line := range o.now.lines {
		for _, p := range o.now.pieces[line] {
			other := o.old.of[p.run.Counterpart]
			switch {
			case p.run.Fate == stream.Kept && (other == nil || other.home == nil || o.home(other.home.in) != p.home.in),
				p.run.Fate == stream.Moved && (p.home.in.tables() > 0 || other != nil && (other.home == nil || other.home.in.tables() > 0)) && !o.staysIn(p, other):
				p.run.Untie()
			}
		}
	}
	for _, line := range o.old.lines {
		for _, p := range o.old.pieces[line] {
			if p.run.Fate == stream.Moved && p.home.in.tables() > 0 && !o.staysIn(o.now.of[p.run.Counterpart], p) {
				p.run.Untie()
			}
		}
	}
}

// staysIn reports whether text that moved by the comparison stands in the same
// cell on both sides.
func (o *overlay) staysIn(now, old *piece) bool {
	return now != nil && old != nil && now.home != nil && old.home != nil && now.run.Text == old.run.Text && o.home(old.home.in) == now.home.in
}

// settleCell keeps, in a cell, text that moved by the comparison and stands in the
// same order on both sides; the rest of it is deleted and inserted. Both lists have
// their runs in order; what was kept stays kept.
func settleCell(before, after []*stream.Line) {
	at := make(map[*stream.Run]int)
	for _, l := range before {
		for _, r := range l.Runs {
			at[r] = len(at) + 1
		}
	}
	var runs []*stream.Run
	for _, l := range after {
		runs = append(runs, l.Runs...)
	}
	next := make([]int, len(runs)+1) // the least place of what is kept behind
	next[len(runs)] = len(at) + 1
	for i := len(runs) - 1; i >= 0; i-- {
		next[i] = next[i+1]
		if r := runs[i]; r.Fate == stream.Kept {
			next[i] = min(next[i], at[r.Counterpart])
		}
	}
	last := 0
	for i, r := range runs {
		place := at[r.Counterpart]
		switch {
		case r.Fate == stream.Kept:
			last = max(last, place)
		case r.Fate == stream.Moved && place > last && place < next[i+1]:
			stream.Tie(r.Counterpart, r)
			last = place
		case r.Fate == stream.Moved:
			r.Untie()
		}
	}
	for _, l := range before {
		for _, r := range l.Runs {
			if r.Fate == stream.Moved {
				r.Untie()
			}
		}
	}
}

// home is the new container in which the text of an old one stands: its partner, or
// for a text box that is gone that of the paragraph it was anchored in. nil where it
// stands in none.
func (o *overlay) home(c *container) *container {
	for c != nil && o.partner[c] == nil && c.anchor != nil {
		c = c.anchor.in
	}
	return o.partner[c]
}

// stays reports whether something of a line is on both sides.
func stays(l *stream.Line) bool {
	for _, r := range l.Runs {
		if r.Fate == stream.Kept {
			return true
		}
	}
	return false
}
