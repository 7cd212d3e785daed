package outline

import (
	"slices"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/revision/survey"
)

// Tree is what was understood of a text's blocks.
type Tree struct {
	Components []*revision.Provision        // with EIDs; the main one has EID ""
	Above      map[*revision.Provision]bool // whose heading stands above their number in the text
	Title      string                       // of the main text as found in it, "" if none
	Warnings   []flow.Warning               // by line, that of the block each is about
}

// maxDepth is how many levels a tree may have; what is deeper is flattened, with
// a warning.
const maxDepth = 32

// Build makes the tree of the blocks: every word of them stands in it once, in order,
// except that endnotes move to the provisions they are about. It never fails; what
// was not understood is text, with a warning. The blocks are changed on the way.
func Build(blocks []layout.Block) *Tree {
	res := &Tree{Above: map[*revision.Provision]bool{}}
	blocks, lists := cutApparatus(blocks)
	blocks = joinRemarks(joinAnnexHeads(splitCompound(unlabelCited(unlabelQuoted(dropReplaced(attachEndnotes(blocks, lists)))))))
	b := &builder{res: res, blocks: blocks, heads: map[int]bool{}, struck: map[*revision.Provision]bool{}}
	b.titles, b.stops = titleVotes(blocks)
	b.findNext()
	b.counters = countersOf(blocks)
	spans := b.splitComponents()
	b.findHeadings(spans)
	for _, c := range spans {
		b.component(c)
	}
	b.foldStruck()
	b.res.Components = append(b.res.Components, registers(lists)...)
	if len(b.res.Components) > 0 && !b.numbered {
		b.warn(0, flow.OddNoNumbers)
	}
	b.unread()
	b.address()
	return res
}

// unread warns where many openings alike, or many short lines that stand apart,
// stayed text: numbering or headings that were not understood. Where markup says
// which lines are headings the others are none.
func (b *builder) unread() {
	const many, share, marked = 10, 5, 3 // short lines; of all blocks one in that many; headings
	headings := 0
	for i := range b.blocks {
		if b.blocks[i].Level > 0 {
			headings++
		}
	}
	s := survey.Of(b.res.Components)
	for _, f := range s.Alike {
		b.warn(0, flow.OddAlike, f.Members, f.Name)
	}
	if headings < marked && s.Short >= many && s.Short*share > len(b.blocks) {
		b.warn(0, flow.OddShortLines, s.Short)
	}
}

// address assigns the EIDs and warns where a number stands twice.
func (b *builder) address() {
	revision.AssignEIDs(b.res.Components)
	for _, pl := range b.placed {
		if i := strings.LastIndexByte(pl.p.EID, '~'); i > strings.LastIndexAny(pl.p.EID, "./") {
			b.warn(pl.line, flow.OddTwice, pl.p.EID[:i], pl.p.EID)
		}
	}
	slices.SortStableFunc(b.res.Warnings, func(x, y flow.Warning) int { return x.Line - y.Line })
}

// builder places blocks one after the other below a stack of open provisions.
type builder struct {
	res      *Tree
	blocks   []layout.Block
	counters []counter
	next     []int // for each block the next one with a number or letter, -1 if none
	stack    []*level
	order    bool                    // the component is an order: its signature is not its last clause's
	last     int                     // index of the component's last numbered block
	sign     int                     // index of the block with which its signature begins
	heads    map[int]bool            // blocks under which numbering starts again
	found    *headings               // without a number
	ranking  *ranking                // of the families of labels and headings
	pending  string                  // a heading above the number to come
	titles   map[numbering.Class]int // by class of number: per cent that stand before a heading
	stops    map[numbering.Class]int // before one that a full stop ends
	placed   []placed
	struck   map[*revision.Provision]bool // whose words are struck out, a number alone
	tops     map[numbering.Class]*level   // by class of number: the last clause that stands in no other
	span     span                         // of the component at hand
	dotted   map[numbering.Form]bool      // whether its numbers hold dotted ones; see holdDotted
	numbered bool
	tooDeep  bool
}

// placed is a numbered provision and the line it was found on.
type placed struct {
	p    *revision.Provision
	line int
}

// level is an open provision, with what is needed to say whether the next block
// stands below it, beside it, or outside.
type level struct {
	p      *revision.Provision
	label  numbering.Label
	parts  []string // decimal number
	indent int
	count  counter
	fam    int  // its family, -1 for none
	rank   int  // positive for a grouping unit
	level  int  // of its Markdown heading, 0 if it has none
	list   bool // a point of a list inside a clause
	// sections: dotted numbers stand directly below it.
	sections bool
	items    []itemLevel
}

// warn adds a warning at a line; 0 is the whole text.
func (b *builder) warn(line int, says flow.Oddity, args ...any) {
	b.res.Warnings = append(b.res.Warnings, flow.Odd(flow.Place{Line: line}, says, args...))
}

// findNext fills next, from the end.
func (b *builder) findNext() {
	b.next = make([]int, len(b.blocks))
	next := -1
	for i := len(b.blocks) - 1; i >= 0; i-- {
		b.next[i] = next
		if b.blocks[i].Numbered() {
			next = i
		}
	}
}

// top is the innermost open provision; the component itself is always open.
func (b *builder) top() *level { return b.stack[len(b.stack)-1] }

