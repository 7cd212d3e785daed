package textdiff

import (
	"slices"
	"sort"
)

// anchor pairs a position of a with one of b.
type anchor struct{ a, b, weight int }

// minAnchorWords is how many words a sentence needs to anchor its equal.
const minAnchorWords = 4

// sentences aligns the sentences that stand once on either side and are equal,
// as far as they keep their order, then what lies between them. In the manner of
// patience diff (Bram Cohen), with sentences for lines, and the heaviest chain
// in place of the longest.
func (al *aligner) sentences(a, b *ink) {
	type place struct{ a, b, na, nb int }
	places := make(map[uint64]*place)
	if len(a.sentences) > 1 && len(b.sentences) > 1 {
		for i, s := range a.sentences {
			h := hash(al.a[s.Start:s.End])
			if places[h] == nil {
				places[h] = &place{}
			}
			places[h].a = i
			places[h].na++
		}
		for j, s := range b.sentences {
			if p := places[hash(al.b[s.Start:s.End])]; p != nil {
				p.b = j
				p.nb++
			}
		}
	}
	var anchors []anchor
	for i, s := range a.sentences {
		p := places[hash(al.a[s.Start:s.End])]
		if p == nil || p.na != 1 || p.nb != 1 {
			continue
		}
		t := b.sentences[p.b]
		words := a.words(s.Start, s.End)
		if words >= minAnchorWords && slices.Equal(al.a[s.Start:s.End], al.b[t.Start:t.End]) {
			anchors = append(anchors, anchor{i, p.b, words})
		}
	}
	a0, b0 := 0, 0
	for _, an := range heaviestChain(anchors) {
		s, t := a.sentences[an.a], b.sentences[an.b]
		al.gap(a0, s.Start, b0, t.Start, 0)
		for k := range s.End - s.Start {
			al.pairs[s.Start+k] = int32(t.Start + k)
		}
		a0, b0 = s.End, t.End
	}
	al.gap(a0, len(al.a), b0, len(al.b), 0)
}

// hash is FNV-1a over integers.
func hash(ids []int32) uint64 {
	h := uint64(14695981039346656037)
	for _, id := range ids {
		h = (h ^ uint64(id)) * 1099511628211
	}
	return h
}

// heaviestChain picks from anchors, which are in the order of a and share no
// position, those that stand in the same order in b and weigh most together. Of
// equally heavy chains it takes the one that ends first in b.
func heaviestChain(anchors []anchor) []anchor {
	if len(anchors) < 2 {
		return anchors
	}
	byB := make([]int, len(anchors)) // positions in b, sorted
	for i, an := range anchors {
		byB[i] = an.b
	}
	slices.Sort(byB)
	// best is a Fenwick tree over byB: the anchor that ends the heaviest chain
	// among the first so many positions, as index + 1.
	best := make([]int, len(anchors)+1)
	total := make([]int, len(anchors)) // weight of the chain that ends at an anchor
	prev := make([]int, len(anchors))
	end := 0
	for i, an := range anchors {
		rank := sort.SearchInts(byB, an.b)
		p := 0
		for k := rank; k > 0; k &= k - 1 {
			if q := best[k]; q > 0 && (p == 0 || total[q-1] > total[p-1]) {
				p = q
			}
		}
		total[i], prev[i] = an.weight, p-1
		if p > 0 {
			total[i] += total[p-1]
		}
		for k := rank + 1; k < len(best); k += k & -k {
			if q := best[k]; q == 0 || total[i] > total[q-1] {
				best[k] = i + 1
			}
		}
		if total[i] > total[end] {
			end = i
		}
	}
	var chain []anchor
	for i := end; i >= 0; i = prev[i] {
		chain = append(chain, anchors[i])
	}
	slices.Reverse(chain)
	return chain
}
