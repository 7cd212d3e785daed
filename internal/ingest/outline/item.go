package outline

import (
	"slices"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/revision"
)

// itemLevel is an open bulleted item. indent is in columns.
type itemLevel struct {
	p      *revision.Provision
	bullet string
	indent int
}

// item adds a bulleted item below the paragraph that introduces it, or below
// the open provision when that has no paragraph yet. Deeper items have another
// bullet or a deeper indent.
func (b *builder) item(blk *layout.Block) {
	top := b.top()
	p := &revision.Provision{Kind: revision.KindItem, Num: blk.Label.Printed, Label: blk.Label, Text: blk.Text}
	parent := top.p
	if n := len(top.p.Children); n > 0 && top.p.Children[n-1].Kind == revision.KindParagraph {
		parent = top.p.Children[n-1]
	}
	keep := 0
	for i, it := range top.items {
		if blk.Indent > it.indent || blk.Indent == it.indent && blk.Label.Printed != it.bullet {
			parent, keep = it.p, i+1
			continue
		}
		break
	}
	// The same bullet as an open one at the same indent is its sibling.
	for i, it := range top.items[:keep] {
		if it.bullet == blk.Label.Printed && it.indent >= blk.Indent {
			keep = i
			parent = b.itemParent(top, i)
			break
		}
	}
	// Half of the depth is left for the clauses around.
	if keep > maxDepth/2 {
		keep = maxDepth / 2
		parent = b.itemParent(top, keep)
	}
	parent.Children = append(parent.Children, p)
	top.items = append(top.items[:keep], itemLevel{p, blk.Label.Printed, blk.Indent})
}

// itemParent is what items at a depth stand below: the item around them or, at 0, the
// paragraph that introduces the list.
func (b *builder) itemParent(top *level, depth int) *revision.Provision {
	if depth > 0 {
		return top.items[depth-1].p
	}
	if n := len(top.p.Children); n > 0 && top.p.Children[n-1].Kind == revision.KindParagraph {
		return top.p.Children[n-1]
	}
	return top.p
}

// leaveMarkdownLists closes the list items that a Markdown block does not stand
// in: there the indent is certain. A letter that opens or continues a list, «а) …», is
// no list of Markdown, and stands where its number says.
func (b *builder) leaveMarkdownLists(blk *layout.Block) {
	if blk.Plain && blk.Numbered() && blk.Label.Unit == "" && blk.Label.Depth() == 0 {
		if blk.Label.First() && layout.LastMark(b.top().lastText()) == ':' || slices.ContainsFunc(b.stack, func(open *level) bool { return open.label.FollowedBy(blk.Label) }) {
			return
		}
	}
	for blk.Plain && len(b.stack) > 1 {
		in := b.top().indent
		if in == 0 || in < blk.Indent || in == blk.Indent && !blk.Bullet() {
			return
		}
		b.popTo(len(b.stack) - 1)
	}
}

// popLists closes the lists that have ended before the unnumbered block i: a
// point goes on when the next number continues its list, or when it is itself
// unfinished («in the case of:»).
func (b *builder) popLists(i int) {
	for len(b.stack) > 1 {
		top := b.top()
		if blk := &b.blocks[i]; !top.list || blk.Plain && blk.Indent > 0 {
			return
		}
		if n := b.next[i]; n >= 0 {
			if b.blocks[n].Label.Unit == "" && b.follows(top, n) {
				return
			}
		}
		if text := top.lastText(); text != "" && !layout.EndsSentence(text) && layout.LastMark(text) != ';' || top.listGoesOn() {
			return
		}
		b.popTo(len(b.stack) - 1)
	}
}

// listGoesOn reports whether a point announces lines without a number, and each so far
// ends in a semicolon: «the chain, also: / its links; / its hook.»
func (l *level) listGoesOn() bool {
	if layout.LastMark(l.p.Text) != ':' || len(l.p.Children) == 0 {
		return false
	}
	for _, c := range l.p.Children {
		if c.Kind != revision.KindParagraph || layout.LastMark(c.Text) != ';' {
			return false
		}
	}
	return true
}
