package ingest

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// isHeading reports whether the words on the line of block i's number are its
// heading.
func (b *builder) isHeading(lv *level, i, end int) bool {
	text := b.blocks[i].text
	switch {
	case lv.label.Form == numbering.FormParens || lv.label.Form == numbering.FormParen:
		return false
	case (lv.label.Form == numbering.FormDegree || lv.label.Form == numbering.FormDash) && len(lv.parts) < 2:
		return false
	case lv.p.Kind == revision.KindPart:
		return !lv.label.Unit.Plans() || !endsSentence(text)
	case endsDashed(text) && i+1 < end && b.blocks[i+1].label.Form == numbering.FormParens && isFirst(b.blocks[i+1].label):
		return true
	case b.between[i+1]:
		return false // its heading stands above it
	case looksLikeHeading(text):
		// A sentence that lost its full stop among sentences stays one.
		return b.titles[classOf(lv.label)] > 20 || i+1 < end && !b.blocks[i+1].labelled()
	case b.titles[classOf(lv.label)] >= 80 && utf8.RuneCountInString(text) <= 100 && !ends(text):
		return true // http URI Scheme
	case lv.label.Unit == "" || i+1 >= end || b.blocks[i+1].label.Unit != "":
		return false
	}
	// SEC. 101. SHORT TITLE. — Article 1. Scope.
	return utf8.RuneCountInString(text) <= 80 && lastMark(text) == '.' && !startsSmall(text) && !strings.ContainsAny(text[:len(text)-1], ".;:!?,")
}

// titleVotes says for each class of number how many of a hundred stand before
// words that look like a heading.
func titleVotes(blocks []block) map[labelClass]int {
	all, titled := map[labelClass]int{}, map[labelClass]int{}
	for i := range blocks {
		if blk := &blocks[i]; blk.numbered() && blk.text != "" {
			c := classOf(blk.label)
			all[c]++
			if looksLikeHeading(blk.text) {
				titled[c]++
			}
		}
	}
	for c, n := range all {
		titled[c] = titled[c] * 100 / n
	}
	return titled
}

// takesHeading reports whether block j is the heading of a provision whose
// number stands on a line of its own: «Article 1 / Subject matter».
func (b *builder) takesHeading(lv *level, j, end int) bool {
	if lv.list || lv.label.Unit == "" && len(lv.parts) == 0 {
		return false
	}
	blk := &b.blocks[j]
	if blk.level > 0 && !blk.labelled() && blk.level == b.blocks[j-1].level && lv.p.Kind == revision.KindPart {
		return true // ## Part 1 / ## The duty
	}
	if blk.labelled() || blk.level > 0 || blk.plain || !looksLikeHeading(blk.text) {
		return false
	}
	if lv.p.Kind == revision.KindPart {
		return true
	}
	// Words that are all an article has are its text: «Article 5 / Repealed».
	return j+1 < end && (!b.blocks[j+1].numbered() || b.blocks[j+1].label.Unit == "")
}

// maxHeading is the length beyond which a line is not taken for a heading, in
// characters.
const maxHeading = 250

// looksLikeHeading reports whether a text could be a heading: short, beginning
// like one and ending without a mark.
func looksLikeHeading(s string) bool {
	return s != "" && !startsSmall(s) && !ends(s) && !hangs(s) && utf8.RuneCountInString(s) <= maxHeading
}
