package pdf

import (
	"strings"
	"unicode/utf8"
)

// style is how characters look. Whatever a mark says can be seen without colour. It
// can be compared, by which neighbours of one style are joined.
type style struct {
	bold, italic bool
	strike       bool
	underline    bool
	double       bool // two lines in place of one
	color        color
}

// color is red, green and blue, from 0 to 255.
type color struct{ r, g, b int }

// The colours of marked words: dark enough to be read in print.
var (
	deletedColor  = color{122, 0, 0}
	insertedColor = color{0, 58, 122}
	quietColor    = color{60, 60, 60}
	linkColor     = color{0, 70, 110}
)

// font is the face of a style, as fpdf names it.
func (s style) font() string {
	name := ""
	if s.bold {
		name += "B"
	}
	if s.italic {
		name += "I"
	}
	return name
}

// span is a run of characters of one style.
type span struct {
	text string
	style
	about *element // its own element, below that of its paragraph; nil for none
	to    string   // a fragment or an address of a page that it leads to; "" for none
}

// para is a paragraph that is to be broken into lines.
type para struct {
	spans  []span
	size   float64 // in points
	indent float64 // of all lines, in millimetres
	hang   float64 // how far the first line stands left of the others
	before float64 // space above
	after  float64 // space below
	center bool
	keep   bool     // stands on one page with what follows
	at     []string // fragments that lead here
	about  *element // nil for what is no part of the text: a header that comes again
}

// line is a line of a paragraph, ready to be drawn. Its place is measured from where
// its column begins. at and about are those of its paragraph; at is only with the
// first line.
type line struct {
	pieces []piece
	x, y   float64
	height float64
	size   float64
	keep   bool
	at     []string
	about  *element
}

// piece is a span with its width in millimetres.
type piece struct {
	span
	width float64
}

// measurer gives the width of text in millimetres.
type measurer interface {
	width(text, font string, size float64) float64
}

// word is what is not broken: pieces without white space, and the space after it.
type word struct {
	pieces []piece
	width  float64
	space  piece // "" at the end of a paragraph
}

// layout breaks paragraphs into lines of at most width and returns them from the top,
// with the height that they take, space before and after included. Lines are filled
// one by one, as many words as fit; a paragraph without words is one line. Measures
// are millimetres.
func layout(m measurer, paras []para, width float64) (lines []line, height float64) {
	for _, p := range paras {
		height += p.before
		inner := width - p.indent
		first := len(lines)
		var cur line
		var held float64
		flush := func(last bool) {
			cur.height, cur.size, cur.y, cur.about = leading(p.size), p.size, height, p.about
			cur.keep = p.keep || !last && len(lines) == first // no single line at the foot of a page
			cur.x = p.indent
			if len(lines) == first {
				cur.x -= p.hang
				cur.at = p.at
			}
			if p.center {
				cur.x += max(0, (inner-held)/2)
			}
			height += cur.height
			lines = append(lines, cur)
			cur, held = line{}, 0
		}
		for _, w := range words(m, p, inner) {
			room := inner
			if len(lines) == first {
				room += p.hang
			}
			if held > 0 && held+w.width > room+0.01 {
				flush(false)
			}
			cur.pieces = append(cur.pieces, w.pieces...)
			held += w.width
			if w.space.text != "" {
				cur.pieces = append(cur.pieces, w.space)
				held += w.space.width
			}
		}
		flush(true)
		height += p.after
	}
	return lines, height
}

// leading is the height of a line in millimetres. A point is 0.3528 millimetres, and
// a line 1.22 of its letters.
func leading(size float64) float64 { return size * 0.3528 * 1.22 }

// words cuts a paragraph at its spaces. A word longer than a line is cut to fit, at
// least a letter a line. A word may have pieces of several spans, as where a part of
// it is marked; the space after it has the look of the span that it is in.
func words(m measurer, p para, most float64) []word {
	var out []word
	var cur word
	add := func(s span) {
		for s.text != "" {
			w := m.width(s.text, s.font(), p.size)
			if cur.width+w <= most || utf8.RuneCountInString(s.text) == 1 {
				cur.pieces = append(cur.pieces, piece{s, w})
				cur.width += w
				return
			}
			n := fitting(m, s, p.size, most-cur.width)
			if n == 0 && cur.width == 0 {
				_, n = utf8.DecodeRuneInString(s.text)
			}
			if n > 0 {
				head := s
				head.text = s.text[:n]
				w := m.width(head.text, s.font(), p.size)
				cur.pieces = append(cur.pieces, piece{head, w})
				cur.width += w
			}
			out = append(out, cur)
			cur, s.text = word{}, s.text[n:]
		}
	}
	for _, s := range p.spans {
		for i, part := range strings.Split(clean(s.text), " ") {
			if i > 0 {
				space := s
				space.text = " "
				cur.space = piece{space, m.width(" ", s.font(), p.size)}
				out = append(out, cur)
				cur = word{}
			}
			word := s
			word.text = part
			add(word)
		}
	}
	return append(out, cur)
}

// fitting is how many bytes of a text fit into a width: not all of it does. Letters are
// added one by one.
func fitting(m measurer, s span, size, most float64) int {
	at, held := 0, 0.0
	for i, r := range s.text {
		held += m.width(string(r), s.font(), size)
		if held > most {
			break
		}
		at = i + utf8.RuneLen(r)
	}
	return at
}

// clean leaves out what joins or parts invisibly, and replaces what the fonts cannot
// address. U+2060, U+FEFF and U+00AD are left out, ends of lines and tabs are spaces,
// other control characters stand as their pictures.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == 0x2060 || r == 0xfeff || r == 0xad:
			return -1
		case r > 0xffff:
			return utf8.RuneError
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case r < ' ':
			return 0x2400 + r
		}
		return r
	}, s)
}

// joined joins neighbouring pieces of one style, so that they are drawn and read
// as one text.
func joined(pieces []piece) []piece {
	var out []piece
	for _, p := range pieces {
		if n := len(out); n > 0 && out[n-1].style == p.style && out[n-1].about == p.about && out[n-1].to == p.to {
			out[n-1].text += p.text
			out[n-1].width += p.width
			continue
		}
		out = append(out, p)
	}
	return out
}
