package figure

import (
	"strings"
	"unicode"
)

// Split parts digits from the letters that follow them: 5km, 2nd.
func Split(s string) (digits, letters string) {
	digits = strings.TrimRightFunc(s, unicode.IsLetter)
	return digits, s[len(digits):]
}

// IsEnglishEnding reports whether letters make an English ordinal of the digits before
// them: 2nd.
func IsEnglishEnding(s string) bool { return s == "st" || s == "nd" || s == "rd" || s == "th" }

// Plain writes a number without what groups its digits and with a full stop before its
// decimals: 1000000 for 1.000.000, 1000.5 for «1 000,5» and 1,000.5. A mark before
// three digits groups them only where it is the language's own, given as group; else it
// stays what it is. What is no such number, as 4.1.1, stays, too.
func Plain(s, group string) string {
	s = strings.ReplaceAll(s, "'", ",")
	last := strings.LastIndexAny(s, ",.")
	if last < 0 {
		return s
	}
	mark, whole, decimals := s[last:last+1], s[:last], s[last+1:]
	first := strings.IndexAny(s, ",.")
	switch between := s[first : first+1]; {
	case between != mark: // 1,000.50
		if plain, ok := Ungrouped(whole, between); ok {
			return plain + "." + decimals
		}
	case first != last: // 1.000.000
		if plain, ok := Ungrouped(s, mark); ok {
			return plain
		}
	case len(decimals) != 3 || len(whole) > 3 || whole == "0":
		return whole + "." + decimals
	case mark == group:
		return whole + decimals
	}
	return s
}

// Ungrouped joins digits in groups of three; ok is false where they are not.
func Ungrouped(s, group string) (plain string, ok bool) {
	parts := strings.Split(s, group)
	for i, p := range parts {
		if !isDigits(p) || i > 0 && len(p) != 3 || len(p) > 3 || p == "" {
			return "", false
		}
	}
	return strings.Join(parts, ""), true
}

// Multiplied is a plain number times a word for a thousand or more, given in digits; ok
// is false where one of them is none.
func Multiplied(plain, by string) (product string, ok bool) {
	zeros := len(by) - 1
	if zeros < 3 || by[0] != '1' || strings.Trim(by[1:], "0") != "" {
		return "", false
	}
	whole, decimals, _ := strings.Cut(plain, ".")
	if whole == "" || !isDigits(whole+decimals) {
		return "", false
	}
	if len(decimals) > zeros {
		return whole + decimals[:zeros] + "." + decimals[zeros:], true
	}
	return strings.TrimLeft(whole+decimals, "0") + strings.Repeat("0", zeros-len(decimals)), true
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
