package svg

import (
	"cmp"
	"slices"

	"conceptdiff/internal/report"
)

// flowPicture is what went where, laid out: the sections of the old text in a column
// on the left, those of the new one on the right, and between them the streams of
// words, all on one scale (an alluvial diagram). Units are pixels. It is made by
// [newFlowPicture] and drawn by [svg.flow]; nothing changes it in between.
type flowPicture struct {
	width, height float64
	narrow        bool // for a phone: short labels in several lines
	top, bottom   float64
	old, now      []*node
	ribbons       []ribbon
}

// node is a section as a bar, cut into what became of its words. x and y are its
// upper left corner.
type node struct {
	section *report.Section
	x, y, h float64
	ends    []stub // words that went nowhere, or came from nowhere
	label   []string
	labelY  float64 // of the first line's middle
}

// stub is a piece of a bar from which no ribbon leads on. words is what it stands
// for; h may be more than those come to, as nothing is drawn thinner than can be
// seen.
type stub struct {
	kind  report.StreamKind
	words int
	y, h  float64
}

// ribbon is a stream between two bars. oldY and nowY are the upper ends at both bars.
type ribbon struct {
	stream     report.Stream
	oldY, nowY float64
	h          float64
}

// The measures of a picture, in pixels before it is drawn larger. Labels are set in
// letters of 13, whose lines take 15. Below 600 pixels of width, a phone's, labels
// are broken into more lines and headings are smaller.
const (
	barWidth    = 14.0
	nodeGap     = 7.0
	thinnest    = 0.8 // of a ribbon or bar
	labelLine   = 15.0
	labelSize   = 13.0
	narrowBelow = 600 // pixels of width
)

// mostSections is how many sections a picture shows on a side: what can be told
// apart.
const mostSections = 14

// newFlowPicture lays out the flow of a report in a frame. One scale holds for both
// columns, the smaller of what each would allow, so that a ribbon is as wide at both
// ends and the longer text is seen to be longer.
func newFlowPicture(r *report.Report, p phrases, width, height, top, bottom float64) *flowPicture {
	pic := &flowPicture{width: width, height: height, narrow: width < narrowBelow, top: top, bottom: bottom}
	flow := r.Flow(mostSections)
	oldX, nowX := pic.columns()
	pic.old, pic.now = nodes(flow.Old, oldX), nodes(flow.New, nowX)
	scale := min(pic.scale(pic.old), pic.scale(pic.now))
	pic.stack(pic.old, scale)
	pic.stack(pic.now, scale)
	pic.connect(flow.Streams, scale)
	for _, side := range [][]*node{pic.old, pic.now} {
		pic.placeLabels(side, p)
	}
	return pic
}

// columns are where the two columns of bars begin. 29 % of the width is left for
// labels on either side.
func (pic *flowPicture) columns() (old, now float64) {
	room := 0.29 * pic.width
	return room, pic.width - room - barWidth
}

func nodes(sections []*report.Section, x float64) []*node {
	out := make([]*node, len(sections))
	for i, s := range sections {
		out[i] = &node{section: s, x: x}
	}
	return out
}

// scale is how many pixels a word can take in a column, between its top and bottom
// and without the gaps. A column without words allows one pixel.
func (pic *flowPicture) scale(side []*node) float64 {
	words := 0
	for _, n := range side {
		words += n.section.Words
	}
	if words == 0 {
		return 1
	}
	return (pic.bottom - pic.top - nodeGap*float64(len(side)-1)) / float64(words)
}

// stack sets the bars of a column one below the other. A section too short to be seen
// is drawn as a thin line, and the column then is longer than its frame by as much.
func (pic *flowPicture) stack(side []*node, scale float64) {
	y := pic.top
	for _, n := range side {
		n.y, n.h = y, max(float64(n.section.Words)*scale, thinnest)
		y += n.h + nodeGap
	}
}

