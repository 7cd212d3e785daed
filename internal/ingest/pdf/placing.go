package pdf

// placing is a matrix by which points stand on a page: x' = ax + cy + e, y' = bx + dy
// + f, with the letters of ISO 32000-1, 8.3.3.
type placing struct{ a, b, c, d, e, f float64 }

// onPage leaves points where they are.
var onPage = placing{a: 1, d: 1}

// point is where a point comes to stand.
func (m placing) point(x, y float64) (px, py float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// after is the placing of what is placed by inner first and by m then.
func (m placing) after(inner placing) placing {
	var out placing
	out.e, out.f = m.point(inner.e, inner.f)
	out.a, out.b = m.a*inner.a+m.c*inner.b, m.b*inner.a+m.d*inner.b
	out.c, out.d = m.a*inner.c+m.c*inner.d, m.b*inner.c+m.d*inner.d
	return out
}

// box is the level box around a placed one: a turned rectangle has a larger box than
// its own.
func (m placing) box(b box) box {
	x, y := m.point(b.left, b.bottom)
	out := box{x, y, x, y}
	for _, corner := range [3][2]float64{{b.left, b.top}, {b.right, b.bottom}, {b.right, b.top}} {
		out.add(m.point(corner[0], corner[1]))
	}
	return out
}

// add widens a box to hold a point.
func (b *box) add(x, y float64) {
	b.left, b.right = min(b.left, x), max(b.right, x)
	b.bottom, b.top = min(b.bottom, y), max(b.top, y)
}
