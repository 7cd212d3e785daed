package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const endMarks = ".!?…"

// sentences lists the sentences of a text, see [nextSentence].
func sentences(text string) []span {
	var out []span
	for s := nextSentence(text, 0); s.start < s.end; s = nextSentence(text, s.end) {
		out = append(out, s)
	}
	return out
}

// nextSentence finds the sentence that begins at byte i, or after the spaces there
// when another ended at i; none is left when it is empty. A sentence ends at a full
// stop, question or exclamation mark, with the quotation marks and brackets that
// close after it, when a space and then anything but a small letter follows. A full
// stop after an abbreviation or a lone letter ends nothing.
func nextSentence(text string, i int) span {
	if i > 0 {
		i = skip(text, i, unicode.IsSpace)
	}
	start := i
	for {
		if i = nextEndMark(text, i); i == len(text) {
			return span{start, start + len(strings.TrimRightFunc(text[start:], unicode.IsSpace))}
		}
		end := skip(text, i, closesSentence)
		if (text[i] != '.' || !isAbbreviation(text[start:i])) && opensSentence(text[end:]) {
			return span{start, end}
		}
		i = end
	}
}

// closesSentence reports what belongs to the end mark before it.
func closesSentence(r rune) bool {
	return strings.ContainsRune(endMarks, r) || unicode.In(r, unicode.Pe, unicode.Pf) || r == '"' || r == '\''
}

// nextEndMark is where the first end mark from i on stands, or the text's end.
func nextEndMark(text string, i int) int {
	for ; i < len(text); i++ {
		if mayEndSentence[text[i]] && strings.ContainsRune(endMarks, runeAt(text, i)) {
			return i
		}
	}
	return i
}

// mayEndSentence tells with which bytes end marks begin.
var mayEndSentence = func() (may [256]bool) {
	for _, r := range endMarks {
		may[string(r)[0]] = true
	}
	return may
}()

func runeAt(text string, i int) rune {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return r
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
	for i > 0 && isLetterOrDigit[before[i-1]] {
		i--
	}
	for i > 0 && !partsASCII[before[i-1]] {
		r, n := utf8.DecodeLastRuneInString(before[:i])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) {
			break
		}
		i -= n
	}
	last := before[i:]
	if r, n := utf8.DecodeRuneInString(last); n == len(last) && unicode.IsLetter(r) {
		return true
	}
	return abbreviations[fold(last)]
}

// abbreviations are folded and stand without their full stop.
var abbreviations = map[string]bool{
	"art": true, "arts": true, "no": true, "nos": true, "para": true, "paras": true, "sec": true,
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "gen": true, "st": true, "vs": true, "cf": true,
	"ст": true, "пп": true, "гл": true, "см": true, "им": true, "ред": true,
	"səh": true,
}
