package textdiff

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// exact pairs the positions inA of a and inB of b by a shortest edit script:
// go-diff (Myers, «An O(ND) Difference Algorithm and Its Variations», 1986),
// with a rune for each distinct word.
//
// The caller keeps the input small, so the distinct words are far fewer than
// the 1.1 million runes. DiffTimeout is 0, since a time-out would make the
// result depend on the load of the machine.
func (al *aligner) exact(inA, inB []int32) {
	if len(inA) == 0 || len(inB) == 0 {
		return
	}
	next := int32(0)
	for _, i := range inA { // na serves as the numbering; cleared below
		if al.na[al.a[i]] == 0 {
			next++
			al.na[al.a[i]] = next
		}
	}
	al.runesA, al.runesB = al.runesA[:0], al.runesB[:0]
	for _, i := range inA {
		al.runesA = append(al.runesA, wordRune(al.na[al.a[i]]))
	}
	for _, j := range inB {
		al.runesB = append(al.runesB, wordRune(al.na[al.b[j]]))
	}
	for _, i := range inA {
		al.na[al.a[i]] = 0
	}
	dmp := diffmatchpatch.DiffMatchPatch{DiffTimeout: 0}
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(al.runesA, al.runesB, false) {
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		default:
			for range n {
				al.pairs[inA[i]] = inB[j]
				i, j = i+1, j+1
			}
		}
	}
}

// wordRune gives the n-th word, from 1, a valid rune: not 0, which go-diff
// takes for nothing, and no surrogate, which does not survive a string.
func wordRune(n int32) rune {
	if n >= 0xd800 {
		n += 0x800
	}
	return rune(n)
}
