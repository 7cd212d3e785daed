package textdiff

import "slices"

// phraseWords is how many non-space tokens in a row make a phrase.
const phraseWords = 4

// phrases finds the phrases that stand once in a[a0:a1] and once in b[b0:b1], as
// anchors at their first piece: the rest of a phrase is then a common beginning. A
// shortest script hardly ever gives such a phrase up, and finding it takes no
// search. It weighs what its words say, so that of two that cross the telling one
// is kept.
func (al *aligner) phrases(a0, a1, b0, b1 int) []anchor {
	al.keysA = phraseKeys(al.keysA[:0], al.a, a0, a1)
	al.keysB = phraseKeys(al.keysB[:0], al.b, b0, b1)
	return al.equalKeys(func(x, y int) int {
		if !slices.Equal(al.a[x:x+phraseWords], al.b[y:y+phraseWords]) {
			return -1
		}
		weight := 0
		for _, w := range al.weight[x : x+phraseWords] {
			weight += int(w)
		}
		return weight
	})
}

// phraseKeys appends the phrases that are unique in ids[from:to], as far as their
// hashes tell, by hash.
func phraseKeys(keys []uniqueKey, ids []uint32, from, to int) []uniqueKey {
	for i := from; i+phraseWords <= to; i++ {
		keys = append(keys, uniqueKey{hash(ids[i : i+phraseWords]), int32(i)})
	}
	return uniqueOf(keys)
}
