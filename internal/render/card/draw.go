package card

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// PNG writes the card of a report as a picture of [render.SocialSize], whatever size
// was asked for: it is what networks show.
func PNG(w io.Writer, r report.Report, o render.Options) error {
	l, err := newLayout(&r, o)
	if err != nil {
		return err
	}
	size := render.SocialSize
	picture := image.NewRGBA(image.Rect(0, 0, size.Width, size.Height))
	draw.Draw(picture, picture.Bounds(), image.NewUniform(paper), image.Point{}, draw.Src)
	for _, b := range l.boxes {
		draw.Draw(picture, image.Rect(b.x, b.y, b.x+b.width, b.y+b.height), image.NewUniform(b.fill), image.Point{}, draw.Src)
	}
	for _, s := range l.lines {
		l.fonts.draw(picture, s)
	}
	return png.Encode(w, picture)
}

// SVG writes the card of a report as one file that needs no other. Its text is text,
// in a font that the viewer has, and is read out as a whole in its description.
func SVG(w io.Writer, r report.Report, o render.Options) error {
	l, err := newLayout(&r, o)
	if err != nil {
		return err
	}
	var s strings.Builder
	text := func(t string) string {
		var b strings.Builder
		plain.Escaper.WriteString(&b, plain.Visible(t))
		return b.String()
	}
	size := render.SocialSize
	fmt.Fprintf(&s, `<?xml version="1.0" encoding="UTF-8"?>`+"\n"+
		`<svg xmlns="http://www.w3.org/2000/svg" width="%[1]d" height="%[2]d" viewBox="0 0 %[1]d %[2]d" xml:lang="%[3]s" role="img" aria-labelledby="title desc" font-family="%[4]s">`+"\n",
		size.Width, size.Height, l.Language(), family)
	var said []string
	for _, line := range l.lines {
		said = append(said, line.text)
	}
	fmt.Fprintf(&s, "<title id=\"title\">%s</title>\n<desc id=\"desc\">%s</desc>\n",
		text(l.Say("What changed: {0}", phrase.DocTitle(&r))), text(strings.Join(said, " ")))
	fmt.Fprintf(&s, `<rect width="%d" height="%d" fill="%s"/>`+"\n", size.Width, size.Height, hex(paper))
	for _, b := range l.boxes {
		fmt.Fprintf(&s, `<rect x="%d" y="%d" width="%d" height="%d" fill="%s"/>`+"\n", b.x, b.y, b.width, b.height, hex(b.fill))
	}
	for _, line := range l.lines {
		weight := ""
		if line.bold {
			weight = ` font-weight="700"`
		}
		fmt.Fprintf(&s, `<text x="%d" y="%d" font-size="%d"%s fill="%s">%s</text>`+"\n", line.x, line.y, line.size, weight, hex(line.fill), text(line.text))
	}
	s.WriteString("</svg>\n")
	_, err = io.WriteString(w, s.String())
	return err
}

// hex is a colour as SVG writes it.
func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
