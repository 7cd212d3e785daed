package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// Setting is how a text is set. It is for [Join], with the lines it was measured
// from. Widths are in thousandths of the type size.
type Setting struct {
	// wrapped: a line is a line of a page. Otherwise a line is a paragraph.
	wrapped bool
	tears   tears // of a text whose lines are paragraphs
	// gap is the number of blank lines between two lines of one paragraph; when
	// spaced is set, more of them end a paragraph. Without it blank lines say
	// nothing (text from a PDF, where every line is followed by one).
	gap    int
	spaced bool
	// metric and the two measures say when a line was full: when it and the next
	// line's first word together are wider than the measure. A line of a list
	// item is indented, so that its measure is smaller.
	metric      *Metric
	prose, item int
	titled      map[numbering.Class]bool // numbers of this form and depth head, they do not open sentences
	// indent is that of the first lines of all paragraphs, in columns, where the others
	// begin further out; 0 where indents say something else.
	indent int
}

// longLine is a length that no line of a page has, in characters: a page of the usual
// size holds 60 to 100.
const longLine = 130

// Measure finds out how a text is set.
//
// The evidence is the lines that certainly continue the one before: those that start
// with a small letter after a line that does not end a sentence. There the next word
// did not fit, so the line and that word are wider than the measure, while no line
// is. The measure, and the metric that the text was set in, are those which the
// fewest lines contradict. Lines count as those of a page where three at least
// certainly continue another, and either more than one in twelve does or a margin
// shows (see marginColumn), while no more than an eighth of the text stands in lines
// that no page holds.
func Measure(lines []Line) *Setting {
	lay := &Setting{metric: Metrics[0], titled: map[numbering.Class]bool{}}
	var sure []pair
	if !longLines(lines) {
		sure = sureContinuations(lines)
	}
	column := marginColumn(lines, sure)
	if lay.wrapped = len(sure) > 2 && (len(sure)*12 > len(lines) || column > 0); !lay.wrapped {
		lay.tears = findTears(lines)
		lay.tears.column = column
		return lay
	}
	lay.measureGaps(lines, sure)
	lay.measureWidth(lines, sure)
	lay.measureIndent(lines, sure)
	lay.findTitles(lines)
	return lay
}

// measureIndent finds the indent of first lines: that of nearly all lines with a
// number, while nearly all that go on from another begin further out. An indent that
// nine in ten lines share on either side is meant; less is the chance of a list or an
// address.
func (lay *Setting) measureIndent(lines []Line, sure []pair) {
	const few, nearly = 3, 90 // lines; per cent
	count, numbered := map[int]int{}, 0
	for i := range lines {
		if ln := &lines[i]; ln.labelled() && ln.Label.Form != numbering.FormBullet {
			count[ln.indent]++
			numbered++
		}
	}
	indent := 0
	for at, n := range count {
		if n > count[indent] || n == count[indent] && at < indent {
			indent = at
		}
	}
	out := 0
	for _, p := range sure {
		if lines[p.i].indent < indent && lines[p.i].indent <= lines[p.i-1].indent {
			out++
		}
	}
	if indent > 1 && numbered >= few && len(sure) >= few && 100*count[indent] >= nearly*numbered && 100*out >= nearly*len(sure) {
		lay.indent = indent
	}
}

// longLines reports whether a good part of a text stands in lines that are longer
// than those of any page: there a line is a paragraph.
func longLines(lines []Line) bool {
	long, total := 0, 0
	for i := range lines {
		n := utf8.RuneCountInString(lines[i].Text)
		if total += n; n > longLine {
			long += n
		}
	}
	return long*8 >= total
}

// pair is a line and the one after it, by the index of the latter.
type pair struct {
	i    int
	item bool // inside a list item
}

// sureContinuations lists the lines that certainly go on from the one before: they
// start with a small letter after a line that does not end a sentence and is at least
// two thirds as wide as nearly all lines are. Shorter ones may be items of a list
// without bullets. A paragraph of an item that no bullet opens belongs to the item
// until a sentence ends before a capital.
func sureContinuations(lines []Line) []pair {
	lengths := make([]int, len(lines))
	for i := range lines {
		lengths[i] = utf8.RuneCountInString(lines[i].Text)
	}
	wide := slices.Clone(lengths)
	slices.Sort(wide)
	usual := wide[len(wide)*19/20] // a few lines may stick out
	var out []pair
	item := false
	for i := range lines {
		ln := &lines[i]
		switch {
		case ln.labelled():
			item = ln.Label.Form == numbering.FormBullet
		case i > 0 && item && EndsSentence(lines[i-1].Text) && !StartsSmall(ln.Text):
			item = false
		}
		if i == 0 || ln.labelled() || !StartsSmall(ln.Text) || Ends(lines[i-1].Text) && LastMark(lines[i-1].Text) != ',' {
			continue
		}
		if lengths[i-1]*3 > usual*2 {
			out = append(out, pair{i, item})
		}
	}
	return out
}

// marginColumn is the width of the longest line of a text typed to a margin, in units of
// the typewriter's metric: no line certainly goes on from another whose first word would
// have fitted there, which few texts show by chance, however few of their lines go on.
// It is 0 where one does, where none goes on, or where no page is so narrow or so wide.
func marginColumn(lines []Line, sure []pair) int {
	const narrow, wide = 50, 110 // characters
	typed := Metrics[0]
	longest := 0
	for i := range lines {
		longest = max(longest, lines[i].indent*typed.rune(' ')+typed.Width(lines[i].Text))
	}
	for _, p := range sure {
		if neededWidth(typed, &lines[p.i-1], lines[p.i].Text) <= longest {
			return 0
		}
	}
	if one := typed.rune(' '); len(sure) == 0 || longest < narrow*one || longest > wide*one {
		return 0
	}
	return longest
}

