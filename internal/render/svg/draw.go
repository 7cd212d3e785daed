package svg

import (
	"io"
	"strconv"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"

	"conceptdiff/internal/report"
	_ "embed"
)

//go:embed picture.css
var PictureStyle string

// pictureColours are the colours of a picture that stands alone; on a page it takes
// the page's. They are the values of the variables that picture.css uses.
const pictureColours = `:root { color-scheme: light dark; --paper: #fcfbf8; --ink: #1d1b18; --muted: #5d5850; --rule: #dcd6ca; --del: #8c2317; --ins: #0a4a6e; --mov: #58368a; --warn: #6b4200; --warn-rule: #c98a1b; }
@media (prefers-color-scheme: dark) { :root { --paper: #15171a; --ink: #e9e6df; --muted: #aaa59a; --rule: #383b41; --del: #ffb3a5; --ins: #a2d6f7; --mov: #d6bdfa; --warn: #ffd98c; --warn-rule: #a97a24; } }
`

// svg writes a picture as SVG. Every text goes through text, and only names of
// classes and ids of ours are written as they are. phrases may be empty where nothing
// is said.
type svg struct {
	strings.Builder
	phrases
	links bool // bars and ribbons lead to the changes on the page
}

func (s *svg) text(t string) { plain.Escaper.WriteString(s, plain.Visible(t)) }

// num writes a coordinate with at most one decimal. One decimal is a tenth of a
// pixel, which is not seen, and keeps the file small and the same on every machine.
func (s *svg) num(v float64) {
	s.WriteString(strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0"))
}

// attr writes an attribute that is a number.
func (s *svg) attr(name string, v float64) {
	s.WriteString(" " + name + `="`)
	s.num(v)
	s.WriteByte('"')
}

// path writes the points of a path: letters are commands. The first part must be a
// letter; numbers in a row are parted by a space.
func (s *svg) path(class string, parts ...any) {
	s.WriteString(`<path class="` + class + `" d="`)
	for i, p := range parts {
		switch p := p.(type) {
		case string:
			s.WriteString(p)
		case float64:
			if _, letter := parts[i-1].(string); !letter {
				s.WriteByte(' ')
			}
			s.num(p)
		}
	}
	s.WriteString(`">`)
}

// rect begins a rectangle; the caller ends it, as a rule with [svg.title].
func (s *svg) rect(class string, x, y, w, h float64) {
	s.WriteString(`<rect class="` + class + `"`)
	s.attr("x", x)
	s.attr("y", y)
	s.attr("width", w)
	s.attr("height", h)
	s.WriteString(`>`)
}

// title writes what is told of an element when one points at it, and ends it.
func (s *svg) title(tag, said string) {
	s.WriteString("<title>")
	s.text(said)
	s.WriteString("</title></" + tag + ">\n")
}

// flow writes ribbons, bars and labels.
func (s *svg) flow(pic *flowPicture) {
	for i := range pic.ribbons {
		s.ribbon(pic, &pic.ribbons[i])
	}
	for _, n := range pic.old {
		s.bar(pic, n, true)
	}
	for _, n := range pic.now {
		s.bar(pic, n, false)
	}
}

// ribbon draws a stream of words from an old section to a new one. The curve leaves
// and arrives level: its handles stand half way. A stream that is one change leads to
// it, where the page has it.
func (s *svg) ribbon(pic *flowPicture, r *ribbon) {
	oldX, nowX := pic.columns()
	oldX += barWidth
	mid := (oldX + nowX) / 2
	class := "p-" + string(r.stream.Kind)
	said := s.streamPhrase(r.stream)
	if s.links && r.stream.Change != nil {
		s.WriteString(`<a href="#` + plain.Anchor("", r.stream.Change.ID) + `">`)
		defer s.WriteString("</a>")
	}
	s.path(class, "M", oldX, r.oldY, "C", mid, r.oldY, mid, r.nowY, nowX, r.nowY,
		"V", r.nowY+r.h, "C", mid, r.nowY+r.h, mid, r.oldY+r.h, oldX, r.oldY+r.h, "Z")
	s.title("path", said)
}

// bar writes a section's bar, the stubs of what has no other end, and the label.
// n.ends are drawn over the bar, and a point out of it towards the other side.
func (s *svg) bar(pic *flowPicture, n *node, old bool) {
	s.rect("p-bar", n.x, n.y, barWidth, n.h)
	s.title("rect", s.sectionPhrase(n.section))
	for _, e := range n.ends {
		s.rect("p-"+string(e.kind), n.x, e.y, barWidth, e.h)
		said := s.streamPhrase(report.Stream{Kind: e.kind, Words: e.words})
		s.title("rect", said)
		// The point of an arrow: gone, or come from nowhere.
		from, to := n.x+barWidth, n.x+barWidth+stubWidth
		if !old {
			from, to = n.x, n.x-stubWidth
		}
		s.path("p-"+string(e.kind)+" p-stub", "M", from, e.y, "L", to, e.y+e.h/2, "L", from, e.y+e.h, "Z")
		s.title("path", said)
	}
	x, class := n.x-10, "p-label p-end"
	if !old {
		x, class = n.x+barWidth+10, "p-label"
	}
	for i, line := range n.label {
		s.WriteString(`<text class="` + class + `"`)
		s.attr("x", x)
		s.attr("y", n.labelY+labelLine*float64(i)+labelSize*0.35)
		s.WriteByte('>')
		s.text(line)
		s.WriteString("</text>\n")
	}
}

// stubWidth is how far the point of a stub reaches.
const stubWidth = 22.0

// legend writes what the colours stand for, with the words of each, from left to
// right in as many lines as it takes. It gives the height used. An entry is a square
// of 12 pixels and its words, 18 from the square's left and 18 before the next; a
// line takes 20.
func (s *svg) legend(r *report.Report, x, y, width float64) float64 {
	at, line := x, y
	for _, e := range s.legendEntries(r) {
		w := 18 + widthOf(e.said, labelSize) + 18
		if at > x && at+w > x+width {
			at, line = x, line+20
		}
		s.rect("p-"+string(e.kind)+" p-key", at, line, 12, 12)
		s.WriteString("</rect>")
		s.WriteString(`<text class="p-legend"`)
		s.attr("x", at+18)
		s.attr("y", line+10.5)
		s.WriteByte('>')
		s.text(e.said)
		s.WriteString("</text>\n")
		at += w
	}
	return line + 20 - y
}

// open writes the start of a picture on a page: a group, since links are in it. The
// role is not that of an image, in which a reader of the screen would not find the
// links.
func (s *svg) open(class string, width, height float64, said string) {
	s.WriteString(`<svg xmlns="http://www.w3.org/2000/svg" class="` + class + `" viewBox="0 0 `)
	s.num(width)
	s.WriteByte(' ')
	s.num(height)
	s.WriteString(`" role="group" aria-label="`)
	s.text(said)
	s.WriteString("\">\n")
}

// Diff writes the picture of the comparison alone, as one SVG file that needs no
// other. Options.Picture is its size; a picture of [render.SocialSize] is what
// newspapers and networks show beside a link. It has links to nothing, since it
// stands alone. The error is that of w.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	size := o.Picture
	if size == (render.Size{}) {
		size = render.DefaultSize
	}
	s := &svg{phrases: in(o)}
	s.alone(&r, size)
	_, err := io.WriteString(w, s.String())
	return err
}

