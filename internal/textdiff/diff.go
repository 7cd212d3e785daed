package textdiff

// Diff finds readable word-level edits that turn old into new, both cut by l.
// It is deterministic, and takes time that grows with the length of the texts
// and, up to a fixed bound, with their difference.
//
// Runs are maximal: no two neighbours have the same Op, and between two Keep
// edits stands at most one Delete, then at most one Insert.
func (l *Lexicon) Diff(old, new []Token) []Edit {
	a, b := l.ink(old), l.ink(new)
	hunks := align(a, b)
	if len(hunks) > 0 {
		hunks = polish(a, b, hunks)
	}
	return edits(a, b, hunks)
}

// hunk is one difference: the ink a[a0:a1] became b[b0:b1]. A list of hunks is
// in order, and between two of them stands at least one kept piece of ink, the
// same number on both sides.
type hunk struct{ a0, a1, b0, b1 int }

// hunksOf makes hunks of pairs, which gives for each piece of a the piece of b
// that it was kept as, or -1.
func hunksOf(pairs []int32, lenB int) []hunk {
	var hunks []hunk
	a0, b0 := 0, 0
	for i, j := range pairs {
		if j < 0 {
			continue
		}
		if a0 < i || b0 < int(j) {
			hunks = append(hunks, hunk{a0, i, b0, int(j)})
		}
		a0, b0 = i+1, int(j)+1
	}
	if a0 < len(pairs) || b0 < lenB {
		hunks = append(hunks, hunk{a0, len(pairs), b0, lenB})
	}
	return hunks
}
