package pdf

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/dejavu/dejavusanscondensed"
	"github.com/go-fonts/dejavu/dejavusanscondensedbold"
	"github.com/go-fonts/dejavu/dejavusanscondensedboldoblique"
	"github.com/go-fonts/dejavu/dejavusanscondensedoblique"
)

// The measures of a page in millimetres. oldestStamp is the day of a file whose texts
// have none: today's would make other bytes each day.
const (
	margin      = 14.0
	bottom      = 14.0
	family      = "DejaVu"
	bannerSize  = 8.0
	footerSize  = 7.5
	lineBelow   = 0.35 // of an underline, in parts of the size in millimetres
	oldestStamp = "2000-01-01"
)

// paper is a PDF file that is being written, from the top of one page to the foot of
// the next. It is made by [newPaper], must have a page begun before anything is
// written, and ends with [paper.output].
type paper struct {
	f            *fpdf.Fpdf
	wide, height float64 // of what can be written on, in millimetres
	y            float64 // how far the page is filled, from its top edge
	banner, name string
	head         func() // draws what stands at the top of each page
	widths       map[widthKey]float64
	font         string // the face and size that are set
	size         float64
	tags         *structure
	in           *element // whose content is being written
}

// widthKey names a text in a face: widths are kept at one size and grow with it.
type widthKey struct {
	font, text string
}

// about is what a file says of itself.
type about struct {
	title, language, banner string
	date                    string // ISO; a fixed one in place of none
}

// newPaper is an empty A4 document, across or upright, with its fonts and what it is
// about. The catalogue of fpdf is sorted, without which the same file would have
// other bytes each time.
func newPaper(across bool, a about) *paper {
	orientation := "P"
	if across {
		orientation = "L"
	}
	f := fpdf.New(orientation, "mm", "A4", "")
	f.SetCompression(true)
	f.SetCatalogSort(true)
	f.SetMargins(margin, margin, margin)
	f.SetAutoPageBreak(false, 0)
	f.AddUTF8FontFromBytes(family, "", dejavusanscondensed.TTF)
	f.AddUTF8FontFromBytes(family, "B", dejavusanscondensedbold.TTF)
	f.AddUTF8FontFromBytes(family, "I", dejavusanscondensedoblique.TTF)
	f.AddUTF8FontFromBytes(family, "BI", dejavusanscondensedboldoblique.TTF)
	date, err := time.Parse(time.DateOnly, a.date)
	if err != nil {
		date, _ = time.Parse(time.DateOnly, oldestStamp)
	}
	f.SetCreationDate(date)
	f.SetModificationDate(date)
	f.SetProducer("conceptdiff", true)
	f.SetTitle(clean(a.title), true)
	f.SetLang(a.language)
	w, h := f.GetPageSize()
	tags := newStructure()
	return &paper{
		f: f, wide: w - 2*margin, height: h - margin - bottom,
		banner: clean(a.banner), name: clean(a.title), widths: map[widthKey]float64{}, tags: tags, in: tags.root,
	}
}

// within writes what f writes as content of a new element of that kind. Elements that
// f begins are below it.
func (p *paper) within(kind string, f func()) {
	outer := p.in
	p.in = outer.add(kind)
	f()
	p.in = outer
}

// artefact draws what is no part of the text: rules, frames, what stands on every
// page. ISO 32000 (14.8.2.2) calls this an artifact: what is read aloud passes over
// it.
func (p *paper) artefact(f func()) {
	p.f.RawWriteStr("/Artifact BMC")
	f()
	p.f.RawWriteStr("EMC")
}

// textWidth is the width of a text at 10 points, in millimetres. Widths are kept: the
// same words come again and again.
func (p *paper) textWidth(text, font string) float64 {
	k := widthKey{font, text}
	if w, known := p.widths[k]; known {
		return w
	}
	p.set(font, 10)
	w := p.f.GetStringWidth(text)
	p.widths[k] = w
	return w
}

// width implements measurer: widths grow with the size.
func (p *paper) width(text, font string, size float64) float64 {
	return p.textWidth(text, font) * size / 10
}

// set sets the face and size, unless they are set.
func (p *paper) set(font string, size float64) {
	if font == p.font && size == p.size {
		return
	}
	p.f.SetFont(family, font, size)
	p.font, p.size = font, size
}

// page begins a page. The banner stands 5 millimetres above the text, the head of a
// table at its top.
func (p *paper) page() {
	p.f.AddPage()
	p.y = margin
	if p.banner != "" {
		p.set("B", bannerSize)
		w := p.f.GetStringWidth(p.banner)
		p.color(color{})
		p.artefact(func() { p.f.Text(margin+(p.wide-w)/2, margin-5, p.banner) })
	}
	if p.head != nil {
		p.head()
	}
}

// room is how much of the page is left.
func (p *paper) room() float64 { return margin + p.height - p.y }

