package family

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// A reading is one way to understand how a line opens.
type reading struct {
	line  int
	shape shape
	label numbering.Label
	rest  string
	count counter  // of a label with one counter
	parts []string // of a code
	alone bool     // a mark or the end of the line follows the label
}

// shape is what the labels of one family have in common.
type shape struct {
	kind  kind
	words string // the words beside the counter, folded
	sys   system
	tie   string // of a code
}

type kind uint8

const (
	wordBefore kind = iota // HLAVA 2, Line of Effort 1:
	wordAfter              // 1. jagu
	ordinalOf              // HLAVA PRVNÍ, Første del.
	ordinalOne             // PRIMERA.-
	counterOne             // II, alone on its line
	code                   // AC-2
	inline                 // Rule: GM-0101;
	character              // 第一条
)

// mostWords is how many words may stand before a counter.
const mostWords = 3

// read lists the readings of a line that no grammar knows, or that a grammar
// reads as a plain number before a word.
func read(s string, known bool, out []reading) []reading {
	if s == "" {
		return out
	}
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case known:
		return readAfter(s, known, out)
	case first == '第' || first == '제':
		return readCharacter(s, out)
	case unicode.IsUpper(first):
		if v := numbering.Roman(s); v > 0 && s == strings.ToUpper(s) {
			l := numbering.Label{Printed: s, Num: s, Form: numbering.FormBare}
			return append(out, reading{shape: shape{kind: counterOne}, label: l, count: counter{v, upperRoman}, alone: true})
		}
		out = readCode(s, out)
		out = readInline(s, out)
		out = readOrdinal(s, out)
		out = readAfter(s, known, out)
		return readBefore(s, out)
	case unicode.IsDigit(first):
		return readAfter(s, known, out)
	case unicode.IsLetter(first) && !unicode.IsLower(first): // scripts without case
		out = readOrdinal(s, out)
		return readBefore(s, out)
	case unicode.IsLower(first) && caseless(first):
		return readBefore(s, out)
	}
	return out
}

// caseless reports whether a letter is of a script whose capitals nobody writes,
// though Unicode has them: Georgian.
func caseless(r rune) bool { return r >= 0x10D0 && r <= 0x10FF }

func readCode(s string, out []reading) []reading {
	parts, tie, n := cutCode(s)
	if n == 0 {
		return out
	}
	end, alone := closing(s, n)
	rest := strings.TrimSpace(s[end:])
	if !startsWords(rest) {
		return out
	}
	l := numbering.Label{Printed: s[:end], Num: strings.Join(parts, "."), Form: numbering.FormCode}
	return append(out, reading{shape: shape{kind: code, tie: tie}, label: l, rest: rest, parts: parts, alone: alone})
}

// readInline reads a code behind a word and a colon, with more such pairs after a
// semicolon: «Control: ISM-0123; Revision: 2».
func readInline(s string, out []reading) []reading {
	n := letters(s)
	if n == 0 || !strings.HasPrefix(s[n:], ": ") {
		return out
	}
	at := n + len(": ")
	parts, tie, k := cutCode(s[at:])
	if k == 0 || at+k < len(s) && s[at+k] != ';' && s[at+k] != ',' && s[at+k] != ' ' {
		return out
	}
	end := at + k
	if end < len(s) && s[end] != ' ' {
		end++
	}
	l := numbering.Label{Printed: s[:end], Num: strings.Join(parts, "."), Form: numbering.FormCode}
	return append(out, reading{
		shape: shape{kind: inline, words: fold(s[:n]), tie: tie}, label: l, rest: strings.TrimSpace(s[end:]), parts: parts, alone: true,
	})
}

// readBefore reads up to three words before a counter: «HLAVA II», «Line of
// Effort 1: Guard», «მუხლი 1.».
func readBefore(s string, out []reading) []reading {
	at := 0
	for range mostWords {
		n := letters(s[at:])
		if n == 0 || n > 40 {
			return out
		}
		end := at + n
		t := strings.TrimLeft(s[end:], " \u00a0")
		if len(t) == len(s)-end {
			return out
		}
		next := len(s) - len(t)
		if c, k := cutInserted(t); k > 0 && end > 1 {
			if r, ok := before(s, end, next, next+k, c); ok {
				out = append(out, r)
			}
			if c.sys == digits {
				return out
			}
		}
		at = next
	}
	return out
}

