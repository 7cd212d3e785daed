package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// CloseUp puts together the word that opens a line and numbers provisions, and its
// number, where their letters stand apart: «M a d d ə 1 2 .», «Madd ə 12.». Other
// lines stay as they are.
func CloseUp(s string) string { return closeUp(closeGaps(s)) }

// closeGaps closes the gaps that converters leave inside a word that opens a line
// and numbers provisions, «Madd ə 12.», «XVIII F Ə SİL», and inside its number,
// «Maddə 1 2 .». Other lines stay as they are.
func closeGaps(s string) string {
	const longest = 7 // letters of such a word, each apart
	fields := strings.SplitN(s, " ", longest+3)
	if len(fields) < 2 {
		return s
	}
	if first, _ := utf8.DecodeRuneInString(fields[0]); !unicode.IsLetter(first) {
		return s
	}
	front := ""
	if roman, _, _ := strings.Cut(fields[0], "-"); numbering.Roman(roman) > 0 && len(fields) > 2 {
		if n := unitApart(fields[1:]); n > 1 {
			front = fields[0] + " " + strings.Join(fields[1:1+n], "")
			return strings.TrimSpace(front + " " + strings.Join(fields[1+n:], " "))
		}
	}
	n := unitApart(fields)
	if n == 0 {
		return s
	}
	rest := strings.Join(fields[n:], " ")
	digits, after := digitsApart(rest)
	switch apart := len(digits) > 1 && strings.HasPrefix(after, "."); {
	case apart:
		return strings.Join(fields[:n], "") + " " + digits + after
	case n == 1 || rest == "":
		return s
	}
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsDigit(r) && numbering.Roman(strings.TrimRight(strings.SplitN(rest, " ", 2)[0], ".")) == 0 {
		return s
	}
	return strings.Join(fields[:n], "") + " " + rest
}

// unitApart is how many of the first fields make one word that numbers
// provisions, 0 when none do. A word of a few letters is none: «p art» may be.
func unitApart(fields []string) int {
	const shortest = 4 // letters
	word := ""
	for i, f := range fields {
		for _, r := range f {
			if !unicode.IsLetter(r) {
				return 0
			}
		}
		if word += f; len(word) > 28 {
			return 0
		}
		if utf8.RuneCountInString(word) >= shortest && numbering.UnitOf(word) != "" {
			return i + 1
		}
	}
	return 0
}
