package textdiff

import "slices"

// Diff finds readable word-level edits that turn old into new, both cut by l.
// It is deterministic, and takes time that grows with the length of the texts
// and, up to a fixed bound, with their difference.
//
// Runs are maximal: no two neighbours have the same Op, and between two Keep
// edits stands at most one Delete, then at most one Insert.
func (l *Lexicon) Diff(old, new []Token) []Edit {
	var edits []Edit
	for _, r := range l.Runs(old, new) {
		e := Edit{r.Op, join(old[r.Old.Start:r.Old.End]), join(new[r.New.Start:r.New.End])}
		if r.Op == Keep && e.Old == e.New {
			e.New = e.Old // one string for both
		}
		edits = append(edits, e)
	}
	return edits
}

// Runs is [Lexicon.Diff] with tokens for texts.
func (l *Lexicon) Runs(old, new []Token) []Run {
	d := l.differ()
	defer l.differs.Put(d)
	d.old.read(l, old)
	d.new.read(l, new)
	d.polish.a, d.polish.b = &d.old, &d.new
	hunks := d.align.hunks(&d.old, &d.new, l.Size())
	if len(hunks) > 0 {
		hunks = d.polish.all(hunks)
	}
	w := writer{old: old, new: new, runs: d.runs[:0]}
	w.write(&d.old, &d.new, hunks)
	d.runs = w.runs
	d.old.tokens, d.new.tokens = nil, nil // keep no text alive
	return slices.Clone(d.runs)
}

// hunk is one difference: the non-space tokens a[a0:a1] became b[b0:b1]. A list of hunks is
// in order, and between two of them stands at least one kept non-space token, the
// same number on both sides.
type hunk struct{ a0, a1, b0, b1 int }

func (h hunk) isReplacement() bool { return h.a0 < h.a1 && h.b0 < h.b1 }