// measureGaps decides whether blank lines carry information: they do when the lines
// of one paragraph stand closer than other lines. The usual gap is that between lines
// that certainly belong together; blank lines tell paragraphs apart where more than
// four lines in a hundred stand further from the one before, and fewer than one in
// six of those certainly goes on from it.
func (lay *Setting) measureGaps(lines []Line, sure []pair) {
	count := map[int]int{}
	for _, p := range sure {
		count[min(lines[p.i].gap, 9)]++
	}
	for g := range 10 {
		if count[g] > count[lay.gap] {
			lay.gap = g
		}
	}
	wide, wideSure := 0, 0
	for _, ln := range lines[1:] {
		if ln.gap > lay.gap {
			wide++
		}
	}
	for _, p := range sure {
		if lines[p.i].gap > lay.gap {
			wideSure++
		}
	}
	lay.spaced = wide > 2 && wide*25 > len(lines) && wideSure*6 < wide
}

// measureWidth chooses the metric and the two measures: the metric whose measure for
// prose the fewest lines contradict, the first of equals. The measure of items is
// found the same way where eight lines or more tell it, and else taken for 92 per
// cent of that of prose, which is what an indent of three or four letters leaves.
func (lay *Setting) measureWidth(lines []Line, sure []pair) {
	item := make([]bool, len(lines))
	for _, p := range sure {
		item[p.i] = p.item
	}
	best := -1
	for _, m := range Metrics {
		var needs, widths [2][]int // of prose, of items
		for _, p := range sure {
			needs[class(p.item)] = append(needs[class(p.item)], neededWidth(m, &lines[p.i-1], lines[p.i].Text))
		}
		for i := range lines {
			ln := &lines[i]
			widths[class(item[i])] = append(widths[class(item[i])], ln.indent*m.rune(' ')+m.Width(ln.Text))
		}
		if len(needs[0]) == 0 {
			needs[0], widths[0] = needs[1], widths[1]
		}
		prose, wrong := threshold(widths[0], needs[0])
		if best >= 0 && wrong >= best {
			continue
		}
		best = wrong
		lay.metric, lay.prose = m, prose
		lay.item = prose * 23 / 25
		const enough = 8
		if len(needs[1]) >= enough {
			lay.item, _ = threshold(widths[1], needs[1])
		}
	}
}

// class is the index of prose or of items in pairs of lists.
func class(item bool) int {
	if item {
		return 1
	}
	return 0
}

// threshold finds the measure that contradicts the fewest lines: those wider
// than it, and those on which the next line's word would have fitted. It
// returns how many do, and of all such measures the middle one.
func threshold(widths, needs []int) (measure, wrong int) {
	slices.Sort(widths)
	slices.Sort(needs)
	wrong = -1
	w := 0
	// Only needs are tried as measures: between two of them no count changes but by
	// widths, which are best left all below.
	for i, need := range needs {
		for w < len(widths) && widths[w] < need {
			w++
		}
		if n := i + len(widths) - w; wrong < 0 || n < wrong {
			measure, wrong = need, n
			if w > 0 {
				measure = (widths[w-1] + need + 1) / 2
			}
		}
	}
	return measure, wrong
}

// neededWidth is the width of a line with the next line's first word on it, and the
// space between. Of a compound the part before its hyphen would have been enough.
func neededWidth(m *Metric, a *Line, b string) int {
	word := b
	if i := strings.IndexFunc(b, unicode.IsSpace); i > 0 {
		word = b[:i]
	}
	if i := strings.IndexByte(word, '-'); i > 0 && i < len(word)-1 && !isDigit(word[i-1]) {
		word = word[:i+1] // it could have been broken there
	}
	w := a.indent*m.rune(' ') + m.Width(a.Text) + m.Width(word)
	if !strings.HasSuffix(a.Text, "-") {
		w += m.rune(' ')
	}
	return w
}

// full reports whether the line a was full: whether the first word of b would
// not have fitted on it. Where blank lines tell paragraphs apart only a line
// that is clearly short (a list without bullets, an address) counts as ended.
func (lay *Setting) full(a *Line, b string, item bool) bool {
	limit := lay.prose
	if item {
		limit = lay.item
	}
	if lay.spaced {
		limit = limit * 3 / 4
	}
	return neededWidth(lay.metric, a, b) >= limit
}

// findTitles learns which classes of number stand before headings: those whose lines
// mostly are short and end without a mark. A class is titled where more lines say so
// than deny it. It decides whether the second line of «5. Duties of the / keeper» is
// text.
func (lay *Setting) findTitles(lines []Line) {
	votes := map[numbering.Class]int{}
	for i := range lines {
		ln := &lines[i]
		if !ln.labelled() || ln.Label.Form == numbering.FormBullet || ln.rest == "" {
			continue
		}
		c := ln.Label.Class()
		switch {
		case StartsSmall(ln.rest) || Ends(ln.rest):
			votes[c]--
		case i+1 < len(lines) && !lay.full(ln, lines[i+1].Text, false):
			votes[c]++
		case i+1 < len(lines) && StartsSmall(lines[i+1].Text):
			votes[c]--
		}
	}
	for c, v := range votes {
		if v > 0 {
			lay.titled[c] = true
		}
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
