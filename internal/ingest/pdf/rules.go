package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

// maxRules is how many ruled lines a page can have that run through words; more are
// a drawing.
const maxRules = 5_000

// Measures of a line that strikes words out.
const (
	ruleThick    = 3.0  // points; thicker is a bar or a highlight
	ruleShort    = 2.0  // points
	strikeLow    = 0.12 // ems above the base line: lower is an underline
	strikeHigh   = 0.55 // higher is an overline
	strikeCovers = 0.5  // of a letter's width
	strikeEnds   = 0.3  // of that of a word's last letter, whose width has room behind it
)

// addRules notes a path that is a thin level line or a thin rectangle: programs draw
// strikethrough as either. One path may hold several. Its bounds are those on the
// page, on which it stands as m says. out is added to and given back; more than
// maxRules are not kept, and then no line of the page strikes anything out.
func (in *instance) addRules(object uint64, m placing, bounds box, out []shape) []shape {
	for _, b := range in.parts(object, m, bounds) {
		long, thick := max(b.width(), b.height()), min(b.width(), b.height())
		if thick <= ruleThick && long >= ruleShort && long > 2*thick && len(out) <= maxRules {
			out = append(out, shape{box: b})
		}
	}
	return out
}

// parts are the bounds of the parts that a path consists of, each drawn without
// lifting the pen; those of the whole where it is one.
func (in *instance) parts(object uint64, m placing, bounds box) []box {
	// A rectangle has five segments: a move and four lines.
	const one, most = 5, 2_000 // segments
	n := in.int("FPDFPath_CountSegments", object)
	if min(bounds.width(), bounds.height()) <= ruleThick || n <= one || n > most {
		return []box{bounds}
	}
	m = m.after(in.matrix(object))
	var out []box
	for i := range n {
		segment := uint64(in.handle("FPDFPath_GetPathSegment", object, uint64(i)))
		p := uint64(in.scratch)
		if segment == 0 || in.call("FPDFPathSegment_GetPoint", segment, p, p+4) == 0 {
			continue
		}
		x, y := m.point(in.float32At(in.scratch), in.float32At(in.scratch+4))
		if kind := in.int("FPDFPathSegment_GetType", segment); kind == segmentMove || len(out) == 0 {
			out = append(out, box{x, y, x, y})
			continue
		}
		out[len(out)-1].add(x, y)
	}
	return out
}

// matrix is how an object is placed on its page, or in its form; where PDFium gives
// none it is left as it stands.
func (in *instance) matrix(object uint64) placing {
	if in.call("FPDFPageObj_GetMatrix", object, uint64(in.scratch)) == 0 {
		return onPage
	}
	at := func(i uint32) float64 { return in.float32At(in.scratch + 4*i) }
	return placing{at(0), at(1), at(2), at(3), at(4), at(5)}
}

// strike marks the characters that a level line runs through: between an eighth and
// half of a size above their base line, over at least half of their width. rules is
// left as it is.
func strike(chars []char, rules []shape) {
	rules = slices.DeleteFunc(slices.Clone(rules), func(s shape) bool { return s.right-s.left < s.bottom-s.top })
	if len(rules) == 0 || len(rules) > maxRules {
		return
	}
	slices.SortFunc(rules, func(a, b shape) int { return cmp.Compare(a.middle(), b.middle()) })
	through := make([]*shape, len(chars))
	for i := range chars {
		if c := &chars[i]; !c.generated {
			through[i] = c.crossed(rules, strikeLow, strikeHigh, strikeCovers)
			c.struck = through[i] != nil
		}
	}
	// Of a raised figure beside struck-out letters their line runs further down; the line
	// may end within a word's last letter.
	for i := range chars {
		c := &chars[i]
		if c.struck || c.generated {
			continue
		}
		for _, k := range [2]int{i - 1, i + 1} {
			if k < 0 || k >= len(chars) || through[k] == nil {
				continue
			}
			r := c.crossed(rules, -strikeHigh, strikeHigh, strikeCovers)
			if r != nil && math.Abs(r.middle()-through[k].middle()) < strikeLow*c.size ||
				endsWord(chars, i) && c.crossed(rules, strikeLow, strikeHigh, strikeEnds) != nil {
				c.struck = true
			}
		}
		if c.struck {
			through[i] = c.crossed(rules, -strikeHigh, strikeHigh, strikeEnds) // it goes on to the next
		}
	}
}

// endsWord reports whether the character at i is the last letter of a word.
func endsWord(chars []char, i int) bool {
	return i > 0 && unicode.IsLetter(chars[i].r) && unicode.IsLetter(chars[i-1].r) && (i+1 == len(chars) || !unicode.IsLetter(chars[i+1].r))
}

// crossed is the one of the rules, sorted by height, that covers that part of the
// character's width between those heights above its base line, in ems; nil where none
// does.
func (c *char) crossed(rules []shape, low, high, part float64) *shape {
	from, _ := slices.BinarySearchFunc(rules, c.y-high*c.size, func(s shape, y float64) int { return cmp.Compare(s.middle(), y) })
	for ; from < len(rules) && rules[from].middle() <= c.y-low*c.size; from++ {
		r := &rules[from]
		if covered := math.Min(r.right, c.right) - math.Max(r.left, c.left); covered >= part*(c.right-c.left) && c.right > c.left && r.bottom-r.top < 0.25*c.size {
			return r
		}
	}
	return nil
}

// middle is the height of the middle of a shape, once it is turned.
func (s *shape) middle() float64 { return (s.top + s.bottom) / 2 }
