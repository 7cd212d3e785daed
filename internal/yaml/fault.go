package yaml

import (
	"bytes"
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"
)

// Fault is why something is no YAML, and where.
type Fault struct {
	Line, Column int // from 1
	Msg          string
}

// Error reads "line:column: message".
func (f *Fault) Error() string { return fmt.Sprintf("%d:%d: %s", f.Line, f.Column, f.Msg) }

// faultAt is a fault at a byte of a text.
func faultAt(text string, at int, msg string) *Fault {
	before := text[:at]
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return &Fault{strings.Count(before, "\n") + 1, utf8.RuneCountInString(line) + 1, msg}
}

// foreignBreak finds what ends a line for the parser, as YAML 1.1 has it, though
// no editor shows one.
func foreignBreak(data []byte) *Fault {
	for _, c := range []string{"\u0085", "\u2028", "\u2029"} {
		if i := bytes.Index(data, []byte(c)); i >= 0 {
			return faultAt(string(data), i, fmt.Sprintf("the character %U, expected a line feed or a space", []rune(c)[0]))
		}
	}
	return nil
}

// faultIn finds the place of the fault for which the parser gave the data up: the
// last line, and of that the last character, of the shortest beginning that has
// the same fault. The parser itself names no column, and as line often that on
// which the list or mapping begins in which the fault stands.
func faultIn(data []byte) *Fault {
	text := string(data)
	whole := complaint(text)
	shortest := func(ends []int) int {
		return sort.Search(len(ends)-1, func(i int) bool { return complaint(text[:ends[i]]) == whole })
	}
	ends := []int{0} // of the lines
	for line := range strings.Lines(text) {
		ends = append(ends, ends[len(ends)-1]+len(line))
	}
	n := shortest(ends[1:])
	line := text[ends[n]:ends[n+1]]
	ends = []int{ends[n]} // of the line's characters
	for _, c := range strings.Split(line, "") {
		ends = append(ends, ends[len(ends)-1]+len(c))
	}
	return faultAt(text, ends[shortest(ends[1:])], withoutLine(whole))
}

// complaint is what the parser says of a text, "" when nothing. It names no line
// when that is the first, so another one is put before it.
func complaint(text string) string {
	if _, err := parse([]byte("\n" + text)); err != nil {
		return strings.TrimPrefix(err.Error(), "yaml: ")
	}
	return ""
}

// withoutLine drops "line 3: " from a message.
func withoutLine(msg string) string {
	if rest, ok := strings.CutPrefix(msg, "line "); ok {
		if _, after, ok := strings.Cut(rest, ": "); ok {
			return after
		}
	}
	return msg
}
