package outline

import (
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// insertedAfter reports whether the dotted number at block i was inserted after the
// open one that it begins with, and stands beside it: as Russian acts number parts
// and points that came later, «2. … / 2.1. … / 3. …», «1) … / 1.1) … / 2) …». Where
// half of the numbers hold dotted ones, or the open one announces them by a colon or
// has a heading, they stand below it. lv is the level that the number would open.
func (b *builder) insertedAfter(open, lv *level, i int) bool {
	if len(open.parts) != 1 || len(lv.parts) != 2 || open.label.Unit != "" || open.label.Form != lv.label.Form || open.p.Heading != "" {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(b.blocks[i].Text); !unicode.Is(unicode.Cyrillic, r) {
		return false
	}
	if len(open.p.Children) == 0 && layout.LastMark(open.p.Text) == ':' {
		return false
	}
	return lv.label.Form == numbering.FormParen || !b.holdDotted(lv.label.Form)
}

// holdDotted reports whether half of the numbers of a form in the component hold dotted
// ones.
func (b *builder) holdDotted(form numbering.Form) bool {
	holds, known := b.dotted[form]
	if !known {
		all, dotted := 0, 0
		for i := b.span.first; i < b.span.end; i++ {
			l := b.blocks[i].Label
			if l.Unit != "" || l.Form != form || l.Depth() != 1 {
				continue
			}
			all++
			if n := b.next[i]; n >= 0 && isPrefix(l.Decimal(), b.blocks[n].Label.Decimal()) {
				dotted++
			}
		}
		holds = 2*dotted >= all
		b.dotted[form] = holds
	}
	return holds
}