// push opens a level below the innermost one, of which it becomes the last child.
// Beyond maxDepth it is put beside the deepest one, so that nothing is lost.
func (b *builder) push(l *level, line int) {
	if len(b.stack) >= maxDepth {
		if !b.tooDeep {
			b.tooDeep = true
			b.warn(line, flow.OddDepth, maxDepth)
		}
		b.popTo(maxDepth - 1)
	}
	top := b.top()
	top.items = nil
	top.p.Children = append(top.p.Children, l.p)
	if top.p.Kind != revision.KindClause && l.p.Kind == revision.KindClause {
		b.tops[l.label.Class()] = l
	}
	b.stack = append(b.stack, l)
}

// popTo closes all but the first n levels; n is at least 1.
func (b *builder) popTo(n int) { b.stack = b.stack[:n] }

// component reads the blocks of one component. Block by block: the head of an annex,
// title and signature by their places, headings, items, notes, numbers, and the rest
// by its words. Notes of a block go to the last provision that it made.
func (b *builder) component(c span) {
	p := &revision.Provision{Kind: revision.KindComponent, EID: c.eid, Num: c.num}
	b.res.Components = append(b.res.Components, p)
	b.stack = append(b.stack[:0], &level{p: p, fam: -1})
	b.tops, b.dotted = map[numbering.Class]*level{}, map[numbering.Form]bool{}
	b.span, b.order = c, c.order
	b.last = c.first - 1
	for i := c.first; i < c.end; i++ {
		if b.blocks[i].Numbered() {
			b.last = i
		}
	}
	b.sign = signature(b.blocks, b.last+1, c.end)
	title := b.title(c)
	titleEnd := title
	if title >= 0 {
		titleEnd = titleEnds(b.blocks[:c.end], title)
	}
	if title >= 0 && c.eid == "" {
		b.res.Title = joined(b.blocks[title : titleEnd+1])
	}
	first := c.first
	if n := titleLines(b.blocks[c.first:c.end]); n > 0 && c.num == "" {
		title, first = -1, c.first+n
		p.Heading = joined(b.blocks[c.first:first])
		for i := c.first; i < first; i++ {
			p.Notes = append(p.Notes, b.blocks[i].Notes...)
		}
		if c.eid == "" {
			b.res.Title = p.Heading
		}
	}
	for i := first; i < c.end; i++ {
		blk, from := &b.blocks[i], i
		if !b.rowGoesOn(i) {
			b.leaveMarkdownLists(blk)
		}
		switch {
		case i == c.first && c.num != "":
			p.Heading = blk.Text
		case i == title && (i == c.first || i == c.first+1 && c.num != "" && p.Heading == ""):
			p.Heading = joined(b.blocks[i : titleEnd+1])
			i = titleEnd
		case i == title:
			b.paragraph(joined(b.blocks[i : titleEnd+1]))
			i = titleEnd
		case i == b.sign && len(b.stack) > 1: // a page may set it as a heading
			b.popTo(1)
			b.paragraph(blk.Text)
		case blk.Level > 0:
			i = b.headed(i, c.end)
		case blk.Bullet():
			b.item(blk)
		case blk.Labelled() && b.numberedNote(i):
		case blk.Labelled():
			i = b.place(i, c.end)
		default:
			b.unnumbered(i, c)
		}
		for ; from <= i; from++ {
			addNotes(p, b.blocks[from].Notes)
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

// rowGoesOn reports whether the row of a table at block i belongs to the open clause,
// whatever the table's own indent is: the clause announces it, or its numbers go on
// after it.
func (b *builder) rowGoesOn(i int) bool {
	if !b.blocks[i].Row || b.blocks[i].Labelled() {
		return false
	}
	if i > 0 && b.blocks[i-1].Row && !b.blocks[i-1].Labelled() || layout.LastMark(b.top().lastText()) == ':' {
		return true // where the row before it stands
	}
	n := b.next[i]
	return n >= 0 && b.top().label.FollowedBy(b.blocks[n].Label)
}

// paragraph adds unnumbered text below the open provision.
func (b *builder) paragraph(text string) {
	top := b.top()
	top.items = nil
	top.p.Children = append(top.p.Children, &revision.Provision{Kind: revision.KindParagraph, Text: text})
}

// unnumbered places a block without a label: a heading that is known by name, a
// signature, or a paragraph.
func (b *builder) unnumbered(i int, c span) {
	blk := &b.blocks[i]
	switch {
	case b.articleNote(i):
		return
	case b.found.number[i]:
		b.pending = blk.Text
		return
	case b.found.isSection(i) && !b.heads[i]:
		b.headSection(i)
		return
	case (!blk.Plain && isNamed(blk.Text) || b.heads[i]) && i+1 < c.end:
		b.popTo(1)
		b.push(&level{p: &revision.Provision{Kind: revision.KindSection, Heading: blk.Text}, fam: -1}, blk.Line)
		return
	case c.order && i > b.last && b.last >= c.first && len(b.stack) > 1 && layout.LooksLikeHeading(blk.Text):
		b.popTo(1)
	case b.agreed(i):
		b.popTo(1)
	default:
		b.popLists(i)
	}
	b.paragraph(blk.Text)
}

// agreed reports whether block i is the formula between the recitals of an agreement
// and its first clause, whose number starts anew.
func (b *builder) agreed(i int) bool {
	n := b.next[i]
	return n >= 0 && len(b.stack) > 1 && layout.LastMark(b.blocks[i].Text) == ':' && b.blocks[n].Label.First() && opensAgreement(b.blocks[i].Text)
}

// lastText is the last text of the level's provision, or the heading where it has
// none: what the next block goes on from.
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
