package ingest

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// number is the value of the digits at the start of s.
func number(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	v, _ := strconv.Atoi(s[:n])
	return v
}

// sameSequence reports whether two labels could belong to one sequence: the
// same form, script and case.
func (l *level) sameSequence(next numbering.Label) bool {
	open := l.label
	if open.Form != next.Form || open.Unit != "" || next.Unit != "" || open.Num == "" {
		return false
	}
	a, b := open.Decimal(), next.Decimal()
	if len(a) != len(b) {
		return false
	}
	if len(a) > 0 {
		return len(a) == 1
	}
	x, _ := utf8.DecodeRuneInString(open.Num)
	y, _ := utf8.DecodeRuneInString(next.Num)
	return unicode.IsUpper(x) == unicode.IsUpper(y) && unicode.Is(unicode.Latin, x) == unicode.Is(unicode.Latin, y)
}

// followedBy reports whether next comes right after the level's own label.
func (l *level) followedBy(next numbering.Label) bool {
	if !l.sameSequence(next) {
		return false
	}
	a, b := l.label.Num, next.Num
	if d := l.label.Decimal(); len(d) == 1 {
		x, y := number(a), number(b)
		if y == x+1 || y > x && y == rangeEnd(l.label.Printed)+1 {
			return true
		}
		return y == x && a != b && suffix(b) != "" // 8, 8 bis, 8 ter
	}
	if x, y := numbering.Roman(a), numbering.Roman(b); x > 0 && y == x+1 && (x > 1 || utf8.RuneCountInString(b) > 1) {
		return true
	}
	for abc := range numbering.Alphabets() {
		if x, y := numbering.Letter(uninserted(a), abc), numbering.Letter(b, abc); x > 0 && y == x+1 {
			return true
		}
	}
	return strings.HasPrefix(b, a) && len(b) > len(a) && numbering.Roman(b) == 0 // b, bbis
}

// rangeEnd is the last number of a label that stands for several: 4 of «3 - 4.».
func rangeEnd(printed string) int {
	i := strings.LastIndexFunc(printed, func(r rune) bool { return r == ' ' || r == '-' || r == '–' || r == '—' })
	if i < 0 {
		return 0
	}
	return number(strings.TrimLeft(printed[i:], " -–—"))
}

// uninserted is the letter that a point was inserted after: a of abis.
func uninserted(num string) string {
	for _, ord := range []string{"bis", "ter", "quater"} {
		if letter, ok := strings.CutSuffix(num, ord); ok && letter != "" {
			return letter
		}
	}
	return num
}

func suffix(num string) string { return strings.TrimLeft(num, "0123456789") }

// seqValue is a label's place in its sequence, for saying whether it is ahead.
func seqValue(l numbering.Label) int {
	if d := l.Decimal(); len(d) > 0 {
		return number(d[len(d)-1])
	}
	for abc := range numbering.Alphabets() {
		if v := numbering.Letter(l.Num, abc); v > 0 {
			return v
		}
	}
	return numbering.Roman(l.Num)
}

// isFirst reports whether a label can be the first of its sequence.
func isFirst(l numbering.Label) bool {
	switch strings.ToLower(l.Num) {
	case "1", "0", "01", "a", "i", "а", "1a":
		return true
	}
	return false
}
