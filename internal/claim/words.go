package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// word is one word of a text: a run of letters, digits and the marks on them,
// folded for comparison, and the bytes it takes up.
//
// Hyphens and apostrophes part words, in texts and in terms alike, so that
// «Euro-Atlantic», typed with whichever hyphen, and "country's" are found.
type word struct {
	fold       string
	start, end int
}

// scan lists the words of a text in order.
func scan(text string) []word {
	return appendWords(make([]word, 0, len(text)/6+1), text)
}

// appendWords is scan into a list that is already there.
func appendWords(out []word, text string) []word {
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		if f := fold(text[start:end]); f != "" { // a lone mark may fold to nothing
			out = append(out, word{f, start, end})
		}
	}
	return out
}

// hasWords reports whether a text has any.
func hasWords(text string) bool {
	for start, end := nextWord(text, 0); start < end; start, end = nextWord(text, end) {
		if fold(text[start:end]) != "" {
			return true
		}
	}
	return false
}

// nextWord finds the first word from byte i on; none is left when start and end
// are equal.
func nextWord(text string, i int) (start, end int) {
	for i < len(text) && partsASCII[text[i]] {
		i++
	}
	start = i
	for i < len(text) && isLetterOrDigit[text[i]] {
		i++
	}
	if i < len(text) && text[i] >= utf8.RuneSelf {
		return nextWordOfAny(text, start)
	}
	return start, i
}

// nextWordOfAny is nextWord for texts beyond ASCII.
func nextWordOfAny(text string, i int) (start, end int) {
	start = -1
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		part := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) ||
			start >= 0 && isInvisible(r) // "terri\u00adtory" is one word
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

// isLetterOrDigit tells which ASCII bytes are, and partsASCII which are not.
var isLetterOrDigit, partsASCII = func() (is, not [256]bool) {
	for c := range byte(utf8.RuneSelf) {
		is[c] = unicode.IsLetter(rune(c)) || unicode.IsDigit(rune(c))
		not[c] = !is[c]
	}
	return is, not
}()

// isInvisible reports characters that stand inside words without being seen:
// soft hyphen, zero-width joiners, word joiner, byte order mark.
func isInvisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return false
}

// fold makes words comparable. The four letters I, ı, İ and i become one, since
// which of them are a pair depends on the language and terms must be found in
// texts of any; ё becomes е as Russian print has it.
func fold(s string) string {
	capitals := false
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return foldAny(s)
		}
		capitals = capitals || 'A' <= s[i] && s[i] <= 'Z'
	}
	if capitals {
		return strings.ToLower(s)
	}
	return s
}

// foldAny is fold for words beyond ASCII.
func foldAny(s string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'I', 'İ', 'ı':
			return 'i'
		case 'Ё', 'ё':
			return 'е'
		case '\u0307': // the dot left over where i carried one of its own
			return -1
		}
		if isInvisible(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFC.String(s))
}

func isASCII(s string) bool {
	for ; len(s) >= 8; s = s[8:] {
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&utf8.RuneSelf != 0 {
			return false
		}
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// span is a stretch of a text, in bytes.
type span struct{ start, end int }

func (s span) has(at int) bool { return s.start <= at && at < s.end }

// similarity is how alike two texts are in words and their order: twice the
// length of their longest common subsequence by all their words, from 0 to 1.
func similarity(a, b []word) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			if a[i].fold == b[j].fold {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return 2 * float64(row[len(b)]) / float64(len(a)+len(b))
}

// sameWords reports whether two texts have the same words in the same order.
func sameWords(a, b []word) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].fold != b[i].fold {
			return false
		}
	}
	return true
}
