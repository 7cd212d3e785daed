package ingest

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/revision"
)

// place puts the numbered block i where its label belongs and takes the next
// block as its heading when its own line holds none. It returns the index of
// the last block used.
func (b *builder) place(i, end int) int {
	blk := &b.blocks[i]
	l := blk.label
	b.numbered = true
	lv := &level{p: &revision.Provision{Kind: revision.KindClause, Num: l.Printed}, label: l, parts: l.Decimal(), indent: blk.indent}
	b.leaveFront(l)
	switch {
	case l.Unit != "":
		b.placeUnit(lv)
	case len(lv.parts) > 1:
		b.placeDecimal(lv, blk.line)
	default:
		b.placeSingle(lv, i)
	}
	b.push(lv)
	b.placed = append(b.placed, placed{lv.p, blk.line})
	switch {
	case blk.text == "":
		if j := i + 1; j < end && b.takesHeading(lv, j, end) {
			lv.p.Heading = b.blocks[j].text
			return j
		}
	case blk.level > 0 || !lv.list && !blk.plain && b.isHeading(lv, i, end):
		lv.p.Heading = blk.text
	default:
		lv.p.Text = blk.text
	}
	return i
}

// leaveFront closes an introduction before a number that is not a list's.
func (b *builder) leaveFront(l revision.Label) {
	if len(l.Decimal()) == 0 && l.Unit == "" || lastMark(b.top().lastText()) == ':' {
		return
	}
	for k, lv := range b.stack {
		if lv.p.Kind == revision.KindSection && isFront(lv.p.Heading) {
			b.popTo(k)
			return
		}
	}
}

