package onto

import (
	"slices"
	"unicode/utf8"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render/docx/stream"
)

// piece says where a run stands once runs are cut where paragraphs and objects
// begin and end.
type piece struct {
	run   *stream.Run
	line  *stream.Line // the printed line that it comes from
	home  *paragraph   // nil for what the file does not hold
	first int          // its first character in the paragraph
	unit  *ooxml.Element
	spots []spot
	boxes []*container // the text boxes of a drawing, which is a piece without text
	parts []*piece     // into which it was cut
	gone  bool         // nobody has to write it
}

// side is one text: its printed lines, cut into pieces.
type side struct {
	layout *layout // nil for an old text without a Word file, until it is mirrored
	lines  []*stream.Line
	found  []found
	pieces map[*stream.Line][]*piece
	of     map[*stream.Run]*piece
}

// newSide gathers where each run of a text stands.
func newSide(l *layout, lines []*stream.Line, f []found) *side {
	s := &side{layout: l, lines: lines, found: f, pieces: make(map[*stream.Line][]*piece), of: make(map[*stream.Run]*piece)}
	for i, line := range lines {
		var at *found
		if f != nil {
			at = &f[i]
		}
		s.spread(line, at)
	}
	return s
}

// spread tells the runs of a line where they stand. f is nil for a text whose file is
// not known. The space behind a number that is text is looked for behind it.
func (s *side) spread(line *stream.Line, f *found) {
	number, text := 0, 0
	for _, r := range line.Runs {
		p := &piece{run: r, line: line}
		n := utf8.RuneCountInString(r.Text)
		switch {
		case f == nil:
		case r.Number && number+n <= len(f.number):
			p.spots = f.number[number : number+n]
		case r.Number && f.typed && len(f.number) > 0:
			p.spots = s.layout.spaceBehind(f.number[len(f.number)-1], n)
		case r.Number:
			p.spots = all(nowhere, n)
		case text+n <= len(f.text):
			p.spots = f.text[text : text+n]
		}
		if r.Number {
			number += n
		} else {
			text += n
		}
		if f != nil && len(p.spots) != n {
			p.spots = append(slices.Clone(p.spots), all(nowhere, n-len(p.spots))...)
		}
		s.pieces[line] = append(s.pieces[line], p)
		s.of[r] = p
	}
}

// spaceBehind is the white space that follows a character, n spots of it.
func (l *layout) spaceBehind(s spot, n int) []spot {
	out := all(nowhere, n)
	if s == nowhere {
		return out
	}
	chars := l.paragraphs[s.paragraph].chars
	for i := range out {
		s.char = behind(chars, s.char)
		if s.char >= len(chars) || !unseen(chars[s.char].char) {
			break
		}
		out[i] = s
	}
	return out
}

// cut cuts the runs of both sides where either of them goes on in another paragraph,
// cell or object. Runs that are the same on both sides are cut at the borders of
// both, and stay tied piece by piece; others are cut each for itself.
func cut(old, now *side) {
	done := make(map[*stream.Run]bool)
	for _, s := range []*side{now, old} {
		other := old
		if s == old {
			other = now
		}
		for _, line := range s.lines {
			for _, p := range s.pieces[line] {
				if done[p.run] {
					continue
				}
				before := s.borders(p)
				partner := other.of[p.run.Counterpart]
				same := partner != nil && partner.run.Text == p.run.Text
				if same {
					before = append(before, other.borders(partner)...)
				}
				slices.Sort(before)
				before = slices.Compact(before)
				done[p.run] = true
				runs := p.run.Split(before)
				s.replace(p, runs)
				if same {
					done[partner.run] = true
					var theirs []*stream.Run
					for _, r := range runs {
						theirs = append(theirs, r.Counterpart)
					}
					other.replace(partner, theirs)
				}
			}
		}
	}
	for _, s := range []*side{now, old} {
		for _, line := range s.lines {
			s.flatten(line)
		}
	}
}

// borders are the characters of a piece before which it must be cut. Of a text
// without a file they are around the strokes between cells, with the spaces beside
// them.
func (s *side) borders(p *piece) []int {
	var out []int
	if p.spots == nil {
		text := []rune(p.run.Text)
		for i, r := range text {
			if r != '|' {
				continue
			}
			from, to := i, i+1
			for from > 0 && text[from-1] == ' ' {
				from--
			}
			for to < len(text) && text[to] == ' ' {
				to++
			}
			out = append(out, from, to)
		}
		return out
	}
	for i := 1; i < len(p.spots); i++ {
		a, b := p.spots[i-1], p.spots[i]
		if a.paragraph != b.paragraph || a != nowhere && (s.unit(a) != s.unit(b) || s.boxBetween(a, b) || s.noteBetween(a, b)) {
			out = append(out, i)
		}
	}
	return out
}

// boxBetween reports whether a text box stands between two characters of a
// paragraph.
func (s *side) boxBetween(a, b spot) bool {
	chars := s.layout.paragraphs[a.paragraph].chars
	for i := a.char + 1; i < b.char; i++ {
		if chars[i].char == boxMark {
			return true
		}
	}
	return false
}

// unit is the object that a character cannot be parted from, nil for plain text.
func (s *side) unit(at spot) *ooxml.Element {
	return s.layout.paragraphs[at.paragraph].chars[at.char].unit
}

// replace notes the runs into which a piece was cut.
func (s *side) replace(p *piece, runs []*stream.Run) {
	delete(s.of, p.run)
	at := 0
	var parts []*piece
	for _, r := range runs {
		n := utf8.RuneCountInString(r.Text)
		q := &piece{run: r, line: p.line}
		if p.spots != nil {
			q.spots = p.spots[at : at+n]
			if first := q.spots[0]; first != nowhere {
				q.home, q.first, q.unit = s.layout.paragraphs[first.paragraph], first.char, s.unit(first)
			}
		}
		at += n
		parts = append(parts, q)
		s.of[r] = q
	}
	p.parts = parts
}

// flatten puts the pieces into which others were cut in their place. Those that were
// not cut stay.
func (s *side) flatten(line *stream.Line) {
	var out []*piece
	for _, p := range s.pieces[line] {
		if p.parts == nil {
			out = append(out, p)
		}
		out = append(out, p.parts...)
	}
	s.pieces[line] = out
}

// drop takes out of a line what nobody has to write. It reuses the list: nobody may
// hold the old one.
func (s *side) drop(line *stream.Line) {
	kept := s.pieces[line][:0]
	for _, p := range s.pieces[line] {
		if !p.gone {
			kept = append(kept, p)
		}
	}
	s.pieces[line] = kept
}
