package docx

// span is a stretch of a paragraph: kept when it has both sides.
type span struct{ old, new *atom }

// any is the span's atom, the new one where it has both.
func (s span) any() *atom {
	if s.new != nil {
		return s.new
	}
	return s.old
}

// paragraph is a paragraph of the redline: spans and the mark that ends it.
type paragraph struct {
	spans []span
	// The lines that the mark ends; one of them is nil when the mark belongs to
	// the other side only.
	old, new *line
	moved    bool // the mark moved along with the text before it
}

// shared reports whether the paragraph's mark is on both sides.
func (p *paragraph) shared() bool { return p.old != nil && p.new != nil }

// lines are the lines of both sides that the paragraph's text belongs to; nil
// where a side has no text in it and does not end here.
func (p *paragraph) lines() (old, new *line) {
	old, new = p.old, p.new
	for _, s := range p.spans {
		if old == nil && s.old != nil {
			old = s.old.line
		}
		if new == nil && s.new != nil {
			new = s.new.line
		}
	}
	return old, new
}

// item is an atom of a side or, without one, the end of a line.
type item struct {
	atom *atom
	line *line
}

// anchored reports whether the item is on both sides at one place.
func (i item) anchored() bool {
	if i.atom != nil {
		return i.atom.fate == kept
	}
	return i.line.mate != nil
}

func (s *side) items() []item {
	var out []item
	for _, l := range s.lines {
		for _, a := range l.atoms {
			out = append(out, item{a, l})
		}
		out = append(out, item{nil, l})
	}
	return out
}

// stream is the redline as it is built.
type stream struct {
	paragraphs []*paragraph
	at         *paragraph // the paragraph that is not ended yet
}

// merge makes one stream of both sides.
func (t *twoSides) merge() []*paragraph {
	s := &stream{at: &paragraph{}}
	old, now := t.old.items(), t.new.items()
	fresh := true // a paragraph begins here on both sides
	for {
		o, n := untilAnchor(old), untilAnchor(now)
		s.gap(old[:o], now[:n], fresh)
		if o == len(old) || n == len(now) {
			break
		}
		a, b := old[o], now[n]
		if a.atom != nil {
			s.at.spans = append(s.at.spans, span{a.atom, b.atom})
		} else {
			s.end(a.line, b.line)
		}
		fresh = a.atom == nil
		old, now = old[o+1:], now[n+1:]
	}
	return s.finish()
}

func untilAnchor(items []item) int {
	for i, it := range items {
		if it.anchored() {
			return i
		}
	}
	return len(items)
}

// gap adds what stands between two places that both sides share. Where a
// paragraph begins there, whole lines come first, old and new ones in the order
// of the changes; else the text up to the first line end comes first, so that
// what replaces a few words stands beside them.
func (s *stream) gap(old, now []item, fresh bool) {
	if !fresh {
		o, n := len(head(old)), len(head(now))
		s.add(old[:o], true)
		s.add(now[:n], false)
		old, now = old[o:], now[n:]
	}
	for {
		o, n := wholeLine(old), wholeLine(now)
		switch {
		case o > 0 && (n == 0 || old[0].line.rank <= now[0].line.rank):
			s.add(old[:o], true)
			old = old[o:]
		case n > 0:
			s.add(now[:n], false)
			now = now[n:]
		default:
			s.add(old, true)
			s.add(now, false)
			return
		}
	}
}

// head is what stands before the first line end.
func head(items []item) []item {
	for i, it := range items {
		if it.atom == nil {
			return items[:i]
		}
	}
	return items
}

// wholeLine is how many items there are up to and with the first line end, 0
// when there is none.
func wholeLine(items []item) int {
	if n := len(head(items)); n < len(items) {
		return n + 1
	}
	return 0
}

// add adds items that are on one side only.
func (s *stream) add(items []item, old bool) {
	for _, it := range items {
		switch {
		case it.atom != nil && old:
			s.at.spans = append(s.at.spans, span{old: it.atom})
		case it.atom != nil:
			s.at.spans = append(s.at.spans, span{new: it.atom})
		case old:
			s.end(it.line, nil)
		default:
			s.end(nil, it.line)
		}
	}
}

func (s *stream) end(old, new *line) {
	s.at.old, s.at.new = old, new
	s.paragraphs = append(s.paragraphs, s.at)
	s.at = &paragraph{}
}
