package text

import (
	"strings"
	"unicode/utf8"
)

// wrap breaks spans into lines of at most width columns, one column a rune. It breaks
// at spaces and no-break spaces are not spaces here; a word longer than the width is
// cut. Runs of spaces within a line become one. Tones do not break words: a word of
// several spans goes to the next line as a whole.
func wrap(spans []span, width int) [][]span {
	width = max(width, 1)
	w := wrapper{width: width}
	for _, s := range spans {
		for rest := s.text; rest != ""; {
			cut := strings.IndexByte(rest, ' ')
			switch cut {
			case 0:
				w.space(s.tone)
				rest = strings.TrimLeft(rest, " ")
			case -1:
				w.piece(rest, s.tone)
				rest = ""
			default:
				w.piece(rest[:cut], s.tone)
				rest = rest[cut:]
			}
		}
	}
	w.flush()
	return w.lines
}

// wrapper gathers a word, which may consist of pieces of several tones, and
// places it when it ends.
type wrapper struct {
	width int
	lines [][]span
	line  []span
	used  int // columns of line

	word      []span
	wordWidth int
	gap       bool // a space stands before the word
	gapTone   tone
}

// piece adds to the word at hand.
func (w *wrapper) piece(text string, t tone) {
	w.word = append(w.word, span{text, t})
	w.wordWidth += utf8.RuneCountInString(text)
}

// space ends the word at hand; the space itself is written only when another word
// follows on the line.
func (w *wrapper) space(t tone) {
	w.place()
	w.gap, w.gapTone = true, t
}

// place puts the gathered word on the line, or on a new one when it does not
// fit.
func (w *wrapper) place() {
	if len(w.word) == 0 {
		return
	}
	gap := 0
	if w.gap && w.used > 0 {
		gap = 1
	}
	if w.used > 0 && w.used+gap+w.wordWidth > w.width {
		w.newLine()
		gap = 0
	}
	if gap == 1 {
		w.put(" ", 1, w.gapTone)
	}
	for _, s := range w.word {
		w.putLong(s)
	}
	w.word, w.wordWidth, w.gap = w.word[:0], 0, false
}

// putLong puts a piece, cut where it passes the width: a word longer than a line is
// broken anywhere, as a terminal would.
func (w *wrapper) putLong(s span) {
	for rest := s.text; rest != ""; {
		n := utf8.RuneCountInString(rest)
		if w.used+n <= w.width {
			w.put(rest, n, s.tone)
			return
		}
		if w.used == w.width {
			w.newLine()
		}
		cut, room := len(rest), w.width-w.used
		for i := range rest {
			if room == 0 {
				cut = i
				break
			}
			room--
		}
		w.put(rest[:cut], utf8.RuneCountInString(rest[:cut]), s.tone)
		rest = rest[cut:]
	}
}

// put adds text of n columns to the line, to the last span where the tone is the
// same, so that escape sequences are few.
func (w *wrapper) put(text string, n int, t tone) {
	if last := len(w.line) - 1; last >= 0 && w.line[last].tone == t {
		w.line[last].text += text
	} else {
		w.line = append(w.line, span{text, t})
	}
	w.used += n
}

// newLine ends the line at hand.
func (w *wrapper) newLine() {
	w.lines = append(w.lines, w.line)
	w.line, w.used = nil, 0
}

// flush ends the last word and, if it holds anything, the last line.
func (w *wrapper) flush() {
	w.place()
	if len(w.line) > 0 {
		w.newLine()
	}
}

// spansWidth is how many columns spans take.
func spansWidth(spans []span) int {
	n := 0
	for _, s := range spans {
		n += utf8.RuneCountInString(s.text)
	}
	return n
}
