package outline

import (
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// headingsBetween finds the headings without a number that stand between the
// clauses of a running numbering: «Purpose / MADDE 1», the cross-headings of a
// strategy whose paragraphs are numbered through. Such a line is short, has no
// final mark, comes after a finished clause or another heading, and before one
// of the numbers that run through the text. One alone may be the last line of
// the clause before it; from two on they are headings.
func (b *builder) headingsBetween(c span, title int) []int {
	class, ok := runningClass(b.blocks[c.first:c.end])
	if !ok {
		return nil
	}
	var heads []int
	numbers, last := 0, -1 // last is the line of the last heading or number's heading
	for i := c.first; i < c.end; i++ {
		blk := &b.blocks[i]
		if blk.Level > 0 {
			return nil
		}
		if i+1 == c.end {
			if blk.Numbered() && blk.Label.Class() == class {
				numbers++
			}
			break
		}
		next := &b.blocks[i+1]
		if blk.Numbered() {
			if blk.Label.Class() == class {
				numbers++
			}
			if blk.Label.Unit.Groups() {
				last = i
				if blk.Text == "" && !next.Labelled() {
					last = i + 1
				}
			}
			continue
		}
		if i == title || blk.Labelled() || blk.Plain || isNamed(blk.Text) || isStamp(blk.Text) {
			continue
		}
		runs := next.Numbered() && next.Label.Class() == class && (class.Unit != "" || next.Label.First() == (numbers == 0) && (numbers > 0 || last == i-1))
		after := last == i-1 || i-1 == title || i > c.first && layout.EndsSentence(b.blocks[i-1].Text)
		if runs && after && last != i && layout.LooksLikeHeading(blk.Text) && utf8.RuneCountInString(blk.Text) <= maxPlainHeading {
			heads = append(heads, i)
		}
	}
	if len(heads) < 2 || len(heads) > numbers {
		return nil
	}
	return heads
}

// runningClass is the class of the numbers that run through a text: of its
// articles or, where it has none, of its plain numbers.
func runningClass(blocks []layout.Block) (numbering.Class, bool) {
	count := map[numbering.Class]int{}
	var best numbering.Class
	for i := range blocks {
		l := blocks[i].Label
		if !blocks[i].Numbered() || l.Unit.Groups() || l.Unit == "" && (l.Form != numbering.FormDot || len(l.Decimal()) != 1) {
			continue
		}
		cl := l.Class()
		count[cl]++
		if (cl.Unit != "") == (best.Unit != "") && count[cl] > count[best] || cl.Unit != "" && best.Unit == "" {
			best = cl
		}
	}
	return best, count[best] > 2
}

// headBetween opens a section with block i as its heading in the innermost
// group.
func (b *builder) headBetween(i int) {
	for len(b.stack) > 1 && b.top().p.Kind != revision.KindPart {
		b.popTo(len(b.stack) - 1)
	}
	blk := &b.blocks[i]
	b.push(&level{p: &revision.Provision{Kind: revision.KindSection, Heading: blk.Text}, between: true}, blk.Line)
}
