package terminal

import (
	"bytes"
	"io"

	"conceptdiff/internal/render/plain"
)

// Plain makes a text safe for a terminal: control characters, which could move the
// cursor or colour what follows, stand as their pictures, directional overrides as
// U+FFFD. Line breaks and tabs stay. A text that is to stand on one line goes through
// [OneLine].
func Plain(s string) string { return plain.VisibleLines(s) }

// guard is the last gate before a terminal: it lets through whole lines of text and
// the sequences for colour and weight that formats write, and nothing else that acts.
// What a file, a name or a note holds is made visible where it is written; this holds
// where that was forgotten, and for formats that keep a text as it is, as JSON does.
// It must be flushed at the end.
type guard struct {
	w    io.Writer
	rest []byte // the beginning of a sequence or a character whose end is to come
}

// Write holds back the start of a sequence or character that the next write may
// complete, so that what is shown does not depend on how the bytes were cut. It
// answers with the length of p, also for bytes that it holds back, or 0 where the
// terminal failed.
func (g *guard) Write(p []byte) (int, error) {
	whole := append(g.rest, p...)
	end := complete(whole)
	g.rest = bytes.Clone(whole[end:])
	if _, err := g.w.Write(guarded(whole[:end])); err != nil {
		return 0, err
	}
	return len(p), nil
}

// flush writes what never came to its end, made visible: the beginning of a sequence
// would take in what the shell prints next.
func (g *guard) flush() error {
	_, err := g.w.Write([]byte(Plain(string(g.rest))))
	g.rest = nil
	return err
}

// complete is how many bytes of p do not end within a sequence or a character: it
// looks for an escape among the last bytes that a sequence can have, and for the
// first byte of a UTF-8 character whose others are missing.
func complete(p []byte) int {
	for i := max(0, len(p)-longest+1); i < len(p); i++ {
		if p[i] == esc && style(p[i:]) == 0 && unfinished(p[i:]) {
			return i
		}
	}
	for back := 1; back <= min(3, len(p)); back++ {
		if c := p[len(p)-back]; c >= 0xc0 { // the first byte of a character
			if need := 2 + b2i(c >= 0xe0) + b2i(c >= 0xf0); need > back {
				return len(p) - back
			}
			break
		}
	}
	return len(p)
}

// b2i is 1 for true.
func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// esc opens every sequence that acts on a terminal (ECMA-48). Ours have at most a
// dozen bytes; a longer one is made visible.
const (
	esc     = 0x1b
	longest = 32 // bytes of a sequence that is let through
)

// guarded leaves our own sequences of colour and makes every other control character
// visible.
func guarded(p []byte) []byte {
	var out []byte
	for len(p) > 0 {
		i := bytes.IndexByte(p, esc)
		if i < 0 {
			i = len(p)
		}
		out = append(out, Plain(string(p[:i]))...)
		if p = p[i:]; len(p) == 0 {
			break
		}
		n := style(p)
		if n == 0 {
			out = append(out, Plain(string(p[:1]))...)
			p = p[1:]
			continue
		}
		out, p = append(out, p[:n]...), p[n:]
	}
	return out
}

// style is the length of the sequence for colour or weight (ECMA-48, SGR) that p
// begins with, 0 when it begins with none.
func style(p []byte) int {
	if len(p) < 3 || p[1] != '[' {
		return 0
	}
	for i, c := range p[2:min(len(p), longest)] {
		switch {
		case c == 'm':
			return i + 3
		case c != ';' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

// unfinished reports whether p, which begins with an escape, could become a sequence
// for colour with what comes next.
func unfinished(p []byte) bool {
	return len(p) == 1 || p[1] == '[' && len(bytes.Trim(p[2:], "0123456789;")) == 0
}
