package pdf

import (
	"math"

	"conceptdiff/internal/lazy"
)

// pureMark is a run that holds nothing but marks of endnotes, as registers of law
// set them: «[12]», «[12][13]», «KMQ3».
var pureMark = lazy.Regexp(`^(\[\d{1,4}\]|KMQ?\d{1,2})+$`)

// Distances of a mark from the word it belongs to, in ems of the word.
const (
	markHighest = 0.95 // higher is the line above
	markNearest = 0.8  // after it; before it, in a list of endnotes, a justified space may part them
)

// attachMarks puts marks of endnotes into the lines that they stand raised in,
// whatever their size: at the end of the run before them, else at the start of the
// one after. Left by themselves they would part the line. No mark is lost: one that
// finds no line stays a run of its own.
func attachMarks(runs []run) []run {
	var out []run
	for i := range runs {
		m := &runs[i]
		if len(m.line.Text) > 40 || !pureMark().MatchString(m.line.Text) {
			continue
		}
		host, before := markedRun(runs, i)
		if host == nil {
			continue
		}
		if out == nil {
			out = runs
		}
		for k := range m.chars {
			m.chars[k].mark = true
		}
		for k := range m.raw {
			m.raw[k].mark = true
		}
		if before {
			if gap := host.line.Left - m.line.Right; gap > inferredGap*host.line.Size {
				space := m.chars[len(m.chars)-1]
				space.r = ' '
				m.chars = append(m.chars, space)
			}
			host.chars, host.raw = append(m.chars, host.chars...), append(m.raw[:len(m.raw):len(m.raw)], host.raw...)
		} else {
			host.chars, host.raw = append(host.chars, m.chars...), append(host.raw[:len(host.raw):len(host.raw)], m.raw...)
		}
		host.measure()
		m.chars = nil
	}
	if out == nil {
		return runs
	}
	kept := runs[:0]
	for _, r := range runs {
		if r.chars != nil {
			kept = append(kept, r)
		}
	}
	return kept
}

// markedRun finds the run that the mark at i belongs to, and whether the mark stands
// before it. A run that ends where the mark begins is better than one that begins
// behind it; nil where there is neither.
func markedRun(runs []run, i int) (host *run, before bool) {
	m := &runs[i].line
	for k := range runs {
		l := &runs[k].line
		up := l.Base - m.Base
		if k == i || runs[k].chars == nil || up < raise*m.Size || up > markHighest*l.Size {
			continue
		}
		if math.Abs(m.Left-l.Right) < markNearest*l.Size && m.Right > l.Right {
			return &runs[k], false
		}
		if gap := l.Left - m.Right; gap > -markNearest*l.Size && gap < gutter*l.Size && m.Left < l.Left {
			host, before = &runs[k], true
		}
	}
	return host, before
}