// connect places the streams: at each bar in the order of their other ends, so that
// as few cross as can be, and what has no other end last. Every end takes its words'
// height, in sum that of the bar; a ribbon is drawn wider where it would be too thin,
// and then lies a little over its neighbour.
func (pic *flowPicture) connect(streams []report.Stream, scale float64) {
	oldAt, nowAt := places(pic.old), places(pic.now)
	pic.ribbons = make([]ribbon, 0, len(streams))
	for _, s := range streams {
		if s.Old != nil && s.New != nil {
			pic.ribbons = append(pic.ribbons, ribbon{stream: s, h: max(float64(s.Words)*scale, thinnest)})
		}
	}
	used := make(map[*node]float64)
	take := func(n *node, words int) float64 {
		y := n.y + used[n]
		used[n] += float64(words) * scale
		return y
	}
	order := func(first, then map[*report.Section]int, a, b *report.Stream) int {
		return cmp.Or(first[a.Old]-first[b.Old], then[a.New]-then[b.New])
	}
	slices.SortStableFunc(pic.ribbons, func(a, b ribbon) int { return order(oldAt, nowAt, &a.stream, &b.stream) })
	for i := range pic.ribbons {
		r := &pic.ribbons[i]
		r.oldY = take(pic.old[oldAt[r.stream.Old]], r.stream.Words)
	}
	slices.SortStableFunc(pic.ribbons, func(a, b ribbon) int {
		return cmp.Or(nowAt[a.stream.New]-nowAt[b.stream.New], oldAt[a.stream.Old]-oldAt[b.stream.Old])
	})
	for i := range pic.ribbons {
		r := &pic.ribbons[i]
		r.nowY = take(pic.now[nowAt[r.stream.New]], r.stream.Words)
	}
	for _, s := range streams {
		var n *node
		switch {
		case s.New == nil:
			n = pic.old[oldAt[s.Old]]
		case s.Old == nil:
			n = pic.now[nowAt[s.New]]
		default:
			continue
		}
		n.ends = append(n.ends, stub{s.Kind, s.Words, take(n, s.Words), max(float64(s.Words)*scale, thinnest)})
	}
	// What is kept in place is drawn first, under the others.
	slices.SortStableFunc(pic.ribbons, func(a, b ribbon) int { return weight(a.stream.Kind) - weight(b.stream.Kind) })
}

// weight orders the drawing: what is drawn later covers what was drawn before.
func weight(k report.StreamKind) int {
	if k == report.StreamKept {
		return 0
	}
	return 1
}

// places are the sections' places in their column.
func places(side []*node) map[*report.Section]int {
	at := make(map[*report.Section]int, len(side))
	for i, n := range side {
		at[n.section] = i
	}
	return at
}

// placeLabels sets the labels beside their bars, as many lines as there is room for,
// pushed down where they would overlap. A label is in the middle of its bar while it
// can be, and has two lines at most, four on a phone, whose columns are narrow. A
// second pass from below pushes up what the first pushed beyond the end.
func (pic *flowPicture) placeLabels(side []*node, p phrases) {
	room := 0.29*pic.width - 12
	lines := 2
	if pic.narrow {
		lines = 4
	}
	free := pic.top - labelLine/2
	for i, n := range side {
		below := pic.height
		if i+1 < len(side) {
			below = side[i+1].y
		}
		fits := int((max(n.y+n.h, below) - n.y) / labelLine)
		n.label = breakLines(p.sectionName(n.section), room, labelSize, min(max(fits, 1), lines))
		height := labelLine * float64(len(n.label))
		n.labelY = max(n.y+(n.h-height)/2, free) + labelLine/2
		free = n.labelY - labelLine/2 + height
	}
	// What was pushed out at the bottom goes back up.
	limit := pic.bottom + labelLine
	for _, n := range slices.Backward(side) {
		height := labelLine * float64(len(n.label))
		if end := n.labelY - labelLine/2 + height; end > limit {
			n.labelY -= end - limit
		}
		limit = min(limit, n.labelY-labelLine/2)
	}
}

// sectionName is what a section is called in a picture: "4. Main directions". A
// section that is a whole part bears the part's name; neighbours that were joined the
// first label and the last («4 – 7»).
func (p phrases) sectionName(s *report.Section) string {
	switch {
	case len(s.Clauses) > 1 && len(s.Clauses) == len(s.Part.Clauses):
		return s.Part.Name
	case s.Through != nil:
		return p.Label(s.First) + " – " + p.Label(s.Through)
	case s.First.Front || p.Label(s.First) == s.First.Title:
		return p.Label(s.First)
	}
	return p.Label(s.First) + " " + s.First.Title
}
