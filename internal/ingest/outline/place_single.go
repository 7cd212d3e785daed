package outline

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// placeSingle places a number or letter that says only its place in a sequence. It
// continues the innermost open sequence that it can; the first of a sequence opens a
// new one below the provision at hand; what is neither continues the innermost
// sequence of its form, with a warning. Indents decide between two open sequences
// that could go on: the aligned one comes first.
func (b *builder) placeSingle(lv *level, i int) {
	blk := &b.blocks[i]
	if k := b.sectionBefore(lv, i); k > 0 {
		b.continueSequence(lv, k)
		return
	}
	if b.afterDotted(lv) {
		b.popClauses()
		return
	}
	for _, aligned := range []bool{true, false} {
		for k := len(b.stack) - 1; k > 0; k-- {
			open := b.stack[k]
			if aligned == near(open.indent, lv.indent) && b.follows(open, i) && !b.opensRoman(open, lv.label, i) {
				b.continueSequence(lv, k)
				return
			}
		}
	}
	if lv.label.First() {
		if b.opensText(lv, i) {
			b.popClauses()
			return
		}
		if k := b.outer(lv); k > 0 && !b.nests(lv, k, i) {
			b.warn(blk.Line, flow.OddAgain, lv.label.Printed)
			b.continueSequence(lv, k)
			return
		}
		closed := b.leaveSentence(i)
		b.openSequence(lv, i)
		lv.list = lv.list || closed
		return
	}
	for k := len(b.stack) - 1; k > 0; k-- {
		open := b.stack[k]
		if !open.label.SameSequence(lv.label) || !open.count.compatible(lv.count) {
			continue
		}
		if n := lv.label.Value() - open.label.Value(); n > 0 {
			b.warn(blk.Line, flow.OddJump, open.label.Printed, lv.label.Printed)
		} else if n < 0 {
			b.warn(blk.Line, flow.OddBack, open.label.Printed, lv.label.Printed)
		}
		b.continueSequence(lv, k)
		return
	}
	if top := b.tops[lv.label.Class()]; top != nil && b.follows(top, i) {
		// The numbers of the text run on below another heading, or in the next of the
		// numbered chapters that group them.
		if keep := b.ranking.keep(b.stack, lv); keep > 1 && b.stack[keep-1].heads() && len(b.stack[keep-1].parts) == 1 {
			b.popTo(keep)
		} else {
			b.popClauses()
		}
		b.continuesGroups(lv)
		return
	}
	b.openSequence(lv, i)
	if !b.continuesGroups(lv) {
		b.warn(blk.Line, flow.OddStart, lv.label.Printed)
	}
}

// follows reports whether the number of block i comes right after an open one.
func (b *builder) follows(open *level, i int) bool {
	return open.count.compatible(b.counters[i]) && open.label.FollowedBy(b.blocks[i].Label)
}

// popClauses closes all clauses: the innermost group is at hand.
func (b *builder) popClauses() {
	for b.top().p.Kind == revision.KindClause {
		b.popTo(len(b.stack) - 1)
	}
}

// sectionBefore is the open level of the section that lv, at block i, comes
// after: 4. before 4.1 follows 3., which holds 3.1, and not the third point of a
// list. 0 when lv holds no dotted numbers or nothing like it is open.
func (b *builder) sectionBefore(lv *level, i int) int {
	n := b.next[i]
	if len(lv.parts) != 1 || n < 0 || !isPrefix(lv.parts, b.blocks[n].Label.Decimal()) {
		return 0
	}
	for k := 1; k < len(b.stack); k++ {
		if open := b.stack[k]; open.label.FollowedBy(lv.label) && open.sections {
			return k
		}
	}
	return 0
}

// afterDotted reports whether lv heads the section after dotted numbers that have no
// head of their own: 1 after 0.2.
func (b *builder) afterDotted(lv *level) bool {
	if len(lv.parts) != 1 || lv.label.Form != numbering.FormBare {
		return false
	}
	for _, open := range b.stack[1:] {
		if open.p.Kind == revision.KindClause {
			return len(open.parts) > 1 && open.label.Unit == "" && open.label.Form != numbering.FormCode &&
				numbering.DigitValue(open.parts[0])+1 == numbering.DigitValue(lv.parts[0])
		}
	}
	return false
}

// opensText reports whether the 1. at block i is the first section of the text,
// 1.1 below it, and what is open are the numbers in brackets of its parties or
// recitals: «(2) The Customer. / (B) It wishes to buy. / 1. Definitions / 1.1».
func (b *builder) opensText(lv *level, i int) bool {
	n := b.next[i]
	if lv.label.Form != numbering.FormDot || n < 0 || !isPrefix(lv.parts, b.blocks[n].Label.Decimal()) {
		return false
	}
	for _, open := range b.stack[1:] {
		if open.p.Kind == revision.KindClause && open.label.Form != numbering.FormParens {
			return false
		}
	}
	return true
}

