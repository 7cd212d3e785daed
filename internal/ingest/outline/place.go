package outline

import (
	"slices"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// place puts the numbered block i where its label belongs and takes the next block as
// its heading when its own line holds none. It returns the index of the last block
// used. The order within is: close what cannot hold it, push it, then share out its
// words between heading and text. It must be called for each numbered block once, in
// order.
func (b *builder) place(i, end int) int {
	blk := &b.blocks[i]
	l := blk.Label
	b.numbered = true
	lv := &level{p: &revision.Provision{Kind: revision.KindClause, Num: l.Printed, Label: l}, label: l, parts: l.Decimal(), indent: blk.Indent, count: b.counters[i], fam: b.ranking.of[i]}
	b.leaveFront(l)
	switch {
	case l.Unit != "":
		b.placeUnit(lv)
	case b.headsZero(lv):
		lv.parts = lv.parts[:1]
		b.popClauses()
	case len(lv.parts) > 1:
		b.placeDecimal(lv, i)
	case b.headsLetter(lv, i):
		lv.parts = []string{l.Num}
		b.popClauses()
	default:
		b.placeSingle(lv, i)
	}
	b.push(lv, blk.Line)
	b.placed = append(b.placed, placed{lv.p, blk.Line})
	if blk.Struck && blk.Text == "" {
		b.struck[lv.p] = true
		return i
	}
	if b.pending != "" {
		lv.p.Heading, lv.p.Text, b.pending = b.pending, blk.Text, ""
		b.res.Above[lv.p] = true
		return i
	}
	switch {
	case blk.Text == "":
		if j := i + 1; j < end && b.takesHeading(lv, j, end) {
			last := b.titleEnd(lv, j, end)
			lv.p.Heading = joined(b.blocks[j : last+1])
			return last
		}
		if j := i + 1; j < end && lv.list && !b.blocks[j].Labelled() && b.blocks[j].Level == 0 && !b.blocks[j].Plain {
			lv.p.Text = b.blocks[j].Text // a point's number on a line of its own
			return j
		}
	case blk.Level > 0 && !isRepeal(blk.Text):
		lv.p.Heading = blk.Text
	case lv.list || blk.Plain:
		lv.p.Text = blk.Text
	default:
		title, text := cutTitle(blk.Text)
		switch {
		case title != "" && lv.label.Form != numbering.FormParens:
			lv.p.Heading, lv.p.Text = title, text
		case b.isHeading(lv, i, end):
			lv.p.Heading = blk.Text
		default:
			lv.p.Text = blk.Text
		}
	}
	return i
}

// headsZero reports whether lv is the head of a section in a text that numbers
// them 1.0, 1.1, 1.2, 2.0: nothing open holds it, and no other 2 does.
func (b *builder) headsZero(lv *level) bool {
	if len(lv.parts) != 2 || lv.parts[1] != "0" {
		return false
	}
	for _, open := range b.stack[1:] {
		if isPrefix(open.parts, lv.parts) {
			return false
		}
	}
	return true
}

// headsLetter reports whether a capital letter heads sections that are numbered
// by it: A. before A.1.
func (b *builder) headsLetter(lv *level, i int) bool {
	n := b.next[i]
	if n < 0 || lv.label.Form != numbering.FormDot || len(lv.parts) > 0 {
		return false
	}
	d := b.blocks[n].Label.Decimal()
	return len(d) == 2 && d[0] == lv.label.Num
}

// leaveFront closes an introduction before a number that is not a list's. A list
// inside the introduction stays there: its numbers follow each other, or a colon
// announces them.
func (b *builder) leaveFront(l numbering.Label) {
	if d := l.Decimal(); len(d) == 0 && l.Unit == "" || len(d) > 1 && d[0] == "0" || layout.LastMark(b.top().lastText()) == ':' {
		return
	}
	for k, lv := range b.stack {
		if lv.p.Kind != revision.KindSection || !isFront(lv.p.Heading) {
			continue
		}
		for _, open := range b.stack[k+1:] {
			if open.label.FollowedBy(l) {
				return // a list of its own
			}
		}
		if l.First() && b.tops[l.Class()] != nil && isBack(lv.p.Heading) {
			return // numbered by themselves after the text
		}
		b.popTo(k)
		return
	}
}

// placeUnit places a label with a word below the open provisions that its family
// stands below. A label of a sequence that stands at the end of an act closes all
// groups.
func (b *builder) placeUnit(lv *level) {
	if b.ranking.grouping(lv) {
		lv.p.Kind, lv.rank = revision.KindPart, 1
	}
	keep := b.ranking.keep(b.stack, lv)
	if lv.label.EndsAct() {
		if k := slices.IndexFunc(b.stack, func(open *level) bool { return open.label.Unit.Groups() }); k > 0 {
			keep = min(keep, k)
		}
	}
	b.popTo(keep)
}

// placeDecimal places a dotted number below the open number that it continues:
// the one that has most of it. Of equals that is the one which already holds
// such numbers; then the innermost if the others are articles or groups (part
// 1.1 follows part 1 of Article 1, 1.0 stands in Article 1 of Chapter 1), else
// the outermost (a list's 5. inside 5.1.4 is not the parent of 5.2).
func (b *builder) placeDecimal(lv *level, i int) {
	parent, most := 0, 0
	for k := 1; k < len(b.stack); k++ {
		open := b.stack[k]
		switch p := numbersOf(open, lv); {
		case !isPrefix(p, lv.parts) || len(p) < most:
		case len(p) > most, len(p) == most && parent > 0 && b.stack[parent].label.Form == numbering.FormCode && open.label.Form != numbering.FormCode:
			parent, most = k, len(p)
		case b.stack[parent].label.Unit != "" && !b.holdsDecimals(parent, lv),
			lv.label.Form == numbering.FormParen && open.label.Form == numbering.FormParen:
			parent = k
		}
	}
	if parent > 0 && b.pending != "" && b.res.Above[b.stack[parent].p] {
		b.popTo(parent) // 3.1 was inserted after 3: a heading of its own stands above it, too
		return
	}
	if parent > 0 && b.insertedAfter(b.stack[parent], lv, i) {
		open := b.stack[parent]
		lv.label, lv.parts, lv.list = open.label, open.parts, open.list // 3 comes after it, and 2.2
		b.popTo(parent)
		return
	}
	if parent > 0 {
		b.stack[parent].sections = true
		b.checkNext(b.stack[parent].p, lv, b.blocks[i].Line)
		keep := parent + 1
		for lv.label.Form == numbering.FormCode && keep < len(b.stack) && b.stack[keep].heads() {
			keep++ // a code in a section of its catalogue
		}
		b.popTo(keep)
		return
	}
	for k := len(b.stack) - 1; k > 0; k-- {
		if p := b.stack[k].parts; len(p) > 1 && b.stack[k].label.Unit == "" {
			if len(p) >= len(lv.parts) || k == 1 {
				keep := k
				for keep > 1 && len(b.stack[keep-1].parts) >= len(lv.parts) {
					keep--
				}
				b.popTo(keep)
				return
			}
		}
	}
	// No number like it is open: below the innermost article, group or section.
	keep := len(b.stack)
	for keep > 1 {
		l := b.stack[keep-1]
		if l.label.Unit != "" && l.label.Unit != numbering.UnitAppendix || l.p.Kind == revision.KindSection && (len(b.stack) == 2 || lv.label.Form == numbering.FormCode) {
			break
		}
		keep--
	}
	b.popTo(keep)
}

// heads reports whether an open provision is a numbered section with a heading, and
// no code.
func (l *level) heads() bool {
	return l.p.Heading != "" && !l.list && len(l.parts) > 0 && l.label.Form != numbering.FormCode && l.label.Unit == ""
}

// numbersOf is the number of an open provision as it stands in that of lv: without
// its letters where lv has none, 1.1.1 below V1.1.
func numbersOf(open, lv *level) []string {
	if open.label.Form == numbering.FormCode && lv.label.Form != numbering.FormCode && len(open.parts) > 0 {
		return open.parts[1:]
	}
	return open.parts
}

// holdsDecimals reports whether the provision open at level k already holds
// numbers like lv's.
func (b *builder) holdsDecimals(k int, lv *level) bool {
	return k+1 < len(b.stack) && len(b.stack[k+1].parts) == len(lv.parts) && isPrefix(b.stack[k].parts, b.stack[k+1].parts)
}

// isPrefix reports whether a dotted number begins with all of prefix and goes on;
// nothing begins with an empty one.
func isPrefix(prefix, parts []string) bool {
	if len(prefix) == 0 || len(prefix) >= len(parts) {
		return false
	}
	for i, p := range prefix {
		if p != parts[i] {
			return false
		}
	}
	return true
}

// checkNext warns when a dotted number is not the next below its parent. Letters are
// not counted; the first below its parent may be any.
func (b *builder) checkNext(parent *revision.Provision, lv *level, line int) {
	var last numbering.Label
	for k := len(parent.Children) - 1; k >= 0; k-- {
		if c := parent.Children[k]; c.Kind == revision.KindClause {
			l := c.Label
			if l.Depth() == len(lv.parts) {
				last = l
				break
			}
		}
	}
	if last.Num == "" {
		return
	}
	was, is := last.Decimal(), lv.parts
	n := numbering.DigitValue(is[len(is)-1]) - numbering.DigitValue(was[len(was)-1])
	switch {
	case is[len(is)-1][0] < '0' || is[len(is)-1][0] > '9': // 1.a after 1.5
	case n > 1:
		b.warn(line, flow.OddJump, last.Printed, lv.label.Printed)
	case n < 0:
		b.warn(line, flow.OddBack, last.Printed, lv.label.Printed)
	}
}

// sectionsGroup reports whether «Section» stands above articles or § in this
// text, as in acts of the European Union, rather than being the clause itself.
func sectionsGroup(blocks []layout.Block) bool {
	group, clause := 0, 0
	last := numbering.Unit("")
	for i := range blocks {
		u := blocks[i].Label.Unit
		switch {
		case u == "" || u.Groups() && u != numbering.UnitSection:
			continue
		case last != numbering.UnitSection:
		case u == numbering.UnitArticle || u == numbering.UnitClause:
			group++
		default:
			clause++
		}
		last = u
	}
	return group > clause
}

// headed opens a provision with a Markdown heading. A number places it as in a text;
// without one the heading's level does. It returns the index of the last block used,
// as place does.
func (b *builder) headed(i, end int) int {
	blk := &b.blocks[i]
	if blk.Numbered() {
		for k := 1; k < len(b.stack); k++ {
			if lv := b.stack[k]; lv.level >= blk.Level && lv.p.Kind == revision.KindSection && !isCodePart(lv.p.Heading) {
				b.popTo(k)
			}
		}
		i = b.place(i, end)
		b.top().level = blk.Level
		return i
	}
	keep := 1
	for keep < len(b.stack) && b.stack[keep].level > 0 && b.stack[keep].level < blk.Level {
		keep++
	}
	b.popTo(keep)
	b.push(&level{p: &revision.Provision{Kind: revision.KindSection, Heading: blk.Text}, level: blk.Level, fam: -1}, blk.Line)
	return i
}
