package numbering

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutLetter reads "a)", "a.", "iv.", "B.1.", "A." and their Cyrillic and
// Azerbaijani kin. A capital letter with a full stop is left to initials
// ("I. Aliyev") unless what follows looks like a heading.
func cutLetter(s string) (Label, string, bool) {
	if num, n := scanAppendix(s); n > 0 {
		end := n
		l := Label{Num: num, Form: FormBare}
		if strings.HasPrefix(s[end:], ".") {
			l.Form, end = FormDot, end+1
		}
		if rest := s[end:]; spaceOrEnd(rest) && startsTitle(trimLeft(rest)) {
			l.Printed = s[:end]
			return l, trimLeft(rest), true
		}
		return Label{}, "", false
	}
	num, n := scanLetters(s)
	if n == 0 || n >= len(s) {
		return Label{}, "", false
	}
	l := Label{Num: num}
	switch s[n] {
	case ')':
		l.Form = FormParen
	case '.':
		l.Form = FormDot
	default:
		r, _ := utf8.DecodeRuneInString(num)
		if k := len(s[n:]) - len(strings.TrimLeft(trimLeft(s[n:]), "-–")); isCaseless(r) && k > 0 && len(trimLeft(s[n:])) > len(s[n+k:]) && spaceOrEnd(s[n+k:]) {
			return Label{Printed: s[:n+k], Num: num, Form: FormDash}, trimLeft(s[n+k:]), true // «أ- …»
		}
		if !dashed(s[n:]) || Roman(num) == 0 || num != strings.ToUpper(num) {
			return Label{}, "", false
		}
		n += scanDash(s[n:])
		return Label{Printed: s[:n], Num: num, Form: FormDash}, trimLeft(s[n:]), true
	}
	n++
	if l.Form == FormDot {
		n += scanDash(s[n:])
	}
	l.Printed = s[:n]
	rest := s[n:]
	byDash := strings.HasSuffix(l.Printed, "-") || strings.HasSuffix(l.Printed, "–") || strings.HasSuffix(l.Printed, "—")
	if !spaceOrEnd(rest) && !byDash && !(l.Form == FormParen && (opensClose(rest) || opensSmall(rest))) || l.Form == FormDot && isInitial(rest) && isInitial(s) {
		return Label{}, "", false
	}
	return l, trimLeft(rest), true
}

// dashed reports whether a dash between spaces follows a number, and words that
// are no number follow the dash: «I - the sovereignty», «1 – This law».
func dashed(s string) bool {
	n := scanDash(s)
	if n < 2 || s[0] == '-' || !unicode.IsSpace(rune(s[0])) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(trimLeft(s[n:]))
	return spaceOrEnd(s[n:]) && !unicode.IsDigit(r) && r != '-'
}

// isInitial reports whether s begins with a person's initial: the B. of «A. B.
// Jones».
func isInitial(s string) bool {
	s = strings.TrimLeft(trimLeft(s), "-")
	r, n := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) && strings.HasPrefix(s[n:], ".") && len(s) > n+1
}
