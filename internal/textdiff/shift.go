package textdiff

import "strings"

// shiftToPhrases moves each pure deletion or insertion that could as well stand some
// words earlier or later to where it begins and ends at the limits of a phrase
// or a sentence:
//
//	of peace{+, stability+}, security   →   of peace, {+stability, +}security
//
// One that can slide until it touches its neighbour joins it.
func (p *polisher) shiftToPhrases(hunks []hunk) []hunk {
	out := hunks[:0]
	for i, h := range hunks {
		if h.isReplacement() {
			out = append(out, h)
			continue
		}
		lo, hi := h.a0, p.a.len()-h.a1 // how far it may go
		if len(out) > 0 {
			lo = h.a0 - out[len(out)-1].a1
		}
		if i+1 < len(hunks) {
			hi = hunks[i+1].a0 - h.a1
		}
		lo, hi = p.slideRange(h, lo, hi)
		best := 0
		for d := -lo; d <= hi; d++ {
			if p.edges(h.shift(d)) > p.edges(h.shift(best)) {
				best = d
			}
		}
		h = h.shift(best)
		if n := len(out); n > 0 && out[n-1].a1 == h.a0 {
			out[n-1].a1, out[n-1].b1 = h.a1, h.b1
			continue
		}
		out = append(out, h)
	}
	return p.joinTouching(out)
}

// slideRange narrows how far h may go to the left and to the right to where the
// texts stay as they are.
func (p *polisher) slideRange(h hunk, maxLeft, maxRight int) (left, right int) {
	ids, lo, hi := p.a.ids, h.a0, h.a1
	if h.a0 == h.a1 {
		ids, lo, hi = p.b.ids, h.b0, h.b1
	}
	for left < maxLeft && ids[lo-left-1] == ids[hi-left-1] {
		left++
	}
	for right < maxRight && ids[lo+right] == ids[hi+right] {
		right++
	}
	return left, right
}

func (h hunk) shift(d int) hunk { return hunk{h.a0 + d, h.a1 + d, h.b0 + d, h.b1 + d} }

// joinTouching makes one hunk of two between which nothing is kept.
func (p *polisher) joinTouching(hunks []hunk) []hunk {
	out := hunks[:0]
	for _, h := range hunks {
		if n := len(out); n > 0 && out[n-1].a1 == h.a0 && out[n-1].b1 == h.b0 {
			out[n-1].a1, out[n-1].b1 = h.a1, h.b1
			continue
		}
		out = append(out, h)
	}
	return out
}

// edges says how natural the limits of a pure deletion or insertion are.
func (p *polisher) edges(h hunk) int {
	k, lo, hi := p.a, h.a0, h.a1
	if lo == hi {
		k, lo, hi = p.b, h.b0, h.b1
	}
	return k.edge(lo) + k.edge(hi)
}

// edge says how natural it is to cut before the i-th non-space token.
func (k *nonSpace) edge(i int) int {
	if i == 0 || i == k.len() {
		return 10
	}
	gap := k.gap(i)
	if gap.Start == gap.End {
		return 0
	}
	for _, t := range k.tokens[gap.Start:gap.End] {
		if t.Class() == Break {
			return 10
		}
	}
	before, after := k.token(i-1), k.token(i)
	switch {
	case before.Class() == Punct && strings.Contains(".!?…", before.Text):
		return 8
	case before.Class() == Punct && strings.Contains(";:", before.Text):
		return 6
	case before.Class() == Punct && strings.Contains(",)", before.Text), after.Class() == Punct:
		return 5
	case k.weight[i] == weakWeight && k.weight[i-1] == wordWeight: // … | of the …
		return 4
	}
	return 3
}
