package json

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// object appends a JSON object to b, member by member, as encoding/json would.
type object struct {
	b     []byte
	begun bool
}

func openObject(b []byte) object { return object{b: append(b, '{')} }

func (o *object) close() []byte { return append(o.b, '}') }

// key begins a member, whose value the caller appends to what is returned.
func (o *object) key(name string) []byte {
	if o.begun {
		o.b = append(o.b, ',')
	}
	o.begun = true
	o.b = append(o.b, '"')
	o.b = append(o.b, name...)
	return append(o.b, `":`...)
}

func (o *object) text(name, s string) { o.b = appendText(o.key(name), s) }

func (o *object) textIfAny(name, s string) {
	if s != "" {
		o.text(name, s)
	}
}

func (o *object) bool(name string, is bool) { o.b = strconv.AppendBool(o.key(name), is) }

func (o *object) int(name string, n int) { o.b = strconv.AppendInt(o.key(name), int64(n), 10) }

func (o *object) intIfAny(name string, n int) {
	if n != 0 {
		o.int(name, n)
	}
}

// measure is for numbers of the size that measures have: encoding/json writes
// very large and very small ones otherwise.
func (o *object) measure(name string, x float64) {
	o.b = strconv.AppendFloat(o.key(name), x, 'f', -1, 64)
}

// appendList appends a list; one that is nil is null.
func appendList[T any](b []byte, list []T, one func([]byte, T) []byte) []byte {
	if list == nil {
		return append(b, "null"...)
	}
	b = append(b, '[')
	for i, x := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = one(b, x)
	}
	return append(b, ']')
}

// appendText appends a string between quotation marks.
func appendText(b []byte, s string) []byte {
	start := len(b)
	b = append(b, '"')
	done := 0 // what stands in b already
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case plainInJSON[c]:
		case c == '"', c == '\\':
			b = append(append(b, s[done:i]...), '\\', c)
			done = i + 1
		case c == '\n':
			b = append(append(b, s[done:i]...), '\\', 'n')
			done = i + 1
		default:
			r, size := utf8.DecodeRuneInString(s[i:])
			if r < utf8.RuneSelf || r == '\u2028' || r == '\u2029' || r == utf8.RuneError {
				b, _ = appendAny(b[:start], s) // a string can always be encoded
				return b
			}
			i += size - 1
		}
	}
	b = append(b, s[done:]...)
	return append(b, '"')
}

// plainInJSON are the bytes of ASCII that stand for themselves.
var plainInJSON = func() (plain [256]bool) {
	for c := ' '; c < utf8.RuneSelf; c++ {
		plain[c] = c != '"' && c != '\\'
	}
	return plain
}()

// appendAny appends what encoding/json makes of a value.
func appendAny(b []byte, v any) ([]byte, error) {
	out := appender{b}
	if err := newEncoder(&out).Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(out.b, []byte("\n")), nil
}

// appender appends what is written to it.
type appender struct{ b []byte }

func (a *appender) Write(p []byte) (int, error) {
	a.b = append(a.b, p...)
	return len(p), nil
}
