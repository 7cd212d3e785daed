package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// run is a stretch of characters on one line that nothing interrupts: no gap
// wider than a column's gutter, no jump.
type run struct {
	chars []char
	line  Line
}

// Distances in ems, the size of the type.
const (
	gutter      = 1.8  // wider gaps part columns, cells, a number from its text
	wordGap     = 0.2  // wider gaps are spaces
	inferredGap = 0.1  // so are these where PDFium infers one
	raise       = 0.12 // characters that stand higher by this are raised …
	highest     = 0.75 // … but not by more than this, which is another line
	smallMark   = 0.85 // of the line's size; raised characters are smaller
	overlap     = 0.5  // of a line's size: two lines that share it stand side by side
	farDown     = 6    // a jump down by more starts a new strand: a footer drawn after the header
)

// compose makes the lines of a page.
func (p *Page) compose(chars []char, shapes []shape, box box) {
	angle := mainAngle(chars)
	upright := make([]char, 0, len(chars))
	var sideways strings.Builder
	for _, c := range chars {
		switch {
		case c.generated:
			upright = append(upright, c)
		case c.angle == angle:
			c.turn(angle, box)
			upright = append(upright, c)
		default:
			sideways.WriteRune(c.r)
		}
	}
	p.Sideways = strings.TrimSpace(sideways.String())
	p.Width, p.Height = box.width(), box.height()
	if angle%2 == 1 {
		p.Width, p.Height = p.Height, p.Width
	}
	for i := range shapes {
		shapes[i].turn(angle, box)
	}
	p.Lines = order(cutRuns(upright))
	addBullets(p.Lines, shapes)
}

// mainAngle is the direction in which most characters are written.
func mainAngle(chars []char) int8 {
	var count [4]int
	for _, c := range chars {
		if !c.generated {
			count[c.angle&3]++
		}
	}
	best := 0
	for a, n := range count {
		if n > count[best] {
			best = a
		}
	}
	return int8(best)
}

// cutRuns cuts the characters, in the order in which the file draws them, into
// runs.
func cutRuns(chars []char) []run {
	var runs []run
	var cur []char
	flush := func() {
		if r, ok := newRun(cur); ok {
			runs = append(runs, r)
		}
		cur = nil
	}
	space, inferred := false, false // before the character at hand
	var last *char
	for i := range chars {
		c := &chars[i]
		if c.generated || unicode.IsSpace(c.r) && c.r != '\u00a0' {
			space, inferred = space || !c.generated, inferred || c.generated
			continue
		}
		if unicode.IsControl(c.r) || c.r == 0xfffe || c.r == 0xffff || c.r == 0xfeff {
			continue
		}
		if last != nil {
			em := max(last.size, c.size, 1)
			gap := c.left - last.right
			up := math.Abs(c.y - last.y)
			same := up < em*raise || up < em*highest && last.size != c.size && math.Min(last.size, c.size) < smallMark*em
			switch {
			case !same || gap > gutter*em || gap < -em && c.left < last.left-em:
				flush()
			case gap > wordGap*em || space && gap > -wordGap*em || inferred && gap > inferredGap*em:
				cur = append(cur, char{r: ' ', x: last.right, y: last.y, left: last.right, right: c.left, size: last.size, bold: last.bold})
			}
		}
		space, inferred = false, false
		cur = append(cur, *c)
		last = c
	}
	flush()
	return runs
}

// newRun measures a run and writes its text.
func newRun(chars []char) (run, bool) {
	if len(chars) == 0 {
		return run{}, false
	}
	r := run{chars: chars}
	r.measure()
	return r, true
}

func (r *run) measure() {
	l := &r.line
	l.Size, l.Base = mainSize(r.chars)
	l.Left, l.Right = math.Inf(1), math.Inf(-1)
	l.Bold = true
	l.Marks = nil
	var text strings.Builder
	mark := -1
	for i := range r.chars {
		c := &r.chars[i]
		raised := c.r != ' ' && c.size < smallMark*l.Size && l.Base-c.y > raise*c.size
		if raised && mark < 0 {
			mark = text.Len()
		} else if !raised && mark >= 0 {
			l.Marks = append(l.Marks, Mark{mark, text.Len()})
			mark = -1
		}
		writeRune(&text, c.r)
		if c.r != ' ' {
			l.Left, l.Right = min(l.Left, c.left), max(l.Right, c.right)
			l.Bold = l.Bold && (c.bold || raised)
		}
	}
	if mark >= 0 {
		l.Marks = append(l.Marks, Mark{mark, text.Len()})
	}
	l.Text = text.String()
	l.FirstWord = firstWord(r.chars)
}

func firstWord(chars []char) float64 {
	for i, c := range chars {
		if c.r == ' ' && i > 0 {
			return chars[i-1].right - chars[0].left
		}
		if (c.r == '-' || c.r == '\u2010') && i > 0 {
			return c.right - chars[0].left
		}
	}
	return chars[len(chars)-1].right - chars[0].left
}

// mainSize is the size and base line of most of a run's characters.
func mainSize(chars []char) (size, base float64) {
	best := 0
	for i := 0; i < len(chars); {
		n, weight := 0, 0
		for i+n < len(chars) && chars[i+n].size == chars[i].size && chars[i+n].y == chars[i].y {
			if chars[i+n].r != ' ' {
				weight++
			}
			n++
		}
		if weight > best || weight == best && chars[i].size > size {
			best, size, base = weight, chars[i].size, chars[i].y
		}
		i += n
	}
	return size, base
}

