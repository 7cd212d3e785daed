package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers may follow the mark that ends a sentence.
const closers = "»”\"'’)]"

// LastMark is the last character of a line that is not a closing quotation mark
// or bracket: a full stop of «etc.)», a letter of «(attached)».
func LastMark(line string) rune {
	if n := len(line); n > 0 && line[n-1] < utf8.RuneSelf && strings.IndexByte(closers, line[n-1]) < 0 {
		return rune(line[n-1])
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, closers))
	return r
}

// EndsSentence reports whether a line ends as a sentence does: with a full stop,
// question or exclamation mark, but not one of an abbreviation that calls for what
// follows (Art., п., см.), which goes on in the next line.
func EndsSentence(line string) bool {
	switch LastMark(line) {
	case '.':
		last := strings.TrimSuffix(line[strings.LastIndexByte(line, ' ')+1:], ".")
		return !callsForNext(last)
	case '!', '?', '…', '։', '。', '！', '？', '؟', '۔', '।':
		return true
	}
	return false
}

// callsForNext reports whether a word with a full stop at the end of a line is an
// abbreviation of what stands in the next one. A capital letter by itself is the
// name of an annex as often, and ends the line.
func callsForNext(word string) bool {
	kind, ok := abbreviations()[Fold(word)]
	return ok && kind != afterNumber && !isInitial(word)
}

// StartsSmall reports whether the first letter of a line is a small one: such a
// line continues the one before it.
func StartsSmall(line string) bool {
	for _, r := range line {
		if unicode.IsLetter(r) {
			// Georgian has no capitals at the beginning of a sentence.
			return unicode.IsLower(r) && (r < 0x10D0 || r > 0x10FF)
		}
		if unicode.IsDigit(r) {
			return false
		}
	}
	return false
}

// Hangs reports whether a line ends in a word or mark that calls for another: a
// preposition, a conjunction, an article, a comma, a dash. No title ends so.
func Hangs(line string) bool {
	if line == "" {
		return false
	}
	switch r, _ := utf8.DecodeLastRuneInString(line); r {
	case ',', '-', '–', '—', '(', '«':
		return true
	}
	word := line
	if i := strings.LastIndexFunc(line, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		_, n := utf8.DecodeRuneInString(line[i:])
		word = line[i+n:]
	}
	if utf8.RuneCountInString(word) == 1 && unicode.IsUpper(LastMark(word)) {
		return false // «Annex A»
	}
	return hangingWords()[Fold(word)]
}
