package page

import (
	"math"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// pageParagraph is the lines of a paragraph, an item or a heading; there is at least
// one.
type pageParagraph struct {
	lines []pageLine
	level int  // of a heading, 0 if it is none
	bare  bool // the number that opens it has no mark
}

func (p *pageParagraph) first() *pageLine { return &p.lines[0] }
func (p *pageParagraph) last() *pageLine  { return &p.lines[len(p.lines)-1] }

// joinPageLines makes paragraphs of lines. Each line goes to one, in order; those of
// a paragraph with one line share their array with lines.
func joinPageLines(lines []pageLine, set *pageSetting) []pageParagraph {
	var out []pageParagraph
	for i := range lines {
		ln := &lines[i]
		if i > 0 {
			if cur := &out[len(out)-1]; !set.startsParagraph(cur, lines, i) && !set.standsIn(lines, i) {
				cur.lines = append(cur.lines, *ln)
				continue
			}
		}
		out = append(out, pageParagraph{lines: lines[i : i+1 : i+1]})
	}
	return out
}

// startsParagraph reports whether a line opens a new paragraph rather than going on with
// the one at hand. In this order:
//
//  1. another size of type, or bold type after a line that had room left;
//  2. a label at a place where a provision can start;
//  3. white space above it, unless a new page or column begins with it;
//  4. an indent, or an outdent, that is not the paragraph's own;
//  5. the line before had room for its first word;
//  6. at the top of a page, where the line before was full and ended a sentence:
//     see foot.
func (s *pageSetting) startsParagraph(cur *pageParagraph, lines []pageLine, i int) bool {
	prev, ln := cur.last(), &lines[i]
	jump := ln.page != prev.page || ln.Column != prev.Column
	full := s.filled(prev, ln)
	apart := !jump && s.apart(prev, ln)
	if math.Abs(prev.Size-ln.Size) > 0.08*prev.Size {
		return true
	}
	if ln.Bullet != "" {
		return true
	}
	if ln.labelled() && s.startsProvision(cur, ln, full, apart, jump) {
		return true
	}
	if apart {
		return true
	}
	small := layout.StartsSmall(ln.Text)
	if prev.Bold != ln.Bold && !small && (!full || cur.bold() != ln.Bold && !layout.Hangs(prev.Text)) && !s.titleGoesOn(cur, ln, full) {
		return true
	}
	// A centred title may be short on every line.
	if s.centred(prev, ln) && layout.Hangs(prev.Text) {
		return false
	}
	if (!jump || ln.Column == 0 && prev.Column == 0) && s.indentBreaks(cur, ln, full) {
		return true
	}
	if endsInHyphen(prev.Text) && full {
		return false
	}
	if jump && s.mayEndFull(prev, ln) {
		return s.endsPage(cur, lines, i)
	}
	switch {
	case small && !full:
		mark := layout.LastMark(prev.Text)
		return mark == ';' || mark == ':' || layout.EndsSentence(prev.Text)
	case small:
		return false
	case s.centred(prev, ln) && layout.AllCaps(prev.Text) && layout.AllCaps(ln.Text):
		return false
	}
	return !full
}

// standsIn reports whether line i is the indented first line of a paragraph that
// goes on further out. The item of a list before it may stand as far in.
func (s *pageSetting) standsIn(lines []pageLine, i int) bool {
	if i+1 >= len(lines) || lines[i+1].page != lines[i].page || lines[i+1].Column != lines[i].Column {
		return false
	}
	return s.indented(&lines[i]) && !layout.StartsSmall(lines[i].Text) && layout.EndsSentence(lines[i-1].Text) &&
		s.inset(&lines[i])-s.inset(&lines[i+1]) > someIndent*s.body && !s.apart(&lines[i], &lines[i+1])
}

// titleGoesOn reports whether a bold line is the rest of an article's title whose
// number, on the line before, is not bold.
func (s *pageSetting) titleGoesOn(cur *pageParagraph, ln *pageLine, full bool) bool {
	return full && ln.Bold && len(cur.lines) == 1 && cur.first().label.Unit != "" && !layout.Ends(cur.first().Text)
}

// bold reports whether all lines of the paragraph are.
func (p *pageParagraph) bold() bool {
	for i := range p.lines {
		if !p.lines[i].Bold {
			return false
		}
	}
	return true
}

// startsProvision reports whether a line that looks labelled can open a provision where
// it stands.
func (s *pageSetting) startsProvision(cur *pageParagraph, ln *pageLine, full, apart, jump bool) bool {
	prev := cur.last()
	if ln.label.Form == numbering.FormBullet && !strings.ContainsAny(ln.label.Printed, "-–—*+") {
		return true
	}
	if apart || !full {
		return true // somebody ended the line before
	}
	ended := layout.Ends(prev.Text) && layout.LastMark(prev.Text) != ',' || s.differs(prev) && cur.first().labelled() && !layout.Hangs(prev.Text)
	if ln.label.Unit != "" && layout.StartsSmall(ln.label.Printed) {
		return layout.EndsSentence(prev.Text) // else «art. 5» in running text
	}
	return ended || !jump && len(cur.lines) > 1 && math.Abs(ln.Left-prev.Left) > slack*ln.Size*4
}

// indentBreaks reports whether the place where a line begins shows that it opens a
// paragraph. It is asked of lines that no white space parts; steps are in sizes.
// After a first line any place is possible for the second (hanging, or further out);
// after two the paragraph has its edge.
func (s *pageSetting) indentBreaks(cur *pageParagraph, ln *pageLine, full bool) bool {
	prev := cur.last()
	step := (s.inset(ln) - s.inset(prev)) / ln.Size
	switch {
	case math.Abs(step) < someIndent:
		return len(cur.lines) == 1 && s.indented(prev) && s.indented(ln) && !layout.StartsSmall(ln.Text)
	case len(cur.lines) > 1:
		return !s.centred(prev, ln)
	case step < 0: // after a first line that stands in
		return !full && !layout.StartsSmall(ln.Text)
	}
	// Further in than a first line: hanging behind a number or bullet, else an
	// indented paragraph after one of a single line.
	return !full || !prev.labelled() && !layout.StartsSmall(ln.Text) && layout.Ends(prev.Text)
}

// block writes a paragraph down: its lines joined by words, their notes, and its
// indent in half sizes, which is about the width of a letter. The text may hold the
// marks around struck-out words.
func (p *pageParagraph) block(words *hyphenator, set *pageSetting) flow.Block {
	first := p.first()
	b := flow.Block{Place: first.place(), Num: first.Bullet, Level: p.level}
	var text []byte
	for i := range p.lines {
		ln := &p.lines[i]
		text = words.join(text, ln)
		b.Notes = append(b.Notes, ln.notes...)
	}
	b.Text = string(text)
	if l, rest, ok := numbering.CutBare(b.Text); p.bare && ok {
		b.Num, b.Text = l.Printed, rest
	}
	b.Indent = max(int(math.Round(set.inset(first)/(set.body*0.5))), 0)
	return b
}
