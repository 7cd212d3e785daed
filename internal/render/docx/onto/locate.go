package onto

import (
	"fmt"
	"strings"
	"unicode"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render/docx/stream"
)

// spot is a character of a file: by paragraph and character.
type spot struct{ paragraph, char int }

// nowhere is where characters stand that the file does not hold: numbers that are
// counted, and what our reader puts between cells and joined paragraphs.
var nowhere = spot{-1, 0}

// found says where a line stands: a spot for each of its characters. Numbers and text
// are told apart, as the one may be counted while the other never is.
type found struct {
	number, text []spot
	labels       map[int]string // numbers counted for paragraphs of a row
	first        spot
	typed        bool // the number is text there, not counted by the program
}

// counts reports whether the program counts the number of the line. An item's bullet
// is the list's and no number.
func (f *found) counts(l *stream.Line) bool { return !f.typed && l.Num != "" && l.Format.List == 0 }

// locate finds every line in a file, in order: what it returns is one found for each
// line. It compares visible characters alone, since our reader joins white space. An
// error names the line and what stands where it ceases to agree; it means that the
// file is not the one that the text was read from, or that its text cannot be told
// from it.
func (l *layout) locate(lines []*stream.Line) ([]found, error) {
	out := make([]found, len(lines))
	at := spot{}
	for i, line := range lines {
		f, next, ok := l.seek(lines, i, at)
		if !ok {
			return nil, l.missing(line, at)
		}
		out[i], at = f, next
	}
	return out, nil
}

// missing says which line was not found, and which object may be why. The object is
// that of the paragraph that agrees with the line for longest.
func (l *layout) missing(line *stream.Line, at spot) error {
	text := short(strings.TrimSpace(line.Num+" "+line.Text), 60)
	object := ""
	best := -1
	want := visible(line.Text)
	for _, p := range l.paragraphs[min(at.paragraph, len(l.paragraphs)-1):] {
		got := visible(p.text())
		n := 0
		for n < len(got) && n < len(want) && got[n] == want[n] {
			n++
		}
		if n > best && n > 0 {
			best, object = n, objectIn(p.element)
		}
	}
	if object != "" {
		return fmt.Errorf("the Word file does not hold this line of the new text as it was read, since its paragraph holds %s: %q", object, text)
	}
	return fmt.Errorf("the Word file does not hold this line of the new text: %q", text)
}

// objects are what a paragraph may hold beside text, as a message names it.
var objects = map[string]string{
	"m:oMath": "a formula", "w:txbxContent": "a text box", "w:sym": "a symbol", "w:ruby": "a reading above characters",
	"w:object": "an embedded object", "w:drawing": "a drawing", "w:pict": "a drawing", "w:fldChar": "a field", "w:fldSimple": "a field",
	"w:sdt": "a content control", "w:altChunk": "an embedded document",
}

// objectIn names the first object below an element that is more than text, "" for
// none.
func objectIn(e *ooxml.Element) string {
	name := ""
	e.Walk(func(c *ooxml.Element) bool {
		if name == "" {
			name = objects[c.Name]
		}
		return name == ""
	})
	return name
}

// text is what can be read in the paragraph.
func (p *paragraph) text() string {
	var b strings.Builder
	for _, c := range p.chars {
		if c.char != boxMark {
			b.WriteRune(c.char)
		}
	}
	return b.String()
}

// visible are the characters of a text that leave a mark on paper.
func visible(s string) []rune {
	var out []rune
	for _, r := range s {
		if !unseen(r) {
			out = append(out, r)
		}
	}
	return out
}

// seek finds line i from a spot on: going on in the same paragraph, or as the whole
// of a later one, or as the beginning of one in which the next line follows. So a
// line that merely begins like a longer paragraph is not found there. It returns
// where the line ends.
func (l *layout) seek(lines []*stream.Line, i int, at spot) (found, spot, bool) {
	if f, next, ok := l.try(lines[i], at); ok {
		return f, next, true
	}
	for p := at.paragraph + 1; p < len(l.paragraphs); p++ {
		f, next, ok := l.try(lines[i], spot{p, 0})
		if !ok {
			continue
		}
		if l.ends(next) {
			return f, next, true
		}
		if i+1 < len(lines) {
			if _, _, follows := l.try(lines[i+1], next); follows {
				return f, next, true
			}
		}
	}
	return found{}, spot{}, false
}

// try finds a line from a spot on, with its number as text or counted. A number that
// is text is tried first: one that a program counts leaves no character, so that it
// could be found before any text.
func (l *layout) try(line *stream.Line, at spot) (found, spot, bool) {
	if at.paragraph >= len(l.paragraphs) || len(l.paragraphs[at.paragraph].chars) == 0 && l.paragraphs[at.paragraph].row == nil && line.Text != "" {
		return found{}, at, false
	}
	number, text := []rune(line.Num), []rune(line.Text)
	if len(number) > 0 {
		m := &matcher{layout: l, labels: make(map[int]string)}
		if n, next, ok := m.match(number, at); ok && next != at {
			if t, end, ok := m.match(text, next); ok {
				return m.found(n, t, true), end, true
			}
		}
	}
	if len(text) == 0 {
		// A number that is counted stands in a paragraph without text.
		p := l.paragraphs[at.paragraph]
		if at.char > 0 || !p.atEnd(0) || p.element.Path("w:pPr") == nil {
			return found{}, at, false
		}
		f := found{number: all(nowhere, len(number)), first: at}
		return f, spot{at.paragraph, len(p.chars)}, true
	}
	m := &matcher{layout: l, labels: make(map[int]string)}
	if t, end, ok := m.match(text, at); ok {
		return m.found(all(nowhere, len(number)), t, false), end, true
	}
	return found{}, at, false
}

