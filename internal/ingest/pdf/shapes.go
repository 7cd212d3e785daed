package pdf

// shape is a small filled or stroked path, perhaps a bullet, or a ruled line. round
// says that a curve is part of it.
type shape struct {
	box                      box
	left, right, top, bottom float64 // y grows downwards; set by turn
	round                    bool
	filled                   bool
}

// The kinds of page object (FPDF_PAGEOBJ_… in fpdfview.h).
const (
	objectPath  = 2
	objectImage = 3
	objectForm  = 5
)

// maxBullets is how many small shapes a page can have that are bullets; more are a
// drawing. A dotted map may have ten thousand.
const maxBullets = 1_000

// Segments of a path (FPDF_SEGMENT_…).
const (
	segmentBezier = 1
	segmentMove   = 2
)

// shapes finds the small shapes on a page, since Chromium draws the bullets of lists
// so and no text tells of them, and its ruled lines, inside forms too. It notes on p
// whether a picture covers it.
func (in *instance) shapes(page uint64, edges box, p *Page) (bullets, rules []shape) {
	f := finder{in: in, edges: edges, page: p, left: maxObjects}
	f.objects("FPDFPage_CountObjects", "FPDFPage_GetObject", page, onPage, 0)
	if len(f.bullets) > maxBullets {
		f.bullets = nil
	}
	return f.bullets, f.rules
}

// finder looks for shapes among the objects of a page.
type finder struct {
	in             *instance
	edges          box
	page           *Page
	left           int // objects that are still looked at
	bullets, rules []shape
}

// objects looks through the objects of a page or, deeper, of a form on it, which
// stand on the page as m says. Forms in forms are followed eight deep: a form may
// hold itself.
func (f *finder) objects(count, get string, of uint64, m placing, depth int) {
	const deepest = 8 // forms inside each other
	for i := range f.in.int(count, of) {
		if f.left--; f.left < 0 || f.in.broken != nil {
			return
		}
		object := uint64(f.in.handle(get, of, uint64(i)))
		switch kind := f.in.int("FPDFPageObj_GetType", object); {
		case object == 0:
		case kind == objectForm && depth < deepest:
			f.objects("FPDFFormObj_CountObjects", "FPDFFormObj_GetObject", object, m.after(f.in.matrix(object)), depth+1)
		case kind == objectPath, kind == objectImage:
			f.shape(object, kind == objectImage, m)
		}
	}
}

// shape looks at a picture or a path that stands as m says. A path of 0.8 to 12
// points that is about as wide as high may be a bullet; a picture that covers half of
// the page is noted, since a page of one without text is a scan.
func (f *finder) shape(object uint64, picture bool, m placing) {
	const smallest, largest = 0.8, 12.0 // points
	at := f.in.scratch
	if f.in.call("FPDFPageObj_GetBounds", object, uint64(at), uint64(at+4), uint64(at+8), uint64(at+12)) == 0 {
		return
	}
	s := shape{box: m.box(box{f.in.float32At(at), f.in.float32At(at + 4), f.in.float32At(at + 8), f.in.float32At(at + 12)})}
	w, h := s.box.width(), s.box.height()
	if picture {
		f.page.Picture = f.page.Picture || w*h > f.edges.width()*f.edges.height()/2
		return
	}
	f.rules = f.in.addRules(object, m, s.box, f.rules)
	if w < smallest || h < smallest || w > largest || h > largest || w > 1.5*h || h > 1.5*w || len(f.bullets) > maxBullets {
		return
	}
	f.in.drawing(object, &s)
	f.bullets = append(f.bullets, s)
}

// drawing reads how a shape is drawn: whether it is filled, and whether one of its
// first 64 segments is a curve.
func (in *instance) drawing(object uint64, s *shape) {
	p := uint64(in.scratch)
	if in.call("FPDFPath_GetDrawMode", object, p, p+4) != 0 {
		mode, _ := in.memory.ReadUint32Le(in.scratch)
		s.filled = mode != 0
	}
	for i := range min(in.int("FPDFPath_CountSegments", object), 64) {
		segment := uint64(in.handle("FPDFPath_GetPathSegment", object, uint64(i)))
		if segment != 0 && in.int("FPDFPathSegment_GetType", segment) == segmentBezier {
			s.round = true
			return
		}
	}
}

// bullet is the character that a shape stands for. A square is one whether filled or
// not.
func (s *shape) bullet() string {
	switch {
	case s.round && s.filled:
		return "•"
	case s.round:
		return "◦"
	}
	return "▪"
}

// addBullets gives each shape that stands where a bullet would to the line after it:
// close before its first letter, in its height, with nothing in between. The line
// begins at its bullet then, as one with a bullet of text does. Of two shapes before
// a line the first is taken.
func addBullets(lines []Line, shapes []shape) {
	const farthest = 3.5 // ems
	for i := range shapes {
		s := &shapes[i]
		var nearest *Line
		for k := range lines {
			l := &lines[k]
			middle := (s.top + s.bottom) / 2
			if middle < l.Base-l.Size || middle > l.Base+0.1*l.Size || s.bottom-s.top > 0.8*l.Size {
				continue
			}
			if l.Left < s.right-0.5 && l.Right > s.left {
				nearest = nil // a shape amid the text
				break
			}
			if l.Left >= s.right-0.5 && l.Left-s.right < farthest*l.Size && (nearest == nil || l.Left < nearest.Left) {
				nearest = l
			}
		}
		if nearest != nil && nearest.Bullet == "" {
			nearest.Bullet = s.bullet()
			nearest.Left = s.left
		}
	}
}
