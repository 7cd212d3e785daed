package ingest

import (
	"slices"
)

// markHeadings finds the headings that type shows: larger than the body, or
// bold, and heading-like in words. Headings with a number only need their level;
// one without must stand over text, and after the document's first text: what
// stands before is its title and stamps, and short bold lines after the last are
// its signature.
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
			begun = begun || endsSentence(p.last().Text)
			continue
		}
		if !begun || !p.first().labelled() && !(i+1 < len(paragraphs) && set.isText(&paragraphs[i+1])) {
			continue
		}
		at, _ := slices.BinarySearch(sizes, roundSize(p.first().Size))
		p.level = min(2+len(sizes)-1-at, 6)
	}
}

// stands reports whether a paragraph stands out as a heading does.
func (s *pageSetting) stands(p *pageParagraph) bool {
	ln := p.first()
	if ln.Bullet != "" || ln.Size < 1.08*s.body && !(p.bold() && !s.bold && ln.Size >= 0.97*s.body) || len(p.lines) > 4 {
		return false
	}
	return looksLikeHeading(ln.words()) || looksLikeHeading(p.last().words()) && !ends(p.last().Text)
}

// isText reports whether a paragraph is running text.
func (s *pageSetting) isText(p *pageParagraph) bool {
	return !p.first().labelled() && !s.stands(p) && ends(p.last().Text)
}
