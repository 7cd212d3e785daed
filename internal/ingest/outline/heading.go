package outline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// isHeading reports whether the words on the line of block i's number are its
// heading. The form of the number comes first, then the words, and where they leave
// it open what stands before most words of its class: «5. Duties» is a heading in a
// text of headings and a torn sentence in a text of sentences. end is the
// component's.
func (b *builder) isHeading(lv *level, i, end int) bool {
	text := b.blocks[i].Text
	switch {
	case lv.p.Kind == revision.KindClause && (isAside(text) || isRepeal(text)):
		return false // (repealed)
	case lv.label.Form == numbering.FormParens || lv.label.Form == numbering.FormParen:
		return false
	case (lv.label.Form == numbering.FormDegree || lv.label.Form == numbering.FormDash) && len(lv.parts) < 2:
		return false
	case lv.p.Kind == revision.KindPart:
		return !lv.label.Unit.Plans() || !layout.EndsSentence(text)
	case endsDashed(text) && i+1 < end && b.blocks[i+1].Label.Form == numbering.FormParens && b.blocks[i+1].Label.First():
		return true
	case b.found.number[i+1]:
		return false // the heading of such a number stands above it
	case layout.LooksLikeHeading(text):
		// A sentence that lost its full stop among sentences stays one. One in five
		// of its class is enough for words that look like a heading.
		return b.titles[lv.label.Class()] > 20 || i+1 < end && !b.blocks[i+1].Labelled()
	case b.titles[lv.label.Class()] >= 80 && utf8.RuneCountInString(text) <= 100 && !layout.Ends(text):
		return true // http URI Scheme
	case lv.label.Unit == "" || i+1 >= end || b.blocks[i+1].Label.Unit != "":
		return false
	}
	return b.stops[lv.label.Class()] >= 50 && isStopped(text)
}

// isStopped reports whether a text could be a title that a full stop ends: «SEC. 101.
// SHORT TITLE.», «Article 1. Scope.» Where most of a text's labels have more behind
// them it is a short sentence.
func isStopped(s string) bool {
	const longest = 80 // characters
	return utf8.RuneCountInString(s) <= longest && layout.LastMark(s) == '.' && !layout.StartsSmall(s) && !strings.ContainsAny(s[:len(s)-1], ".;:!?,")
}

// cutTitle cuts the title that a full stop and a dash end off the text behind it:
// «Fees.—No fee is charged.» The title keeps both; "" where there is none.
func cutTitle(s string) (title, text string) {
	const mark = ".—"
	i := strings.Index(s[:min(len(s), layout.MaxBareTitle)], mark)
	if i <= 0 || strings.ContainsAny(s[:i], ".;:—") || layout.StartsSmall(s) {
		return "", s
	}
	i += len(mark)
	return s[:i], strings.TrimSpace(s[i:])
}

// isAside reports whether a text is one remark in brackets: what a consolidation
// says of a provision that is no longer there.
func isAside(s string) bool {
	s = strings.TrimRight(s, ". ")
	return strings.HasPrefix(s, "(") && strings.IndexByte(s, ')') == len(s)-1 || strings.HasPrefix(s, "[") && strings.IndexByte(s, ']') == len(s)-1
}

// isRepeal reports whether a text says no more than that its provision is repealed.
func isRepeal(s string) bool {
	const longest = 30 // bytes of such words
	s = strings.TrimRight(s, ". ")
	return len(s) <= utf8.UTFMax*longest && slices.Contains(repeals, layout.Lower(s))
}

// repeals are what registers leave of a provision beside its number.
var repeals = []string{
	"ləğv edilmişdir", "ləğv edilib", "ləğv olunmuşdur", "çıxarılmışdır", "çıxarılıb",
	"утратил силу", "утратила силу", "утратили силу", "утратило силу", "исключен", "исключена", "исключён", "repealed",
}

