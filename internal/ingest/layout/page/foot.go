package page

import "conceptdiff/internal/ingest/layout"

// A paragraph whose last line is full, at the foot of a page, looks like one that
// goes on. What tells them apart is how programs break pages: they fill the page,
// and leave neither the first nor the last line of a paragraph to itself.

// foot is where the text of a page ends: the base line of its last line of text, from
// the top of the page, and whether footnotes took room that the text would have had.
type foot struct {
	base  float64 // of its last line
	notes bool    // footnotes stand below
}

// measureFeet finds where the pages end. It counts what the end of a page hides: of
// the full lines that end a sentence before another one begins, how many end a
// paragraph too, as white space or an indent shows inside the pages. A last line that
// fills its measure by chance is seen inside a page by the white space after it;
// where most such lines are last ones, those at a page's foot are taken for last ones
// as well.
func (s *pageSetting) measureFeet(lines []pageLine) {
	s.feet = map[int]foot{}
	last, inner := 0, 0
	var a *pageLine // the line before that is text
	for i := range lines {
		b := &lines[i]
		f := s.feet[b.page]
		f.notes = f.notes || b.why == whyNote
		if b.why == "" {
			f.base = max(f.base, b.Base)
		}
		s.feet[b.page] = f
		if b.why != "" {
			continue
		}
		if a != nil && a.page == b.page && a.Column == b.Column && b.Bullet == "" && !s.differs(a) && !s.differs(b) && s.mayEndFull(a, b) {
			if s.apart(a, b) || s.indented(b) {
				last++
			} else {
				inner++
			}
		}
		a = b
	}
	for _, f := range s.feet {
		s.bottom = max(s.bottom, f.base)
	}
	const rarer = 2 // of the paragraphs that end with a page this share fill it, at least
	s.ends = last > rarer*inner
}

// mayEndFull reports whether nothing but white space could tell if a paragraph
// ends with a: it is full, ends a sentence, and another begins with b.
func (s *pageSetting) mayEndFull(a, b *pageLine) bool {
	return layout.EndsSentence(a.Text) && !layout.StartsSmall(b.Text) && s.filled(a, b)
}

// endsPage reports whether the paragraph at hand ends with its page, before line i:
// where another line would have had room, where its first or last line would stand
// alone, or else where most of such lines end paragraphs. (Typesetters call such
// lonely lines widows and orphans.) i is the first line of the next page or column.
func (s *pageSetting) endsPage(cur *pageParagraph, lines []pageLine, i int) bool {
	prev, ln := cur.last(), &lines[i]
	if s.indent > 0 && !s.indented(ln) && s.inset(ln) < someIndent*s.body {
		return false // paragraphs begin further in
	}
	next := 1 // lines that would be left of the paragraph, up to 3
	for ; next < 3 && i+next < len(lines); next++ {
		b := &lines[i+next]
		if b.page != ln.page || b.Column != ln.Column || s.apart(&lines[i+next-1], b) || s.indented(b) || b.labelled() {
			break
		}
	}
	switch f := s.feet[prev.page]; {
	case next == 1 || len(cur.lines) == 1:
		return true
	case prev.page == ln.page || f.notes: // from column to column
		return s.ends
	default:
		// In lines of the body: what is left below the line, were the page filled as
		// the fullest is.
		room := (s.bottom - prev.Base) / (s.pitch * s.body) // lines
		return room > 1.9 || next > 2 && room > 0.9 || s.ends
	}
}
