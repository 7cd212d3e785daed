package layout

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// LastMark is the last character of s that is not a closing quotation mark or
// bracket; see [words.LastMark].
func LastMark(s string) rune { return words.LastMark(s) }

// EndsSentence reports whether s ends as a sentence does; see
// [words.EndsSentence].
func EndsSentence(s string) bool { return words.EndsSentence(s) }

// StartsSmall reports whether the first letter of s is a small one: such a line
// continues the one before it.
func StartsSmall(s string) bool { return words.StartsSmall(s) }

// Hangs reports whether s ends in a word or mark that cannot end a title.
func Hangs(s string) bool { return words.Hangs(s) }

// Ends reports whether s ends with a mark after which a new provision can start.
func Ends(s string) bool {
	switch LastMark(s) {
	case ';', ':', ',', '；', '：', '，', '、', '؛', '،':
		return true
	}
	return EndsSentence(s)
}

// maxHeading is the length beyond which a line is not taken for a heading, in
// characters: three lines of a page.
const maxHeading = 250

// LooksLikeHeading reports whether a text could be a heading: short, beginning like
// one and ending without a mark. It is no proof: the last words of an unfinished
// sentence look so, too.
func LooksLikeHeading(s string) bool {
	return s != "" && !StartsSmall(s) && !Ends(s) && !Hangs(s) && utf8.RuneCountInString(s) <= maxHeading
}

// IsHyphen reports whether r parts a word, at a line's end or inside it: the hyphens
// of the keyboard and of Unicode, and the soft one.
func IsHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u00ad' }

// AllCaps reports whether a text is set in capitals. One without letters is not.
func AllCaps(s string) bool { return strings.ToUpper(s) == s && strings.ToLower(s) != s }