// before is the reading of the words up to end and the counter from start to stop.
func before(s string, end, start, stop int, c counter) (reading, bool) {
	words := fold(s[:end])
	if captions()[words] || months()[words] || c.val == 0 && c.sys != digits {
		return reading{}, false
	}
	if first, _, more := strings.Cut(words, " "); more && numbering.IsUnitWord(first) {
		return reading{}, false // the grammars turned it away
	}
	num := c.canonical(s[start:stop])
	n, alone := closing(s, stop)
	rest := strings.TrimSpace(s[n:])
	if !startsWords(rest) || !alone && c.sys == upperLetter || c.sys == digits && months()[fold(rest[:letters(rest)])] {
		return reading{}, false
	}
	l := numbering.Label{Printed: s[:n], Unit: inferred(words), Num: num, Form: numbering.FormWord}
	return reading{shape: shape{kind: wordBefore, words: words, sys: c.sys}, label: l, rest: rest, count: c, alone: alone}, true
}

// inferred is the unit that words name which no table knows.
func inferred(words string) numbering.Unit {
	return numbering.Unit(strings.Join(strings.Fields(words), "-"))
}

// readAfter reads a counter and the word behind it, with nothing else on the line or
// a title: «1. jagu», «II. osa», and, where no grammar knows the number, before a mark
// or alone on the line: «II BAP.», «1-берене.». Between the two may stand the ending
// that makes an ordinal of the number, which bends with it: «1-nji madda.».
func readAfter(s string, known bool, out []reading) []reading {
	c, n := cutInserted(s)
	if n == 0 || c.sys == upperLetter {
		return out
	}
	t := strings.TrimPrefix(s[n:], ".")
	u := strings.TrimLeft(t, " \u00a0")
	if !known && strings.HasPrefix(s[n:], "-") {
		u = t[1:]
	}
	if len(u) == len(t) {
		return out
	}
	k := letters(u)
	if k < 3 {
		return out
	}
	word := u[:k]
	if v := strings.TrimLeft(u[k:], " \u00a0"); !known && len(v) < len(u)-k {
		if m := letters(v); m >= 3 && isLower(word) && isLower(v[:m]) {
			word, k = v[:m], len(u)-len(v)+m
		}
	}
	end, alone := closing(s, len(s)-len(u)+k)
	rest := strings.TrimSpace(s[end:])
	if next, _ := utf8.DecodeRuneInString(rest); s[end-1] == '.' && unicode.IsUpper(next) {
		alone = true // «1 дүгээр зүйл.Зорилт»
	}
	if !startsWords(rest) || !known && (!alone || months()[fold(word)]) {
		return out
	}
	words := fold(word)
	l := numbering.Label{Printed: s[:end], Unit: inferred(words), Num: c.canonical(s[:n]), Form: numbering.FormWord}
	return append(out, reading{shape: shape{kind: wordAfter, words: words, sys: c.sys}, label: l, rest: rest, count: c, alone: alone})
}

func isLower(s string) bool { return s == strings.ToLower(s) }

// readOrdinal reads two words of which one may be an ordinal, «HLAVA PRVNÍ»,
// «Første del.», alone on the line or before a mark; and one ordinal alone before
// a mark, «PRIMERA.-».
func readOrdinal(s string, out []reading) []reading {
	a := word(s)
	if a == 0 {
		return out
	}
	if v := ordinalValue(s[:a]); v > 0 {
		if end, alone := closing(s, a); alone && end > a && end < len(s) {
			l := numbering.Label{Printed: s[:end], Num: fold(s[:a]), Form: numbering.FormWord, Unit: ordinalUnit}
			out = append(out, reading{shape: shape{kind: ordinalOne}, label: l, rest: strings.TrimSpace(s[end:]), count: counter{v, ordinal}, alone: true})
		}
	}
	t := strings.TrimLeft(s[a:], " \u00a0")
	b := word(t)
	if b == 0 || len(t) == len(s)-a {
		return out
	}
	stop := len(s) - len(t) + b
	end, alone := closing(s, stop)
	if !alone || a > 30 || b > 30 {
		return out
	}
	rest := strings.TrimSpace(s[end:])
	for _, o := range [2]struct{ word, fixed string }{{t[:b], s[:a]}, {s[:a], t[:b]}} {
		v := ordinalValue(o.word)
		if v == 0 && (rest != "" || ordinalValue(o.fixed) > 0) {
			continue
		}
		l := numbering.Label{Printed: s[:end], Unit: inferred(fold(o.fixed)), Num: fold(o.word), Form: numbering.FormWord}
		sh := shape{kind: ordinalOf, words: fold(o.fixed)}
		out = append(out, reading{shape: sh, label: l, rest: rest, count: counter{v, ordinal}, alone: true})
	}
	return out
}

