package flow

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MaxBlocks is how many blocks a document may have; one of a thousand pages has
// some 30,000.
const MaxBlocks = 300_000

// TooMany is the error for a document of more blocks.
func TooMany() *Error {
	return &Error{
		Msg:  fmt.Sprintf("the document has more than %d paragraphs, the most that is read", MaxBlocks),
		Hint: "is this the text of one document? split it or remove what does not belong to it",
	}
}

// RowText joins the cells of a row. An empty cell keeps its place.
func RowText(cells []string) string {
	return strings.TrimSpace(strings.Join(cells, " | "))
}

// HeadingLevel is the level of a paragraph in the style of a heading, or 0 where
// it is a clause's text: many contracts and laws use those styles for their
// numbers alone.
func HeadingLevel(level int, text string) int {
	const longest = 120 // characters of a heading that ends in a mark
	last, _ := utf8.DecodeLastRuneInString(text)
	if last == ';' || strings.ContainsRune(".:,!?", last) && utf8.RuneCountInString(text) > longest {
		return 0
	}
	return level
}

// IsNumber reports whether a label is more than a bullet: it holds a digit, or a
// letter before a mark. Such a label says something without any text after it.
func IsNumber(label string) bool {
	return strings.IndexFunc(label, unicode.IsDigit) >= 0 ||
		utf8.RuneCountInString(label) > 1 && strings.IndexFunc(label, unicode.IsLetter) >= 0
}
