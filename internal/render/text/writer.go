package text

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// tone is how a span of terminal text looks. Without colour all tones look
// alike, so no tone may carry meaning alone.
type tone uint8

// The zero value is the terminal's own.
const (
	plainTone tone = iota
	boldTone
	dimTone
	warnTone
	deletedTone
	insertedTone
	movedTone
)

// sgr are the escape sequences that switch a tone on; SGR 0 ends it. Deleted words
// are struck through as well as red, inserted ones underlined as well as green
// (ECMA-48, SGR 9 and 4): not everyone tells the two colours apart.
var sgr = [...]string{
	plainTone: "", boldTone: "\x1b[1m", dimTone: "\x1b[2m", warnTone: "\x1b[1;33m",
	deletedTone: "\x1b[31;9m", insertedTone: "\x1b[32;4m", movedTone: "\x1b[35m",
}

const sgrEnd = "\x1b[0m"

// span is a run of terminal text of one tone.
type span struct {
	text string
	tone tone
}

// writer writes a document to a terminal. It keeps the first error for Flush, so that
// nothing here looks at one.
type writer struct {
	*bufio.Writer
	phrase.Phrases
	o render.Options
}

// newWriter is a writer with the phrases of the language asked for.
func newWriter(w io.Writer, o render.Options) *writer {
	return &writer{bufio.NewWriterSize(w, 32<<10), o.Phrases(), o}
}

// columns is the number of columns that there are.
func (t *writer) columns() int {
	if t.o.Width <= 0 {
		return 80
	}
	return t.o.Width
}

// sideBySideFrom is the width in columns from which two columns are readable.
const sideBySideFrom = 120

// sideBySide reports whether rows stand in two columns: as was asked for, else where
// there is room.
func (t *writer) sideBySide() bool {
	return t.o.Layout == render.LayoutSideBySide || (t.o.Layout == render.LayoutAuto && t.columns() >= sideBySideFrom)
}

// spans writes spans without wrapping. Without colour a tone is nothing.
func (t *writer) spans(spans ...span) {
	for _, s := range spans {
		if t.o.Color && s.tone != plainTone && s.text != "" {
			t.WriteString(sgr[s.tone])
			t.WriteString(s.text)
			t.WriteString(sgrEnd)
			continue
		}
		t.WriteString(s.text)
	}
}

// line writes spans and ends the line.
func (t *writer) line(spans ...span) {
	t.spans(spans...)
	t.WriteByte('\n')
}

// para writes spans wrapped to the width, the first line after first, the
// others after an indent as wide.
func (t *writer) para(first string, spans ...span) {
	indent := utf8.RuneCountInString(first)
	for i, l := range wrap(spans, t.columns()-indent) {
		if i == 0 {
			t.WriteString(first)
		} else {
			t.WriteString(strings.Repeat(" ", indent))
		}
		t.line(l...)
	}
}

// lead is what stands before a line: the clause's number, a bullet, or space. A line
// that goes on with the one before has no number again.
func lead(l *report.Line) string {
	indent := strings.Repeat("  ", l.Depth)
	if l.Num == "" || l.Continued {
		return indent
	}
	return indent + plain.Bullet(l.Num) + " "
}

// rowInline writes a row in one column, as the new line stands or, where there is none,
// the old.
func (t *writer) rowInline(row report.Row) {
	l := row.New
	if l == nil {
		l = row.Old
	}
	spans := runSpans(row.Runs, true, true)
	if spans == nil {
		spans = []span{{" ", plainTone}}
	}
	t.para("    "+lead(l), spans...)
}

// rowAcross writes a row in two columns with a rule between: two spaces, a column,
// the rule with a space on either side, a column. An empty side stays empty.
func (t *writer) rowAcross(row report.Row) {
	column := (t.columns() - 7) / 2
	old := columnLines(row, row.Old, column, true)
	now := columnLines(row, row.New, column, false)
	for i := range max(len(old), len(now)) {
		t.WriteString("  ")
		used := 0
		if i < len(old) {
			t.spans(old[i]...)
			used = spansWidth(old[i])
		}
		t.WriteString(strings.Repeat(" ", max(column-used, 0)))
		t.spans(span{" │ ", dimTone})
		if i < len(now) {
			t.spans(now[i]...)
		}
		t.WriteByte('\n')
	}
}

// columnLines wraps one side of a row to a column of that width. It is at least eight
// columns, however far in the line stands; nil where the side has no line.
func columnLines(row report.Row, l *report.Line, width int, old bool) [][]span {
	if l == nil {
		return nil
	}
	first := lead(l)
	indent := utf8.RuneCountInString(first)
	lines := wrap(runSpans(row.Runs, old, !old), max(width-indent, 8))
	for i := range lines {
		before := span{strings.Repeat(" ", indent), plainTone}
		if i == 0 {
			before = span{first, boldTone}
		}
		lines[i] = append([]span{before}, lines[i]...)
	}
	return lines
}

// runSpans marks runs so that they can be told without colour. The marks are those of
// the legend. White space at the ends of a run stands outside of them.
func runSpans(runs []report.Run, old, now bool) []span {
	var out []span
	for p := range model.Pieces(runs, old, now) {
		switch p.Mark {
		case model.Deleted:
			out = append(out, span{"[-" + p.Text + "-]", deletedTone})
		case model.Inserted:
			out = append(out, span{"{+" + p.Text + "+}", insertedTone})
		case model.MovedAway:
			out = append(out, span{"[~" + p.Text + "~ → " + p.Place + "]", movedTone})
		case model.MovedHere:
			out = append(out, span{"{~" + p.Text + "~ ← " + p.Place + "}", movedTone})
		default:
			out = append(out, span{p.Text, plainTone})
		}
	}
	return out
}
