package textdiff

import "sort"

// dropIslands gives up islands: a few words without weight that stand between two
// edits and are kept only because they are everywhere.
//
//	The [-growth-]{+Corridor+} of [-trade, already adding to-]{+gas serves+} the
//
// It goes on until nothing is left to give up, since two edits that were joined
// can outweigh the next island.
func (p *polisher) dropIslands(hunks []hunk) []hunk {
	for {
		out := hunks[:1]
		n := len(hunks)
		for _, h := range hunks[1:] {
			last := &out[len(out)-1]
			if p.isIsland(*last, h) {
				last.a1, last.b1 = h.a1, h.b1
				continue
			}
			out = append(out, h)
		}
		hunks = out
		if len(hunks) == n {
			return hunks
		}
	}
}

// isIsland reports whether what is kept between two hunks is better given up.
// Beside two pure insertions, or two pure deletions, it never is: that would show
// as rewritten what only was added to.
func (p *polisher) isIsland(h, next hunk) bool {
	if !h.isReplacement() && !next.isReplacement() || p.isSentenceEnd(h.a1, next.a0) {
		return false
	}
	strong, weak := 0, 0
	for _, w := range p.a.weight[h.a1:next.a0] {
		switch w {
		case wordWeight:
			strong++
		case weakWeight:
			weak++
		}
	}
	left, right := p.size(h), p.size(next)
	switch {
	case strong == 0 && weak == 0:
		return left+right >= 7
	case strong == 0:
		return weak <= 3 && left+right >= 4+4*weak
	case strong == 1 && weak <= 1:
		return min(left, right) >= 8
	}
	return false
}

// isSentenceEnd reports whether a sentence of a ends within a[i:j], or right
// before or after it.
func (p *polisher) isSentenceEnd(i, j int) bool {
	ss := p.a.sentences
	k := sort.Search(len(ss), func(k int) bool { return ss[k].End >= i })
	return k < len(ss) && ss[k].End <= j && ss[k].End > 0 && ss[k].End < p.a.len()
}