// isHeading reports whether the words on the line of block i's number are its
// heading.
func (b *builder) isHeading(lv *level, i, end int) bool {
	text := b.blocks[i].text
	switch {
	case lv.label.Form == revision.FormParens || lv.label.Form == revision.FormParen:
		return false
	case lv.p.Kind == revision.KindPart:
		return true
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

// unitRank orders the grouping units, the widest first.
var unitRank = map[revision.Unit]int{
	revision.UnitBook: 1, revision.UnitPart: 2, revision.UnitTitle: 3, revision.UnitDivision: 4,
	revision.UnitChapter: 5, revision.UnitSection: 6, revision.UnitSubsection: 7,
}

// placeUnit places a label with a word: groups by their rank, clauses at the
// top of the innermost group.
func (b *builder) placeUnit(lv *level) {
	unit := lv.label.Unit
	if unit.Groups() && (unit != revision.UnitSection || b.sections) {
		lv.p.Kind = revision.KindPart
		lv.rank = unitRank[unit]
		keep := 1
		for keep < len(b.stack) && b.stack[keep].rank > 0 && b.stack[keep].rank < lv.rank {
			keep++
		}
		b.popTo(keep)
		return
	}
	keep := 1
	for keep < len(b.stack) && b.stack[keep].p.Kind != revision.KindClause {
		if b.stack[keep].p.Kind == revision.KindSection {
			break
		}
		keep++
	}
	// A unit of another word below an article: Article I, Section 1; Maddə 5, 1-ci bənd.
	if unit != revision.UnitArticle && unit != revision.UnitAppendix {
		for k := keep; k < len(b.stack); k++ {
			if u := b.stack[k].label.Unit; u != "" && u != unit {
				keep = k + 1
			}
		}
	}
	b.popTo(keep)
}

// placeDecimal places a dotted number below the open number that it continues:
// the one that has most of it, the outermost of equals (a list's 5. inside
// 5.1.4 is not the parent of 5.2).
func (b *builder) placeDecimal(lv *level, line int) {
	parent, most := 0, 0
	for k := 1; k < len(b.stack); k++ {
		if p := b.stack[k].parts; len(p) > most && isPrefix(p, lv.parts) {
			parent, most = k, len(p)
		}
	}
	if parent > 0 {
		b.checkNext(b.stack[parent].p, lv, line)
		b.popTo(parent + 1)
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
		if l.label.Unit != "" && l.label.Unit != revision.UnitAppendix || l.p.Kind == revision.KindSection && len(b.stack) == 2 {
			break
		}
		keep--
	}
	b.popTo(keep)
}

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

// placeSingle places a number or letter that says only its place in a sequence.
// It continues the innermost open sequence that it can; the first of a sequence
// opens a new one below the provision at hand; what is neither continues the
// innermost sequence of its form, with a warning.
func (b *builder) placeSingle(lv *level, i int) {
	blk := &b.blocks[i]
	for _, aligned := range []bool{true, false} {
		for k := len(b.stack) - 1; k > 0; k-- {
			open := b.stack[k]
			if aligned == near(open.indent, lv.indent) && open.followedBy(lv.label) && !b.opensRoman(open, lv.label, i) {
				b.continueSequence(lv, k)
				return
			}
		}
	}
	if isFirst(lv.label) {
		if k := b.outer(lv); k > 0 && !b.nests(lv, k, i) {
			b.warn(blk.line, "numbering starts again with %s", lv.label.Printed)
			b.continueSequence(lv, k)
			return
		}
		b.openSequence(lv)
		return
	}
	for k := len(b.stack) - 1; k > 0; k-- {
		open := b.stack[k]
		if !open.sameSequence(lv.label) {
			continue
		}
		if n := seqValue(lv.label) - seqValue(open.label); n > 0 {
			b.warn(blk.line, "number jumps from %s to %s", open.label.Printed, lv.label.Printed)
		} else if n < 0 {
			b.warn(blk.line, "number goes back from %s to %s", open.label.Printed, lv.label.Printed)
		}
		b.continueSequence(lv, k)
		return
	}
	b.openSequence(lv)
	if runsOn := b.lastTop != nil && b.top().p.Kind != revision.KindClause && b.lastTop.followedBy(lv.label); !runsOn && !b.continuesGroups(lv) {
		b.warn(blk.line, "numbering starts with %s", lv.label.Printed)
	}
}

// outer is the innermost open level of the very sequence that lv would open: a
// 1. where another 1., 2. … is open at the same indent. 0 if there is none.
func (b *builder) outer(lv *level) int {
	for k := len(b.stack) - 1; k > 0; k-- {
		open := b.stack[k]
		if open.sameSequence(lv.label) && near(open.indent, lv.indent) {
			if len(lv.parts) == 0 && strings.EqualFold(lv.label.Num, "i") {
				return 0 // a Roman list below lettered points
			}
			return k
		}
	}
	return 0
}

// nests reports whether a sequence that starts at block i is a list inside the
// open one at level k rather than the same numbering started again: when it is
// announced by a colon, or when the numbers of the outer one go on after it.
func (b *builder) nests(lv *level, k, i int) bool {
	if lastMark(b.top().lastText()) == ':' {
		return true
	}
	const far = 100 // numbered blocks looked at
	inner := &level{label: lv.label}
	for n, j := 0, b.next[i]; j >= 0 && n < far; n, j = n+1, b.next[j] {
		l := b.blocks[j].label
		switch {
		case inner.followedBy(l):
			inner.label = l
		case b.stack[k].followedBy(l):
			return true
		case isFirst(l) && inner.sameSequence(l):
			return false
		}
	}
	return false
}

// continueSequence makes the stack ready for a sibling of its level k.
func (b *builder) continueSequence(lv *level, k int) {
	lv.list = b.stack[k].list
	lv.p.Kind = b.stack[k].p.Kind
	b.popTo(k)
}

// near reports whether two indents are the same column; numbers set flush right
// (9. above 10.) differ by one.
func near(a, b int) bool { return a-b <= 1 && b-a <= 1 }

// openSequence prepares the stack for the first of a sequence.
func (b *builder) openSequence(lv *level) {
	top := b.top()
	if len(b.stack) == 1 || top.p.Kind != revision.KindClause {
		return
	}
	// 1) and (1) are paragraphs of an article, unless the article announces a list.
	enclosed := lv.label.Form == revision.FormParen || lv.label.Form == revision.FormParens
	lv.list = top.list || len(lv.parts) == 0 || enclosed && lastMark(top.lastText()) == ':'
}

// continuesGroups makes groups of the open Roman or lettered headings when the
// numbers below them run on from one to the next: I. 1, 2; II. 3, 4.
func (b *builder) continuesGroups(lv *level) bool {
	if len(b.stack) < 2 {
		return false
	}
	parent := b.stack[len(b.stack)-1]
	if len(parent.parts) > 0 || parent.list {
		return false
	}
	siblings := b.stack[len(b.stack)-2].p.Children
	for k := len(siblings) - 2; k >= 0; k-- {
		s := siblings[k]
		if s.Kind == revision.KindParagraph || len(s.Children) == 0 {
			continue
		}
		for n := len(s.Children) - 1; n >= 0; n-- {
			c := s.Children[n]
			if c.Kind != revision.KindClause {
				continue
			}
			l, _ := revision.ParseNum(c.Num)
			if (&level{label: l}).followedBy(lv.label) {
				for _, g := range siblings {
					if g.Kind == revision.KindClause {
						g.Kind = revision.KindPart
					}
				}
				return true
			}
			return false
		}
	}
	return false
}

// opensRoman reports whether a label that could follow the letter h is the
// Roman one that opens a list: the next label of its form tells.
func (b *builder) opensRoman(open *level, l revision.Label, i int) bool {
	if len(open.parts) > 0 || strings.ToLower(l.Num) != "i" || !strings.EqualFold(open.label.Num, "h") {
		return false
	}
	n := b.next[i]
	return n >= 0 && b.blocks[n].label.Form == l.Form && strings.EqualFold(b.blocks[n].label.Num, "ii")
}

// checkNext warns when a dotted number is not the next below its parent.
func (b *builder) checkNext(parent *revision.Provision, lv *level, line int) {
	var last revision.Label
	for k := len(parent.Children) - 1; k >= 0; k-- {
		if c := parent.Children[k]; c.Kind == revision.KindClause {
			l, _ := revision.ParseNum(c.Num)
			if len(l.Decimal()) == len(lv.parts) {
				last = l
				break
			}
		}
	}
	if last.Num == "" {
		return
	}
	was, is := last.Decimal(), lv.parts
	n := number(is[len(is)-1]) - number(was[len(was)-1])
	switch {
	case n > 1:
		b.warn(line, "number jumps from %s to %s", last.Printed, lv.label.Printed)
	case n < 0:
		b.warn(line, "number goes back from %s to %s", last.Printed, lv.label.Printed)
	}
}

// number is the value of the digits at the start of s.
func number(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	v, _ := strconv.Atoi(s[:n])
	return v
}

// sameSequence reports whether two labels could belong to one sequence: the
// same form, script and case.
func (l *level) sameSequence(next revision.Label) bool {
	open := l.label
	if open.Form != next.Form || open.Unit != "" || next.Unit != "" || open.Num == "" {
		return false
	}
	a, b := open.Decimal(), next.Decimal()
	if len(a) != len(b) {
		return false
	}
	if len(a) > 0 {
		return len(a) == 1
	}
	x, _ := utf8.DecodeRuneInString(open.Num)
	y, _ := utf8.DecodeRuneInString(next.Num)
	return unicode.IsUpper(x) == unicode.IsUpper(y) && unicode.Is(unicode.Latin, x) == unicode.Is(unicode.Latin, y)
}

// followedBy reports whether next comes right after the level's own label.
func (l *level) followedBy(next revision.Label) bool {
	if !l.sameSequence(next) {
		return false
	}
	a, b := l.label.Num, next.Num
	if d := l.label.Decimal(); len(d) == 1 {
		x, y := number(a), number(b)
		if y == x+1 {
			return true
		}
		return y == x && a != b && suffix(b) > suffix(a)
	}
	if x, y := revision.Roman(a), revision.Roman(b); x > 0 && y == x+1 && (x > 1 || utf8.RuneCountInString(b) > 1) {
		return true
	}
	for abc := range revision.Alphabets() {
		if x, y := revision.Letter(a, abc), revision.Letter(b, abc); x > 0 && y == x+1 {
			return true
		}
	}
	return strings.HasPrefix(b, a) && len(b) > len(a) && revision.Roman(b) == 0 // b, bbis
}

func suffix(num string) string { return strings.TrimLeft(num, "0123456789") }

// seqValue is a label's place in its sequence, for saying whether it is ahead.
func seqValue(l revision.Label) int {
	if d := l.Decimal(); len(d) > 0 {
		return number(d[len(d)-1])
	}
	for abc := range revision.Alphabets() {
		if v := revision.Letter(l.Num, abc); v > 0 {
			return v
		}
	}
	return revision.Roman(l.Num)
}

// isFirst reports whether a label can be the first of its sequence.
func isFirst(l revision.Label) bool {
	switch strings.ToLower(l.Num) {
	case "1", "0", "01", "a", "i", "а", "1a":
		return true
	}
	return false
}

// sectionsGroup reports whether «Section» stands above articles or § in this
// text, as in acts of the European Union, rather than being the clause itself.
func sectionsGroup(blocks []block) bool {
	group, clause := 0, 0
	last := revision.Unit("")
	for i := range blocks {
		u := blocks[i].label.Unit
		switch {
		case u == "" || u.Groups() && u != revision.UnitSection:
			continue
		case last != revision.UnitSection:
		case u == revision.UnitArticle || u == revision.UnitClause:
			group++
		default:
			clause++
		}
		last = u
	}
	return group > clause
}
