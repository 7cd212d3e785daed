package ingest

import (
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// build makes the tree of the blocks. Those of the result are the ones given, one
// for each place that the reader knows.
func build(blocks []block) *Result {
	res := &Result{blocks: blocks}
	blocks = joinRemarks(splitCompound(blocks))
	b := &builder{res: res, blocks: blocks, sections: sectionsGroup(blocks), heads: map[int]bool{}, between: map[int]bool{}, titles: titleVotes(blocks), ranks: unitRanks(blocks)}
	b.findNext()
	for _, c := range b.splitComponents() {
		b.component(c)
	}
	if len(b.res.Components) > 0 && !b.numbered {
		b.warn(0, "no numbered provisions found: the text is kept as headings and paragraphs")
	}
	b.address()
	return res
}

// address assigns the EIDs and warns where a number stands twice.
func (b *builder) address() {
	revision.AssignEIDs(b.res.Components)
	for _, pl := range b.placed {
		if i := strings.LastIndexByte(pl.p.EID, '~'); i > strings.LastIndexAny(pl.p.EID, "./") {
			b.warn(pl.line, "%s stands twice: the address of this one is %s", pl.p.EID[:i], pl.p.EID)
		}
	}
	slices.SortStableFunc(b.res.Warnings, func(x, y Warning) int { return x.Line - y.Line })
}

// builder places blocks one after the other below a stack of open provisions.
type builder struct {
	res      *Result
	blocks   []block
	next     []int // for each block the next one with a number or letter, -1 if none
	stack    []*level
	order    bool                   // the component is an order: its signature is not its last clause's
	last     int                    // index of the component's last numbered block
	sign     int                    // index of the block with which its signature begins
	heads    map[int]bool           // blocks under which numbering starts again
	between  map[int]bool           // headings between numbers that run on
	titles   map[labelClass]int     // by class of number: per cent that stand before a heading
	ranks    map[numbering.Unit]int // of the grouping units, 1 for the widest
	placed   []placed
	sections bool                  // «Section» groups articles
	tops     map[labelClass]*level // by class of number: the last clause that stands in no other
	numbered bool
	tooDeep  bool
}

// placed is a numbered provision and the line it was found on.
type placed struct {
	p    *revision.Provision
	line int
}

// level is an open provision.
type level struct {
	p      *revision.Provision
	label  numbering.Label
	parts  []string // decimal number
	indent int
	rank   int  // of a grouping unit, 0 for others
	level  int  // of its Markdown heading, 0 if it has none
	list   bool // a point of a list inside a clause
	// sections: dotted numbers stand directly below it.
	sections bool
	between  bool // a section whose heading stands between numbers that run on
	items    []itemLevel
}

// itemLevel is an open bulleted item.
type itemLevel struct {
	p      *revision.Provision
	bullet string
	indent int
}

func (b *builder) warn(line int, format string, args ...any) {
	b.res.Warnings = append(b.res.Warnings, Warning{Line: line, Text: fmt.Sprintf(format, args...)})
}

func (b *builder) findNext() {
	b.next = make([]int, len(b.blocks))
	next := -1
	for i := len(b.blocks) - 1; i >= 0; i-- {
		b.next[i] = next
		if b.blocks[i].numbered() {
			next = i
		}
	}
}

func (b *builder) top() *level { return b.stack[len(b.stack)-1] }

func (b *builder) push(l *level, line int) {
	if len(b.stack) >= MaxDepth {
		if !b.tooDeep {
			b.tooDeep = true
			b.warn(line, "more than %d levels: what is deeper is kept at that depth", MaxDepth)
		}
		b.popTo(MaxDepth - 1)
	}
	top := b.top()
	top.items = nil
	top.p.Children = append(top.p.Children, l.p)
	if top.p.Kind != revision.KindClause && l.p.Kind == revision.KindClause {
		b.tops[classOf(l.label)] = l
	}
	b.stack = append(b.stack, l)
}

func (b *builder) popTo(n int) { b.stack = b.stack[:n] }

// component reads the blocks of one component.
func (b *builder) component(c span) {
	p := &revision.Provision{Kind: revision.KindComponent, EID: c.eid, Num: c.num}
	b.res.Components = append(b.res.Components, p)
	b.stack = append(b.stack[:0], &level{p: p})
	b.tops = map[labelClass]*level{}
	b.order = c.order
	b.last = c.first - 1
	for i := c.first; i < c.end; i++ {
		if b.blocks[i].numbered() {
			b.last = i
		}
	}
	b.sign = signature(b.blocks, b.last+1, c.end)
	title := b.title(c)
	for _, h := range plainHeadings(b.blocks, c, title) {
		b.heads[h] = true
	}
	for _, h := range b.headingsBetween(c, title) {
		b.between[h] = true
	}
	if title >= 0 && c.eid == "" {
		b.res.Title = b.blocks[title].text
	}
	for i := c.first; i < c.end; i++ {
		blk, from := &b.blocks[i], i
		b.leaveMarkdownLists(blk)
		switch {
		case i == c.first && c.num != "":
			p.Heading = blk.text
		case i == title && i == c.first:
			p.Heading = blk.text
		case i == title && i == c.first+1 && c.num != "" && p.Heading == "":
			p.Heading = blk.text
		case i == title:
			b.paragraph(blk.text)
		case blk.level > 0:
			i = b.headed(i, c.end)
		case blk.bullet():
			b.item(blk)
		case blk.labelled():
			i = b.place(i, c.end)
		default:
			b.unnumbered(i, c)
		}
		for ; from <= i; from++ {
			addNotes(p, b.blocks[from].notes)
		}
	}
}

// addNotes gives notes to the last provision below p: the one at hand.
func addNotes(p *revision.Provision, notes []revision.Note) {
	if len(notes) == 0 {
		return
	}
	for len(p.Children) > 0 {
		p = p.Children[len(p.Children)-1]
	}
	p.Notes = append(p.Notes, notes...)
}

// leaveMarkdownLists closes the list items that a Markdown block does not stand
// in: there the indent is certain.
func (b *builder) leaveMarkdownLists(blk *block) {
	for blk.plain && len(b.stack) > 1 {
		in := b.top().indent
		if in == 0 || in < blk.indent || in == blk.indent && !blk.bullet() {
			return
		}
		b.popTo(len(b.stack) - 1)
	}
}

// paragraph adds unnumbered text below the open provision.
func (b *builder) paragraph(text string) {
	top := b.top()
	top.items = nil
	top.p.Children = append(top.p.Children, &revision.Provision{Kind: revision.KindParagraph, Text: text})
}

// item adds a bulleted item below the paragraph that introduces it, or below
// the open provision when that has no paragraph yet. Deeper items have another
// bullet or a deeper indent.
func (b *builder) item(blk *block) {
	top := b.top()
	p := &revision.Provision{Kind: revision.KindItem, Num: blk.label.Printed, Text: blk.text}
	parent := top.p
	if n := len(top.p.Children); n > 0 && top.p.Children[n-1].Kind == revision.KindParagraph {
		parent = top.p.Children[n-1]
	}
	keep := 0
	for i, it := range top.items {
		if blk.indent > it.indent || blk.indent == it.indent && blk.label.Printed != it.bullet {
			parent, keep = it.p, i+1
			continue
		}
		break
	}
	// The same bullet as an open one at the same indent is its sibling.
	for i, it := range top.items[:keep] {
		if it.bullet == blk.label.Printed && it.indent >= blk.indent {
			keep = i
			parent = b.itemParent(top, i)
			break
		}
	}
	if keep > MaxDepth/2 {
		keep = MaxDepth / 2
		parent = b.itemParent(top, keep)
	}
	parent.Children = append(parent.Children, p)
	top.items = append(top.items[:keep], itemLevel{p, blk.label.Printed, blk.indent})
}

func (b *builder) itemParent(top *level, depth int) *revision.Provision {
	if depth > 0 {
		return top.items[depth-1].p
	}
	if n := len(top.p.Children); n > 0 && top.p.Children[n-1].Kind == revision.KindParagraph {
		return top.p.Children[n-1]
	}
	return top.p
}

// unnumbered places a block without a label: a heading that is known by name, a
// signature, or a paragraph.
func (b *builder) unnumbered(i int, c span) {
	blk := &b.blocks[i]
	switch {
	case b.between[i] && !b.heads[i]:
		b.headBetween(i)
		return
	case (!blk.plain && isNamed(blk.text) || b.heads[i]) && i+1 < c.end:
		b.popTo(1)
		b.push(&level{p: &revision.Provision{Kind: revision.KindSection, Heading: blk.text}}, blk.line)
		return
	case i == b.sign && len(b.stack) > 1:
		b.popTo(1)
	case c.order && i > b.last && b.last >= c.first && len(b.stack) > 1 && looksLikeHeading(blk.text):
		b.popTo(1)
	default:
		b.popLists(i)
	}
	b.paragraph(blk.text)
}

// popLists closes the lists that have ended before the unnumbered block i: a
// point goes on when the next number continues its list, or when it is itself
// unfinished («in the case of:»).
func (b *builder) popLists(i int) {
	for len(b.stack) > 1 {
		top := b.top()
		if blk := &b.blocks[i]; !top.list || blk.plain && blk.indent > 0 {
			return
		}
		if n := b.next[i]; n >= 0 {
			if next := &b.blocks[n]; next.label.Unit == "" && top.followedBy(next.label) {
				return
			}
		}
		if text := top.lastText(); text != "" && !endsSentence(text) && lastMark(text) != ';' {
			return
		}
		b.popTo(len(b.stack) - 1)
	}
}

// lastText is the last text of the level's provision.
func (l *level) lastText() string {
	p := l.p
	for len(p.Children) > 0 {
		p = p.Children[len(p.Children)-1]
	}
	if p.Text == "" {
		return p.Heading
	}
	return p.Text
}
