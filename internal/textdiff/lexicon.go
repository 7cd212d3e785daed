package textdiff

import (
	"sync"

	"conceptdiff/internal/words"
)

// What is compared, under the names by which this package speaks of it.
type (
	Token = words.Token
	Range = words.Range
	Class = words.Class
)

// The classes of token.
const (
	Space  = words.Space
	Break  = words.Break
	Punct  = words.Punct
	Word   = words.Word
	Number = words.Number
)

// Words counts the words among tokens.
func Words(tokens []Token) int { return words.Count(tokens) }

// Hash hashes the normalised text of tokens and counts its words, see [words.Hash].
func Hash(tokens []Token) (hash uint64, count int) { return words.Hash(tokens) }

// HashWords hashes the words of a text without case and marks, see [words.HashWords].
func HashWords(tokens []Token) uint64 { return words.HashWords(tokens) }

// Lexicon cuts texts into tokens, see [words.Lexicon], and compares them.
// [Lexicon.Diff] and [Lexicon.Runs] only read it and may run side by side.
type Lexicon struct {
	*words.Lexicon
	differs sync.Pool // of *differ
}

// NewLexicon returns an empty lexicon for texts in the language with that BCP 47
// tag.
func NewLexicon(lang string) *Lexicon {
	return &Lexicon{Lexicon: words.NewLexicon(lang)}
}
