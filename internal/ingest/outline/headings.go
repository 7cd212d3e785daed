package outline

import (
	"conceptdiff/internal/revision"
)

// headings are the headings without a number of a component, judged over the
// whole text.
type headings struct {
	section map[int]familyKey // open a section; before is the block of the label that they stand before
	number  map[int]bool      // stand above a number and belong to it
}

// headingsOf finds the headings without a number. A candidate is a short line
// without a final mark that stands apart, after something finished. Then the text
// decides:
//
//   - where nearly every number has one candidate right above it and no title
//     beside it, that line is the number's heading;
//   - two or more candidates right above labels of one family head what follows;
//   - candidates above text are headings in a text that is more prose than
//     numbers.
func (b *builder) headingsOf(h *headings, c span, title, end int) {
	f := &finder{b: b, c: c, title: title, end: end}
	f.candidates()
	f.aboveNumbers(h)
	f.aboveLabels(h)
	f.aboveText(h)
}

// findHeadings finds the headings without a number of all components, and then
// the families of the text and their order.
func (b *builder) findHeadings(spans []span) {
	b.found = &headings{section: map[int]familyKey{}, number: map[int]bool{}}
	for _, c := range spans {
		last := c.first - 1
		for i := c.first; i < c.end; i++ {
			if b.blocks[i].Numbered() {
				last = i
			}
		}
		b.headingsOf(b.found, c, b.title(c), signature(b.blocks, last+1, c.end))
	}
	b.ranking = rankFamilies(b.blocks, b.counters, b.found)
}

// isSection reports whether block i opens a section.
func (h *headings) isSection(i int) bool {
	_, ok := h.section[i]
	return ok
}

// headSection opens a section with block i as its heading: beside the open
// heading of its kind, or below what it stands in.
func (b *builder) headSection(i int) {
	blk := &b.blocks[i]
	lv := &level{p: &revision.Provision{Kind: revision.KindSection, Heading: blk.Text}, fam: b.ranking.of[i]}
	keep := b.ranking.sibling(b.stack, lv)
	switch {
	case keep > 0:
	case isNamed(blk.Text) && !b.ranking.keys[lv.fam].introduces():
		keep = 1
	default:
		for keep = 1; keep < len(b.stack) && b.ranking.holds(b.stack[keep], lv); keep++ {
		}
	}
	b.popTo(keep)
	b.push(lv, blk.Line)
}

// sibling is the innermost open level of lv's own family, 0 if there is none.
func (r *ranking) sibling(stack []*level, lv *level) int {
	for k := len(stack) - 1; k > 0; k-- {
		if stack[k].fam == lv.fam {
			return k
		}
	}
	return 0
}

// holds reports whether an open provision can hold a heading of lv's family: what
// stands above it and, for a heading above text, whatever has a heading.
func (r *ranking) holds(open *level, lv *level) bool {
	if open.fam < 0 {
		return open.level > 0
	}
	if r.keys[lv.fam].introduces() || r.keys[open.fam].heading {
		return r.compare(open.fam, lv.fam) > 0
	}
	return !open.list && (open.p.Heading != "" || open.rank > 0)
}

// introduces reports whether a heading stands right before labels, which it holds.
func (k familyKey) introduces() bool { return k.before > 0 }
