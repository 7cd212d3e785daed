package stream

// Span is a part of a paragraph: kept when it has both sides. At least one is there.
type Span struct{ Old, New *Run }

// Any is the span's run, the new one where it has both.
func (s Span) Any() *Run {
	if s.New != nil {
		return s.New
	}
	return s.Old
}

// Tag is the element in which a span stands, "" for one that is kept. In ECMA-376
// (17.13.5) w:ins, w:del, w:moveFrom and w:moveTo hold runs.
func (s Span) Tag() string {
	switch {
	case s.Old != nil && s.New != nil:
		return ""
	case s.Old != nil && s.Old.Fate == Moved:
		return "w:moveFrom"
	case s.Old != nil:
		return "w:del"
	case s.New.Fate == Moved:
		return "w:moveTo"
	}
	return "w:ins"
}

// Paragraph is a paragraph of the redline: spans and the mark that ends it. A
// paragraph of the redline can hold text of several lines of a side: of all up to the
// one whose end is shared.
type Paragraph struct {
	Spans []Span
	// The lines that the mark ends; one of them is nil when the mark belongs to
	// the other side only.
	Old, New *Line
	Moved    bool // the mark moved along with the text before it
}

// Shared reports whether the paragraph's mark is on both sides.
func (p *Paragraph) Shared() bool { return p.Old != nil && p.New != nil }

// Lines are the lines of both sides that the paragraph's text belongs to; nil
// where a side has no text in it and does not end here.
func (p *Paragraph) Lines() (old, new *Line) {
	old, new = p.Old, p.New
	for _, s := range p.Spans {
		if old == nil && s.Old != nil {
			old = s.Old.Line
		}
		if new == nil && s.New != nil {
			new = s.New.Line
		}
	}
	return old, new
}

// Formats are the paragraph's formats on both sides. Where a side has no text in it,
// and no end, its look is the other's; in the last paragraph, which an empty
// text has too, it is that of plain text.
func (p *Paragraph) Formats(last bool) (was, is Format) {
	old, now := p.Lines()
	plain := Format{Style: "BodyText"}
	switch {
	case old != nil && now != nil:
		return old.Format, now.Format
	case last && now != nil:
		return plain, now.Format
	case last && old != nil:
		return old.Format, plain
	case now != nil:
		return now.Format, now.Format
	case old != nil:
		return old.Format, old.Format
	}
	return plain, plain
}

// MarkTag is the element that says how the paragraph's mark changed. It is asked of a
// paragraph whose mark only one side has.
func (p *Paragraph) MarkTag() string {
	switch {
	case p.Old != nil && p.Moved:
		return "w:moveFrom"
	case p.Old != nil:
		return "w:del"
	case p.Moved:
		return "w:moveTo"
	}
	return "w:ins"
}

// item is a run of a side or, without one, the end of a line.
type item struct {
	run  *Run
	line *Line
}

// anchored reports whether the item is on both sides at one place.
func (i item) anchored() bool {
	if i.run != nil {
		return i.run.Fate == Kept
	}
	return i.line.Counterpart != nil
}

// items are the runs of lines in order, and behind those of each line its end.
func items(lines []*Line) []item {
	var out []item
	for _, l := range lines {
		for _, a := range l.Runs {
			out = append(out, item{a, l})
		}
		out = append(out, item{nil, l})
	}
	return out
}

// stream is the redline as it is built.
type stream struct {
	paragraphs []*Paragraph
	at         *Paragraph // the paragraph that is not ended yet
}

// Merge makes one stream of the lines of both sides. What both have stands at one
// place of it, in the order that both have it in. Runs must have their fates and
// lines their counterparts ([Texts.Chain], [ShareMarks]), in one order on both sides:
// then the anchors of both are as many and meet in pairs.
func Merge(oldLines, newLines []*Line) []*Paragraph {
	s := &stream{at: &Paragraph{}}
	old, now := items(oldLines), items(newLines)
	fresh := true // a paragraph begins here on both sides
	for {
		o, n := untilAnchor(old), untilAnchor(now)
		s.gap(old[:o], now[:n], fresh)
		if o == len(old) || n == len(now) {
			break
		}
		a, b := old[o], now[n]
		if a.run != nil {
			s.at.Spans = append(s.at.Spans, Span{a.run, b.run})
		} else {
			s.end(a.line, b.line)
		}
		fresh = a.run == nil
		old, now = old[o+1:], now[n+1:]
	}
	return s.finish()
}

// untilAnchor is how many items stand before the first that is anchored; all when
// none is.
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
		if it.run == nil {
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
		case it.run != nil && old:
			s.at.Spans = append(s.at.Spans, Span{Old: it.run})
		case it.run != nil:
			s.at.Spans = append(s.at.Spans, Span{New: it.run})
		case old:
			s.end(it.line, nil)
		default:
			s.end(nil, it.line)
		}
	}
}

// end ends the paragraph at hand with the mark of one line or of both.
func (s *stream) end(old, new *Line) {
	s.at.Old, s.at.New = old, new
	s.paragraphs = append(s.paragraphs, s.at)
	s.at = &Paragraph{}
}
