package numbering

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DigitValue is the value of the digits at the start of s.
func DigitValue(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	v, _ := strconv.Atoi(s[:n])
	return v
}

// SameSequence reports whether two labels could belong to one sequence: the
// same form, script and case.
func (l Label) SameSequence(next Label) bool {
	open := l
	if open.Form != next.Form || open.Unit != "" || next.Unit != "" || open.Num == "" {
		return false
	}
	a, b := open.Depth(), next.Depth()
	if a != b {
		return false
	}
	if a > 0 {
		return a == 1
	}
	x, _ := utf8.DecodeRuneInString(open.Num)
	y, _ := utf8.DecodeRuneInString(next.Num)
	return unicode.IsUpper(x) == unicode.IsUpper(y) && unicode.Is(unicode.Latin, x) == unicode.Is(unicode.Latin, y)
}

// FollowedBy reports whether next comes right after l in a sequence.
func (l Label) FollowedBy(next Label) bool {
	if !l.SameSequence(next) {
		return false
	}
	a, b := l.Num, next.Num
	if l.Depth() == 1 {
		x, y := DigitValue(a), DigitValue(b)
		if y == x+1 || y > x && y == rangeEnd(l.Printed)+1 {
			return true
		}
		return y == x && a != b && suffix(b) != "" // 8, 8 bis, 8 ter
	}
	if x, y := Roman(a), Roman(b); x > 0 && y == x+1 && (x > 1 || utf8.RuneCountInString(b) > 1) {
		return true
	}
	if x, y := han(a), han(b); x > 0 && y > 0 {
		return y == x+1
	}
	if x, y := greek(a), greek(b); x > 0 && y == x+1 {
		return true
	}
	for abc := range Alphabets() {
		if x, y := Letter(uninserted(a), abc), Letter(b, abc); x > 0 && y == x+1 {
			return true
		}
	}
	if x, n, ok := strings.Cut(a, "-"); ok { // a-1, a-2
		y, m, _ := strings.Cut(b, "-")
		return x == y && DigitValue(m) == DigitValue(n)+1
	}
	return strings.HasPrefix(b, a) && len(b) > len(a) && Roman(b) == 0 // b, bbis
}

// RangeEnd is the last number that a label stands for where it stands for several,
// 7 of «6 and 7»; 0 or less than its own for any other.
func (l Label) RangeEnd() int { return rangeEnd(l.Printed) }

// rangeEnd is the last number of a label that stands for several: 4 of «3 - 4.».
func rangeEnd(printed string) int {
	i := strings.LastIndexFunc(printed, func(r rune) bool { return r == ' ' || r == '-' || r == '–' || r == '—' })
	if i < 0 {
		return 0
	}
	return DigitValue(strings.TrimLeft(printed[i:], " -–—"))
}

// uninserted is the letter that a point was inserted after: a of abis and of a-1.
func uninserted(num string) string {
	if letter, n, ok := strings.Cut(num, "-"); ok && DigitValue(n) > 0 {
		return letter
	}
	for _, ord := range []string{"bis", "ter", "quater"} {
		if letter, ok := strings.CutSuffix(num, ord); ok && letter != "" {
			return letter
		}
	}
	return num
}

func suffix(num string) string { return strings.TrimLeft(num, "0123456789") }

// Value is a label's place in its sequence, for saying whether it is ahead.
func (l Label) Value() int {
	if l.Depth() > 0 {
		return DigitValue(l.Num[strings.LastIndexByte(l.Num, '.')+1:])
	}
	for abc := range Alphabets() {
		if v := Letter(l.Num, abc); v > 0 {
			return v
		}
	}
	if v := han(l.Num); v > 0 {
		return v
	}
	return Roman(l.Num)
}

// First reports whether a label can be the first of its sequence.
func (l Label) First() bool {
	switch strings.ToLower(l.Num) {
	case "1", "0", "01", "a", "i", "а", "1a", "一", "α", "ა", "ա", "א", "ا", "أ":
		return true
	}
	return false
}

// Class is what the labels of one kind have in common: their form, their word
// and how many parts their numbers have.
type Class struct {
	Form  Form
	Unit  Unit
	Depth int // dotted parts of the number; 0 for letters and Roman numerals
}

// Class is the kind of a label.
func (l Label) Class() Class { return Class{l.Form, l.Unit, l.Depth()} }
