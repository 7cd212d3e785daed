package pdf

import (
	"cmp"
	"math"
	"slices"
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
)

// addRules notes a path that is a thin level line or a thin rectangle: programs draw
// strikethrough as either. One path may hold several.
func (in *instance) addRules(object uint64, bounds box, out []shape) []shape {
	for _, b := range in.parts(object, bounds) {
		long, thick := max(b.width(), b.height()), min(b.width(), b.height())
		if thick <= ruleThick && long >= ruleShort && long > 2*thick && len(out) <= maxRules {
			out = append(out, shape{box: b})
		}
	}
	return out
}

// parts are the bounds of the parts that a path consists of, each drawn without
// lifting the pen; those of the whole where it is one.
func (in *instance) parts(object uint64, bounds box) []box {
	const one, most = 5, 2_000 // segments
	n := in.int("FPDFPath_CountSegments", object)
	if min(bounds.width(), bounds.height()) <= ruleThick || n <= one || n > most {
		return []box{bounds}
	}
	a, b, c, d, e, f := in.matrix(object)
	var out []box
	for i := range n {
		segment := uint64(in.handle("FPDFPath_GetPathSegment", object, uint64(i)))
		p := uint64(in.scratch)
		if segment == 0 || in.call("FPDFPathSegment_GetPoint", segment, p, p+4) == 0 {
			continue
		}
		x, y := in.float32At(in.scratch), in.float32At(in.scratch+4)
		x, y = a*x+c*y+e, b*x+d*y+f
		if kind := in.int("FPDFPathSegment_GetType", segment); kind == segmentMove || len(out) == 0 {
			out = append(out, box{x, y, x, y})
			continue
		}
		last := &out[len(out)-1]
		last.left, last.right = min(last.left, x), max(last.right, x)
		last.bottom, last.top = min(last.bottom, y), max(last.top, y)
	}
	return out
}

// matrix is how an object is placed on its page.
func (in *instance) matrix(object uint64) (a, b, c, d, e, f float64) {
	if in.call("FPDFPageObj_GetMatrix", object, uint64(in.scratch)) == 0 {
		return 1, 0, 0, 1, 0, 0
	}
	at := func(i uint32) float64 { return in.float32At(in.scratch + 4*i) }
	return at(0), at(1), at(2), at(3), at(4), at(5)
}

// strike marks the characters that a level line runs through.
func strike(chars []char, rules []shape) {
	rules = slices.DeleteFunc(slices.Clone(rules), func(s shape) bool { return s.right-s.left < s.bottom-s.top })
	if len(rules) == 0 || len(rules) > maxRules {
		return
	}
	slices.SortFunc(rules, func(a, b shape) int { return cmp.Compare(a.middle(), b.middle()) })
	for i := range chars {
		c := &chars[i]
		c.struck = !c.generated && c.crossed(rules, strikeLow, strikeHigh)
	}
	// A raised figure beside struck-out letters has its line further down.
	for i := range chars {
		c := &chars[i]
		if beside := i > 0 && chars[i-1].struck || i+1 < len(chars) && chars[i+1].struck; beside && !c.struck && !c.generated {
			c.struck = c.crossed(rules, -strikeHigh, strikeHigh)
		}
	}
}

// crossed reports whether one of the rules, sorted by height, covers the character
// between those heights above its base line, in ems.
func (c *char) crossed(rules []shape, low, high float64) bool {
	from, _ := slices.BinarySearchFunc(rules, c.y-high*c.size, func(s shape, y float64) int { return cmp.Compare(s.middle(), y) })
	for ; from < len(rules) && rules[from].middle() <= c.y-low*c.size; from++ {
		r := &rules[from]
		if covered := math.Min(r.right, c.right) - math.Max(r.left, c.left); covered >= strikeCovers*(c.right-c.left) && c.right > c.left && r.bottom-r.top < 0.25*c.size {
			return true
		}
	}
	return false
}

func (s *shape) middle() float64 { return (s.top + s.bottom) / 2 }
