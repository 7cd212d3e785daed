package numbering

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Numbers in other scripts: the digits of Arabic, Indian and full-width type, and
// the numerals of Chinese.

// longestForeign is how far into a line its number is looked for, in characters.
const longestForeign = 12

// cutForeign reads a label whose number is written in another script: «١- …»,
// «（１）…», «２　…», «（一）…», «一、…».
func cutForeign(s string) (Label, string, bool) {
	if l, rest, ok := cutCircled(s); ok {
		return l, rest, true
	}
	if l, rest, ok := cutHan(s); ok {
		return l, rest, true
	}
	plain, at := plainDigits(s)
	if plain == "" {
		return Label{}, "", false
	}
	l, _, ok := CutLabel(plain)
	if !ok { // «２　…»: a wide digit before a space
		var rest string
		if l, rest, ok = CutBare(plain); !ok || rest == "" || !isWide(s) {
			return Label{}, "", false
		}
	}
	n := len(l.Printed)
	if n >= len(at) {
		return Label{}, "", false
	}
	l.Printed = s[:at[n]]
	return l, trimLeft(s[at[n]:]), true
}

// cutCircled reads a number in a circle or in brackets that is one character, as
// the paragraphs of Korean articles have it: ①, ⑴.
func cutCircled(s string) (Label, string, bool) {
	const circled, bracketed, most = '①', '⑴', 20
	r, n := utf8.DecodeRuneInString(s)
	v := int(r-circled) + 1
	if r >= bracketed {
		v = int(r-bracketed) + 1
	}
	if r < circled || v > most || !spaceOrEnd(s[n:]) && !opensClose(s[n:]) {
		return Label{}, "", false
	}
	return Label{Printed: s[:n], Num: strconv.Itoa(v), Form: FormParens}, trimLeft(s[n:]), true
}

// isWide reports whether s begins with a full-width digit.
func isWide(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r >= '０' && r <= '９'
}

// plainDigits writes the digits and marks at the start of a line in ASCII: "" when
// there is nothing to write anew. at gives for each byte of the answer's beginning
// where it stands in s.
func plainDigits(s string) (plain string, at []int) {
	var b strings.Builder
	changed, count := false, 0
	for i, r := range s {
		if count == longestForeign || count > 0 && !changed && unicode.IsLetter(r) {
			break
		}
		p := r
		switch v := foreignDigit(r); {
		case v >= 0:
			p, changed = rune('0'+v), true
		case r == '．' || r == '、':
			p = '.'
		case r == '（':
			p = '('
		case r == '）':
			p = ')'
		case r == '\u3000':
			p = ' '
		case count == 0 && r != '(':
			return "", nil
		}
		for range utf8.RuneLen(p) {
			at = append(at, i)
		}
		b.WriteRune(p)
		count++
		if unicode.IsLetter(r) {
			break
		}
	}
	if !changed {
		return "", nil
	}
	end := len(s)
	if n := len(at); n > 0 {
		_, size := utf8.DecodeRuneInString(s[at[n-1]:])
		end = at[n-1] + size
	}
	at = append(at, end)
	return b.String() + s[end:], at
}

// foreignDigit is the value of a decimal digit that is not ASCII, -1 for other
// characters. The ten digits of a script stand in a row in Unicode.
func foreignDigit(r rune) int {
	if r < 0x660 || !unicode.IsDigit(r) {
		return -1
	}
	zero := r
	for unicode.IsDigit(zero-1) && r-zero < 9 {
		zero--
	}
	return int(r - zero)
}

// cutHan reads a point that is numbered in Chinese numerals: in brackets, before
// «、», or before a wide space.
func cutHan(s string) (Label, string, bool) {
	t, form := s, FormDot
	if u, ok := strings.CutPrefix(s, "（"); ok {
		t, form = u, FormParens
	} else if u, ok := strings.CutPrefix(s, "("); ok {
		t, form = u, FormParens
	}
	n := 0
	for n < len(t) {
		r, size := utf8.DecodeRuneInString(t[n:])
		if !strings.ContainsRune(hanNumerals, r) {
			break
		}
		n += size
	}
	if n == 0 || n > 4*len("十") || han(t[:n]) == 0 {
		return Label{}, "", false
	}
	num, after := t[:n], t[n:]
	mark := ""
	for _, m := range []string{"）", ")", "、", "．", "\u3000", " "} {
		if strings.HasPrefix(after, m) {
			mark = m
		}
	}
	switch {
	case mark == "", form == FormParens != (mark == "）" || mark == ")"):
		return Label{}, "", false
	case mark == "\u3000" || mark == " ":
		form, mark = FormBare, ""
	}
	end := len(s) - len(after) + len(mark)
	return Label{Printed: s[:end], Num: num, Form: form}, trimLeft(s[end:]), true
}

// hanNumerals are the numerals from one to ten.
const hanNumerals = "一二三四五六七八九十"

// han is the value of a Chinese numeral below a hundred, 0 for anything else.
func han(s string) int {
	total, digit := 0, 0
	for _, r := range s {
		i := strings.IndexRune(hanNumerals, r)
		switch {
		case i < 0:
			return 0
		case r == '十':
			total, digit = max(digit, 1)*10, 0
		default:
			digit = utf8.RuneCountInString(hanNumerals[:i]) + 1
		}
	}
	return total + digit
}

// Greek is the value of a Greek numeral below a hundred, 0 for anything else.
func Greek(s string) int { return greek(s) }

// greek is the value of a Greek numeral below a hundred, «ιβ» and «στ» too, 0 for
// anything else.
func greek(s string) int {
	total := 0
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		r = unicode.ToLower(r)
		if t, ok := strings.CutPrefix(strings.ToLower(s), "στ"); ok && len(t) < len(s) {
			total, s = total+6, s[len(s)-len(t):]
			continue
		}
		i := strings.IndexRune("αβγδε_ζηθικλμνξοπ", r)
		if i < 0 || r == '_' {
			return 0
		}
		v := utf8.RuneCountInString("αβγδε_ζηθικλμνξοπ"[:i]) + 1
		if v > 10 {
			v = (v - 9) * 10
		}
		total += v
		s = s[size:]
	}
	return total
}
