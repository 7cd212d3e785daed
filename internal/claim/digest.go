package claim

import (
	"slices"
	"unicode/utf8"
)

// digest is what tells a text's words from those of others, in whole numbers: made
// of FNV-1a hashes of the folded words. Two that are equal come from the same words
// in the same order, but for one chance in 2⁶⁴.
type digest struct {
	count int // of the words
	sum   uint64
}

func digestOf(text string) digest {
	var d digest
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		if h, letters := hashWord(text[start:end]); letters > 0 {
			d.count++
			d.sum = d.sum*fnvPrime ^ h
		}
	}
	return d
}

// leastTelling is how many letters a word must have to help tell texts apart;
// shorter ones stand in every sentence.
const leastTelling = 4

// tellingOf lists the hashes of the words that help to tell a text from others,
// sorted; those of all words where none does.
func tellingOf(text string) []uint64 {
	var buffer [64]uint64 // few sentences have more words
	all := buffer[:0]
	telling := 0 // of all, in front
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		h, letters := hashWord(text[start:end])
		if letters == 0 {
			continue
		}
		all = append(all, h)
		if letters >= leastTelling {
			n := len(all) - 1
			all[telling], all[n] = all[n], all[telling]
			telling++
		}
	}
	if telling > 0 {
		all = all[:telling]
	}
	slices.Sort(all)
	return append([]uint64(nil), all...)
}

// openingOf is equal for texts that begin with the same few words, so that it
// costs little to find those that may have the same words throughout.
func openingOf(text string) uint64 {
	const few = 4
	var sum uint64
	n := 0
	for start, end := nextWord(text, 0); start < end && n < few; start, end = nextWord(text, end) {
		if h, letters := hashWord(text[start:end]); letters > 0 {
			sum = sum*fnvPrime ^ h
			n++
		}
	}
	return sum
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// hashWord hashes a word as folded and counts the letters of that; a lone mark
// may have none.
func hashWord(w string) (h uint64, letters int) {
	h = fnvOffset
	for i := range len(w) {
		c := w[i]
		if c >= utf8.RuneSelf {
			return hashFolded(fold(w))
		}
		if 'A' <= c && c <= 'Z' {
			c |= smallBit
		}
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h, len(w)
}

func hashFolded(w string) (h uint64, letters int) {
	h = fnvOffset
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * fnvPrime
	}
	return h, utf8.RuneCountInString(w)
}

// isTelling reports whether a word of a text helps to tell texts apart.
func isTelling(w string) bool {
	if isASCII(w) {
		return len(w) >= leastTelling
	}
	return utf8.RuneCountInString(fold(w)) >= leastTelling
}

// shared counts the words that two sorted lists have in common.
func shared(a, b []uint64) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// dice is how alike two sorted lists of words are: twice the words they share
// by all their words, from 0 to 1. Source: L. R. Dice, Ecology 26 (1945).
func dice(a, b []uint64) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(shared(a, b)) / float64(len(a)+len(b))
}

// contained is the part of a's words that b has, from 0 to 1.
func contained(a, b []uint64) float64 {
	if len(a) == 0 {
		return 0
	}
	return float64(shared(a, b)) / float64(len(a))
}
