package svg

import (
	"html/template"
	"math"

	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// The measures of the heat map, in units of a frame of 1000 by 100: it is stretched
// to the width of the page, so they are parts of it and nothing that must keep its
// form stands in it. Two rows of 46 stand 2 from the axis on either side. 160 cells
// on 1000 pixels are six pixels each.
const (
	heatWidth  = 1000.0
	heatHeight = 46.0 // of one side
	heatAxis   = 50.0
	heatCells  = 160 // a side at most
)

// heatMap writes both texts as two rows of cells on one scale, as wide as their
// words: from the axis up what went from the old text, down what came into the new
// one. The contents of the page say the same in words. For readers of the screen it
// is hidden.
func (s *svg) heatMap(r *report.Report) {
	old, now := r.Heat(heatCells)
	s.WriteString(`<svg class="heatmap" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">` + "\n")
	scale := heatWidth / float64(max(r.Old.Words, r.New.Words, 1))
	s.heatRow(old, scale, true)
	s.heatRow(now, scale, false)
	s.WriteString("</svg>\n")
}

// heatRow draws the cells of one text, up from the axis or down. Gone words are drawn
// next to the axis and moved ones beyond them, the height telling the share of a cell's
// words. All of a kind are one path, which keeps the page small. Cells are parted by 0.7
// units, or 40 % of a narrow one.
func (s *svg) heatRow(cells report.Heat, scale float64, up bool) {
	top := heatAxis - 2 - heatHeight
	gone, class := &svg{}, "h-gone"
	if !up {
		top, class = heatAxis+2, "h-came"
	}
	moved := &svg{}
	x := 0.0
	for _, c := range cells {
		w := float64(c.Words) * scale
		inner := max(w-0.7, w*0.6)
		if change := c.Clauses[0].Change; s.links {
			s.WriteString(`<a href="#` + plain.Anchor("", change.ID) + `" tabindex="-1">`)
		}
		s.rect("h-cell", x, top, inner, heatHeight)
		s.title("rect", s.heatPhrase(c))
		if s.links {
			s.WriteString("</a>")
		}
		g := heatHeight * float64(c.Gone) / float64(max(c.Words, 1))
		m := heatHeight * float64(c.Moved) / float64(max(c.Words, 1))
		if up {
			gone.block(x, top+heatHeight-g, inner, g)
			moved.block(x, top+heatHeight-g-m, inner, m)
		} else {
			gone.block(x, top, inner, g)
			moved.block(x, top+g, inner, m)
		}
		x += w
	}
	s.WriteString(`<path class="` + class + `" d="` + gone.String() + `"></path><path class="h-moved" d="` + moved.String() + `"></path>` + "\n")
}

// block adds a rectangle to a path, relative to its corner; one without height is
// left out.
func (s *svg) block(x, y, w, h float64) {
	if h <= 0 {
		return
	}
	s.WriteByte('M')
	s.num(x)
	s.WriteByte(' ')
	s.num(y)
	s.WriteByte('h')
	s.num(w)
	s.WriteByte('v')
	s.num(h)
	s.WriteByte('h')
	s.num(-w)
	s.WriteByte('z')
}

// heatPhrase says which clauses a cell stands for and how much of them changed.
func (p phrases) heatPhrase(c report.HeatCell) string {
	first, last := c.Clauses[0], c.Clauses[len(c.Clauses)-1]
	name := p.Label(first)
	switch {
	case first != last:
		name += " – " + p.Label(last)
	case first.Title != name:
		name += " " + first.Title
	}
	return p.Say("{0}: {1} % of its words changed", name, int(100*c.Changed()+0.5))
}

// tick is a section under the heat map, as wide as its words.
type tick struct {
	Label       string
	From, Share float64 // of the width, in percent
	To          string  // where it leads
}

// TicksOf names the sections of one side of the heat map ("old" or "new"), from left
// to right. Shares are of the longer text's words, as in the map, so on the shorter
// side they sum to less than 100.
func TicksOf(said phrase.Phrases, r *report.Report, side string) []tick {
	p := phrases{said}
	flow := r.Flow(mostSections)
	sections := flow.Old
	if side == "new" {
		sections = flow.New
	}
	whole := float64(max(r.Old.Words, r.New.Words, 1))
	percent := func(words int) float64 { return math.Round(10000*float64(words)/whole) / 100 }
	var out []tick
	before := 0
	for _, s := range sections {
		name := p.Label(s.First)
		if s.Through != nil {
			name += " –"
		}
		out = append(out, tick{name, percent(before), percent(s.Words), plain.Anchor("", s.First.Change.ID)})
		before += s.Words
	}
	return out
}

// HeatHTML is the heat map for a page that shows every change: each cell leads to its
// first change there. What it holds is escaped.
func HeatHTML(said phrase.Phrases, r *report.Report) template.HTML {
	s := &svg{phrases: phrases{said}, links: true}
	s.heatMap(r)
	return template.HTML(s.String()) //nolint:gosec // escaped by svg
}

// FlowHTML draws the flow twice, for a wide and for a narrow page; the style shows
// one. What it holds is escaped. Wide is drawn 1000 pixels by 520 and what the legend
// takes, narrow 390 by 560: a phone's.
func FlowHTML(in phrase.Phrases, r *report.Report) template.HTML {
	p := phrases{in}
	said := p.Say("What went where: {0}", r.Old.Label+" → "+r.New.Label)
	s := &svg{phrases: p, links: true}
	for _, x := range []struct {
		class         string
		width, bottom float64
	}{{"flow wide", 1000, 520}, {"flow narrow", 390, 560}} {
		legend := &svg{phrases: p}
		height := x.bottom + 18 + legend.legend(r, 0, x.bottom+18, x.width)
		s.open(x.class, x.width, height, said)
		s.columnHeads(r, x.width, 14)
		s.flow(newFlowPicture(r, p, x.width, x.bottom, 26, x.bottom))
		s.WriteString(legend.String())
		s.WriteString("</svg>\n")
	}
	return template.HTML(s.String()) //nolint:gosec // escaped by svg
}
