package outline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/numbering/family"
)

// finder looks for headings in a component. It judges words and places first
// (candidates), and then the text as a whole.
type finder struct {
	b     *builder
	c     span
	title int
	end   int    // before the signature
	cand  []bool // by block, from c.first
	gaps  bool   // blank lines part blocks here
}

// is reports whether block i is a candidate; any i may be asked for.
func (f *finder) is(i int) bool { return i >= f.c.first && i < f.c.end && f.cand[i-f.c.first] }

// candidates finds the blocks that could be headings by their own words and by what
// stands before them. Blank lines count as evidence where they stand before one block
// in eight.
func (f *finder) candidates() {
	blocks := f.b.blocks
	f.cand = make([]bool, f.c.end-f.c.first)
	apart := 0
	for i := f.c.first; i < f.c.end; i++ {
		if blocks[i].Gap > 0 {
			apart++
		}
	}
	f.gaps = apart*8 > f.c.end-f.c.first
	for i := f.front(); i+1 < f.end; i++ {
		blk := &blocks[i]
		if blk.Row || i == f.title || blk.Labelled() || blk.Plain || blk.Level > 0 || !headingWords(blk.Text) || isStamp(blk.Text) || isSigner(blk.Text) || f.title >= 0 && blk.Text == blocks[f.title].Text {
			continue
		}
		f.cand[i-f.c.first] = f.finished(i)
	}
}

// front is the first block that may be a heading: after the stamp and the lines of the
// title.
func (f *finder) front() int {
	blocks := f.b.blocks[:f.c.end]
	first := afterStamp(blocks, f.c.first)
	for i := first; i < f.end && !blocks[i].Labelled() && blocks[i].Level == 0 && !layout.EndsSentence(blocks[i].Text); i++ {
		if isStamp(blocks[i].Text) {
			first = stampEnd(blocks, i) + 1
			break
		}
	}
	if f.title >= first {
		first = titleEnds(blocks, f.title) + 1
	}
	return first
}

// mostTitled is how many of a hundred letters or Roman numerals must stand before titles
// for each to head what follows.
const mostTitled = 50

// finished reports whether what stands before block i is finished: a sentence, a
// heading, the title, or anything where blank lines part the two.
func (f *finder) finished(i int) bool {
	blocks := f.b.blocks
	if i == f.c.first || i-1 == f.title || f.is(i-1) {
		return true
	}
	prev := &blocks[i-1]
	switch {
	case prev.Label.Unit != "" && prev.Text == "":
		return false // its title
	case blocks[i].Gap > 0 && f.gaps:
		return true
	case prev.Numbered() && prev.Text == "":
		return false
	}
	heads := prev.Label.Unit.Groups() || isNamed(prev.Text) || prev.Numbered() && prev.Label.Unit == "" && prev.Label.Depth() == 0 && f.b.titles[prev.Label.Class()] >= mostTitled
	return layout.EndsSentence(prev.Text) || prev.Level > 0 || heads && layout.LooksLikeHeading(prev.Text) ||
		i-2 >= f.c.first && blocks[i-2].Label.Unit != "" && blocks[i-2].Text == ""
}

// headingWords reports whether words could be a heading without a number. One
// question mark is allowed, since headings ask; tables, formulas, captions and dates
// are none.
func headingWords(s string) bool {
	if strings.HasSuffix(s, "?") && strings.Count(s, "?") == 1 && !strings.Contains(s, ". ") {
		s = s[:len(s)-1]
	}
	if !layout.LooksLikeHeading(s) || utf8.RuneCountInString(s) > maxPlainHeading || strings.Contains(s, " | ") || strings.ContainsAny(s, "=<>{}") || family.IsCaption(s) || isDated(s) {
		return false
	}
	if inside, ok := strings.CutPrefix(s, "（"); ok && strings.HasSuffix(inside, "）") {
		s = inside // the heading of a Japanese article
	}
	r, _ := utf8.DecodeRuneInString(s)
	return (unicode.IsLetter(r) || unicode.IsDigit(r)) && strings.ContainsFunc(s, unicode.IsLetter)
}

// isDated reports whether a line is a date, or a place and a date behind a comma, as
// the end of a letter or a quotation has it.
func isDated(s string) bool {
	if comma := strings.LastIndex(s, ", "); comma > 0 && family.IsDate(s[comma+2:]) {
		return true
	}
	place, date, ok := strings.Cut(s, ", ")
	return family.IsDate(s) || ok && place != "" && family.IsDate(date) || saysAdoption(s)
}

