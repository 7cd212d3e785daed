package page

import (
	"slices"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// markHeadings finds the headings that type shows: larger than the body, or bold, and
// heading-like in words. Headings with a number only need their level; one without
// must stand over text, and after the document's first text: what stands before is
// its title and stamps, and short bold lines after the last are its signature. Levels
// go from 2 for the largest size to 6; 1 is the document's title, which is not
// decided here.
func markHeadings(paragraphs []pageParagraph, set *pageSetting) {
	var sizes []float64
	for i := range paragraphs {
		if set.stands(&paragraphs[i]) {
			sizes = append(sizes, roundSize(paragraphs[i].first().Size))
		}
	}
	slices.Sort(sizes)
	sizes = slices.Compact(sizes)
	begun := false
	for i := range paragraphs {
		p := &paragraphs[i]
		if !set.stands(p) {
			begun = begun || layout.EndsSentence(p.last().Text)
			continue
		}
		if !begun || !p.first().labelled() && !(i+1 < len(paragraphs) && set.heads(p, &paragraphs[i+1])) {
			continue
		}
		at, _ := slices.BinarySearch(sizes, roundSize(p.first().Size))
		p.level = min(2+len(sizes)-1-at, 6)
	}
	numberBare(paragraphs)
}

// stands reports whether a paragraph stands out as a heading does: its letters are
// larger by 8 per cent than the body's, or bold where the body is not and no smaller;
// it has four lines at most, no bullet, and the words of a heading.
func (s *pageSetting) stands(p *pageParagraph) bool {
	ln := p.first()
	if ln.Bullet != "" || ln.Size < 1.08*s.body && !(p.bold() && !s.bold && ln.Size >= 0.97*s.body) || len(p.lines) > 4 {
		return false
	}
	if ln.labelled() {
		return flow.HeadingLevel(1, p.text()) > 0
	}
	return layout.LooksLikeHeading(p.text())
}

// text is the paragraph's words, for judging them.
func (p *pageParagraph) text() string {
	if len(p.lines) == 1 {
		return p.first().words()
	}
	parts := make([]string, len(p.lines))
	for i := range p.lines {
		parts[i] = p.lines[i].words()
	}
	return strings.Join(parts, " ")
}

// numberBare takes the bare numbers of headings («1 Scope») for their numbers
// where the first is 1 and another follows.
func numberBare(paragraphs []pageParagraph) {
	var bare []*pageParagraph
	for i := range paragraphs {
		p := &paragraphs[i]
		if p.level == 0 || p.first().labelled() {
			continue
		}
		if l, rest, ok := numbering.CutBare(p.text()); ok && rest != "" {
			if len(bare) == 0 && l.Num != "1" {
				return
			}
			bare = append(bare, p)
		}
	}
	if len(bare) > 1 {
		for _, p := range bare {
			p.bare = true
		}
	}
}

// heads reports whether a paragraph that stands out can be the heading of the next:
// of running text or, where it is larger than the body by 15 per cent, of a
// provision.
func (s *pageSetting) heads(p, next *pageParagraph) bool {
	return s.isText(next) || p.first().Size > 1.15*s.body && next.first().labelled()
}

// isText reports whether a paragraph is running text.
func (s *pageSetting) isText(p *pageParagraph) bool {
	return !p.first().labelled() && !s.stands(p) && layout.Ends(p.last().Text)
}
