package pdf

// box is a rectangle as PDF has it: y grows upwards.
type box struct{ left, bottom, right, top float64 }

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.top - b.bottom }

// turn gives a point in the page that is read with text written at that angle
// (quarter turns, counterclockwise): x from its left edge, y down from its top. b is
// the page's own edges.
func (b box) turn(angle int8, x, y float64) (float64, float64) {
	switch angle {
	case 1:
		return y - b.bottom, x - b.left
	case 2:
		return b.right - x, y - b.bottom
	case 3:
		return b.top - y, b.right - x
	}
	return x - b.left, b.top - y
}

// turnBox is turn for a rectangle; the answer's y grows downwards.
func (b box) turnBox(angle int8, r box) (left, top, right, bottom float64) {
	x1, y1 := b.turn(angle, r.left, r.bottom)
	x2, y2 := b.turn(angle, r.right, r.top)
	return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
}

// turn gives a character its place on the page that is read, in which y grows
// downwards.
func (c *char) turn(angle int8, page box) {
	c.x, c.y = page.turn(angle, c.x, c.y)
	c.left, _, c.right, _ = page.turnBox(angle, c.box)
}

// turn gives a shape its place on the page that is read, in which y grows downwards.
func (s *shape) turn(angle int8, page box) {
	s.left, s.top, s.right, s.bottom = page.turnBox(angle, s.box)
}
