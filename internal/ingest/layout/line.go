package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// Line is one printed line of a text file that is not blank.
type Line struct {
	No     int    // in the file, from 1
	Text   string // white space at the ends cut, runs of it inside made one space
	indent int    // columns before the text; a tab goes to the next multiple of 4
	gap    int    // blank lines before it
	level  int    // of the heading that a line drawn below makes of it, from 1; 0 for others
	row    bool   // tabs stand inside it: cells of a table
	page   bool   // a page break (form feed) stands before it
	tail   bool   // it holds the rest of the heading on the line before
	// The label that the line seems to open with, its Form FormUnknown when there
	// is none, and what follows it. Set by labelLines.
	Label numbering.Label
	rest  string
}

// labelled reports whether the line opens with a number, a letter or a bullet.
func (ln *Line) labelled() bool { return ln.Label.Form != numbering.FormUnknown }

// SplitLines cuts a text at everything that breaks a line by Unicode (UAX 14,
// mandatory breaks): line feed, carriage return and both together, form feed,
// vertical tab, next line, line and paragraph separator. Blank lines are counted as
// gaps and not listed. A line is of a table where two tabs or more stand inside it.
func SplitLines(text string) []Line {
	lines := make([]Line, 0, 1+strings.Count(text, "\n"))
	no, gap, page := 1, 0, false
	for len(text) > 0 {
		end, size, feed := nextBreak(text)
		raw := text[:end]
		text = text[end+size:]
		if t := Squeeze(raw); t != "" {
			lines = append(lines, Line{No: no, Text: t, indent: indentOf(raw), gap: gap, page: page, row: strings.Count(strings.TrimSpace(raw), "\t") > 1})
			gap, page = 0, false
		} else if !feed {
			gap++
		}
		if feed {
			page = true
		} else {
			no++
		}
	}
	return lines
}

// nextBreak finds the next line break: its offset, its length, and whether it
// is a page break, which does not count as a line of the file.
func nextBreak(s string) (end, size int, feed bool) {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c > '\r' && c != 0xc2 && c != 0xe2 {
			continue
		}
		switch s[i] {
		case '\n':
			return i, 1, false
		case '\r':
			if strings.HasPrefix(s[i:], "\r\n") {
				return i, 2, false
			}
			return i, 1, false
		case '\f':
			return i, 1, true
		case '\v':
			return i, 1, false
		case 0xc2: // U+0085, next line
			if strings.HasPrefix(s[i:], "\u0085") {
				return i, 2, false
			}
		case 0xe2: // U+2028, U+2029, line and paragraph separator
			if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
				return i, 3, false
			}
		}
	}
	return len(s), 0, false
}

// Squeeze cuts white space at both ends and makes one space of every run of it
// inside. A single no-break space stays what it is: it ties a number to its unit, and
// a comparison that folds it must find it. It answers with s itself, without a copy,
// where there is nothing to do.
func Squeeze(s string) string {
	s = strings.TrimSpace(s)
	if clean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	var space rune
	for _, r := range s {
		if unicode.IsSpace(r) {
			switch {
			case space != 0:
				space = ' '
			case r == '\u00a0' || r == '\u202f' || r == '\u2007':
				space = r
			default:
				space = ' '
			}
			continue
		}
		if space != 0 {
			b.WriteRune(space)
			space = 0
		}
		b.WriteRune(r)
	}
	return b.String()
}

// clean reports whether s holds no run of white space and no space but U+0020.
func clean(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c > ' ' && c < 0xc2:
		case c == ' ' && i+1 < len(s) && s[i+1] == ' ', c < ' ':
			return false
		case c == 0xc2, c == 0xe1, c == 0xe2, c == 0xe3: // the letters and marks, or spaces, of these begin so
			if r, n := utf8.DecodeRuneInString(s[i:]); n == 1 || unicode.IsSpace(r) {
				return false
			}
		}
	}
	return true
}

// indentOf is the column at which the text of a line begins, from 0.
func indentOf(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 4 - n%4
		case unicode.IsSpace(r):
			n++
		default:
			return n
		}
	}
	return n
}
