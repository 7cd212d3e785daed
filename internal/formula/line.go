package formula

import (
	"strings"
	"unicode"
)

// fraction is a numerator over a denominator.
func fraction(over, under string) string { return operand(over) + "/" + operand(under) }

// scripts are what stands raised and lowered behind a base; "" for what it has not.
func scripts(base, lower, upper string) string {
	out := operand(base)
	if out == base && len([]rune(base)) > 1 && !isNumber(base) && base[0] != '(' {
		out = "(" + base + ")" // of the letters ab the power is not b's
	}
	if lower != "" {
		out += "_" + operand(lower)
	}
	if upper != "" {
		out += "^" + operand(upper)
	}
	return out
}

// root is a radical, of a degree where one is given.
func root(of, degree string) string {
	if degree == "" {
		return "√" + operand(of)
	}
	return "√(" + degree + "&" + of + ")"
}

// operand puts what is more than a number, a word or a bracket into brackets.
func operand(s string) string {
	if s == "" || isOne(s) {
		return s
	}
	return "(" + s + ")"
}

// isOne reports whether a text is a single operand whatever stands beside it: digits
// with their marks, letters, one sign, or one pair of brackets with what it holds.
func isOne(s string) bool {
	if isNumber(s) || strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) < 0 || len([]rune(s)) == 1 {
		return true
	}
	if !strings.HasPrefix(s, "(") {
		return false
	}
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return i == len(s)-1
		}
	}
	return false
}

func isNumber(s string) bool { return strings.Trim(s, "0123456789.,") == "" }
