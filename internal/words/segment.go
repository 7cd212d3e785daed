package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// Tokens cuts s into words, runs of spaces, line breaks and marks. Words are
// those of UAX #29, so that 1,000.5 and 4.1.1 stay whole and a hyphen parts.
// What is invisible belongs to the token before it, at the start of s to the
// one after it. Joined, the texts of the tokens are s; they are slices of it.
func (l *Lexicon) Tokens(s string) []Token {
	if room := len(s)/3 + 1; room > cap(l.block)-len(l.block) { // which is nearly always enough
		l.block = make([]Token, 0, max(room, blockSize))
	}
	first := len(l.block)
	l.block = l.AppendTokens(l.block, s)
	return l.block[first:len(l.block):len(l.block)]
}

// blockSize is how many tokens of several texts share a block: tokens are mostly
// kept for as long as their lexicon.
const blockSize = 8192

// AppendTokens is [Lexicon.Tokens], with the tokens appended to those of other
// texts.
func (l *Lexicon) AppendTokens(tokens []Token, s string) []Token {
	tokens = slices.Grow(tokens, len(s)/3+1)
	first := len(tokens) // of s
	start := 0           // of the token that is growing; before pos only after leading invisible runes
	for pos := 0; pos < len(s); {
		if s[pos] == ' ' && pos+1 < len(s) && sorts[s[pos+1]] == isLetter && len(tokens) > first && tokens[len(tokens)-1].ID != spaceID {
			tokens = append(tokens, Token{s[pos : pos+1], spaceID, kindOf(spaceID, Space)}) // a space before a word, the most common of all
			pos++
			start = pos
		}
		end := pos
		for end < len(s) && sorts[s[end]] == isLetter {
			end++
		}
		if end == pos || end == len(s) || sorts[s[end]] != isBlank && sorts[s[end]] != isMark { // else a plain word
			end = pos + tokenLen(s[pos:])
		}
		f := &l.forms[l.lookup(s[pos:end])]
		id, last := f.id, len(tokens)-1
		pos = end
		switch {
		case id > dotID:
			tokens = append(tokens, Token{s[start:end], id, kindOf(f.fold, f.class)})
		case id == noID && last < first:
			if end < len(s) {
				continue // start stays: the next token takes these runes in
			}
			tokens = append(tokens, Token{s[start:end], spaceID, kindOf(spaceID, Space)})
		case id == noID, id == spaceID && last >= first && tokens[last].ID == spaceID:
			tokens[last].Text = s[start-len(tokens[last].Text) : end]
		default:
			tokens = append(tokens, Token{s[start:end], id, kindOf(f.fold, f.class)})
			if last := len(tokens) - 1; id == dotID && last >= first+2 && tokens[last-1].ID == dotID && tokens[last-2].ID == dotID {
				tokens = l.joinDots(tokens, s[:end])
			}
		}
		start = end
	}
	return tokens
}

// lookup gives the number of a token's text. What starts with a space is a
// space, whatever is put on top of it.
func (l *Lexicon) lookup(text string) uint32 {
	b := text[0]
	if b == ' ' {
		return spaceID
	}
	if len(text) > 1 || b >= utf8.RuneSelf {
		return l.number(text)
	}
	if l.ascii[b] == 0 {
		l.ascii[b] = l.number(text)
	}
	return l.ascii[b]
}

// joinDots makes one token of the three dots that end tokens and s, so that they
// equal the one character «…».
func (l *Lexicon) joinDots(tokens []Token, s string) []Token {
	n := len(tokens) - 3
	text := s[len(s)-len(tokens[n].Text)-len(tokens[n+1].Text)-len(tokens[n+2].Text):]
	f := &l.forms[l.number(text)]
	return append(tokens[:n], Token{text, f.id, kindOf(f.fold, f.class)})
}

// tokenLen is the length in bytes of the first UAX #29 segment of s. Segments
// that plainly end where they seem to are found without the tables.
func tokenLen(s string) int {
	n := 0
	switch sorts[s[0]] {
	case isLetter, isLead:
		if n = letters(s); n > 0 && wordEnds(s[n:]) {
			return n
		}
	case isDigit:
		for n = 1; n < len(s) && sorts[s[n]] == isDigit; n++ {
		}
		if numberEnds(s[n:]) {
			return n
		}
	case isBlank:
		for n = 1; n < len(s) && s[n] == ' '; n++ {
		}
		if standsAlone(s[n:]) {
			return n
		}
	case isMark, isJoiner:
		if standsAlone(s[1:]) {
			return 1
		}
	default:
		if n = plainMark(s); n > 0 && standsAlone(s[n:]) {
			return n
		}
	}
	return segmentLen(s)
}

