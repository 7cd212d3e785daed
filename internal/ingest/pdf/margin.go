package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/numbering"
)

// What numbers in a margin must be for the numbers of the page's lines, as bills print
// them.
const (
	aligned     = 1.5 // points: their edges differ by no more
	fewNumbered = 3   // on a page; on the pages after such a one any
	countRight  = 0.8 // of the steps from number to number: as many lines stand there
	fewInRow    = 10  // where every line has its number
	goOnSmall   = 0.2 // of those lines, begun in small letters: no row of a table is
)

// lineNumbers is where the pages of a document have the numbers of their lines. Once
// a page has shown them, less is asked of the next.
type lineNumbers struct {
	known       bool
	left, right float64 // edges of the first; one of the two is that of all
}

// cut takes the numbers of lines out of a page's runs: figures that stand in a column of
// their own beside all text, and count its lines, each of them or every fifth. Numbers
// of paragraphs and of a table's rows count something else.
func (n *lineNumbers) cut(all []run) (kept []run, numbers []string) {
	runs := apartFigures(all)
	var column []int
	for i := range runs {
		if l := &runs[i].line; isFigure(l.Text) && outermost(runs, i) && (!n.known || math.Abs(l.Right-n.right) < aligned || math.Abs(l.Left-n.left) < aligned) {
			column = append(column, i)
		}
	}
	column = mostAligned(runs, column)
	slices.SortStableFunc(column, func(a, b int) int { return cmp.Compare(runs[a].line.Base, runs[b].line.Base) })
	if len(column) == 0 || !n.known && !countsLines(runs, column) {
		return all, nil
	}
	if first := &runs[column[0]].line; !n.known {
		n.known, n.left, n.right = true, first.Left, first.Right
	}
	gone := map[int]bool{}
	for _, i := range column {
		gone[i] = true
		numbers = append(numbers, runs[i].line.Text)
	}
	for i := range runs {
		if !gone[i] {
			kept = append(kept, runs[i])
		}
	}
	return kept, numbers
}

// apartFigures cuts the figure off runs that begin with one, with more than a space
// behind it: the number of a line may be drawn with its text.
func apartFigures(runs []run) []run {
	const space = 0.8 // of a size, the least
	out := make([]run, 0, len(runs))
	for _, r := range runs {
		digits := 0
		for digits < len(r.chars) && r.chars[digits].r >= '0' && r.chars[digits].r <= '9' {
			digits++
		}
		if digits == 0 || digits+1 >= len(r.chars) || r.chars[digits].r != ' ' || r.chars[digits+1].left-r.chars[digits-1].right < space*r.line.Size {
			out = append(out, r)
			continue
		}
		figure, _ := newRun(r.chars[:digits:digits])
		text, _ := newRun(r.chars[digits+1:])
		n := 0 // of the raw characters, to the last digit
		for seen := 0; seen < digits; n++ {
			if c := r.raw[n]; !c.generated && c.r >= '0' && c.r <= '9' {
				seen++
			}
		}
		figure.raw, text.raw = r.raw[:n:n], r.raw[n:]
		out = append(out, figure, text)
	}
	return out
}

// isFigure reports whether s is one to four digits.
func isFigure(s string) bool { return len(s) <= 4 && s != "" && strings.Trim(s, "0123456789") == "" }

// outermost reports whether nothing but figures stands above or below the run at i,
// nor on one side of it. Figures in two columns, or between columns of text, have
// text on both sides.
func outermost(runs []run, i int) bool {
	l := &runs[i].line
	left, right := false, false
	for k := range runs {
		o := &runs[k].line
		if isFigure(o.Text) {
			continue
		}
		if o.Left < l.Right && o.Right > l.Left {
			return false
		}
		left, right = left || o.Right <= l.Left, right || o.Left >= l.Right
	}
	return left != right
}

// mostAligned is the largest group of runs that end at one place or, in a margin at
// the right, begin there, by their places in runs. The work is the square of the
// figures on a page.
func mostAligned(runs []run, column []int) []int {
	var best []int
	for _, i := range column {
		for _, edge := range []func(*Line) float64{func(l *Line) float64 { return l.Right }, func(l *Line) float64 { return l.Left }} {
			var group []int
			for _, k := range column {
				if math.Abs(edge(&runs[k].line)-edge(&runs[i].line)) < aligned {
					group = append(group, k)
				}
			}
			if len(group) > len(best) {
				best = group
			}
		}
	}
	return best
}

// countsLines reports whether the figures of a column, from the top down, count the
// lines of text beside them. Four in five of the steps between figures must be the
// number of lines between; where each line has its figure a table's rows would fit as
// well, so that ten are asked for, and lines that go on in small letters.
func countsLines(runs []run, column []int) bool {
	if len(column) < fewNumbered {
		return false
	}
	var bases []float64
	for i := range runs {
		if l := &runs[i].line; !isFigure(l.Text) {
			bases = append(bases, l.Base)
		}
	}
	slices.Sort(bases)
	right, inRow := 0, 0
	for k, i := range column[1:] {
		a, b := &runs[column[k]].line, &runs[i].line
		step, lines := numbering.DigitValue(b.Text)-numbering.DigitValue(a.Text), 0
		last := a.Base + overlap*a.Size
		for _, y := range bases {
			if y > last && y < b.Base+overlap*b.Size {
				lines++
				last = y + overlap*b.Size
			}
		}
		if step > 0 && step == lines {
			right++
		}
		if step == 1 {
			inRow++
		}
	}
	if float64(right) < countRight*float64(len(column)-1) {
		return false
	}
	if 2*inRow < len(column) {
		return true
	}
	small := 0
	for _, i := range column {
		if startsSmallAt(runs, runs[i].line.Base, runs[i].line.Size) {
			small++
		}
	}
	return len(column) >= fewInRow && float64(small) >= goOnSmall*float64(len(column))
}

// startsSmallAt reports whether the line of text at that height begins in a small letter.
func startsSmallAt(runs []run, base, size float64) bool {
	var first *run
	for k := range runs {
		if l := &runs[k].line; !isFigure(l.Text) && math.Abs(l.Base-base) < overlap*size && (first == nil || l.Left < first.line.Left) {
			first = &runs[k]
		}
	}
	return first != nil && len(first.chars) > 0 && unicode.IsLower(first.chars[0].r)
}
