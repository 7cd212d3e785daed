package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers may follow the mark that ends a sentence.
const closers = "»”\"'’)]"

// LastMark is the last character of s that is not a closing quotation mark or
// bracket. «etc.)» ends in a full stop, «(attached)» in a letter.
func LastMark(s string) rune {
	s = strings.TrimRight(s, closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// EndsSentence reports whether s ends as a sentence does.
func EndsSentence(s string) bool {
	switch LastMark(s) {
	case '.':
		return !abbreviations[s[strings.LastIndexByte(s, ' ')+1:]]
	case '!', '?', '…', '։', '。':
		return true
	}
	return false
}

// abbreviations stand before a number: a line that ends in one goes on.
var abbreviations = map[string]bool{
	"art.": true, "Art.": true, "no.": true, "No.": true, "Nr.": true, "nr.": true, "sec.": true, "para.": true, "paras.": true,
	"p.": true, "pp.": true, "cf.": true, "Abs.": true, "п.": true, "пп.": true, "ст.": true, "ч.": true, "гл.": true, "стр.": true, "см.": true, "m.": true, "b.": true,
}

// Ends reports whether s ends with a mark after which a new provision can start.
func Ends(s string) bool {
	switch LastMark(s) {
	case ';', ':', ',':
		return true
	}
	return EndsSentence(s)
}

// StartsSmall reports whether the first letter of s is a small one: such a line
// continues the one before it.
func StartsSmall(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
		if unicode.IsDigit(r) {
			return false
		}
	}
	return false
}

// functionWords never end a heading: the line after them continues it.
var functionWords = map[string]bool{
	"of": true, "the": true, "and": true, "or": true, "for": true, "in": true, "to": true, "by": true, "on": true, "with": true,
	"a": true, "an": true, "at": true, "from": true, "as": true, "their": true, "its": true, "against": true, "between": true, "under": true,
	"və": true, "ilə": true, "üzrə": true, "ya": true, "haqqında": false, "üçün": false,
	"и": true, "в": true, "на": true, "по": true, "о": true, "об": true, "с": true, "к": true, "для": true, "от": true, "из": true, "или": true, "при": true, "за": true,
	"de": true, "du": true, "des": true, "la": true, "le": true, "les": true, "et": true, "à": true, "au": true, "aux": true, "en": true, "par": true, "pour": true, "ou": true, "un": true, "une": true, "dans": true, "sur": true, "d": true, "l": true,
	"der": true, "die": true, "das": true, "und": true, "von": true, "zur": true, "zum": true, "im": true, "oder": true,
}

// Hangs reports whether s ends in a word or mark that cannot end a title.
func Hangs(s string) bool {
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	if r == ',' || r == '-' || r == '–' || r == '—' || r == '(' || r == '«' {
		return true
	}
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	word := s[max(i, 0):]
	if _, n := utf8.DecodeRuneInString(word); n < len(word) {
		word = strings.ToLower(word) // but not «Annex A»
	}
	return functionWords[word]
}

// maxHeading is the length beyond which a line is not taken for a heading, in
// characters.
const maxHeading = 250

// LooksLikeHeading reports whether a text could be a heading: short, beginning
// like one and ending without a mark.
func LooksLikeHeading(s string) bool {
	return s != "" && !StartsSmall(s) && !Ends(s) && !Hangs(s) && utf8.RuneCountInString(s) <= maxHeading
}

// IsHyphen reports whether r parts a word, at a line's end or inside it.
func IsHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u00ad' }
