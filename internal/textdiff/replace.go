package textdiff

import "slices"

// The rule that decides when a sentence is shown as replaced; see
// measure_test.go for what it costs.
const (
	// hardly is the part of a sentence's weight, of the lighter of the two, below
	// which sharing it is hardly anything, as 1/hardly.
	hardly = 4
	// maxRun is the longest run of meaningful words that may be given up. A longer
	// one is seen as the same phrase.
	maxRun = 4
	// minReplace is the weight from which a sentence is long enough to look torn:
	// six words that mean something.
	minReplace = 6 * wordWeight
)

// shared is what an old and a new sentence have in common.
type shared struct {
	old, new int // sentences
	weight   int
	run      int // the longest run, in words with a meaning of their own
}

// sharedPart is a kept run that lies in one pair of sentences.
type sharedPart struct {
	keep hunk
	pair int // index of that pair
}

// replaceSentences gives up what is kept between two sentences that share hardly
// anything, so that one is shown as replaced by the other. What is kept is first
// cut at the sentences' limits: only what both share with each other counts.
func (p *polisher) replaceSentences(hunks []hunk) []hunk {
	p.shareSentences(hunks)
	given := p.given[:0]
	for _, part := range p.parts {
		if p.isHardlyAnything(&p.pairs[part.pair]) {
			given = append(given, part.keep)
		}
	}
	p.given = given
	if len(given) == 0 {
		return hunks
	}
	return p.joinTouching(merge(hunks, given))
}

// shareSentences finds what each pair of sentences shares, of those that hunks
// change, in the order of the old text.
func (p *polisher) shareSentences(hunks []hunk) {
	pairs, parts := p.pairs[:0], p.parts[:0]
	p.changedA, p.changedB = changed(p.changedA, p.a, hunks, true), changed(p.changedB, p.b, hunks, false)
	sa, sb := 0, 0
	for i := 0; i <= len(hunks); i++ {
		keep := hunk{0, p.a.len(), 0, p.b.len()} // the run kept before hunk i
		if i > 0 {
			keep.a0, keep.b0 = hunks[i-1].a1, hunks[i-1].b1
		}
		if i < len(hunks) {
			keep.a1, keep.b1 = hunks[i].a0, hunks[i].b0
		}
		for keep.a0 < keep.a1 {
			for sa+1 < len(p.a.sentences) && p.a.sentences[sa].End <= keep.a0 {
				sa++
			}
			for sb+1 < len(p.b.sentences) && p.b.sentences[sb].End <= keep.b0 {
				sb++
			}
			n := min(keep.a1-keep.a0, p.a.sentences[sa].End-keep.a0, p.b.sentences[sb].End-keep.b0)
			part := hunk{keep.a0, keep.a0 + n, keep.b0, keep.b0 + n}
			keep.a0, keep.b0 = part.a1, part.b1
			if !p.changedA[sa] || !p.changedB[sb] {
				continue
			}
			if k := len(pairs); k == 0 || pairs[k-1].old != sa || pairs[k-1].new != sb {
				pairs = append(pairs, shared{old: sa, new: sb})
			}
			pairs[len(pairs)-1].add(p.a, part)
			parts = append(parts, sharedPart{part, len(pairs) - 1})
		}
	}
	p.pairs, p.parts = pairs, parts
}

// changed tells which sentences a hunk touches on one side, in out.
func changed(out []bool, k *nonSpace, hunks []hunk, old bool) []bool {
	out = cleared(out, len(k.sentences)+1)
	s := 0
	for _, h := range hunks {
		lo, hi := h.b0, h.b1
		if old {
			lo, hi = h.a0, h.a1
		}
		for s < len(k.sentences) && k.sentences[s].End <= lo {
			s++
		}
		for t := s; t < len(k.sentences) && k.sentences[t].Start < max(hi, lo+1); t++ {
			out[t] = true
		}
	}
	return out
}

// cleared makes s n long, all false.
func cleared(s []bool, n int) []bool {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

func (s *shared) add(a *nonSpace, part hunk) {
	run := 0
	for _, w := range a.weight[part.a0:part.a1] {
		s.weight += int(w)
		if w == wordWeight {
			run++
		}
	}
	s.run = max(s.run, run)
}

func (p *polisher) isHardlyAnything(s *shared) bool {
	lighter := min(p.a.total(p.a.sentences[s.old]), p.b.total(p.b.sentences[s.new]))
	return lighter >= minReplace && s.run <= maxRun && s.weight*hardly < lighter
}

// total is the weight of what stands in r.
func (k *nonSpace) total(r Range) int {
	n := 0
	for _, w := range k.weight[r.Start:r.End] {
		n += int(w)
	}
	return n
}

// merge puts two lists of hunks, each in order, into one.
func merge(x, y []hunk) []hunk {
	out := make([]hunk, 0, len(x)+len(y))
	for len(x) > 0 && len(y) > 0 {
		if x[0].a0 < y[0].a0 || x[0].a0 == y[0].a0 && x[0].b0 < y[0].b0 {
			out, x = append(out, x[0]), x[1:]
		} else {
			out, y = append(out, y[0]), y[1:]
		}
	}
	return append(append(out, x...), y...)
}
