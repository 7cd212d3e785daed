package textdiff

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Tokens cuts s into words, runs of spaces, line breaks and marks. Words are
// those of UAX #29, so that 1,000.5 and 4.1.1 stay whole and a hyphen parts.
// What is invisible belongs to the token before it, at the start of s to the
// one after it. Joined, the texts of the tokens are s; they are slices of s, not
// copies.
func (l *Lexicon) Tokens(s string) []Token {
	tokens := make([]Token, 0, len(s)/3+1)
	start := 0 // of the token that is growing; before end only after leading invisible runes
	for end := 0; end < len(s); {
		pos := end
		end += tokenLen(s[pos:])
		e := entry{spaceID, spaceID, Space}
		if s[pos] != ' ' {
			e = l.entry(s[pos:end])
		}
		last := len(tokens) - 1
		switch {
		case e.id == noID && last < 0:
			if end < len(s) {
				continue // start stays: the next token takes these runes in
			}
			e = entry{spaceID, spaceID, Space}
		case e.id == noID, e.id == spaceID && last >= 0 && tokens[last].ID == spaceID:
			tokens[last].Text = s[start-len(tokens[last].Text) : end]
			start = end
			continue
		}
		tokens = append(tokens, Token{s[start:end], e.id, e.fold, e.class})
		start = end
		if l.endsInDots(tokens) {
			tokens = l.joinDots(tokens, s[:end])
		}
	}
	return tokens
}

// endsInDots reports whether the last three tokens are the dots of an ellipsis.
func (l *Lexicon) endsInDots(tokens []Token) bool {
	n := len(tokens)
	return n >= 3 && tokens[n-1].Text == "." && tokens[n-2].Text == "." && tokens[n-3].Text == "."
}

// joinDots makes one token of the three dots at the end of s.
func (l *Lexicon) joinDots(tokens []Token, s string) []Token {
	text := s[len(s)-len("..."):]
	e := l.entry(text)
	return append(tokens[:len(tokens)-3], Token{text, e.id, e.fold, e.class})
}

// tokenLen is the length in bytes of the first UAX #29 segment of s. Runs of
// ASCII letters or spaces that plainly end there are found without the tables.
func tokenLen(s string) int {
	n := 1
	switch b := s[0]; {
	case isASCIILetter(b):
		for n < len(s) && isASCIILetter(s[n]) {
			n++
		}
		if n == len(s) || endsWord(s[n]) {
			return n
		}
	case b == ' ':
		for n < len(s) && s[n] == ' ' {
			n++
		}
		if n == len(s) || s[n] < utf8.RuneSelf {
			return n
		}
	}
	it := words.FromString(s)
	if !it.Next() {
		return len(s)
	}
	return it.End()
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// endsWord reports whether a word of ASCII letters ends before b, whatever
// follows: b is ASCII, and none of those that can stand inside a word.
func endsWord(b byte) bool {
	switch b {
	case '.', ':', '\'', '_':
		return false
	}
	return b < '0' || b > '9' && b < utf8.RuneSelf && !isASCIILetter(b)
}
