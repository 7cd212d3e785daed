package textdiff

import "slices"

// The bounds on work.
const (
	// maxExact is the largest product of lengths that is searched exactly. The
	// search is quadratic at worst; at this size that is some ten milliseconds.
	maxExact = 4 << 20
	// small is the product of lengths up to which phrases are not looked for first.
	small = 1 << 13
	// maxDepth bounds how often gaps are anchored again inside gaps.
	maxDepth = 24
	// chunk is the length of the pieces into which a gap is cut when it has no
	// anchors and is too large.
	chunk = 1024
)

// aligner finds which of two sequences of IDs is kept. Its slices are used again
// for the next two.
type aligner struct {
	a, b           []uint32
	weight         []uint8 // of a
	pairs          []int32 // for each of a the index in b, or -1
	runesA, runesB []rune  // the words of a gap, for go-diff

	// By ID: occurrences, all 0 between uses, and a position in b.
	na, nb, lastB []int32
	inA, inB      []int32 // what shared returns
	result        []hunk
	keysA, keysB  []uniqueKey
}

// hunks finds which tokens of a are kept in b. All IDs are below size. The hunks are
// good until the next call.
func (al *aligner) hunks(a, b *nonSpace, size int) []hunk {
	al.a, al.b, al.weight = a.ids, b.ids, a.weight
	al.pairs = slices.Grow(al.pairs[:0], len(al.a))[:len(al.a)]
	for i := range al.pairs {
		al.pairs[i] = -1
	}
	if len(al.na) < size {
		size += size / 4
		al.na, al.nb, al.lastB = make([]int32, size), make([]int32, size), make([]int32, size)
	}
	al.sentences(a, b)
	return al.hunksOfPairs()
}

// hunksOfPairs makes hunks of what stands between the pairs.
func (al *aligner) hunksOfPairs() []hunk {
	hunks := al.result[:0]
	a0, b0 := 0, 0
	for i, j := range al.pairs {
		if j < 0 {
			continue
		}
		if a0 < i || b0 < int(j) {
			hunks = append(hunks, hunk{a0, i, b0, int(j)})
		}
		a0, b0 = i+1, int(j)+1
	}
	if a0 < len(al.a) || b0 < len(al.b) {
		hunks = append(hunks, hunk{a0, len(al.a), b0, len(al.b)})
	}
	al.result = hunks
	return hunks
}

// gap aligns a[a0:a1] with b[b0:b1].
func (al *aligner) gap(a0, a1, b0, b1, depth int) {
	for a0 < a1 && b0 < b1 && al.a[a0] == al.b[b0] {
		al.pairs[a0] = int32(b0)
		a0, b0 = a0+1, b0+1
	}
	for a0 < a1 && b0 < b1 && al.a[a1-1] == al.b[b1-1] {
		a1, b1 = a1-1, b1-1
		al.pairs[a1] = int32(b1)
	}
	if a0 == a1 || b0 == b1 {
		return
	}
	sharedA, sharedB := al.shared(a0, a1, b0, b1)
	size := len(sharedA) * len(sharedB)
	switch {
	case size == 0:
	case size > small && depth < maxDepth && al.between(al.phrases(a0, a1, b0, b1), a0, a1, b0, b1, depth):
	case size <= maxExact:
		al.exact(sharedA, sharedB)
	default:
		al.large(a0, a1, b0, b1, depth)
	}
}

// between aligns what lies between anchors. It reports false when there are none.
func (al *aligner) between(anchors []anchor, a0, a1, b0, b1, depth int) bool {
	if len(anchors) == 0 {
		return false
	}
	for _, an := range heaviestChain(anchors) {
		al.gap(a0, an.a, b0, an.b, depth+1)
		al.pairs[an.a] = int32(an.b)
		a0, b0 = an.a+1, an.b+1
	}
	al.gap(a0, a1, b0, b1, depth+1)
	return true
}

// shared lists the positions of what stands on both sides. The rest cannot be
// kept, and only slows the search. The lists are good until the next call.
func (al *aligner) shared(a0, a1, b0, b1 int) (inA, inB []int32) {
	inA, inB = al.inA[:0], al.inB[:0]
	for _, d := range al.a[a0:a1] {
		al.na[d]++
	}
	for j := b0; j < b1; j++ {
		d := al.b[j]
		al.nb[d]++
		if al.na[d] > 0 {
			inB = append(inB, int32(j))
		}
	}
	for i := a0; i < a1; i++ {
		if al.nb[al.a[i]] > 0 {
			inA = append(inA, int32(i))
		}
	}
	for _, d := range al.a[a0:a1] {
		al.na[d] = 0
	}
	for _, d := range al.b[b0:b1] {
		al.nb[d] = 0
	}
	al.inA, al.inB = inA, inB
	return inA, inB
}

// large aligns a gap that is too large for the exact search: at the words that
// stand once on either side, or else piece by piece.
func (al *aligner) large(a0, a1, b0, b1, depth int) {
	if depth >= maxDepth || !al.between(al.unique(a0, a1, b0, b1), a0, a1, b0, b1, depth) {
		al.chunks(a0, a1, b0, b1)
	}
}

// unique finds what stands once in a[a0:a1] and once in b[b0:b1].
func (al *aligner) unique(a0, a1, b0, b1 int) []anchor {
	for _, d := range al.a[a0:a1] {
		al.na[d]++
	}
	for j := b0; j < b1; j++ {
		al.nb[al.b[j]]++
		al.lastB[al.b[j]] = int32(j)
	}
	var anchors []anchor
	for i := a0; i < a1; i++ {
		if d := al.a[i]; al.na[d] == 1 && al.nb[d] == 1 {
			anchors = append(anchors, anchor{i, int(al.lastB[d]), 1})
		}
	}
	for _, d := range al.a[a0:a1] {
		al.na[d] = 0
	}
	for _, d := range al.b[b0:b1] {
		al.nb[d] = 0
	}
	return anchors
}

// chunks aligns a gap piece by piece, both sides cut in the same proportion: a
// last resort for long texts of few distinct words.
func (al *aligner) chunks(a0, a1, b0, b1 int) {
	n := (max(a1-a0, b1-b0) + chunk - 1) / chunk
	cut := func(lo, hi, k int) int { return lo + (hi-lo)*k/n }
	for k := range n {
		inA, inB := al.shared(cut(a0, a1, k), cut(a0, a1, k+1), cut(b0, b1, k), cut(b0, b1, k+1))
		al.exact(inA, inB)
	}
}
