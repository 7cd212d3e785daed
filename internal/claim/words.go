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
	var out []word
	start := -1
	for i, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
		case start >= 0 && isInvisible(r): // "terri\u00adtory" is one word
		case start >= 0:
			out = append(out, word{fold(text[start:i]), start, i})
			start = -1
		}
	}
	if start >= 0 {
		out = append(out, word{fold(text[start:]), start, len(text)})
	}
	return out
}

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
	ascii := true
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		return strings.ToLower(s)
	}
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

// span is a stretch of a text, in bytes.
type span struct{ start, end int }

// sentences splits a text where a sentence ends: at a full stop, question or
// exclamation mark, with the quotation marks and brackets that close after it,
// when a space and then anything but a small letter follows. A full stop after
// an abbreviation or a lone letter ends nothing.
func sentences(text string) []span {
	var out []span
	start := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(".!?…", r) {
			i += n
			continue
		}
		end := skip(text, i, func(r rune) bool {
			return strings.ContainsRune(".!?…", r) || unicode.In(r, unicode.Pe, unicode.Pf) || r == '"' || r == '\''
		})
		if r == '.' && isAbbreviation(text[start:i]) || !opensSentence(text[end:]) {
			i = end
			continue
		}
		out = append(out, span{start, end})
		start = skip(text, end, unicode.IsSpace)
		i = start
	}
	if rest := strings.TrimRightFunc(text[start:], unicode.IsSpace); rest != "" {
		out = append(out, span{start, start + len(rest)})
	}
	return out
}

// skip returns the first position from i on whose character is not one of a set.
func skip(text string, i int, in func(rune) bool) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !in(r) {
			break
		}
		i += n
	}
	return i
}

// opensSentence reports whether what follows the end mark is a new sentence.
func opensSentence(rest string) bool {
	i := skip(rest, 0, unicode.IsSpace)
	if i == 0 || i == len(rest) {
		return false
	}
	i = skip(rest, i, func(r rune) bool { return unicode.In(r, unicode.Ps, unicode.Pi) || r == '"' || r == '\'' })
	r, _ := utf8.DecodeRuneInString(rest[i:])
	return !unicode.IsLower(r)
}

// isAbbreviation reports whether the last word before a full stop is one that a
// full stop follows inside a sentence.
func isAbbreviation(before string) bool {
	i := len(before)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(before[:i])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		i -= n
	}
	last := before[i:]
	return utf8.RuneCountInString(last) == 1 || abbreviations[fold(last)]
}

// abbreviations are folded and stand without their full stop.
var abbreviations = map[string]bool{
	"art": true, "arts": true, "no": true, "nos": true, "para": true, "paras": true, "sec": true,
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "gen": true, "st": true, "vs": true, "cf": true,
	"ст": true, "пп": true, "гл": true, "см": true, "им": true, "ред": true,
	"səh": true,
}

// bag counts the words of a text.
func bag(words []word) map[string]int {
	out := make(map[string]int, len(words))
	for _, w := range words {
		out[w.fold]++
	}
	return out
}

// dice is how alike two lists of words are, whatever their order: twice the
// words they share by all their words, from 0 to 1.
// Source: L. R. Dice, Ecology 26 (1945).
func dice(a, b []word) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	left := bag(a)
	shared := 0
	for _, w := range b {
		if left[w.fold] > 0 {
			left[w.fold]--
			shared++
		}
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
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