// outer is the innermost open level of the very sequence that lv would open: a
// 1. where another 1., 2. … is open at the same indent. 0 if there is none.
func (b *builder) outer(lv *level) int {
	for k := len(b.stack) - 1; k > 0; k-- {
		open := b.stack[k]
		if open.label.SameSequence(lv.label) && open.count.compatible(lv.count) && near(open.indent, lv.indent) {
			if len(lv.parts) == 0 && strings.EqualFold(lv.label.Num, "i") {
				return 0 // a Roman list below lettered points
			}
			if open.sections && k+1 < len(b.stack) && len(b.stack[k+1].parts) > 1 {
				return 0 // a list below 4.2
			}
			return k
		}
	}
	return 0
}

// nests reports whether a sequence that starts at block i is a list inside the open
// one at level k rather than the same numbering started again: when it is announced
// by a colon, or when the numbers of the outer one go on after it. lv is the first of
// the sequence at block i. At most a hundred numbers are looked at.
func (b *builder) nests(lv *level, k, i int) bool {
	if layout.LastMark(b.top().lastText()) == ':' {
		return true
	}
	const far = 100 // numbered blocks looked at
	inner := &level{label: lv.label}
	for n, j := 0, b.next[i]; j >= 0 && n < far; n, j = n+1, b.next[j] {
		l := b.blocks[j].Label
		switch {
		case inner.label.FollowedBy(l):
			inner.label = l
		case b.follows(b.stack[k], j), isPrefix(b.stack[k].parts, l.Decimal()):
			return true
		case l.First() && inner.label.SameSequence(l):
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

// openSequence prepares the stack for the first of a sequence, at block i, below the
// provision at hand, and decides whether it is a list: points of a list have no
// headings, and end with it.
func (b *builder) openSequence(lv *level, i int) {
	top := b.top()
	if len(b.stack) == 1 || top.p.Kind != revision.KindClause {
		return
	}
	// 1) and (1) are paragraphs of an article, unless the article announces a list.
	enclosed := lv.label.Form == numbering.FormParen || lv.label.Form == numbering.FormParens || lv.label.Form == numbering.FormDegree
	// 1. in (2) is a point of it, as in German law.
	inside := lv.label.Form == numbering.FormDot && top.label.Form == numbering.FormParens && len(top.parts) > 0
	if lv.count == roman && lv.label.Form == numbering.FormBare {
		return // II, alone on its line
	}
	// I. in an article is its part, as in constitutions.
	if part := lv.count == roman && lv.label.Form == numbering.FormDot && lv.label.Num == strings.ToUpper(lv.label.Num); part && top.label.Unit == numbering.UnitArticle {
		return
	}
	lv.list = top.list || inside || len(lv.parts) == 0 && !b.titledCapital(lv, i) || enclosed && layout.LastMark(top.lastText()) == ':'
}

// leaveSentence closes the points that end a sentence begun above them, «that— / (a)
// shows hills; or / (b) shows rivers.», before the sentence of a sequence that starts
// at block i: it stands beside them. It reports whether it closed any.
func (b *builder) leaveSentence(i int) bool {
	closed := false
	for top := b.top(); top.list && len(b.stack) > 1 && !layout.StartsSmall(b.blocks[i].Text); top = b.top() {
		if text := top.p.Text; text == "" || len(top.p.Children) > 0 || !layout.StartsSmall(text) || !layout.EndsSentence(text) {
			break
		}
		b.popTo(len(b.stack) - 1)
		closed = true
	}
	return closed
}

// titledCapital reports whether a capital letter or Roman numeral, at block i, stands
// before a title as most like it do: «A. What was done» heads what follows and is no
// point of a list.
func (b *builder) titledCapital(lv *level, i int) bool {
	return lv.count != arabic && lv.label.Form == numbering.FormDot && b.titles[lv.label.Class()] >= mostTitled &&
		layout.LooksLikeHeading(b.blocks[i].Text) && i+1 < len(b.blocks) && !b.blocks[i+1].Numbered()
}

// continuesGroups makes groups of the open Roman or lettered headings when the
// numbers below them run on from one to the next: I. 1, 2; II. 3, 4.
func (b *builder) continuesGroups(lv *level) bool {
	if len(b.stack) < 2 {
		return false
	}
	parent := b.stack[len(b.stack)-1]
	if len(parent.parts) > 0 || parent.list || parent.p.Kind == revision.KindSection {
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
			l := c.Label
			if l.FollowedBy(lv.label) {
				for _, g := range siblings {
					if g.Kind == revision.KindClause && g.Label.Class() == parent.label.Class() {
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

// opensRoman reports whether a label that could follow the letter h is the Roman one
// that opens a list: the next label of its form tells. (i) after (h) is the ninth
// letter, unless (ii) comes next.
func (b *builder) opensRoman(open *level, l numbering.Label, i int) bool {
	if len(open.parts) > 0 || strings.ToLower(l.Num) != "i" || !strings.EqualFold(open.label.Num, "h") {
		return false
	}
	n := b.next[i]
	return n >= 0 && b.blocks[n].Label.Form == l.Form && strings.EqualFold(b.blocks[n].Label.Num, "ii")
}