// zoomFrom is the width from which a picture is drawn larger: it is shown small
// beside a link, and must still be read. From 1100 pixels on everything is drawn a
// quarter larger, in a frame that much smaller.
const zoomFrom, zoom = 1100, 1.25

// alone writes a picture with its heading, notice and legend. The legend is laid out
// twice, first for its height: what is left of the frame is the flow's. The note of a
// notice is left out, as it may be long.
func (s *svg) alone(r *report.Report, size render.Size) {
	width, height := float64(size.Width), float64(size.Height)
	if size.Width >= zoomFrom {
		width, height = width/zoom, height/zoom
	}
	heading := s.Say("What went where: {0}", r.Old.Label+" → "+r.New.Label)
	s.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	s.WriteString(`<svg xmlns="http://www.w3.org/2000/svg"`)
	s.attr("width", float64(size.Width))
	s.attr("height", float64(size.Height))
	s.WriteString(` viewBox="0 0 `)
	s.num(width)
	s.WriteByte(' ')
	s.num(height)
	s.WriteString(`" xml:lang="` + s.Language() + `" role="img" aria-labelledby="p-title p-desc">` + "\n" + `<title id="p-title">`)
	s.text(heading)
	s.WriteString(`</title>` + "\n" + `<desc id="p-desc">`)
	s.text(strings.Join(s.flowSentences(r), " "))
	s.WriteString("</desc>\n<style>" + pictureColours + PictureStyle + "</style>\n")
	s.rect("p-paper", 0, 0, width, height)
	s.WriteString("</rect>\n")

	const margin = 28.0
	y := margin + 20
	class, letters := "p-heading", 22.0
	if width < narrowBelow {
		class, letters = "p-heading p-small", 17
	}
	y = s.paragraph(class, heading, margin, y, width-2*margin, letters, 2)
	if t := phrase.DocTitle(r); t != "" {
		y = s.paragraph("p-sub", t, margin, y, width-2*margin, 14, 2)
	}
	for _, n := range r.Notices {
		n.Note = ""
		y = s.paragraph("p-notice", s.NoticeTitle(n)+". "+s.Notice(n), margin, y, width-2*margin, 14, 2)
	}
	legend := &svg{phrases: s.phrases}
	legendHeight := legend.legend(r, margin, 0, width-2*margin)
	top := y + 14
	s.columnHeads(r, width, top)
	bottom := height - margin - legendHeight - 8
	s.flow(newFlowPicture(r, s.phrases, width, height, top+14, bottom))
	s.legend(r, margin, height-margin-legendHeight+8, width-2*margin)
	s.WriteString("</svg>\n")
}

// columnHeads names the two columns. Each stands above its bars' labels and is cut to
// their room.
func (s *svg) columnHeads(r *report.Report, width, y float64) {
	pic := flowPicture{width: width}
	old, now := pic.columns()
	room := old - 12
	for _, h := range []struct {
		class, said string
		x           float64
	}{
		{"p-head p-end", s.Say("old: {0}", r.Old.Label), old - 10},
		{"p-head", s.Say("new: {0}", r.New.Label), now + barWidth + 10},
	} {
		s.WriteString(`<text class="` + h.class + `"`)
		s.attr("x", h.x)
		s.attr("y", y)
		s.WriteByte('>')
		s.text(cutTo(plain.Visible(h.said), room, labelSize))
		s.WriteString("</text>\n")
	}
}

// paragraph writes a text in at most so many lines and gives where the next can
// begin. y is the base line of the first, size that of the letters; lines stand 1.4
// sizes apart.
func (s *svg) paragraph(class, text string, x, y, width, size float64, lines int) float64 {
	for _, line := range breakLines(text, width, size, lines) {
		s.WriteString(`<text class="` + class + `"`)
		s.attr("x", x)
		s.attr("y", y)
		s.WriteByte('>')
		s.text(line)
		s.WriteString("</text>\n")
		y += size * 1.4
	}
	return y
}
