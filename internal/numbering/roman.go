package numbering

import (
	"strings"
	"unicode/utf8"
)

// Roman gives the value of a Roman numeral in one case, 0 for anything else.
// Only the usual spelling counts: iiii and ic are not numerals.
func Roman(s string) int {
	if s == "" || len(s) > 8 {
		return 0
	}
	for i := range len(s) {
		if s[i] < utf8.RuneSelf && romanDigit(s[i]&^('a'-'A')) == 0 {
			return 0
		}
	}
	upper := strings.ToUpper(s)
	if s != upper && s != strings.ToLower(s) {
		return 0
	}
	val, prev := 0, 0
	for i := len(upper) - 1; i >= 0; i-- {
		v := romanDigit(upper[i])
		if v == 0 {
			return 0
		}
		if v < prev {
			val -= v
		} else {
			val += v
			prev = v
		}
	}
	if val <= 0 || val > 399 || romanNumeral(val) != upper {
		return 0
	}
	return val
}

func romanDigit(c byte) int {
	switch c {
	case 'I':
		return 1
	case 'V':
		return 5
	case 'X':
		return 10
	case 'L':
		return 50
	case 'C':
		return 100
	}
	return 0
}

func romanNumeral(v int) string {
	var b strings.Builder
	for _, d := range []struct {
		v int
		s string
	}{{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; v >= d.v; v -= d.v {
			b.WriteString(d.s)
		}
	}
	return b.String()
}
