package pdf

import (
	"cmp"
	"math"
	"slices"
)

// order puts runs into reading order and joins those of one line.
//
// The file's own order is trusted as long as it goes down the page. A jump up, or far
// down, starts a new strand. Strands that stand above one another are read from the
// top; strands side by side are columns or cells, and keep the file's order; strands
// that run through each other (words drawn after the line they stand in) are taken
// apart and read by lines. A line's column is counted through the page, from 1; lines
// that run across have none.
func order(runs []run) []Line {
	strands, columns := cutStrands(runs), 0
	slices.SortStableFunc(strands, func(a, b strand) int { return cmp.Compare(a.top, b.top) })
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

// cutStrands cuts runs into strands. A step down of up to six sizes goes on; a step
// up by more than half a size does not.
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

// readGroup reads strands that stand at the same height. It numbers their columns on
// from those before. group is in the order of its tops and is sorted anew.
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

// crossing reports whether the strands of a group run through each other rather than
// standing side by side. A group with more strands than a page has cells (400) is
// drawn in no order at all, and holding each against each would take long.
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

// extent is how far left and right the runs of a strand reach between two heights,
// from +Inf to -Inf where there are none.
func (s *strand) extent(top, bottom float64) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for i := range s.runs {
		if l := &s.runs[i].line; l.Base > top && l.Base-overlap*l.Size < bottom {
			left, right = min(left, l.Left), max(right, l.Right)
		}
	}
	return left, right
}

// sortRows sorts runs by line and, within one, from left to right. Runs whose base
// lines differ by less than half a size are one line. It sorts in place.
func sortRows(runs []run) []run {
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Compare(a.line.Base, b.line.Base) })
	for i := 0; i < len(runs); {
		n := 1
		for i+n < len(runs) && runs[i+n].line.Base-runs[i].line.Base < overlap*runs[i].line.Size {
			n++
		}
		slices.SortStableFunc(runs[i:i+n], func(a, b run) int { return cmp.Compare(a.line.Left, b.line.Left) })
		i += n
	}
	return runs
}

// joinRows joins the runs that stand on one line, one after the other in runs, with a
// space where there is room. The characters of runs are copied where they are joined.
func joinRows(runs []run, column int) []Line {
	var out []Line
	for i := 0; i < len(runs); {
		r := runs[i]
		r.chars = slices.Clip(r.chars)
		row := r.line // of which the largest run gives size and base line
		n := 1
		for ; i+n < len(runs) && sameRow(&row, &runs[i+n].line); n++ {
			next := &runs[i+n]
			if next.line.Size > row.Size {
				row.Size, row.Base = next.line.Size, next.line.Base
			}
			row.Right = max(row.Right, next.line.Right)
			last := r.chars[len(r.chars)-1]
			if next.line.Left > last.right {
				last.r = ' '
				r.chars = append(r.chars, last)
			}
			r.chars = append(r.chars, next.chars...)
		}
		if n > 1 {
			r.measure()
		}
		r.line.Column = column
		out = append(out, r.line)
		i += n
	}
	return out
}

// sameRow reports whether b goes on, to the right, in the line that a stands in. The
// two may overlap by one size, as a kerned or a raised letter does.
func sameRow(a, b *Line) bool {
	em := min(a.Size, b.Size)
	return math.Abs(a.Base-b.Base) < overlap*em && b.Left >= a.Right-em
}