// saysAdoption reports whether a line says by whom and when an act was adopted:
// «Принят Государственной Думой 1 июня 2021 года».
func saysAdoption(s string) bool {
	verb, _, _ := strings.Cut(strings.ToLower(s), " ")
	switch verb {
	case "принят", "принята", "принято", "принят,", "одобрен", "одобрена", "подписан", "qəbul", "adopted", "passed", "enacted":
		return strings.ContainsAny(s, "0123456789")
	}
	return false
}

// heads is the block of the label that heading i stands before, with nothing but
// headings between; 0 if text comes first.
func (f *finder) heads(i int) int {
	for j := i + 1; j < f.end; j++ {
		if f.b.blocks[j].Numbered() {
			return j
		}
		if !f.is(j) {
			return 0
		}
	}
	return 0
}

// numberedBefore reports whether a label stands before block i.
func (f *finder) numberedBefore(i int) bool {
	return slices.ContainsFunc(f.b.blocks[f.c.first:i], func(b layout.Block) bool { return b.Numbered() })
}

// aboveNumbers finds the lines that are the headings of numbers below them: of a
// family of which eight in ten members, three at least, have a candidate right above
// and most have no title beside them.
func (f *finder) aboveNumbers(h *headings) {
	blocks := f.b.blocks
	members, above, titled := map[familyKey]int{}, map[familyKey]int{}, map[familyKey]int{}
	for i := f.c.first; i < f.end; i++ {
		blk := &blocks[i]
		if !blk.Numbered() || !f.runs(blk.Label) {
			continue
		}
		k := keyOf(blk.Label)
		members[k]++
		if f.is(i - 1) {
			above[k]++
		}
		if layout.LooksLikeHeading(blk.Text) {
			titled[k]++
		}
	}
	const few, nearly = 3, 0.8
	found := false
	headed := map[familyKey]bool{}
	for k, n := range above {
		if n >= few && float64(n) >= nearly*float64(members[k]) && 2*titled[k] < members[k] {
			headed[k], found = true, true
		}
	}
	for i := f.c.first + 1; i < f.end && found; i++ {
		blk := &blocks[i]
		if !blk.Numbered() || !f.is(i-1) || isAside(blk.Text) && blk.Label.RangeEnd() > blk.Label.Value() {
			continue // several at once have no heading
		}
		// A paragraph of such a number may have a heading of its own.
		if headed[keyOf(blk.Label)] || blk.Label.Unit == "" && blk.Label.Form == numbering.FormParens && blk.Label.Depth() == 1 || blk.Label.Depth() > 1 {
			h.number[i-1] = true
		}
	}
}

// runs reports whether labels like l number clauses: not groups, nor points.
func (f *finder) runs(l numbering.Label) bool {
	if l.Unit != "" {
		return !l.Unit.Groups() && l.Unit != numbering.UnitPoint && l.Unit != numbering.UnitAnnex
	}
	return (l.Form == numbering.FormDot || l.Form == numbering.FormBare) && l.Depth() == 1
}

// aboveLabels finds the headings right above labels of one family: two at least, or
// one that stands apart, in the middle of the text, above a label with a word. Points
// of lists have none.
func (f *finder) aboveLabels(h *headings) {
	count := map[familyKey][]int{}
	for i := f.c.first; i < f.end; i++ {
		if !f.is(i) || h.number[i] {
			continue
		}
		j := f.heads(i)
		if j == 0 || f.b.blocks[j].Label.Form == numbering.FormParens && f.b.blocks[j].Label.Unit == "" || f.b.blocks[j].Label.Unit == numbering.UnitAnnex {
			continue
		}
		l := f.b.blocks[j].Label
		if l.Unit == "" && l.Form != numbering.FormCode && l.Depth() == 0 && l.Num == strings.ToLower(l.Num) {
			continue // points
		}
		if l.Unit == "" && l.Form != numbering.FormCode && l.Depth() > 1 {
			continue // 1.1 has its title beside it
		}
		k := keyOf(l)
		count[k] = append(count[k], i)
	}
	for _, at := range count {
		if len(at) < 2 {
			// One alone may be part of the title, or the last line of what stands before
			// it.
			j := f.heads(at[0])
			if !f.gaps || f.b.blocks[at[0]].Gap == 0 || f.b.blocks[j].Label.Unit == "" || !f.numberedBefore(at[0]) {
				continue
			}
		}
		for _, i := range at {
			h.section[i] = familyKey{before: f.heads(i)}
		}
	}
}

// listed reports whether a candidate is one of several lines that open alike, as
// those of a list do.
func (f *finder) listed(i int) bool {
	opening := firstWords(f.b.blocks[i].Text)
	return f.is(i-1) && firstWords(f.b.blocks[i-1].Text) == opening || f.is(i+1) && firstWords(f.b.blocks[i+1].Text) == opening
}

