package claim

import (
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/words"
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
	for start, end := words.Next(text, 0); start < end; start, end = words.Next(text, end) {
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
	for start, end := words.Next(text, 0); start < end; start, end = words.Next(text, end) {
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

// few is how many words of an opening are looked at.
const few = 4

// openingOf is equal for texts that begin with the same few words, so that it
// costs little to find those that may have the same words throughout.
func openingOf(text string) uint64 {
	var sum uint64
	n := 0
	for start, end := words.Next(text, 0); start < end && n < few; start, end = words.Next(text, end) {
		if h, letters := hashWord(text[start:end]); letters > 0 {
			sum = sum*fnvPrime ^ h
			n++
		}
	}
	return sum
}

// opener is a word with which a sentence may begin or go on.
type opener struct {
	hash  uint64
	parts bool // more than spaces stands behind it: a sentence may end
}

// appendOpeners appends the words of a text.
func appendOpeners(out []opener, text string) []opener {
	before, first := 0, len(out)
	for start, end := words.Next(text, 0); start < end; start, end = words.Next(text, end) {
		if n := len(out) - 1; n >= first && strings.Trim(text[before:start], " ") != "" {
			out[n].parts = true
		}
		if h, letters := hashWord(text[start:end]); letters > 0 {
			out = append(out, opener{hash: h})
		}
		before = end
	}
	if len(out) > first {
		out[len(out)-1].parts = true
	}
	return out
}

// appendOpenings appends [openingOf] of every sentence that may stand among the words
// of a text: one begins where the text does or one may have ended.
func appendOpenings(out []uint64, text []opener) []uint64 {
	for i := range text {
		if i > 0 && !text[i-1].parts {
			continue
		}
		var sum uint64
		for n, w := range text[i:min(i+few, len(text))] {
			sum = sum*fnvPrime ^ w.hash
			if w.parts || n == few-1 {
				out = append(out, sum)
			}
		}
	}
	return out
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
			return hashFolded(words.Fold(w))
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
	if words.IsASCII(w) {
		return len(w) >= leastTelling
	}
	return utf8.RuneCountInString(words.Fold(w)) >= leastTelling
}
