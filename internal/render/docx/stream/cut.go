package stream

// Split cuts a run before some of its characters, ascending, and its counterpart at
// the same ones where both have the same text: the pieces are tied in pairs. A
// counterpart of another text stays whole, and the pieces have it together. The lines
// of the runs are not changed. before counts characters from the start of the text;
// 0, and a place named twice, cut nothing. The pieces are new runs, which the caller
// puts in the place of r.
func (r *Run) Split(before []int) []*Run {
	other := r.Counterpart
	out := r.pieces(before)
	switch {
	case other == nil:
	case other.Text == r.Text:
		for i, o := range other.pieces(before) {
			o.Counterpart, out[i].Counterpart = out[i], o
		}
	default:
		other.Counterpart = out[0]
	}
	return out
}

// pieces cuts a run before those characters of its text. An empty run is one empty
// piece.
func (r *Run) pieces(before []int) []*Run {
	text := []rune(r.Text)
	var out []*Run
	from := 0
	for _, to := range append(append([]int{}, before...), len(text)) {
		if to <= from && len(text) > 0 {
			continue
		}
		p := *r
		p.Text = string(text[from:to])
		out = append(out, &p)
		from = to
	}
	return out
}

// Untie parts a run from its counterpart: the one is deleted, the other inserted. A
// run without one is changed all the same.
func (r *Run) Untie() {
	if o := r.Counterpart; o != nil {
		o.Fate, o.Counterpart = Changed, nil
	}
	r.Fate, r.Counterpart = Changed, nil
}

// Share lets two lines end in one paragraph mark. Both must be without a counterpart,
// or a third keeps pointing at one of them.
func Share(old, now *Line) { old.Counterpart, now.Counterpart = now, old }

// SetRank gives a line its place in the order of the changes: of lines that only one
// side has, that of a lower rank comes first. Of equal ranks the old line comes
// first.
func (l *Line) SetRank(from *Line) { l.rank = from.rank }