// titleVotes says for each class of number how many of a hundred stand before words
// that look like a heading, and like one that a full stop ends. Numbers without words
// on their line do not vote.
func titleVotes(blocks []layout.Block) (titled, stopped map[numbering.Class]int) {
	all := map[numbering.Class]int{}
	titled, stopped = map[numbering.Class]int{}, map[numbering.Class]int{}
	for i := range blocks {
		if blk := &blocks[i]; blk.Numbered() && blk.Text != "" {
			c := blk.Label.Class()
			all[c]++
			switch {
			case layout.LooksLikeHeading(blk.Text):
				titled[c]++
			case isStopped(blk.Text):
				stopped[c]++
			}
		}
	}
	for c, n := range all {
		titled[c], stopped[c] = titled[c]*100/n, stopped[c]*100/n
	}
	return titled, stopped
}

// takesHeading reports whether block j is the heading of a provision whose number
// stands on a line of its own: «Article 1 / Subject matter». A point of a list has
// none; a group takes any line that can be a title; a clause only one after which
// text comes.
func (b *builder) takesHeading(lv *level, j, end int) bool {
	romanOne := lv.count == roman && lv.label.Form == numbering.FormBare
	if lv.list || lv.label.Unit == "" && len(lv.parts) == 0 && !romanOne {
		return false
	}
	blk := &b.blocks[j]
	if blk.Level > 0 && !blk.Labelled() && lv.p.Kind == revision.KindPart {
		// ## Part 1 / ## The duty; set larger or smaller than its number, on a page
		above := b.blocks[j-1].Level
		return blk.Level == above || above == 0 || b.soleHeading(j, end)
	}
	if blk.Labelled() || blk.Level > 0 || blk.Plain {
		return false
	}
	if lv.p.Kind == revision.KindPart && layout.Hangs(blk.Text) && b.titleEnd(lv, j, end) > j {
		return true // «FIELDS AND / ROADS»
	}
	if len(lv.parts) > 1 && isTerm(blk.Text) && j+1 < end && !b.blocks[j+1].Labelled() {
		return true
	}
	if !layout.LooksLikeHeading(blk.Text) {
		return false
	}
	if lv.p.Kind == revision.KindPart {
		return true
	}
	// Words that are all an article has are its text: «Article 5 / Repealed».
	return j+1 < end && (!b.blocks[j+1].Numbered() || b.blocks[j+1].Label.Unit == "")
}

// isTerm reports whether a line is the term that a standard defines below its
// number: «3.1 / field map / drawing of a field».
func isTerm(s string) bool {
	const longest = 60 // characters
	return layout.StartsSmall(s) && !layout.Ends(s) && !layout.Hangs(s) && utf8.RuneCountInString(s) <= longest
}

// soleHeading reports whether block j is the only heading of its level before the
// next group: the title of the group that stands above it rather than a section.
func (b *builder) soleHeading(j, end int) bool {
	for i := j + 1; i < end; i++ {
		blk := &b.blocks[i]
		switch {
		case blk.Label.Unit.Groups():
			return true
		case blk.Level == b.blocks[j].Level && !blk.Labelled():
			return false
		}
	}
	return true
}

// titleEnd is the last block of a group's title that begins at block j: lines in
// capitals that go on from line to line.
func (b *builder) titleEnd(lv *level, j, end int) int {
	const most = 4 // lines
	if lv.p.Kind != revision.KindPart || !layout.AllCaps(b.blocks[j].Text) {
		return j
	}
	last := j
	for i := j + 1; i < end && i < j+most; i++ {
		blk := &b.blocks[i]
		// On a page the line that stands above a provision may alone be known for a
		// heading.
		level := blk.Level == b.blocks[j].Level || b.blocks[j].Level == 0
		if blk.Labelled() || blk.Plain || !level || isNamed(blk.Text) || !layout.AllCaps(blk.Text) || layout.Ends(blk.Text) {
			break
		}
		last = i
	}
	return last
}
