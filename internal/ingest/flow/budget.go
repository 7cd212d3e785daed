package flow

import (
	"fmt"
	"unicode/utf8"
)

// Limits of any text, whatever the format. They stand well above the longest documents
// there are: a code of law of 3,000 pages has 12 MB of text in 40,000 paragraphs.
const (
	MaxBlocks    = 300_000  // paragraphs, headings, items, rows
	MaxText      = 24 << 20 // bytes of text, notes included
	MaxParagraph = 1 << 20  // bytes of one paragraph
	MaxLabel     = 200      // characters of one number or bullet
	MaxNesting   = 100      // lists and quotations inside each other
)

// hintSplit is what helps against a text that is too large.
const hintSplit = "is this the text of one document? split it or remove what does not belong to it"

// TooMany is the error for a document of more than [MaxBlocks].
func TooMany() *Error {
	return &Error{Msg: fmt.Sprintf("the document has more than %d paragraphs, the most that is read", MaxBlocks), Hint: hintSplit}
}

// TooLong is the error for more text than [MaxText].
func TooLong() *Error {
	return &Error{Msg: fmt.Sprintf("the document has more than %d MB of text, the most that is read", MaxText>>20), Hint: hintSplit}
}

// LongParagraph is the error for a paragraph of more than [MaxParagraph].
func LongParagraph(at Place) *Error {
	return &Error{
		Place: at, Msg: fmt.Sprintf("a paragraph of more than %d MB, the most that is read of one", MaxParagraph>>20),
		Hint: "is this a text? where it is, break it into paragraphs",
	}
}

// LongLabel is the error for a number or bullet of more than [MaxLabel].
func LongLabel(at Place) *Error {
	return &Error{Place: at, Msg: fmt.Sprintf("a number of more than %d characters, the most that is read of one", MaxLabel)}
}

// Nested is the error for more than [MaxNesting].
func Nested(at Place) *Error {
	return &Error{Place: at, Msg: fmt.Sprintf("lists or quotations more than %d deep in each other, the most that is read", MaxNesting)}
}

// Budget is what is left of the limits while a text is read: every reader's text goes
// through one. The zero value has all of it. After an error it is of no use.
type Budget struct{ blocks, text int }

// Take spends what a block needs; num is its number or bullet, texts are its heading,
// text and notes. The error is the first limit that is crossed and bears the place;
// nil when all fits. Bytes are counted, since they are what costs memory; a label
// alone is counted in characters, as its limit is.
func (b *Budget) Take(at Place, num string, texts ...string) *Error {
	if b.blocks++; b.blocks > MaxBlocks {
		return TooMany()
	}
	if len(num) > MaxLabel && utf8.RuneCountInString(num) > MaxLabel {
		return LongLabel(at)
	}
	b.text += len(num)
	for _, s := range texts {
		if b.text += len(s); len(s) > MaxParagraph {
			return LongParagraph(at)
		}
	}
	if b.text > MaxText {
		return TooLong()
	}
	return nil
}

// CutLabel bounds what a format says of a number before it is printed, so that one
// beyond [MaxLabel] stays beyond it and costs nothing. A counter in a file may say
// «100,000 letters»: the result has one character more than the limit and is refused
// by [Budget.Take].
func CutLabel(s string) string {
	if len(s) <= MaxLabel {
		return s
	}
	n := 0
	for i := range s {
		if n > MaxLabel {
			return s[:i]
		}
		n++
	}
	return s
}
