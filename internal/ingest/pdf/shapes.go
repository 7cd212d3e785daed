package pdf

// shape is a small filled or stroked path, perhaps a bullet.
type shape struct {
	box                      box
	left, right, top, bottom float64 // y grows downwards; set by turn
	round                    bool
	filled                   bool
}

// The kinds of page object.
const (
	objectPath  = 2
	objectImage = 3
)

// maxBullets is how many small shapes a page can have that are bullets; more are
// a drawing.
const maxBullets = 1_000

// Segments of a path.
const (
	segmentBezier = 1
	segmentMove   = 2
)

// shapes finds the small shapes on a page, since Chromium draws the bullets of lists
// so and no text tells of them, and its ruled lines. It notes on p whether a
// picture covers it.
func (in *instance) shapes(page uint64, edges box, p *Page) (bullets, rules []shape) {
	const smallest, largest = 0.8, 12.0 // points
	n := in.int("FPDFPage_CountObjects", page)
	for i := 0; i < n && i < maxObjects && in.broken == nil; i++ {
		object := uint64(in.handle("FPDFPage_GetObject", page, uint64(i)))
		kind := in.int("FPDFPageObj_GetType", object)
		if object == 0 || kind != objectPath && kind != objectImage {
			continue
		}
		at := uint64(in.scratch)
		if in.call("FPDFPageObj_GetBounds", object, at, at+4, at+8, at+12) == 0 {
			continue
		}
		s := shape{box: box{
			in.float32At(in.scratch), in.float32At(in.scratch + 4),
			in.float32At(in.scratch + 8), in.float32At(in.scratch + 12),
		}}
		w, h := s.box.width(), s.box.height()
		if kind == objectImage {
			p.Picture = p.Picture || w*h > edges.width()*edges.height()/2
			continue
		}
		rules = in.addRules(object, s.box, rules)
		if w < smallest || h < smallest || w > largest || h > largest || w > 1.5*h || h > 1.5*w {
			continue
		}
		if len(bullets) <= maxBullets {
			in.drawing(object, &s)
			bullets = append(bullets, s)
		}
	}
	if len(bullets) > maxBullets {
		bullets = nil
	}
	return bullets, rules
}

// drawing reads how a shape is drawn.
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

// bullet is the character that a shape stands for.
func (s *shape) bullet() string {
	switch {
	case s.round && s.filled:
		return "•"
	case s.round:
		return "◦"
	}
	return "▪"
}

// addBullets gives each shape that stands where a bullet would to the line after
// it: close before its first letter, in its height, with nothing in between.
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
