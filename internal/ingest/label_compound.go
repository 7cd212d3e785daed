package ingest

import (
	"strings"

	"conceptdiff/internal/revision"
)

// splitCompound cuts blocks that open with two labels, «§ 3. (1) The Minister…»,
// «(2) (a) Where…», «1. Short title.—(1) This Act…», into two.
func splitCompound(blocks []block) []block {
	var out []block
	for i := range blocks {
		blk := blocks[i]
		for blk.numbered() && blk.level == 0 {
			head, text := cutDashed(blk, blocks[i+1:])
			l, rest, ok := revision.CutLabel(text)
			if !ok || rest == "" || !opensInside(blk.label, l) {
				break
			}
			if out == nil {
				out = append(make([]block, 0, len(blocks)+16), blocks[:i]...)
			}
			first := blk
			first.text, first.notes = head, nil
			out = append(out, first)
			blk.label, blk.text = l, rest
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

// cutDashed cuts the heading, up to its dash, from the text of a block whose
// first paragraph follows on the same line: when another one, (2), comes next. Any
// other text has no heading.
func cutDashed(blk block, after []block) (heading, text string) {
	i := strings.Index(blk.text, "—(1) ")
	if i < 0 || i > maxBareTitle {
		return "", blk.text
	}
	for k := range after {
		switch l := after[k].label; {
		case l.Form == revision.FormParens && !isFirst(l) && len(l.Decimal()) == 1:
			return blk.text[:i+len("—")], blk.text[i+len("—"):]
		case after[k].numbered() && l.Form != revision.FormParens:
			return "", blk.text
		}
	}
	return "", blk.text
}

// endsDashed reports whether a heading ends in the dash before its text.
func endsDashed(s string) bool { return strings.HasSuffix(s, "—") }

// opensInside reports whether the label l, right after another, is the first of
// a sequence inside it.
func opensInside(outer, l revision.Label) bool {
	if l.Unit != "" || l.Form == revision.FormBullet || !isFirst(l) {
		return false
	}
	switch l.Form {
	case revision.FormParens, revision.FormParen:
		return outer.Form != l.Form || (len(outer.Decimal()) > 0) != (len(l.Decimal()) > 0)
	case revision.FormDot:
		return outer.Unit != "" && len(l.Decimal()) == 1
	}
	return false
}
