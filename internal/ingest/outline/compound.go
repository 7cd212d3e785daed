package outline

import (
	"strings"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// splitCompound cuts blocks that open with two labels, «§ 3. (1) The Minister…», «(2)
// (a) Where…», «1. Short title.—(1) This Act…», into two. In a block with markup for
// a heading nothing is cut. Notes go with the last of the parts, where the words are.
func splitCompound(blocks []layout.Block) []layout.Block {
	var out []layout.Block
	for i := range blocks {
		blk := blocks[i]
		for blk.Numbered() && blk.Level == 0 {
			head, text := cutDashed(blk, blocks[i+1:])
			l, rest, ok := numbering.CutLabel(text)
			if !ok || rest == "" || !opensInside(blk.Label, l) {
				break
			}
			if out == nil {
				out = append(make([]layout.Block, 0, len(blocks)+16), blocks[:i]...)
			}
			first := blk
			first.Text, first.Notes = head, nil
			out = append(out, first)
			blk.Label, blk.Text = l, rest
		}
		if out != nil {
			out = append(out, blk)
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

// cutDashed cuts the heading from the text of a block whose first paragraph
// follows on the same line, «Short title.—(1) This Act», «Policy. (a) In general»:
// when the second one opens a block below. Any other text has no heading.
func cutDashed(blk layout.Block, after []layout.Block) (heading, text string) {
	for _, first := range []string{"(1) ", "(a) ", "① "} {
		i := strings.Index(blk.Text[:min(len(blk.Text), layout.MaxBareTitle+len(first))], first)
		if i <= 0 {
			continue
		}
		head := strings.TrimRight(blk.Text[:i], " ")
		if strings.HasSuffix(head, "—") || isAside(head) || strings.HasSuffix(head, ".") && strings.Count(head, ". ") == 0 {
			if l, _, _ := numbering.CutLabel(blk.Text[i:]); goesOn(l, after) {
				return head, blk.Text[i:]
			}
		}
	}
	return "", blk.Text
}

// goesOn reports whether the sequence that l opens goes on in the blocks after
// it, before anything numbers another way that could hold it.
func goesOn(l numbering.Label, after []layout.Block) bool {
	const far = 1000 // blocks
	for i := range min(len(after), far) {
		switch next := after[i].Label; {
		case !after[i].Numbered():
		case next.Form == l.Form && next.First() && (next.Depth() > 0) == (l.Depth() > 0) && !strings.EqualFold(next.Num, "i"):
			return false
		case l.SameSequence(next) && !next.First() && numbering.Roman(next.Num) == 0:
			return true
		case next.Form != numbering.FormParens:
			return false
		}
	}
	return false
}

// endsDashed reports whether a heading ends in the dash or the only full stop before
// its text.
func endsDashed(s string) bool {
	return strings.HasSuffix(s, "—") || strings.HasSuffix(s, ".") && strings.IndexByte(s, '.') == len(s)-1
}

// opensInside reports whether the label l, right after another, is the first of
// a sequence inside it.
func opensInside(outer, l numbering.Label) bool {
	if l.Unit == numbering.UnitClause && strings.HasPrefix(l.Printed, "§") {
		return l.Num == "1" && outer.Unit == numbering.UnitArticle // Art. 148. § 1. Text
	}
	if l.Unit != "" || l.Form == numbering.FormBullet || !l.First() {
		return false
	}
	switch l.Form {
	case numbering.FormParens, numbering.FormParen:
		return outer.Form != l.Form || (outer.Depth() > 0) != (l.Depth() > 0)
	case numbering.FormDot:
		return outer.Unit != "" && l.Depth() == 1
	}
	return false
}
