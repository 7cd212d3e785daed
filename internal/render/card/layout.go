package card

import (
	"image/color"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// The measures of a card in pixels, see [render.SocialSize]: its margin on each side,
// and the width between.
const (
	margin = 48
	inner  = 1200 - 2*margin
)

// The colours of a card. Ink and quiet are dark enough on paper to be read at any
// size; nothing is told by colour alone.
var (
	paper = color.RGBA{0xfc, 0xfb, 0xf8, 0xff}
	ink   = color.RGBA{0x1d, 0x1b, 0x18, 0xff}
	quiet = color.RGBA{0x5d, 0x58, 0x50, 0xff}
	rule  = color.RGBA{0xdc, 0xd6, 0xca, 0xff}
	warn  = color.RGBA{0x6b, 0x42, 0x00, 0xff}
)

// kindColours are those of the bars and of the line above each figure, whose word
// stands below it. They are far enough from each other in lightness to be told apart
// in grey.
var kindColours = map[compare.Kind]color.RGBA{
	compare.Unchanged: {0xb9, 0xb2, 0xa4, 0xff},
	compare.Amended:   {0xc9, 0x8a, 0x1b, 0xff},
	compare.Split:     {0x7b, 0x5c, 0xa8, 0xff},
	compare.Merged:    {0x58, 0x36, 0x8a, 0xff},
	compare.Removed:   {0x8c, 0x23, 0x17, 0xff},
	compare.New:       {0x0a, 0x4a, 0x6e, 0xff},
}

// box is a filled rectangle.
type box struct {
	x, y, width, height int
	fill                color.RGBA
}

// line is a line of text; y is its base line.
type line struct {
	x, y, size int
	bold       bool
	fill       color.RGBA
	text       string
}

// layout is a card, filled from its top: y is how far, in pixels. Boxes are drawn
// before lines.
type layout struct {
	phrase.Phrases
	fonts *fonts
	boxes []box
	lines []line
	y     int
}

// newLayout lays a report out. Of several parts the first that both texts have is
// shown with its figures; sources take what room is left above the foot, and are cut
// where that is too little.
func newLayout(r *report.Report, o render.Options) (*layout, error) {
	fonts, err := openFonts()
	if err != nil {
		return nil, err
	}
	l := &layout{Phrases: o.Phrases(), fonts: fonts, y: margin}
	l.paragraph(l.Say("What changed: {0}", r.Old.Label+" → "+r.New.Label), 24, true, quiet, 1)
	l.paragraph(phrase.DocTitle(r), 36, true, ink, 2)
	l.banner(l.NoticesInShort(r))
	l.y += 14
	for _, a := range r.Accounting.Parts {
		if a.Old != nil && a.New != nil {
			l.account(a)
			break // the main part; the sizes below name the others
		}
	}
	l.paragraph(l.WordSentence(r.Accounting.Words), 19, false, ink, 2)
	foot := []string{l.foot(&r.Old), l.foot(&r.New)}
	end := render.SocialSize.Height - margin - len(foot)*22
	if room := (end - l.y - 4) / 25; len(r.Sources) > 0 && room > 0 {
		l.y += 4
		l.paragraph(l.sources(r), 19, false, ink, room)
	}
	l.y = end
	l.boxes = append(l.boxes, box{margin, l.y, inner, 1, rule})
	l.y += 6
	for _, s := range foot {
		l.paragraph(s, 16, false, quiet, 1)
	}
	return l, nil
}

// foot names a text with its size.
func (l *layout) foot(s *report.Side) string { return l.SideInShort(s) + ": " + l.Size(s) }

// sources name the sources listed, each with its day, and what became of the provisions
// that they speak of.
func (l *layout) sources(r *report.Report) string {
	var names []string
	for _, v := range r.Sources {
		names = append(names, v.Source.Publisher+", "+l.Date(v.Source.Date))
	}
	out := l.Sentence(l.Say("Sources") + ": " + strings.Join(names, "; "))
	if s := l.TreatmentSentence(r); s != "" {
		out += " " + s
	}
	return out
}

// banner says what standing the texts and the card have, in a frame, in at most two
// lines; nothing where all is in force.
func (l *layout) banner(said string) {
	if said == "" {
		return
	}
	l.y += 6
	top := l.y
	l.y += 4
	const inset = 14
	for _, s := range l.fonts.wrap(said, 22, true, inner-2*inset, 2) {
		l.y += 29
		l.lines = append(l.lines, line{margin + inset, l.y - 7, 22, true, warn, s})
	}
	l.y += 4
	l.boxes = append(l.boxes, box{margin, top, 6, l.y - top, warn}, box{margin, top, inner, 2, warn}, box{margin, l.y - 2, inner, 2, warn})
}

// account shows how many clauses there were and are, what became of them, and both sides
// as bars of the same length.
func (l *layout) account(a report.PartAccount) {
	if a.OldTotal+a.NewTotal == 0 {
		return
	}
	l.paragraph(l.ClausesThenAndNow(a), 26, true, ink, 1)
	l.y += 12
	wide := inner / len(a.Fates)
	for i, f := range a.Fates {
		x := margin + i*wide
		l.boxes = append(l.boxes, box{x, l.y, wide - 16, 5, kindColours[f.Kind]})
		l.lines = append(l.lines,
			line{x, l.y + 56, 46, true, ink, l.figure(f)},
			line{x, l.y + 82, 20, false, ink, l.fonts.cut(l.Word(string(f.Kind)), 20, false, wide-16)})
	}
	l.y += 100
	for _, old := range []bool{true, false} {
		l.bar(a, old)
	}
	l.y += 8
}

// figure is how many clauses had a fate: "1 → 2" where they are others now than then,
// as after a split.
func (l *layout) figure(f report.FateCount) string {
	switch {
	case f.Kind == compare.New:
		return l.Number(f.New)
	case f.Kind == compare.Removed || f.Old == f.New:
		return l.Number(f.Old)
	}
	return l.Number(f.Old) + " → " + l.Number(f.New)
}

// bar draws the clauses of one side, each fate as long as it has clauses, on a scale
// that both sides share.
func (l *layout) bar(a report.PartAccount, old bool) {
	total := max(a.OldTotal, a.NewTotal)
	done := 0
	for _, f := range a.Fates {
		n := f.New
		if old {
			n = f.Old
		}
		from, to := margin+done*inner/total, margin+(done+n)*inner/total
		if n > 0 {
			l.boxes = append(l.boxes, box{from, l.y, to - from - 1, 12, kindColours[f.Kind]})
		}
		done += n
	}
	l.y += 16
}

// paragraph sets a text in at most so many lines, each a third higher than its size.
// Control characters are made visible.
func (l *layout) paragraph(text string, size int, bold bool, fill color.RGBA, most int) {
	for _, s := range l.fonts.wrap(plain.Visible(text), size, bold, inner, most) {
		l.y += size * 4 / 3
		l.lines = append(l.lines, line{margin, l.y - size/3, size, bold, fill, s})
	}
}
