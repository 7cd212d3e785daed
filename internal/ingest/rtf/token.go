package rtf

import "strconv"

// tokenKind is which of the four kinds of token one is.
type tokenKind uint8

const (
	openGroup tokenKind = iota
	closeGroup
	word // a control word or symbol
	text // a byte of text
)

// token is a piece of the file. name, value and given are of a word, char is of a
// byte of text.
type token struct {
	kind  tokenKind
	name  string
	value int
	given bool // the word has a number
	char  byte
}

// tokens cuts the file, from at on.
type tokens struct {
	data []byte
	at   int
}

// next is the next token; false at the end of the file. Line ends between tokens are
// nothing: the file may be broken anywhere.
func (t *tokens) next() (token, bool) {
	for t.at < len(t.data) {
		c := t.data[t.at]
		t.at++
		switch c {
		case '{':
			return token{kind: openGroup}, true
		case '}':
			return token{kind: closeGroup}, true
		case '\\':
			return t.control(), true
		case '\r', '\n', 0:
			continue
		}
		return token{kind: text, char: c}, true
	}
	return token{}, false
}

// longest is the length of the longest control word that is read as one. The
// specification has 32 letters at most; letters beyond are text.
const longest = 40

// control reads what follows a backslash: a word of letters with its number, which
// may be negative, and one space that ends it; or a symbol. Binary data (\bin) is
// skipped, as far as there is any.
func (t *tokens) control() token {
	if t.at >= len(t.data) {
		return token{kind: word, name: "\\"}
	}
	start := t.at
	for t.at < len(t.data) && isLetter(t.data[t.at]) && t.at-start < longest {
		t.at++
	}
	if t.at == start {
		return t.symbol()
	}
	tok := token{kind: word, name: string(t.data[start:t.at])}
	digits := t.at
	if t.at < len(t.data) && t.data[t.at] == '-' {
		t.at++
	}
	for t.at < len(t.data) && t.data[t.at] >= '0' && t.data[t.at] <= '9' && t.at-digits < 11 {
		t.at++
	}
	if v, err := strconv.Atoi(string(t.data[digits:t.at])); err == nil {
		tok.value, tok.given = v, true
	}
	if t.at < len(t.data) && t.data[t.at] == ' ' {
		t.at++
	}
	if tok.name == "bin" && tok.value > 0 {
		t.at += min(tok.value, len(t.data)-t.at)
	}
	return tok
}

// symbol reads one character behind a backslash: \'e9 is a byte of text, a line end
// is a paragraph's, any other stands for itself.
func (t *tokens) symbol() token {
	c := t.data[t.at]
	t.at++
	if c == '\'' && t.at+2 <= len(t.data) {
		if v, err := strconv.ParseUint(string(t.data[t.at:t.at+2]), 16, 8); err == nil {
			t.at += 2
			return token{kind: text, char: byte(v)}
		}
	}
	if c == '\r' || c == '\n' {
		return token{kind: word, name: "par"}
	}
	return token{kind: word, name: string(rune(c))}
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
