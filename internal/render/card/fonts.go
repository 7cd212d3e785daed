package card

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"strings"

	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// family is what a viewer of the SVG may use in the font's place: none of them is wider.
const family = "DejaVu Sans Condensed, Arial, Helvetica, Liberation Sans, sans-serif"

// fonts are the faces of the font that is part of the binary, by their size in
// pixels. A face is made when it is first asked for.
type fonts struct {
	plain, bold *opentype.Font
	faces       map[face]font.Face
}

// face names a face; size is in pixels.
type face struct {
	size int
	bold bool
}

// openFonts reads both fonts. An error means that the program itself is damaged.
func openFonts() (*fonts, error) {
	regular, err := opentype.Parse(dejavusanscondensed.TTF)
	if err != nil {
		return nil, fmt.Errorf("the font of the card: %w", err)
	}
	bold, err := opentype.Parse(dejavusanscondensedbold.TTF)
	if err != nil {
		return nil, fmt.Errorf("the bold font of the card: %w", err)
	}
	return &fonts{regular, bold, map[face]font.Face{}}, nil
}

// face is the face of that size. At 72 dots an inch a point is a pixel.
func (f *fonts) face(size int, bold bool) font.Face {
	key := face{size, bold}
	if f.faces[key] == nil {
		from := f.plain
		if bold {
			from = f.bold
		}
		// The only error is that of options that are nil or negative.
		f.faces[key], _ = opentype.NewFace(from, &opentype.FaceOptions{Size: float64(size), DPI: 72, Hinting: font.HintingNone})
	}
	return f.faces[key]
}

// width is how wide a text is set, in pixels, rounded up.
func (f *fonts) width(s string, size int, bold bool) int {
	return font.MeasureString(f.face(size, bold), s).Ceil()
}

// wrap breaks a text into at most so many lines of that width; what does not fit is
// cut with an ellipsis. A single word that is too long is cut as well.
func (f *fonts) wrap(text string, size int, bold bool, width, most int) []string {
	var out []string
	rest := strings.Fields(text)
	for len(rest) > 0 {
		if len(out)+1 == most {
			return append(out, f.cut(strings.Join(rest, " "), size, bold, width))
		}
		n := 1
		for n < len(rest) && f.width(strings.Join(rest[:n+1], " "), size, bold) <= width {
			n++
		}
		out = append(out, f.cut(strings.Join(rest[:n], " "), size, bold, width))
		rest = rest[n:]
	}
	return out
}

// cut shortens a text to a width, in pixels, with an ellipsis that counts; marks
// before that are cut off too.
func (f *fonts) cut(s string, size int, bold bool, width int) string {
	if f.width(s, size, bold) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 0 && f.width(string(runes)+"…", size, bold) > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,;:–") + "…"
}

// draw draws a line of text on a picture, its base line at l.y.
func (f *fonts) draw(on draw.Image, l line) {
	d := font.Drawer{Dst: on, Src: image.NewUniform(color.Color(l.fill)), Face: f.face(l.size, l.bold), Dot: fixed.P(l.x, l.y)}
	d.DrawString(l.text)
}
