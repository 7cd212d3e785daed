package reference

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is what sort of token stands in a text.
type class uint8

const (
	word    class = iota // letters, with apostrophes and hyphens inside
	numeral              // begins with a digit
	mark                 // one other character
)

// token is a piece of a text without white space.
type token struct {
	start   int32 // bytes in the text before it
	class   class
	ordinal bool   // a numeral with the ending of an ordinal: 12-ci, 2-й, 3rd
	spaced  bool   // white space stands before it
	text    string // as printed
	fold    string // lower case; of a number its canonical spelling: 12-1.3, 7-1
	last    string // of a numeral that may be a range, 77-79: the number it ends with
}

// end is the bytes in the text up to its end.
func (t *token) end() int { return int(t.start) + len(t.text) }

// is reports whether a token is that mark or word, in lower case.
func (t *token) is(s string) bool { return t.fold == s }

// capital reports whether a token is a word that begins with a capital letter.
func (t *token) capital() bool {
	r, _ := utf8.DecodeRuneInString(t.text)
	return t.class == word && unicode.IsUpper(r)
}

// bytesPerToken is about what a word and its space take.
const bytesPerToken = 6

// lex cuts a text into tokens.
func (f *finder) lex(text string) []token {
	return f.appendTokens(make([]token, 0, len(text)/bytesPerToken+1), text)
}

func (f *finder) appendTokens(out []token, text string) []token {
	spaced := true
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' || r == '\u2060':
			spaced = true
			i += size
			continue
		case isDigit(r):
			out = append(out, scanNumeral(text, i))
		case unicode.IsLetter(r):
			out = append(out, f.scanWord(text, i))
		default:
			out = append(out, token{class: mark, start: int32(i), text: text[i : i+size], fold: plainMark(text[i : i+size])})
		}
		last := &out[len(out)-1]
		last.spaced, spaced = spaced, false
		i = last.end()
	}
	return out
}

// plainMark gives dashes and quotation marks one form each.
func plainMark(s string) string {
	switch s {
	case "–", "—", "‑", "‐", "−", "-":
		return "-"
	case "“", "”", "„", "«", "»", "‘", "‹", "›", `"`:
		return `"`
	}
	return s
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func (f *finder) scanWord(text string, i int) token {
	end := i
	for end < len(text) {
		if b := text[end] | 0x20; b >= 'a' && b <= 'z' {
			end++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[end:])
		inside := unicode.IsLetter(r) || unicode.IsMark(r)
		if joinsWord(r) { // only before another letter: sub-paragraph, l'article
			next, _ := utf8.DecodeRuneInString(text[end+size:])
			inside = unicode.IsLetter(next)
		}
		if !inside {
			break
		}
		end += size
	}
	return token{class: word, start: int32(i), text: text[i:end], fold: f.folder(text[i:end])}
}

// joinsWord reports whether a mark between two letters is part of the word.
func joinsWord(r rune) bool {
	return r == '\'' || r == '’' || r == '-' || r == '‑' || r == '\u00ad'
}

// scanNumeral reads a number with its parts and the ending of an ordinal:
// 12, 12.2, 12-1.3, 12a, 7¹, 12-ci, 12.2- ci, 3rd.
func scanNumeral(text string, i int) token {
	end := scanParts(text, i)
	num := text[i:end]
	t := token{class: numeral, start: int32(i), fold: num}
	if strings.HasPrefix(text[end:], "-") {
		if to := scanParts(text, end+1); to > end+1 {
			second := text[end+1 : to]
			if third := scanParts(text, to+1); strings.HasPrefix(text[to:], "-") && third > to+1 { // 12-1-3, 5-1-ci
				second, to = text[end+1:third], third
			}
			if mayEnd(num, second) {
				t.last = second
			}
			t.fold, end = num+"-"+second, to
		}
	}
	if raised, to := scanRaised(text, end); raised != "" {
		t.fold, end = t.fold+"-"+raised, to
	}
	if letter, to := scanLetter(text, end); letter != "" {
		t.fold, end = t.fold+letter, to
	}
	if to := scanEnding(text, end); to > end {
		t.ordinal, end = true, to
	}
	t.text = text[i:end]
	return t
}

// scanParts gives where digits joined by full stops end: 12.2.1.
func scanParts(text string, i int) int {
	end := i
	for end < len(text) && (isDigit(rune(text[end])) || text[end] == '.' && end > i && text[end-1] != '.' && end+1 < len(text) && isDigit(rune(text[end+1]))) {
		end++
	}
	return end
}

// scanRaised reads raised figures: 7¹ is 7-1.
func scanRaised(text string, i int) (string, int) {
	var out strings.Builder
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		d := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", r)
		if d < 0 {
			break
		}
		out.WriteByte(byte('0' + len([]rune("⁰¹²³⁴⁵⁶⁷⁸⁹"[:d]))))
		i += size
	}
	return out.String(), i
}

// scanLetter reads the one letter that may be part of a number: 12a, not 12th.
func scanLetter(text string, i int) (string, int) {
	r, size := utf8.DecodeRuneInString(text[i:])
	next, _ := utf8.DecodeRuneInString(text[i+min(size, len(text)-i):])
	if size == 0 || !unicode.IsLetter(r) || unicode.IsLetter(next) || unicode.IsDigit(next) {
		return "", i
	}
	return strings.ToLower(text[i : i+size]), i + size
}

// The endings of ordinal numbers, behind a hyphen or, in English, at once.
var (
	hyphenEndings = strings.Fields("ci cı cu cü ji й я е ый ий ой ая ое ые ого его ей ом ем му ую х")
	joinedEndings = strings.Fields("st nd rd th er re e ème ci cı cu cü")
)

// scanEnding gives where the ending of an ordinal ends; a space may stand on
// either side of its hyphen, as converters leave it.
func scanEnding(text string, i int) int {
	rest := text[i:]
	if n := letters(rest); n > 0 {
		if contains(joinedEndings, rest[:n]) {
			return i + n
		}
		return i
	}
	at := 0
	if strings.HasPrefix(rest, " -") {
		at++
	}
	_, size := utf8.DecodeRuneInString(rest[at:])
	if size == 0 || plainMark(rest[at:at+size]) != "-" {
		return i
	}
	at += size
	if strings.HasPrefix(rest[at:], " ") {
		at++
	}
	if n := letters(rest[at:]); n > 0 && contains(hyphenEndings, strings.ToLower(rest[at:at+n])) {
		return i + at + n
	}
	return i
}

// letters is how many bytes of letters a text begins with.
func letters(s string) int {
	if n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); n >= 0 {
		return n
	}
	return len(s)
}

// mayEnd reports whether a range can go from one number to the other: 77-79,
// 12.1-12.4, and not the inserted 12-1 or 12.3-1.
func mayEnd(from, to string) bool {
	if strings.Contains(to, "-") || strings.Count(from, ".") != strings.Count(to, ".") {
		return false
	}
	return before(from, to)
}

// before reports whether one number of digits and full stops stands before
// another, part by part.
func before(a, b string) bool {
	for a != "" && b != "" {
		var x, y string
		x, a, _ = strings.Cut(a, ".")
		y, b, _ = strings.Cut(b, ".")
		if x != y {
			return len(x) < len(y) || len(x) == len(y) && x < y
		}
	}
	return false
}

func contains(list []string, s string) bool {
	for _, w := range list {
		if w == s {
			return true
		}
	}
	return false
}