// color sets the colour of what is written next.
func (p *paper) color(c color) { p.f.SetTextColor(c.r, c.g, c.b) }

// draw writes a line whose column begins at x and whose top is at y. A fragment's
// place is where it was first drawn: of a line that comes again, the first.
func (p *paper) draw(l *line, x, y float64) {
	for _, fragment := range l.at {
		if _, known := p.tags.places[fragment]; !known {
			p.tags.places[fragment] = place{p.f.PageNo(), p.above(y)}
		}
	}
	x += l.x
	for _, s := range joined(l.pieces) {
		if strings.TrimSpace(s.text) != "" || s.strike || s.underline {
			p.piece(l, s, x, y)
		}
		x += s.width
	}
}

// piece draws a piece of a line, as content of its element. What is below its
// paragraph's element is attached here, at the place in the order of reading at which
// it is drawn first; a piece of no element is an artefact. 0.76 of a line's height is
// above its base line; lines are drawn by shares of the size, a point being 0.3528
// millimetres.
func (p *paper) piece(l *line, s piece, x, y float64) {
	about := l.about
	if s.about != nil && about != nil {
		if s.about.parent == nil {
			about.attach(s.about)
		}
		about = s.about
	}
	if about == nil {
		p.f.RawWriteStr("/Artifact BMC")
	} else {
		p.f.RawWriteStr(p.tags.mark(about, p.f.PageNo()))
	}
	base := y + l.height*0.76
	p.set(s.font(), l.size)
	p.color(s.color)
	p.f.Text(x, base, s.text)
	if s.strike || s.underline {
		thick := l.size * 0.3528 * 0.06
		p.f.SetDrawColor(s.color.r, s.color.g, s.color.b)
		p.f.SetLineWidth(thick)
		at := base + l.size*0.3528*0.16
		if s.strike {
			at = base - l.size*0.3528*0.26
		}
		p.f.Line(x, at, x+s.width, at)
		if s.double {
			p.f.Line(x, at+2.2*thick, x+s.width, at+2.2*thick)
		}
	}
	p.f.RawWriteStr("EMC")
	if s.to != "" && about != nil {
		const points = 72 / 25.4 // a millimetre
		to := link{page: p.f.PageNo(), x: x * points, y: p.above(y + l.height), w: s.width * points, h: l.height * points, said: strings.TrimSpace(s.text)}
		if strings.Contains(s.to, "://") {
			to.url = s.to
		} else {
			to.fragment = s.to
		}
		p.tags.lead(to, about)
	}
}

// above is a height on the page as PDF measures it: in points, from below.
func (p *paper) above(y float64) float64 { return (p.height + margin + bottom - y) * 72 / 25.4 }

// write sets paragraphs from where the page is filled, over as many pages as they
// take. A heading stands on one page with the line after it, and so does the first
// line of a paragraph with its second.
func (p *paper) write(paras []para, x, width float64) {
	for i := range paras {
		if paras[i].about == nil {
			paras[i].about = p.in.add("P")
		}
	}
	lines, height := layout(p, paras, width)
	top := 0.0 // what of the lines' height stands on earlier pages
	for i := range lines {
		l := &lines[i]
		need := l.y - top + l.height
		if l.keep && i+1 < len(lines) {
			need = lines[i+1].y - top + lines[i+1].height
		}
		if need > p.room() && l.y-top+p.y > margin {
			p.page()
			top = l.y
		}
		p.draw(l, x, p.y+l.y-top)
	}
	p.y += height - top
}

// bookmark enters a heading into the outline that viewers show. Levels count from 0.
func (p *paper) bookmark(text string, level int) {
	p.f.Bookmark(clean(text), level, p.y)
}

// output writes the file, with the number of each page and of all, which is known
// only now. Nothing can be written afterwards.
func (p *paper) output(w io.Writer) error {
	all := p.f.PageCount()
	for n := 1; n <= all; n++ {
		p.f.SetPage(n)
		// What was set is that of the last page, and fpdf sets nothing twice.
		p.f.SetFont(family, "", footerSize+1)
		p.font = "-"
		p.set("", footerSize)
		p.color(quietColor)
		count := strconv.Itoa(n) + " / " + strconv.Itoa(all)
		at := margin + p.height + bottom - 6
		p.artefact(func() {
			p.f.Text(margin+p.wide-p.f.GetStringWidth(count), at, count)
			p.f.Text(margin, at, p.shortName())
		})
	}
	p.f.SetPage(all)
	var file bytes.Buffer
	if err := p.f.Output(&file); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	out, err := tagged(file.Bytes(), p.tags, all)
	if err != nil {
		return err
	}
	_, err = w.Write(out)
	return err
}

// shortName is the title, cut to what a footer holds. It has half as many letters as the
// line has millimetres, which leaves room for the number.
func (p *paper) shortName() string {
	runes := []rune(p.name)
	if most := int(p.wide / 2); len(runes) > most {
		return string(runes[:most]) + " …"
	}
	return p.name
}
