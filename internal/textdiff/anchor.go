package textdiff

import (
	"cmp"
	"slices"
	"sort"
)

// anchor pairs a position of a with one of b.
type anchor struct{ a, b, weight int }

// minAnchorWords is how many words a sentence needs to anchor its equal.
const minAnchorWords = 4

// sentences aligns the sentences that stand once on either side and are equal
// but for case, as far as they keep their order, then what lies between them. In
// the manner of patience diff (Bram Cohen), with sentences for lines, and the
// heaviest chain in place of the longest.
func (al *aligner) sentences(a, b *nonSpace) {
	var anchors []anchor
	if len(a.sentences) > 1 && len(b.sentences) > 1 {
		al.keysA = sentenceKeys(al.keysA[:0], a)
		al.keysB = sentenceKeys(al.keysB[:0], b)
		anchors = al.equalSentences(a, b)
	}
	a0, b0 := 0, 0
	for _, an := range heaviestChain(anchors) {
		s, t := a.sentences[an.a], b.sentences[an.b]
		al.gap(a0, s.Start, b0, t.Start, 0)
		for k := range s.End - s.Start {
			if al.a[s.Start+k] == al.b[t.Start+k] {
				al.pairs[s.Start+k] = int32(t.Start + k)
			}
		}
		a0, b0 = s.End, t.End
	}
	al.gap(a0, len(al.a), b0, len(al.b), 0)
}

// uniqueKey is the hash of a sentence or phrase, and which or where it is.
type uniqueKey struct {
	hash uint64
	at   int32
}

// sentenceKeys appends the sentences of k that are unique in it, as far as their
// hashes tell, by hash.
func sentenceKeys(keys []uniqueKey, k *nonSpace) []uniqueKey {
	for i, s := range k.sentences {
		keys = append(keys, uniqueKey{hash(k.folds[s.Start:s.End]), int32(i)})
	}
	return uniqueOf(keys)
}

// uniqueOf sorts keys and leaves those whose hash stands once.
func uniqueOf(keys []uniqueKey) []uniqueKey {
	slices.SortFunc(keys, func(x, y uniqueKey) int { return cmp.Compare(x.hash, y.hash) })
	out := keys[:0]
	for i := 0; i < len(keys); {
		end := i + 1
		for end < len(keys) && keys[end].hash == keys[i].hash {
			end++
		}
		if end == i+1 {
			out = append(out, keys[i])
		}
		i = end
	}
	return out
}

// equalSentences pairs the sentences that are unique on either side and equal, in
// the order of a.
func (al *aligner) equalSentences(a, b *nonSpace) []anchor {
	return al.equalKeys(func(x, y int) int {
		s, t := a.sentences[x], b.sentences[y]
		words := a.words(s.Start, s.End)
		if words < minAnchorWords || !slices.Equal(a.folds[s.Start:s.End], b.folds[t.Start:t.End]) {
			return -1
		}
		return words
	})
}

// equalKeys pairs the keys of a and b with the same hash, in the order of a. weigh
// looks at what they stand for, and gives -1 where that is not the same.
func (al *aligner) equalKeys(weigh func(x, y int) int) []anchor {
	var anchors []anchor
	j := 0
	for _, ka := range al.keysA {
		for j < len(al.keysB) && al.keysB[j].hash < ka.hash {
			j++
		}
		if j == len(al.keysB) {
			break
		}
		if kb := al.keysB[j]; kb.hash == ka.hash {
			if weight := weigh(int(ka.at), int(kb.at)); weight >= 0 {
				anchors = append(anchors, anchor{int(ka.at), int(kb.at), weight})
			}
		}
	}
	slices.SortFunc(anchors, func(x, y anchor) int { return x.a - y.a })
	return anchors
}

// hash is FNV-1a over integers.
func hash(ids []uint32) uint64 {
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