// firstWords is the two words that a line opens with.
func firstWords(s string) string {
	first, rest, _ := strings.Cut(s, " ")
	second, _, _ := strings.Cut(rest, " ")
	return first + " " + second
}

// beforeText reports whether what follows a candidate is what it could head: a
// sentence or a line longer than itself, a list, another heading above such, or,
// where it stands alone between blank lines, anything but more such lines.
func (f *finder) beforeText(i int) bool {
	blk, next := &f.b.blocks[i], &f.b.blocks[i+1]
	const prose = 80 // bytes
	switch {
	case f.listed(i):
		return false
	case next.Numbered():
		return f.gaps && next.Gap > 0
	case next.Bullet():
		return true
	case f.gaps && blk.Gap > 0 && next.Gap == 0 && f.is(i+1) && f.is(i+2) && f.b.blocks[i+2].Gap == 0:
		return true // lines of a list below it
	case f.is(i + 1):
		return i+2 < f.end && !f.is(i+2) && (f.beforeText(i+1) || f.heads(i+1) > 0)
	case next.Row:
		return false
	case layout.Ends(next.Text) && len(next.Text) > len(blk.Text), len(next.Text) > max(prose, len(blk.Text)):
		return true
	}
	return f.gaps && next.Gap > 0
}

// onTitlePage reports whether a line in front of all sentences belongs to the title:
// it is set in the middle, above another heading, or says who wrote the text.
func (f *finder) onTitlePage(i int) bool {
	const middle, front = 4, 4 // columns; blocks
	blk, next := &f.b.blocks[i], &f.b.blocks[i+1]
	return f.is(i+1) && blk.Indent > next.Indent+middle || i < f.c.first+front && strings.HasPrefix(blk.Text, "By ")
}

// aboveText finds the headings above text: none in an order, in a text with markup
// for headings, or in one that is more numbers than prose; and never one alone.
func (f *finder) aboveText(h *headings) {
	blocks := f.b.blocks
	if f.c.order {
		return
	}
	numbered, all, dotted := 0, 0, 0
	prose := false
	var found []int
	for i := f.c.first; i < f.end; i++ {
		all++
		prose = prose || layout.EndsSentence(blocks[i].Text)
		if blocks[i].Level > 0 {
			return
		}
		if blocks[i].Numbered() {
			numbered++
			if l := blocks[i].Label; l.Unit == "" && l.Depth() > 1 && layout.LooksLikeHeading(blocks[i].Text) {
				dotted++
			}
		}
		if _, ok := h.section[i]; ok || !f.is(i) || h.number[i] || f.gaps && blocks[i].Gap == 0 {
			continue
		}
		if f.beforeText(i) && (prose || !f.onTitlePage(i)) {
			found = append(found, i)
		}
	}
	const sections = 5 // of a text whose headings are numbered 1.1, 1.2
	if dotted >= sections || 2*numbered > all || 2*f.aboveProse(found) > all || len(found) < 2 {
		return
	}
	words := map[string]int{}
	for _, i := range found {
		words[opensWith(blocks[i].Text)]++
	}
	key := func(i int) familyKey {
		k := familyKey{upper: !strings.ContainsFunc(blocks[i].Text, unicode.IsLower)}
		if w := opensWith(blocks[i].Text); w != "" && words[w] > 2 {
			k.opening = w
		}
		return k
	}
	for n, i := range found {
		k := key(i)
		// Of two that look alike, one right above the other, the first holds the second.
		k.outer = n+1 < len(found) && found[n+1] == i+1 && key(i+1) == k
		h.section[i] = k
	}
	f.alternate(h, found, key)
}

// alternate makes siblings of headings that come again and again, some above text and
// some above labels: «Where we are» and «What we will do» below each priority.
func (f *finder) alternate(h *headings, found []int, key func(int) familyKey) {
	times := map[string]int{}
	for i := f.c.first; i < f.end; i++ {
		if h.isSection(i) {
			times[f.b.blocks[i].Text]++
		}
	}
	again := func(i int) bool { return times[f.b.blocks[i].Text] > 1 }
	if !slices.ContainsFunc(found, again) {
		return
	}
	for i, k := range h.section {
		if i >= f.c.first && i < f.end && k.introduces() && again(i) {
			h.section[i] = key(i)
		}
	}
}

// aboveProse counts the headings that do not stand right above another one.
func (f *finder) aboveProse(found []int) int {
	n := 0
	for _, i := range found {
		if !f.is(i + 1) {
			n++
		}
	}
	return n
}