// all is a list of n equal spots.
func all(s spot, n int) []spot {
	out := make([]spot, n)
	for i := range out {
		out[i] = s
	}
	return out
}

// matcher finds the characters of a text. Within a table's row it goes on from
// paragraph to paragraph.
type matcher struct {
	*layout
	labels map[int]string
	steps  int
}

// found puts together where a number and a text were matched. first is the first
// visible character of either.
func (m *matcher) found(number, text []spot, typed bool) found {
	f := found{number: number, text: text, first: nowhere, typed: typed, labels: m.labels}
	for _, list := range [][]spot{number, text} {
		for _, s := range list {
			if s != nowhere && f.first == nowhere {
				f.first = s
			}
		}
	}
	return f
}

// maxSteps is how many characters are compared for one line before it counts as
// not found: labels that could be anywhere must not take for ever.
const maxSteps = 200_000

// match finds a text from a spot on, and where it ends. The spots are one for each
// character of the text, nowhere for white space that does not stand there.
func (m *matcher) match(text []rune, at spot) ([]spot, spot, bool) {
	out := all(nowhere, len(text))
	end, ok := m.from(text, 0, at, out)
	if ok {
		m.spaces(text, out)
	}
	return out, end, ok
}

// from matches the text from character i on. Where a paragraph of a row begins, a
// label that the program counts may stand in the text; where a cell begins, the
// stroke that our reader sets. out is filled as far as the match goes, and beyond
// that holds what was tried: only of a match that is ok it says anything.
func (m *matcher) from(text []rune, i int, at spot, out []spot) (spot, bool) {
	for ; i < len(text); i++ {
		if m.steps++; m.steps > maxSteps {
			return at, false
		}
		if unseen(text[i]) {
			out[i] = nowhere
			continue
		}
		next, ok := m.skip(at)
		if ok && m.paragraphs[next.paragraph].chars[next.char].char == text[i] {
			if next.paragraph != at.paragraph || at.char == 0 {
				// The text may begin with a label that looks like the paragraph's text.
				out[i] = next
				if end, ok := m.from(text, i+1, spot{next.paragraph, next.char + 1}, out); ok {
					return end, true
				}
				return m.labelled(text, i, at, out)
			}
			out[i] = next
			at = spot{next.paragraph, next.char + 1}
			continue
		}
		return m.labelled(text, i, at, out)
	}
	return at, true
}

// maxLabel is the longest label that is counted in a row, in characters.
const maxLabel = 40

// labelled goes on behind a stroke between cells or a label that is counted for the
// next paragraph of the row. A label ends before white space or with the text; every
// length up to [maxLabel] is tried.
func (m *matcher) labelled(text []rune, i int, at spot, out []spot) (spot, bool) {
	if m.paragraphs[at.paragraph].row == nil {
		return at, false
	}
	if text[i] == '|' {
		out[i] = nowhere
		if end, ok := m.from(text, i+1, at, out); ok {
			return end, true
		}
	}
	listed := m.listed(at)
	if listed < 0 {
		return at, false
	}
	from := spot{listed, 0}
	for n := 1; n <= maxLabel && i+n <= len(text); n++ {
		out[i+n-1] = nowhere
		if i+n < len(text) && !unicode.IsSpace(text[i+n]) {
			continue
		}
		old, had := m.labels[listed]
		m.labels[listed] = string(text[i : i+n])
		if end, ok := m.from(text, i+n, from, out); ok {
			return end, true
		}
		if m.labels[listed] = old; !had {
			delete(m.labels, listed)
		}
	}
	return at, false
}

// listed is the next paragraph of the row for which the program may count a
// number, with nothing visible before it; -1 for none.
func (m *matcher) listed(at spot) int {
	row := m.paragraphs[at.paragraph].row
	for i := at.paragraph; i < len(m.paragraphs) && m.paragraphs[i].row == row; i++ {
		p := m.paragraphs[i]
		_, labelled := m.labels[i]
		if (i > at.paragraph || at.char == 0) && !labelled && m.styles.counts(p) {
			return i
		}
		from := 0
		if i == at.paragraph {
			from = at.char
		}
		if !p.atEnd(from) {
			return -1
		}
	}
	return -1
}

// skip goes to the next visible character, in the same paragraph or row. It is not ok
// where none follows; the spot is then the end.
func (l *layout) skip(at spot) (spot, bool) {
	for {
		p := l.paragraphs[at.paragraph]
		for at.char < len(p.chars) {
			if !unseen(p.chars[at.char].char) {
				return at, true
			}
			at.char++
		}
		next := at.paragraph + 1
		if p.row == nil || next >= len(l.paragraphs) || l.paragraphs[next].row != p.row {
			return at, false
		}
		at = spot{next, 0}
	}
}

// ends reports whether nothing visible follows in the paragraph or row.
func (l *layout) ends(at spot) bool {
	_, more := l.skip(at)
	return !more
}

// spaces gives white space the spot behind the character before it, when white space
// stands there. Of several spaces in the file it is the first.
func (m *matcher) spaces(text []rune, out []spot) {
	for i := 1; i < len(text); i++ {
		prev := out[i-1]
		if !unseen(text[i]) || prev == nowhere {
			continue
		}
		chars := m.paragraphs[prev.paragraph].chars
		if next := behind(chars, prev.char); next < len(chars) && unseen(chars[next].char) {
			out[i] = spot{prev.paragraph, next}
		}
	}
}

// behind is the character that follows one, whatever drawings stand between.
func behind(chars []char, i int) int {
	for i++; i < len(chars) && chars[i].char == boxMark; {
		i++
	}
	return i
}

// short is the beginning of a text, for messages.
func short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}
