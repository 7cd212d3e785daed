package words

import (
	"unicode"
	"unicode/utf8"
)

// SearchWord is a word as it is searched for: a run of letters, digits and the
// marks on them, folded, and the bytes of the text that it takes up.
//
// These are the words that tokens are made of, parted once more: at apostrophes
// ("country's" is found by country) and inside numbers (4.1.1 is three).
type SearchWord struct {
	Fold       string
	Start, End int
}

// Scan lists the search words of a text in order.
func Scan(text string) []SearchWord {
	return AppendScan(make([]SearchWord, 0, len(text)/6+1), text)
}

// AppendScan is [Scan] into a list that is already there.
func AppendScan(out []SearchWord, text string) []SearchWord {
	for start, end := Next(text, 0); start < end; start, end = Next(text, end) {
		if f := Fold(text[start:end]); f != "" { // a lone mark may fold to nothing
			out = append(out, SearchWord{f, start, end})
		}
	}
	return out
}

// Next finds the first search word from byte i of a text on; none is left when
// start and end are equal.
func Next(text string, i int) (start, end int) {
	for i < len(text) && partsASCII[text[i]] {
		i++
	}
	start = i
	for i < len(text) && isLetterOrDigit[text[i]] {
		i++
	}
	if i < len(text) && text[i] >= utf8.RuneSelf {
		return nextAny(text, start)
	}
	return start, i
}

// nextAny is Next for texts beyond ASCII.
func nextAny(text string, i int) (start, end int) {
	start = -1
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		part := unicode.IsLetter(r) || unicode.IsDigit(r) ||
			start >= 0 && (unicode.IsMark(r) || IsInvisible(r)) // "terri\u00adtory" is one word
		switch {
		case part && start < 0:
			start = i
		case !part && start >= 0:
			return start, i
		}
		i += n
	}
	if start < 0 {
		start = len(text)
	}
	return start, len(text)
}

// HasAny reports whether a text has any search words.
func HasAny(text string) bool {
	for start, end := Next(text, 0); start < end; start, end = Next(text, end) {
		if Fold(text[start:end]) != "" {
			return true
		}
	}
	return false
}

// IsLetterOrDigit reports whether an ASCII byte is one.
func IsLetterOrDigit(c byte) bool { return isLetterOrDigit[c] }

// isLetterOrDigit tells which ASCII bytes are, and partsASCII which are not.
var isLetterOrDigit, partsASCII = func() (is, not [256]bool) {
	for c := range byte(utf8.RuneSelf) {
		is[c] = unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c))
		not[c] = !is[c]
	}
	return is, not
}()

// Set is the search words of a text, each once.
func Set(text string) map[string]bool {
	set := make(map[string]bool)
	for start, end := Next(text, 0); start < end; start, end = Next(text, end) {
		if f := Fold(text[start:end]); f != "" {
			set[f] = true
		}
	}
	return set
}
