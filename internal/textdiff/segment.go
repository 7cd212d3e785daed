package textdiff

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Tokens cuts s into words, runs of spaces, line breaks and marks. Words are
// those of UAX #29, so that 1,000.5 and 4.1.1 stay whole and a hyphen parts.
// What is invisible belongs to the token before it, at the start of s to the
// one after it. Joined, the texts of the tokens are s; they are slices of it.
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
		if n := len(tokens); n >= 3 && e.id == dotID && tokens[n-2].ID == dotID && tokens[n-3].ID == dotID {
			tokens = l.joinDots(tokens, s[:end])
		}
	}
	return tokens
}

// joinDots makes one token of the three dots that end tokens and s, so that they
// equal the one character «…».
func (l *Lexicon) joinDots(tokens []Token, s string) []Token {
	n := len(tokens) - 3
	text := s[len(s)-len(tokens[n].Text)-len(tokens[n+1].Text)-len(tokens[n+2].Text):]
	e := l.entry(text)
	return append(tokens[:n], Token{text, e.id, e.fold, e.class})
}

// tokenLen is the length in bytes of the first UAX #29 segment of s. Segments of
// ASCII that plainly end where they seem to are found without the tables.
func tokenLen(s string) int {
	n := 1
	switch b := s[0]; {
	case isASCIILetter(b):
		for n < len(s) && isASCIILetter(s[n]) {
			n++
		}
		if wordEnds(s[n:]) {
			return n
		}
	case b == ' ':
		for n < len(s) && s[n] == ' ' {
			n++
		}
		if n == len(s) || s[n] < utf8.RuneSelf {
			return n
		}
	case isASCIIMark(b):
		if n == len(s) || s[n] < utf8.RuneSelf { // no combining mark after it
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

// isASCIIMark reports whether b is a segment of its own, apart from combining
// marks: punctuation and the line feed, not the underscore, which joins, nor the
// digits.
func isASCIIMark(b byte) bool {
	return b == '\n' || '!' <= b && b <= '~' && b != '_' && !isASCIILetter(b) && (b < '0' || b > '9')
}

// wordEnds reports whether a word of ASCII letters certainly ends before rest.
func wordEnds(rest string) bool {
	if rest == "" {
		return true
	}
	switch b := rest[0]; {
	case b == '.' || b == ':' || b == '\'': // joins two letters
		return len(rest) == 1 || rest[1] < utf8.RuneSelf && !isASCIILetter(rest[1])
	case b == '\n' || b == ' ':
		return true
	default:
		return isASCIIMark(b)
	}
}