// ordinalUnit is the unit of provisions that are numbered by an ordinal alone.
const ordinalUnit numbering.Unit = "ordinal"

// word is the length of the word at the start of s, apostrophes inside included.
func word(s string) int {
	n := letters(s)
	if n > 0 && n+1 < len(s) && s[n] == '\'' {
		n += 1 + letters(s[n+1:])
	}
	return n
}

// characterUnits are what the character behind a Chinese, Japanese or Korean
// number numbers.
var characterUnits = map[rune]numbering.Unit{
	'编': numbering.UnitBook, '編': numbering.UnitBook, '部': numbering.UnitPart, '편': numbering.UnitBook,
	'章': numbering.UnitChapter, '장': numbering.UnitChapter,
	'节': numbering.UnitSection, '節': numbering.UnitSection, '절': numbering.UnitSection,
	'条': numbering.UnitArticle, '條': numbering.UnitArticle, '조': numbering.UnitArticle,
	'款': numbering.UnitPoint, '项': numbering.UnitPoint, '項': numbering.UnitPoint, '항': numbering.UnitPoint,
}

// readCharacter reads «第一条», «第12章», «제3조».
func readCharacter(s string, out []reading) []reading {
	start := len("第")
	v, n := cutHan(s[start:])
	r, size := utf8.DecodeRuneInString(s[start+n:])
	unit := characterUnits[r]
	if n == 0 || v == 0 || unit == "" {
		return out
	}
	end := start + n + size
	rest := strings.TrimLeft(s[end:], " \u3000\u00a0")
	if len(rest) > 0 && len(rest) == len(s)-end && unit != numbering.UnitArticle && s[end] != '(' {
		if next, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("的、和及至到，。", next) {
			return out // a reference
		}
	}
	l := numbering.Label{Printed: s[:end], Unit: unit, Num: counter{v, han}.canonical(""), Form: numbering.FormWord}
	return append(out, reading{shape: shape{kind: character, words: string(r)}, label: l, rest: rest, count: counter{v, han}, alone: true})
}

// closing reads the mark that closes a label which ends at n: a full stop, colon
// or dash, or a full stop and a dash. alone says that there is one or that the
// line ends.
func closing(s string, n int) (end int, alone bool) {
	t := s[n:]
	if t == "" {
		return n, true
	}
	switch {
	case t[0] == '.' || t[0] == ':' || t[0] == ')':
		n++
		alone = true
	}
	u := strings.TrimLeft(s[n:], " \u00a0")
	if bar, ok := strings.CutPrefix(u, "| "); ok && len(u) < len(s)-n {
		return len(s) - len(strings.TrimLeft(bar, " ")), true
	}
	dash := strings.TrimLeft(u, "-–—―")
	if len(dash) < len(u) && (dash == "" || dash[0] == ' ' || alone) {
		return len(s) - len(dash), true
	}
	if n < len(s) && len(u) == len(s)-n { // no space
		return n, false
	}
	return n, alone || u == ""
}

// startsWords reports whether what follows a label could be a title or a
// sentence: nothing, or words that do not go on in small letters.
func startsWords(s string) bool {
	for _, r := range s {
		switch {
		case unicode.IsLower(r) && !caseless(r):
			return false
		case unicode.IsLetter(r), unicode.IsDigit(r):
			return true
		case r == ',' || r == ';' || r == ')' || r == '/' || r == '%':
			return false
		}
	}
	return true
}