// ligatures that fonts draw as one character.
var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"}

func writeRune(b *strings.Builder, r rune) {
	if s, ok := ligatures[r]; ok {
		b.WriteString(s)
		return
	}
	b.WriteRune(r)
}

// order puts runs into reading order and joins those of one line.
//
// The file's own order is trusted as long as it goes down the page. A jump up,
// or far down, starts a new strand. Strands that stand above one another are read from the
// top; strands side by side are columns or cells, and keep the file's order;
// strands that run through each other (words drawn after the line they stand
// in) are taken apart and read by lines.
func order(runs []run) []Line {
	strands, columns := cutStrands(runs), 0
	slices.SortStableFunc(strands, func(a, b strand) int { return compareFloats(a.top, b.top) })
	var out []Line
	for i := 0; i < len(strands); {
		group := []strand{strands[i]}
		bottom := strands[i].bottom
		for i++; i < len(strands) && strands[i].top < bottom; i++ {
			group = append(group, strands[i])
			bottom = max(bottom, strands[i].bottom)
		}
		out = append(out, readGroup(group, &columns)...)
	}
	return out
}

// strand is runs that the file draws going down the page.
type strand struct {
	first       int // place in the file's order
	runs        []run
	top, bottom float64
}

func cutStrands(runs []run) []strand {
	var out []strand
	for i := range runs {
		l := &runs[i].line
		prevBase := runs[max(i-1, 0)].line.Base
		top, bottom := l.Base-overlap*l.Size, l.Base
		if down := l.Base - prevBase; i > 0 && down > -overlap*l.Size && down < farDown*l.Size {
			s := &out[len(out)-1]
			s.runs = append(s.runs, runs[i])
			s.top, s.bottom = min(s.top, top), max(s.bottom, bottom)
			continue
		}
		out = append(out, strand{i, []run{runs[i]}, top, bottom})
	}
	return out
}

// readGroup reads strands that stand at the same height. It numbers their
// columns on from those before.
func readGroup(group []strand, columns *int) []Line {
	if len(group) == 1 {
		return joinRows(group[0].runs, 0)
	}
	slices.SortFunc(group, func(a, b strand) int { return a.first - b.first })
	if crossing(group) {
		var all []run
		for _, s := range group {
			all = append(all, s.runs...)
		}
		return joinRows(sortRows(all), 0)
	}
	var out []Line
	for _, s := range group {
		*columns++
		out = append(out, joinRows(s.runs, *columns)...)
	}
	return out
}

// crossing reports whether the strands of a group run through each other rather
// than standing side by side. A group with more strands than a page has cells is
// drawn in no order at all.
func crossing(group []strand) bool {
	const most = 400
	if len(group) > most {
		return true
	}
	for i := range group {
		for j := range i {
			if crosses(&group[j], &group[i]) {
				return true
			}
		}
	}
	return false
}

// crosses reports whether two strands overlap in width where they stand at the
// same height.
func crosses(a, b *strand) bool {
	top, bottom := max(a.top, b.top), min(a.bottom, b.bottom)
	if top >= bottom {
		return false
	}
	aLeft, aRight := a.extent(top, bottom)
	bLeft, bRight := b.extent(top, bottom)
	return aLeft < bRight && bLeft < aRight
}

func (s *strand) extent(top, bottom float64) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for i := range s.runs {
		if l := &s.runs[i].line; l.Base > top && l.Base-overlap*l.Size < bottom {
			left, right = min(left, l.Left), max(right, l.Right)
		}
	}
	return left, right
}

// sortRows sorts runs by line and, within one, from left to right.
func sortRows(runs []run) []run {
	slices.SortStableFunc(runs, func(a, b run) int { return compareFloats(a.line.Base, b.line.Base) })
	for i := 0; i < len(runs); {
		n := 1
		for i+n < len(runs) && runs[i+n].line.Base-runs[i].line.Base < overlap*runs[i].line.Size {
			n++
		}
		slices.SortStableFunc(runs[i:i+n], func(a, b run) int { return compareFloats(a.line.Left, b.line.Left) })
		i += n
	}
	return runs
}

// joinRows joins the runs that stand on one line.
func joinRows(runs []run, column int) []Line {
	var out []Line
	for i := 0; i < len(runs); {
		r := runs[i]
		n := 1
		for i+n < len(runs) && sameRow(&r.line, &runs[i+n].line) {
			next := runs[i+n]
			if next.line.Left-r.line.Right > 0 {
				last := r.chars[len(r.chars)-1]
				r.chars = append(r.chars[:len(r.chars):len(r.chars)], char{r: ' ', y: last.y, size: last.size})
			}
			r.chars = append(r.chars[:len(r.chars):len(r.chars)], next.chars...)
			r.measure()
			n++
		}
		r.line.Column = column
		out = append(out, r.line)
		i += n
	}
	return out
}

// sameRow reports whether b goes on, to the right, in the line that a stands in.
func sameRow(a, b *Line) bool {
	em := min(a.Size, b.Size)
	return math.Abs(a.Base-b.Base) < overlap*em && b.Left >= a.Right-em
}

func compareFloats(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}
