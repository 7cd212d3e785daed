package onto

import "conceptdiff/internal/render/docx/stream"

// untieStrays unties what stands in containers that are no partners, and lets
// nothing move into, out of or within tables: there it is deleted and inserted.
func (o *overlay) untieStrays() {
	for _, line := range o.now.lines {
		for _, p := range o.now.pieces[line] {
			other := o.old.of[p.run.Counterpart]
			switch {
			case p.run.Fate == stream.Kept && (other == nil || o.home(other.home.in) != p.home.in),
				p.run.Fate == stream.Moved && (p.home.in.tables() > 0 || other != nil && other.home.in.tables() > 0) && !o.staysIn(p, other):
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
// same order on both sides; the rest of it is deleted and inserted.
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

// home is the new container in which the text of an old one stands: its partner,
// or for a text box that is gone that of the paragraph it was anchored in.
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
