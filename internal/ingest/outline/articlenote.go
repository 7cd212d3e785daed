package outline

import (
	"strings"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// noteWords open a note that belongs to a whole article, as its last part.
var noteWords = []string{"qeydlər", "qeyd", "примечания", "примечание"}

// articleNote places the note of an article, «Qeyd: …» or «Qeyd:» above points of its
// own. It stands in the article and not in the article's last point. It reports
// whether block i is such a note.
func (b *builder) articleNote(i int) bool {
	blk := &b.blocks[i]
	rest, ok := cutNoteWord(blk.Text)
	if !ok || !b.popToArticle() {
		return false
	}
	if rest == "" {
		b.push(&level{p: &revision.Provision{Kind: revision.KindSection, Heading: blk.Text}, fam: -1}, blk.Line)
	} else {
		b.paragraph(blk.Text)
	}
	return true
}

// numberedNote places one of several notes of an article, «Qeyd 1. …». It reports
// whether the labelled block i is one. It has a heading of its own and may hold
// points, so it is a section. See articleNote.
func (b *builder) numberedNote(i int) bool {
	blk := &b.blocks[i]
	if rest, ok := cutNoteWord(blk.Label.Printed); !ok || strings.Trim(rest, "0123456789. ") != "" || !b.popToArticle() {
		return false
	}
	b.push(&level{p: &revision.Provision{Kind: revision.KindSection, Heading: blk.Label.Printed}, fam: -1}, blk.Line)
	if blk.Text != "" {
		b.paragraph(blk.Text)
	}
	return true
}

// cutNoteWord cuts the word and its mark off a note: «Qeyd:», «Qeyd 1.». «Qeyd:»
// alone has an empty rest; words that only begin so («qeydiyyat») are none.
func cutNoteWord(s string) (rest string, ok bool) {
	const longest = 24 // bytes of the word
	lower := strings.ToLower(s[:min(len(s), longest)])
	for _, w := range noteWords {
		if !strings.HasPrefix(lower, w) {
			continue
		}
		rest = strings.TrimLeft(s[len(w):], " \u00a0")
		digits := strings.TrimLeft(rest, "0123456789")
		switch {
		case rest == "":
			return "", true
		case rest[0] == ':', rest[0] == '.', len(digits) < len(rest) && strings.HasPrefix(digits, "."):
			return strings.TrimSpace(strings.TrimLeft(rest, ":.")), true
		}
	}
	return "", false
}

// popToArticle closes what stands open in the innermost article. It reports whether
// there is one.
func (b *builder) popToArticle() bool {
	for k := len(b.stack) - 1; k > 0; k-- {
		if u := b.stack[k].label.Unit; u == numbering.UnitArticle || u == numbering.UnitClause {
			b.popTo(k + 1)
			return true
		}
	}
	return false
}

// isCodePart reports whether s heads one of the two halves of a code, which holds the
// sections up to the next: «ÜMUMİ HİSSƏ», «ОСОБЕННАЯ ЧАСТЬ».
func isCodePart(s string) bool {
	switch layout.HeadingName(s) {
	case "ümumi hissə", "xüsusi hissə", "общая часть", "особенная часть":
		return true
	}
	return false
}
