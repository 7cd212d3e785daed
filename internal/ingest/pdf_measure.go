package ingest

import (
	"math"
	"slices"
)

// pageSetting is how a document's pages are set. Lengths are in points.
type pageSetting struct {
	body  float64           // size of most letters
	bold  bool              // most letters are bold, so that bold means nothing
	pitch float64           // from line to line inside a paragraph, in sizes
	full  map[sheet]float64 // where a line and the word after it do not fit any more
	left  map[sheet]float64 // where most lines begin
}

// sheet is what lines of one right edge have in common. Pages that lie open
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

// slack is how much places and distances may differ that are meant to be equal,
// in sizes of the type.
const slack = 0.15

func measureSetting(lines []pageLine) *pageSetting {
	s := &pageSetting{full: map[sheet]float64{}, left: map[sheet]float64{}}
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
	s.measureWidths(lines)
	s.measureLeft(lines)
	return s
}

func roundSize(v float64) float64 { return math.Round(v*2) / 2 }

func sortedSizes(m map[float64]int) []float64 {
	sizes := make([]float64, 0, len(m))
	for v := range m {
		sizes = append(sizes, v)
	}
	slices.Sort(sizes)
	return sizes
}

// continuesSurely reports whether line i goes on with the line before it, as far
// as their words tell.
func continuesSurely(lines []pageLine, i int) bool {
	a, b := &lines[i-1], &lines[i]
	return a.why == "" && b.why == "" && a.page == b.page && a.Column == b.Column &&
		math.Abs(a.Size-b.Size) < slack && b.Bullet == "" && startsSmall(b.Text) && !ends(a.Text)
}

// measurePitch takes the usual distance of lines that belong together.
func (s *pageSetting) measurePitch(lines []pageLine) {
	var steps []float64
	for i := 1; i < len(lines); i++ {
		if d := lines[i].Base - lines[i-1].Base; d > 0 && continuesSurely(lines, i) {
			steps = append(steps, d/lines[i-1].Size)
		}
	}
	s.pitch = 1.2 // as good as any guess
	if len(steps) > 0 {
		slices.Sort(steps)
		s.pitch = steps[len(steps)/2]
	}
}

// measureWidths finds how wide the lines of each kind of page are: a line that
// the next goes on from was wide enough to keep that line's first word out, and
// no line is wider than the page allows.
func (s *pageSetting) measureWidths(lines []pageLine) {
	widest := map[sheet]float64{}
	needs := map[sheet][]float64{}
	for i := range lines {
		ln := &lines[i]
		if ln.why != "" {
			continue
		}
		m := ln.sheet()
		if ln.Size < 1.1*s.body {
			widest[m] = max(widest[m], ln.Right)
		}
		if i > 0 && continuesSurely(lines, i) {
			m := lines[i-1].sheet()
			needs[m] = append(needs[m], needed(&lines[i-1], ln))
		}
	}
	for m, right := range widest {
		s.full[m] = right
		if n := needs[m]; len(n) >= 8 {
			slices.Sort(n)
			s.full[m] = min(n[len(n)/40], right+s.body)
		}
	}
}

func (s *pageSetting) measureLeft(lines []pageLine) {
	counts := map[sheet]map[float64]int{}
	for i := range lines {
		if ln := &lines[i]; ln.why == "" {
			k := ln.sheet()
			if counts[k] == nil {
				counts[k] = map[float64]int{}
			}
			counts[k][roundSize(ln.Left)]++
		}
	}
	for k, count := range counts {
		best := -1
		for _, left := range sortedSizes(count) {
			if count[left] > best {
				best, s.left[k] = count[left], left
			}
		}
	}
}

// inset is how far a line stands in from where most lines of its kind of page
// begin.
func (s *pageSetting) inset(ln *pageLine) float64 { return ln.Left - s.left[ln.sheet()] }

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
	full, ok := s.full[a.sheet()]
	return ok && needed(a, b) >= full-slack*a.Size
}

// apart reports whether b stands further below a than lines of one paragraph do.
func (s *pageSetting) apart(a, b *pageLine) bool {
	return b.Base-a.Base > s.pitch*max(a.Size, b.Size)+slack*a.Size
}
