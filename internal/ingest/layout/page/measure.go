package page

import (
	"math"
	"slices"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// pageSetting is how a document's pages are set. Lengths are in points. It is
// measured in the order of the functions below, each of which may use what those
// before it found.
type pageSetting struct {
	body   float64      // size of most letters
	bold   bool         // most letters are bold, so that bold means nothing
	pitch  float64      // from line to line inside a paragraph, in sizes
	indent float64      // of first lines of paragraphs, 0 if they have none
	ends   bool         // a full line that ends a sentence mostly ends a paragraph
	feet   map[int]foot // of pages
	bottom float64      // the lowest base line of a page of text
	sheets map[sheet]sheetMeasure
}

// sheetMeasure is where lines begin and end on a sheet.
type sheetMeasure struct {
	left      float64
	full      float64 // a line ends there or, not justified, it and the word after it reach there
	justified bool
}

// sheet is what lines between the same edges have in common. Pages that lie open
// side by side have different ones.
type sheet struct {
	page   int // 0 and 1 for even and odd pages; of a column the page itself, from 2
	column int
}

func (p *pageLine) sheet() sheet {
	if p.Column > 0 {
		return sheet{p.page + 2, p.Column}
	}
	return sheet{p.page % 2, 0}
}

// slack is how much places and distances may differ that are meant to be equal, in
// sizes of the type. It is a point and a half in type of ten points: more than
// programs round by, less than any indent.
const slack = 0.15

// someIndent is the least distance that is meant as an indent, in sizes. A first line
// is set in by one size or more, rarely by less.
const someIndent = 0.6

// measureSetting measures the lines that are kept. Sizes are weighed by the bytes set
// in them, so that headings and notes count little.
func measureSetting(lines []pageLine) *pageSetting {
	s := &pageSetting{sheets: map[sheet]sheetMeasure{}}
	letters, heavy, total := map[float64]int{}, 0, 0
	for i := range lines {
		ln := &lines[i]
		if ln.why != "" {
			continue
		}
		n := len(ln.Text)
		letters[roundSize(ln.Size)] += n
		total += n
		if ln.Bold {
			heavy += n
		}
	}
	for _, size := range sortedSizes(letters) {
		if letters[size] > letters[s.body] {
			s.body = size
		}
	}
	s.bold = heavy*2 > total
	s.measurePitch(lines)
	s.measureSheets(lines)
	s.measureIndent(lines)
	return s
}

// roundSize is a size to the half point: scaling makes 11.04 of 11.
func roundSize(v float64) float64 { return math.Round(v*2) / 2 }

// sortedSizes lists the keys in order, since the order of a map would decide ties by
// chance.
func sortedSizes(m map[float64]int) []float64 {
	sizes := make([]float64, 0, len(m))
	for v := range m {
		sizes = append(sizes, v)
	}
	slices.Sort(sizes)
	return sizes
}

// shortest is the width of the narrowest line that can be full, in sizes.
const shortest = 10

// continuesSurely reports whether line i goes on with the line before it, as far
// as their words tell.
func continuesSurely(lines []pageLine, i int) bool {
	a, b := &lines[i-1], &lines[i]
	return a.why == "" && b.why == "" && a.page == b.page && a.Column == b.Column &&
		a.Right-a.Left > shortest*a.Size && math.Abs(a.Size-b.Size) < slack && b.Bullet == "" && layout.StartsSmall(b.Text) && !layout.Ends(a.Text)
}

// measurePitch takes the usual distance of lines that belong together. In a short
// text none may be known to: there it is the least distance of two lines of one size.
// The middle one of the distances counts; without any, and where the least distance
// is wider than lines of a page stand, 1.2 sizes is the usual setting.
func (s *pageSetting) measurePitch(lines []pageLine) {
	const usual, widest = 1.2, 1.6 // sizes
	var steps []float64
	least := widest
	for i := 1; i < len(lines); i++ {
		if d := lines[i].Base - lines[i-1].Base; d > 0 && continuesSurely(lines, i) {
			steps = append(steps, d/lines[i-1].Size)
		} else if a, b := &lines[i-1], &lines[i]; a.why == "" && b.why == "" && a.page == b.page && a.Column == b.Column && a.Size == b.Size && d > a.Size {
			least = min(least, d/a.Size)
		}
	}
	s.pitch = usual // as good as any guess
	if least < widest {
		s.pitch = max(usual, least)
	}
	if len(steps) > 0 {
		slices.Sort(steps)
		s.pitch = steps[len(steps)/2]
	}
}

// sheetLines are the lines of one sheet that tell how it is set.
type sheetLines struct {
	widest float64   // their largest right edge
	rights []float64 // of lines that surely go on
	needs  []float64 // how far those would have reached with the next word
	lefts  []float64
}

// measureSheets finds where lines begin and end on each kind of page.
//
// A line that the next goes on from was wide enough to keep that line's first word
// out, and no line is wider than the page allows: the measure is between the two.
// Where nearly all of these lines end at the same place the text is justified, and
// any line that ends before it is the last of its paragraph. Below eight such lines
// nothing is known but the widest line. Of the needs, one in forty may be wrong; a
// text is justified where eight in ten of the right edges are within a tenth of a
// size of each other.
func (s *pageSetting) measureSheets(lines []pageLine) {
	sheets := map[sheet]*sheetLines{}
	of := func(ln *pageLine) *sheetLines {
		k := ln.sheet()
		if sheets[k] == nil {
			sheets[k] = &sheetLines{}
		}
		return sheets[k]
	}
	for i := range lines {
		ln := &lines[i]
		if ln.why != "" {
			continue
		}
		sh := of(ln)
		sh.lefts = append(sh.lefts, ln.Left)
		if ln.Size < 1.1*s.body && !ln.endsRaised() {
			sh.widest = max(sh.widest, ln.Right)
		}
		if i > 0 && continuesSurely(lines, i) {
			sh := of(&lines[i-1])
			sh.needs = append(sh.needs, needed(&lines[i-1], ln))
			sh.rights = append(sh.rights, lines[i-1].Right)
		}
	}
	for k, sh := range sheets {
		s.sheets[k] = sh.measure(s.body)
	}
}

// endsRaised reports whether a line ends in a raised mark, which may stand beyond
// the edge of the text.
func (p *pageLine) endsRaised() bool {
	n := len(p.Marks)
	return n > 0 && p.Marks[n-1].End == len(p.Text)
}

// few is how many lines prove nothing: below that a sheet is not measured.
const few = 8

// measure makes the measure of a sheet of its lines; body is the size of most
// letters.
func (sh *sheetLines) measure(body float64) sheetMeasure {
	slices.Sort(sh.lefts)
	slices.Sort(sh.needs)
	slices.Sort(sh.rights)
	m := sheetMeasure{full: sh.widest}
	// The leftmost place where more than a stray line begins.
	m.left = sh.lefts[min(len(sh.lefts)/50+1, len(sh.lefts)-1)]
	n := len(sh.needs)
	if n < few {
		return m
	}
	m.full = min(sh.needs[n/40], sh.widest+body)
	right := sh.rights[n*3/4]
	at := 0
	for _, r := range sh.rights {
		if math.Abs(r-right) < 0.1*body {
			at++
		}
	}
	if m.justified = at*10 > n*8; m.justified {
		m.full = right
	}
	return m
}

// measureIndent finds how far the first lines of paragraphs stand in. The most
// frequent indent counts where it stands before at least three lines, and one in
// fifty of those that surely go on.
func (s *pageSetting) measureIndent(lines []pageLine) {
	in, all := map[float64]int{}, 0
	for i := 1; i < len(lines); i++ {
		if !continuesSurely(lines, i) || lines[i-1].Bullet != "" {
			continue
		}
		if d := lines[i-1].Left - lines[i].Left; d > someIndent*s.body {
			in[roundSize(d)]++
		}
		all++
	}
	best := 0.0
	for _, d := range sortedSizes(in) {
		if in[d] > in[best] {
			best = d
		}
	}
	if in[best] > 2 && in[best]*50 > all {
		s.indent = best
	}
}

// inset is how far a line stands in from where lines of its kind of page begin.
func (s *pageSetting) inset(ln *pageLine) float64 { return ln.Left - s.sheets[ln.sheet()].left }

// indented reports whether a line begins where first lines of paragraphs do.
func (s *pageSetting) indented(ln *pageLine) bool {
	return s.indent > 0 && math.Abs(s.inset(ln)-s.indent) < 0.5*s.body
}

// needed is how far to the right the first word of b would have reached on the
// line a.
func needed(a, b *pageLine) float64 {
	const space = 0.25
	r := a.Right + b.FirstWord
	if !endsInHyphen(a.Text) {
		r += space * a.Size
	}
	return r
}

// filled reports whether line a was full: the first word of b did not fit on it.
func (s *pageSetting) filled(a, b *pageLine) bool {
	m := s.sheets[a.sheet()]
	switch {
	case s.centred(a, b):
		return needed(a, b)-a.Left >= m.full-m.left-slack*a.Size
	case m.justified && !s.differs(a):
		// The title of an article may be set loose where the text is justified.
		loose := a.label.Unit != "" && s.inset(a)-s.inset(b) > someIndent*a.Size && !b.labelled()
		return a.Right > m.full-0.12*a.Size || loose && needed(a, b) >= m.full
	}
	return needed(a, b) >= m.full-slack*a.Size
}

// centred reports whether two lines stand in the middle of the page and begin at
// different places. Lines of the body do so by chance when they are full, items
// of a list when they end where such a line would.
func (s *pageSetting) centred(a, b *pageLine) bool {
	if a.label.Form == numbering.FormBullet || a.Column != b.Column || a.Column > 0 && a.page != b.page {
		return false
	}
	least := 0.5 // sizes that the line stands in
	if s.differs(a) {
		least = -1
	}
	return s.inMiddle(a, least) && s.inMiddle(b, least) && math.Abs(s.inset(a)-s.inset(b)) > 0.5*a.Size
}

// inMiddle reports whether a line has as much room on its left as on its right, and
// stands in by more than least sizes.
func (s *pageSetting) inMiddle(ln *pageLine, least float64) bool {
	m := s.sheets[ln.sheet()]
	return ln.Left > m.left+least*ln.Size && math.Abs((ln.Left-m.left)-(m.full-ln.Right)) < 0.4*ln.Size
}

// differs reports whether a line is not set as the body is: headings are not
// justified even where the text is.
func (s *pageSetting) differs(ln *pageLine) bool {
	return math.Abs(ln.Size-s.body) > 0.05*s.body || ln.Bold != s.bold
}

// markRise is how much further down programs set a line for the raised marks in
// it, in sizes.
const markRise = 0.6

// widePitch is the distance of the lines of a heading, in sizes, in typefaces that
// want much of it; white space around headings is wider.
const widePitch = 1.45

// apart reports whether b stands further below a than lines of one paragraph do.
// The lines of a full heading may stand further from each other than the text's:
// its typeface is often another.
func (s *pageSetting) apart(a, b *pageLine) bool {
	pitch := s.pitch
	if len(b.Marks) > 0 {
		pitch += markRise
	}
	if pitch < widePitch && s.differs(a) && s.differs(b) && math.Abs(a.Size-b.Size) < slack && (s.filled(a, b) || s.centred(a, b) && layout.Hangs(a.Text)) {
		pitch = widePitch
	}
	return b.Base-a.Base > pitch*max(a.Size, b.Size)+slack*a.Size
}
