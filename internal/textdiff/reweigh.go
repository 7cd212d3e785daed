package textdiff

// reweighSize is the largest window, in non-space tokens on either side, that is
// aligned anew: a phrase, not a page.
const reweighSize = 48

// reweigh keeps words rather than marks and function words. A shortest script
// counts every non-space token alike, and of two that are as short it may take the
// one that keeps an «and» and shows a noun as deleted and inserted:
//
//	staff[-, contractors-] and {+contractors, but not to+} visitors
//	staff[-,-] {+and+} contractors [-and-]{+, but not to+} visitors
//
// Where nothing but such tokens is kept between two hunks, and a word stands on both
// sides of what changed around it, the two and what lies between are aligned
// again, by weight.
func (p *polisher) reweigh(hunks []hunk) []hunk {
	out := make([]hunk, 0, len(hunks)+2)
	for _, h := range hunks {
		if n := len(out); n > 0 {
			window := hunk{out[n-1].a0, h.a1, out[n-1].b0, h.b1}
			if p.hidesWord(out[n-1], h) {
				if better := p.heaviest(window, p.weighIsland(out[n-1].a1, h.a0)); better != nil {
					out = append(out[:n-1], better...)
					continue
				}
			}
		}
		out = append(out, h)
	}
	return out
}

// hidesWord reports whether the island between h and next has no word of weight
// and ends no sentence, while such a word stands in what was deleted and in what
// was inserted around it.
func (p *polisher) hidesWord(h, next hunk) bool {
	if next.a1-h.a0 > reweighSize || next.b1-h.b0 > reweighSize || p.isSentenceEnd(h.a1, next.a0) {
		return false
	}
	for i := h.a1; i < next.a0; i++ {
		if p.a.weight[i] == wordWeight {
			return false
		}
	}
	for i := h.a0; i < next.a1; i++ {
		if p.a.weight[i] != wordWeight || i >= h.a1 && i < next.a0 {
			continue
		}
		for j := h.b0; j < next.b1; j++ {
			if p.b.ids[j] == p.a.ids[i] {
				return true
			}
		}
	}
	return false
}

// keepWeight is what keeping the i-th non-space token of the old text is worth: a word
// more than the few marks and function words that may stand around it.
func (p *polisher) keepWeight(i int) int32 { return 1 + 4*int32(p.a.weight[i]) }

func (p *polisher) weighIsland(i, j int) int32 {
	sum := int32(0)
	for ; i < j; i++ {
		sum += p.keepWeight(i)
	}
	return sum
}

// heaviest aligns a window so that the weight of what is kept is greatest (a
// longest common subsequence with weights, by dynamic programming), and gives its
// hunks; nil when that is no more than least.
func (p *polisher) heaviest(w hunk, least int32) []hunk {
	cols := w.b1 - w.b0 + 1
	size := (w.a1 - w.a0 + 1) * cols
	if cap(p.sums) < size {
		p.sums = make([]int32, size)
	}
	sums := p.sums[:size]
	clear(sums)
	at := func(i, j int) *int32 { return &sums[(i-w.a0)*cols+j-w.b0] }
	for i := w.a1 - 1; i >= w.a0; i-- {
		for j := w.b1 - 1; j >= w.b0; j-- {
			best := max(*at(i+1, j), *at(i, j+1))
			if p.a.ids[i] == p.b.ids[j] {
				best = max(best, *at(i+1, j+1)+p.keepWeight(i))
			}
			*at(i, j) = best
		}
	}
	if *at(w.a0, w.b0) <= least {
		return nil
	}
	var hunks []hunk
	i, j := w.a0, w.b0
	open := hunk{i, i, j, j}
	for i < w.a1 && j < w.b1 {
		switch {
		case p.a.ids[i] == p.b.ids[j] && *at(i, j) == *at(i+1, j+1)+p.keepWeight(i):
			if open.a0 < i || open.b0 < j {
				hunks = append(hunks, hunk{open.a0, i, open.b0, j})
			}
			i, j = i+1, j+1
			open = hunk{i, i, j, j}
		case *at(i, j) == *at(i+1, j):
			i++
		default:
			j++
		}
	}
	if open.a0 < w.a1 || open.b0 < w.b1 {
		hunks = append(hunks, hunk{open.a0, w.a1, open.b0, w.b1})
	}
	return hunks
}