// segmentLen is the length in bytes of the first UAX #29 segment of s, but for two
// characters: the narrow no-break space, which there joins words and digits as an
// underscore does, parts them as every other space does; and the zero-width space,
// which is invisible and stands where a line may break, parts none of the scripts
// that put spaces between words.
func segmentLen(s string) int {
	it := words.FromString(s)
	if !it.Next() {
		return len(s)
	}
	n := it.End()
	switch i := strings.Index(s[:n], narrowSpace); {
	case i == 0:
		return len(narrowSpace)
	case i > 0:
		return i
	}
	rest := strings.TrimLeft(s[n:], zeroWidthSpace)
	if len(rest) < len(s)-n && rest != "" && isSpaced(lastRune(s[:n])) && isSpaced(firstRune(rest)) {
		return len(s) - len(rest) + segmentLen(rest)
	}
	return n
}

const (
	narrowSpace    = "\u202f"
	zeroWidthSpace = "\u200b"
)

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// isSpaced reports whether r is a letter of a script that puts spaces between words,
// or a digit.
func isSpaced(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Georgian, unicode.Hebrew, unicode.Arabic, unicode.Nd)
}

// The sorts of bytes that text of the languages we know best is made of.
const (
	isOther  uint8 = iota
	isLetter       // a to z
	isDigit        // 0 to 9
	isBlank        // a space
	isMark         // punctuation or a line feed; some join digits
	isJoiner       // punctuation that joins letters
	isLead         // the first byte of some Latin and Cyrillic letters
)

// sorts gives the sort of each byte. The underscore joins and is in none.
var sorts = func() (t [256]uint8) {
	for b := byte('!'); b <= '~'; b++ {
		t[b] = isMark
	}
	for b := byte('a'); b <= 'z'; b++ {
		t[b], t[b-'a'+'A'] = isLetter, isLetter
	}
	for b := byte('0'); b <= '9'; b++ {
		t[b] = isDigit
	}
	t['.'], t[':'], t['\''] = isJoiner, isJoiner, isJoiner
	for b := 0xc3; b <= 0xd4; b++ {
		t[b] = isLead
	}
	for b := 0xca; b <= 0xcf; b++ { // phonetic signs, combining marks, Greek
		t[b] = isOther
	}
	t[' '], t['\n'], t['_'] = isBlank, isMark, isOther
	return t
}()

// letters is the length in bytes of the letters that s starts with.
func letters(s string) int {
	n := 0
	for n < len(s) {
		switch sorts[s[n]] {
		case isLetter:
			n++
		case isLead:
			if !isPlainLetter(s[n:]) {
				return n
			}
			n += 2
		default:
			return n
		}
	}
	return n
}

// isPlainLetter reports whether s, which starts with a byte of the sort isLead,
// starts with a letter of two bytes: U+00C0 to U+027F but × and ÷, and Cyrillic
// but for its marks and number signs (from U+0482 to U+0489).
func isPlainLetter(s string) bool {
	if len(s) < 2 || s[1]&0xc0 != 0x80 {
		return false
	}
	switch s[0] {
	case 0xc3:
		return s[1] != 0x97 && s[1] != 0xb7
	case 0xd2:
		return s[1] >= 0x8a
	case 0xd4:
		return s[1] <= 0xaf
	}
	return true
}

// plainMark is the length in bytes of the dash, the curved quotation mark or the
// guillemet that s starts with, 0 if there is none.
func plainMark(s string) int {
	switch {
	case len(s) >= 3 && s[0] == 0xe2 && s[1] == 0x80 && 0x93 <= s[2] && s[2] <= 0x9e:
		return 3
	case len(s) >= 2 && s[0] == 0xc2 && (s[1] == 0xab || s[1] == 0xbb):
		return 2
	}
	return 0
}

// standsAlone reports whether a space or mark certainly ends before rest: no
// combining mark follows it, nor a space that is not of the plain sort.
func standsAlone(rest string) bool {
	return rest == "" || rest[0] < utf8.RuneSelf || plainMark(rest) > 0 || sorts[rest[0]] == isLead && isPlainLetter(rest)
}

// wordEnds reports whether a word of letters certainly ends before rest.
func wordEnds(rest string) bool {
	if rest != "" && sorts[rest[0]] == isJoiner {
		return standsAlone(rest[1:]) && (len(rest) == 1 || sorts[rest[1]] != isLetter && sorts[rest[1]] != isLead)
	}
	return endsAny(rest)
}

// numberEnds reports whether a number certainly ends before rest.
func numberEnds(rest string) bool {
	if rest != "" && (rest[0] == '.' || rest[0] == ',' || rest[0] == ';' || rest[0] == '\'') { // join two digits
		return standsAlone(rest[1:]) && (len(rest) == 1 || sorts[rest[1]] != isDigit)
	}
	return endsAny(rest)
}

// endsAny reports whether words and numbers certainly end before rest, which
// starts with none of the marks that may join.
func endsAny(rest string) bool {
	if rest == "" {
		return true
	}
	switch sorts[rest[0]] {
	case isBlank, isMark, isJoiner:
		return true
	}
	n := plainMark(rest)
	return n > 0 && (n < 3 || rest[2] != 0x98 && rest[2] != 0x99) // ‘ and ’ may join too
}
