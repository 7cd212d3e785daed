package text

import (
	"io"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Stat writes the comparison's figures alone: the accounting, and a line for each
// change with its words deleted and inserted. Changes that touch no word are counted
// in the figures and have no line.
func Stat(w io.Writer, r report.Report, o render.Options) error {
	t := newWriter(w, o)
	t.document(compose.Summary(&r, o))
	t.WriteByte('\n')
	t.statLines(r.Changes)
	return t.Flush()
}

// statBar is the most columns that a bar of words takes. Half of it is for what went,
// half for what came, as each is measured by the largest of both.
const statBar = 30

// statLines writes a line for each change that touches words, with bars on one scale:
// what went and what came, in words.
func (t *writer) statLines(changes []*report.Change) {
	name, kind, most := 0, 0, 1
	for _, c := range changes {
		if c.Untouched() {
			continue
		}
		name = max(name, utf8.RuneCountInString(plain.Visible(t.Numbers(c))))
		kind = max(kind, utf8.RuneCountInString(plain.Visible(t.KindPhrase(c))))
		most = max(most, c.OldWords()-c.Words.Kept, c.NewWords()-c.Words.Kept)
	}
	// Longer names are cut: numbers of clauses and what became of them are short,
	// lists of them are not.
	name, kind = min(name, 24), min(kind, 34)
	for _, c := range changes {
		if c.Untouched() {
			continue
		}
		gone, came := c.OldWords()-c.Words.Kept, c.NewWords()-c.Words.Kept
		t.spans(span{"  " + padded(t.Numbers(c), name) + "  " + padded(t.KindPhrase(c), kind), plainTone})
		t.line(
			span{t.leftPadded(gone) + " ", plainTone}, span{strings.Repeat("-", bar(gone, most)), deletedTone},
			span{strings.Repeat("+", bar(came, most)), insertedTone}, span{" " + t.Number(came), plainTone})
	}
}

// bar is how many of statBar's columns n words take: at least one, if any.
func bar(n, most int) int {
	if n == 0 {
		return 0
	}
	return max(1, n*statBar/2/most)
}

// padded is a text cut or filled to that many columns; control characters are made
// visible first, since they have no width.
func padded(s string, width int) string {
	s = plain.Visible(s)
	n := utf8.RuneCountInString(s)
	if n > width {
		return string([]rune(s)[:width-1]) + "…"
	}
	return s + strings.Repeat(" ", width-n)
}

// leftPadded is a number, flush right in seven columns.
func (t *writer) leftPadded(n int) string {
	s := t.Number(n)
	return strings.Repeat(" ", max(0, 7-utf8.RuneCountInString(s))) + s
}
