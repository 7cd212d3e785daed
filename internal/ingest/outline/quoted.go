package outline

import (
	"slices"
	"strings"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// Marks between which an amending act quotes the text that it puts into another.
var quotes = []struct{ open, shut string }{{"“", "”"}, {"«", "»"}, {"„", "“"}, {"\"", "\""}}

// quoteIndent keeps quoted text in the point that quotes it, whatever is open.
const quoteIndent = 1000 // columns

// unlabelQuoted takes the labels from what an amending act quotes: after a colon,
// from a quotation mark at the beginning of a block to the one that closes it at the
// end of another. «“Maddə 10-1. …» is text of the point that inserts it, no article
// of this act. Blocks are changed in place.
func unlabelQuoted(blocks []layout.Block) []layout.Block {
	for i := 1; i < len(blocks); i++ {
		if layout.LastMark(blocks[i-1].Text) != ':' {
			continue
		}
		last := quotedTo(blocks, i)
		if last <= i {
			continue // a quotation of one block needs nothing
		}
		for ; i <= last; i++ {
			blk := &blocks[i]
			blk.Text, blk.Level, blk.Plain, blk.Indent = whole(blk), 0, true, quoteIndent
			blk.Label = numbering.Label{Form: numbering.FormUnknown}
		}
	}
	return blocks
}

// unlabelCited takes the label from the number of an article that only speaks of it,
// out of all order amid the parts of another: «12.1. … / Maddə 7. Tarla / 12.2. …».
// The parts go on after it, and none is its own. Blocks are changed in place.
func unlabelCited(blocks []layout.Block) []layout.Block {
	var article, part numbering.Label
	for i := range blocks {
		blk := &blocks[i]
		switch l := blk.Label; {
		case l.Unit == numbering.UnitArticle:
			if part.Num != "" && l.Unit == article.Unit && !article.FollowedBy(l) {
				next := slices.IndexFunc(blocks[i+1:], func(b layout.Block) bool { return b.Numbered() })
				if next >= 0 && nextPart(part, blocks[i+1+next].Label) {
					blk.Text, blk.Label = whole(blk), numbering.Label{Form: numbering.FormUnknown}
					continue
				}
			}
			article, part = l, numbering.Label{}
		case blk.Numbered() && l.Unit == "" && isPrefix(article.Decimal(), l.Decimal()) && l.Depth() == article.Depth()+1:
			part = l
		}
	}
	return blocks
}

// nextPart reports whether a dotted number comes right after another in one article.
func nextPart(last, l numbering.Label) bool {
	a, b := last.Decimal(), l.Decimal()
	n := len(a) - 1
	return l.Unit == "" && len(b) == len(a) && slices.Equal(a[:n], b[:n]) && numbering.DigitValue(b[n]) == numbering.DigitValue(a[n])+1
}

// quotedTo is the block with which the quotation that opens block i ends, -1 when
// none opens there, it is never closed, or more of the sentence comes after it. A
// quotation of more than 600 blocks is one that was never closed.
func quotedTo(blocks []layout.Block, i int) int {
	const longest = 600 // blocks
	first := whole(&blocks[i])
	for _, q := range quotes {
		if !strings.HasPrefix(first, q.open) {
			continue
		}
		depth := 0
		for j := i; j < len(blocks) && j < i+longest; j++ {
			text := whole(&blocks[j])
			if q.open == q.shut {
				depth = (depth + strings.Count(text, q.open)) % 2
			} else {
				depth += strings.Count(text, q.open) - strings.Count(text, q.shut)
			}
			if depth <= 0 {
				if strings.HasSuffix(strings.TrimRight(text, ".;, "), q.shut) {
					return j
				}
				break // «“Tarla haqqında” Qanuna uyğun olaraq …»: a name, and the sentence goes on
			}
		}
	}
	return -1
}
