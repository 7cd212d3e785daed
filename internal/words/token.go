package words

import (
	"strings"
	"unicode"
)

// Class says what sort of token a [Token] is.
type Class uint8

// The classes of token.
const (
	Space  Class = iota // spaces, tabs, no-break spaces
	Break               // a line break between two blocks
	Punct               // punctuation and symbols
	Word                // a Unicode word (UAX #29) whose first letter or digit is a letter
	Number              // a Unicode word whose first letter or digit is a digit
)

// Token is one word, space or mark of a text. Joined, the Text of its tokens is
// the text.
type Token struct {
	Text string
	ID   uint32 // equal for tokens that are equal after normalisation (quotes, dashes, spaces, soft hyphens, NFC)
	kind kind
}

// kind is the Fold of a token and, in the upper bits, its class. There are many
// tokens, and their size is most of what comparing costs in memory.
type kind uint32

const foldBits = 29

func kindOf(fold uint32, class Class) kind { return kind(class)<<foldBits | kind(fold) }

// Fold is equal for tokens that are equal after normalisation and folding, see [Folder].
func (t *Token) Fold() uint32 { return uint32(t.kind & (1<<foldBits - 1)) }

// Class is the sort of token that t is.
func (t *Token) Class() Class { return Class(t.kind >> foldBits) }

// IsWord reports whether t counts as a word.
func (t *Token) IsWord() bool { return t.kind >= kind(Word)<<foldBits }

// IsWhite reports whether t is drawn as nothing but distance: a space or a break.
func (t *Token) IsWhite() bool { return t.kind < kind(Punct)<<foldBits }

// EndsLine reports whether t is a break at whose end a new line begins.
func (t *Token) EndsLine() bool { return t.Class() == Break && strings.HasSuffix(t.Text, "\n") }

// Count counts the words among tokens.
func Count(tokens []Token) int {
	n := 0
	for i := range tokens {
		if tokens[i].IsWord() {
			n++
		}
	}
	return n
}

// classify tells the class of a segment: by its first letter, digit or white
// space, else it is punctuation.
func classify(text string) Class {
	for _, r := range text {
		switch {
		case unicode.IsLetter(r):
			return Word
		case unicode.IsNumber(r):
			return Number
		case isBreak(r):
			return Break
		case unicode.IsSpace(r):
			return Space
		}
	}
	return Punct
}

// isBreak reports whether r ends a line in plain text.
func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// Hash hashes the normalised text of tokens (FNV-1a over their identities)
// and counts its words. Spaces and breaks do not count; the hash is 0 when there
// is no word.
func Hash(tokens []Token) (hash uint64, words int) {
	hash = 14695981039346656037
	for i := range tokens {
		switch t := &tokens[i]; t.Class() {
		case Space, Break:
			continue
		case Word, Number:
			words++
			fallthrough
		default:
			hash = (hash ^ uint64(t.ID)) * 1099511628211
			hash ^= hash >> 29
		}
	}
	if words == 0 {
		hash = 0
	}
	return hash, words
}

// HashWords hashes the words of a text without case and marks.
func HashWords(tokens []Token) uint64 {
	h := uint64(14695981039346656037)
	for i := range tokens {
		if t := &tokens[i]; t.IsWord() {
			h = (h ^ uint64(t.Fold())) * 1099511628211
			h ^= h >> 29
		}
	}
	return h
}
