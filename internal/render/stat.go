package render

import (
	"io"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/report"
)

// DiffStat writes the comparison's figures alone: the accounting, and a line
// for each change with its words deleted and inserted.
func DiffStat(w io.Writer, r report.Report, o Options) error {
	t := newTextWriter(w, o)
	t.line(span{visible(r.Old.Label + " → " + r.New.Label), boldTone})
	t.notices(&r)
	t.WriteByte('\n')
	t.accounting(&r)
	if s := t.shown(&r); s != "" {
		t.para("  ", span{visible(s), warnTone})
	}
	t.WriteByte('\n')
	t.statLines(r.Changes)
	return t.Flush()
}

// statBar is the most columns that a bar of words takes.
const statBar = 30

func (t *textWriter) statLines(changes []*report.Change) {
	name, kind, most := 0, 0, 1
	for _, c := range changes {
		if c.Untouched() {
			continue
		}
		name = max(name, utf8.RuneCountInString(visible(t.numbers(c))))
		kind = max(kind, utf8.RuneCountInString(visible(t.kindPhrase(c))))
		most = max(most, c.OldWords()-c.Words.Kept, c.NewWords()-c.Words.Kept)
	}
	name, kind = min(name, 24), min(kind, 34)
	for _, c := range changes {
		if c.Untouched() {
			continue
		}
		gone, came := c.OldWords()-c.Words.Kept, c.NewWords()-c.Words.Kept
		t.spans(span{"  " + padded(t.numbers(c), name) + "  " + padded(t.kindPhrase(c), kind), plainTone})
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

func padded(s string, width int) string {
	s = visible(s)
	n := utf8.RuneCountInString(s)
	if n > width {
		return string([]rune(s)[:width-1]) + "…"
	}
	return s + strings.Repeat(" ", width-n)
}

func (t *textWriter) leftPadded(n int) string {
	s := t.Number(n)
	return strings.Repeat(" ", max(0, 7-utf8.RuneCountInString(s))) + s
}
