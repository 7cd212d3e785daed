package numbering

import (
	"strings"
	"unicode/utf8"
)

// scanMark reads the marks between a word's number and what follows: a full
// stop or colon, a dash, or both, «Article 1.», «MADDE 1-», «Art. 1er. - »,
// «TITRE II :». It returns the bytes read, 0 when there is none.
func scanMark(s string) int {
	n := 0
	mark := trimLeft(s)
	if mark != "" && (mark[0] == '.' || mark[0] == ':' || len(mark) < len(s) && strings.HasPrefix(mark, "| ")) {
		n = len(s) - len(mark) + 1
	}
	if dash := scanDash(s[n:]); dash > 0 {
		return n + dash
	}
	if n == 0 || !spaceOrEnd(s[n:]) && !opensClose(s[n:]) {
		return 0
	}
	return n
}

// scanDash reads the dash between a label and what follows it: «I.-Besides»,
// «2.—(1) In these Regulations», with or without a space before it. It returns
// the bytes read, 0 when there is none or when it joins two numbers.
func scanDash(s string) int {
	t := strings.TrimLeft(trimLeft(s), "-–—―")
	n := len(s) - len(t)
	if len(trimLeft(s)) == len(t) {
		return 0
	}
	if !spaceOrEnd(t) && !startsTitle(t) && !opensParens(t) {
		return 0
	}
	return n
}

// opensParens reports whether s goes on with a label in brackets.
func opensParens(s string) bool {
	_, _, ok := cutAfter(s)
	return ok
}

// rangeWords stand between the first and the last number of a range.
var rangeWords = []string{"to", "through", "and", "bis", "und", "à", "et", "a", "y", "e", "по", "и", "–", "-", "—"}

// scanRange reads the rest of a range of numbers that is all a line is about:
// «§§ 5 bis 7 (weggefallen)», «Articles 8 to 10», «Art. 5–8». The provision
// bears the first of them. It returns the bytes read, 0 when there is none.
func scanRange(s string) int {
	t := trimLeft(s)
	for _, w := range rangeWords {
		u, ok := strings.CutPrefix(t, w)
		if !ok {
			continue
		}
		rest := trimLeft(u)
		if word, _ := utf8.DecodeRuneInString(w); len(rest) == len(u) && word != '–' && word != '-' && word != '—' {
			continue
		}
		n := WordEnd(rest)
		if UnitOf(rest[:n]) != "" {
			rest = strings.TrimLeft(rest[n:], ". ")
		}
		_, k := ScanNumber(rest)
		if k == 0 {
			continue
		}
		tail := trimLeft(rest[k:])
		if pair := w == "and" || w == "und" || w == "et" || w == "y" || w == "e" || w == "и"; isAside(tail) || (tail == "" || scanMark(tail) > 0) && !pair {
			return len(s) - len(rest) + k
		}
	}
	return 0
}

// scanTo reads the rest of a range between a number and its mark: the « - 4» of
// «3 - 4. Repealed». The provision bears the first number. It returns the bytes
// read, 0 when there is none.
func scanTo(s string) int {
	t := strings.TrimLeft(trimLeft(s), "-–—")
	dashes := len(trimLeft(s)) - len(t)
	rest := trimLeft(t)
	digits := LeadingDigits(rest)
	if dashes == 0 || len(rest) == len(t) || digits == "" || len(digits) > 3 {
		return 0
	}
	if tail := rest[len(digits):]; !strings.HasPrefix(tail, ".") && !strings.HasPrefix(tail, ")") || !spaceOrEnd(tail[1:]) {
		return 0
	}
	return len(s) - len(rest) + len(digits)
}

// namesAct reports whether a line goes on, after a number, with the act whose
// provision it cites: «пункт 4 Указа от 1 июня». Russian writes acts with a capital,
// in the genitive; no heading of an article or a point begins so without a mark after
// its number.
func namesAct(s string) bool {
	first, rest, _ := strings.Cut(s, " ")
	for first == "Федерального" || first == "конституционного" {
		first, rest, _ = strings.Cut(rest, " ")
	}
	return actsInGenitive[strings.ToLower(first)]
}

var actsInGenitive = map[string]bool{
	"указа": true, "закона": true, "кодекса": true, "постановления": true, "приказа": true, "распоряжения": true,
	"положения": true, "решения": true, "договора": true, "соглашения": true, "конституции": true, "устава": true,
	"декрета": true, "инструкции": true, "регламента": true,
}

// isAside reports whether s is nothing but a remark in brackets: (repealed),
// (weggefallen), [Section 5(1)].
func isAside(s string) bool {
	s = strings.TrimRight(s, ".")
	if len(s) < 3 || s[0] != '(' && s[0] != '[' {
		return false
	}
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '(', '[':
			depth++
		case ')', ']':
			if depth--; depth == 0 {
				return i == len(s)-1
			}
		}
	}
	return false
}
