package docx

import (
	"fmt"
	"unicode"
)

// spot is a character of the user's document: by paragraph and character.
type spot struct{ host, char int }

// found says where a line of the new text stands in the user's document: a spot
// for each of its characters, {-1, 0} for those that stand nowhere.
type found struct {
	number, text []spot
	first, last  spot
	typed        bool // the number is text there, not counted by the program
}

// counts reports whether the program counts the number of the line.
func (f *found) counts(l *line) bool { return !f.typed && l.Num != "" && l.look.list == 0 }

var nowhere = spot{-1, 0}

// locate finds every line of the new text in the user's document, in order. It
// compares visible characters alone: a reader joins white space, and numbers may
// be counted by the program.
func locate(lines []*line, hosts []*host) ([]found, error) {
	out := make([]found, len(lines))
	at := spot{}
	for i, l := range lines {
		f, next, ok := seek(lines, i, hosts, at)
		if !ok {
			return nil, fmt.Errorf("the Word file does not hold this line of the new text: %q", short(l.Num+" "+l.Text, 60))
		}
		out[i], at = f, next
	}
	return out, nil
}

// seek finds line i from a spot on: going on in the same paragraph, or as the
// whole of a later one, or as the beginning of one in which the next line
// follows.
func seek(lines []*line, i int, hosts []*host, at spot) (found, spot, bool) {
	if f, next, ok := tryLine(lines[i], hosts, at); ok {
		return f, next, true
	}
	for p := at.host + 1; p < len(hosts); p++ {
		f, next, ok := tryLine(lines[i], hosts, spot{p, 0})
		if !ok {
			continue
		}
		if atEnd(hosts, next) {
			return f, next, true
		}
		if i+1 < len(lines) {
			if _, _, follows := tryLine(lines[i+1], hosts, next); follows {
				return f, next, true
			}
		}
	}
	return found{}, spot{}, false
}

func tryLine(l *line, hosts []*host, at spot) (found, spot, bool) {
	if at.host >= len(hosts) || len(hosts[at.host].chars) == 0 && l.Text != "" {
		return found{}, at, false
	}
	number, text := []rune(l.Num), []rune(l.Text)
	if n, next, ok := try(number, hosts, at); ok && len(number) > 0 {
		if t, end, ok := try(text, hosts, next); ok {
			return newFound(n, t, true), end, true
		}
	}
	if len(text) == 0 && (at.char > 0 || !atEnd(hosts, at)) {
		return found{}, at, false // a number that is counted stands in a paragraph without text
	}
	if t, end, ok := try(text, hosts, at); ok {
		n := make([]spot, len(number))
		for i := range n {
			n[i] = nowhere
		}
		f := newFound(n, t, false)
		if len(text) == 0 {
			f.first, f.last = at, at
			end = spot{at.host, len(hosts[at.host].chars)}
		}
		return f, end, true
	}
	return found{}, at, false
}

func newFound(number, text []spot, typed bool) found {
	f := found{number: number, text: text, first: nowhere, last: nowhere, typed: typed}
	for _, s := range append(append([]spot{}, number...), text...) {
		if s == nowhere {
			continue
		}
		if f.first == nowhere {
			f.first = s
		}
		f.last = s
	}
	return f
}

// try finds the characters of a text from a spot on. Within a table's row it
// goes on from cell to cell; the stroke that the reader sets between them stands
// nowhere.
func try(text []rune, hosts []*host, at spot) ([]spot, spot, bool) {
	out := make([]spot, len(text))
	for i, r := range text {
		out[i] = nowhere
		if unseen(r) {
			continue
		}
		next, ok := skip(hosts, at)
		if !ok || hosts[next.host].chars[next.char].char != r {
			if r == '|' && hosts[at.host].row != nil {
				continue
			}
			return nil, at, false
		}
		out[i] = next
		at = spot{next.host, next.char + 1}
	}
	spaces(text, out, hosts)
	return out, at, true
}

// skip goes to the next visible character, in the same paragraph or row.
func skip(hosts []*host, at spot) (spot, bool) {
	for {
		for at.char < len(hosts[at.host].chars) {
			if !unseen(hosts[at.host].chars[at.char].char) {
				return at, true
			}
			at.char++
		}
		next := at.host + 1
		if hosts[at.host].row == nil || next >= len(hosts) || hosts[next].row != hosts[at.host].row {
			return at, false
		}
		at = spot{next, 0}
	}
}

// spaces gives white space the spot behind the character before it, when white
// space stands there.
func spaces(text []rune, out []spot, hosts []*host) {
	for i := 1; i < len(text); i++ {
		prev := out[i-1]
		if !unseen(text[i]) || prev == nowhere {
			continue
		}
		if next := prev.char + 1; next < len(hosts[prev.host].chars) && unseen(hosts[prev.host].chars[next].char) {
			out[i] = spot{prev.host, next}
		}
	}
}

func atEnd(hosts []*host, at spot) bool {
	_, more := skip(hosts, at)
	return !more
}

// unseen reports whether a character leaves no mark on paper.
func unseen(r rune) bool {
	return unicode.IsSpace(r) || r == '\u00ad' || r == '\u200b' || r == '\ufeff'
}

func short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}
