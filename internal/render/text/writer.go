package text

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// tone is how a span of terminal text looks. Without colour all tones look
// alike, so no tone may carry meaning alone.
type tone uint8

const (
	plainTone tone = iota
	boldTone
	dimTone
	warnTone
	deletedTone
	insertedTone
	movedTone
)

// sgr are the escape sequences that switch a tone on; SGR 0 ends it.
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

// writer writes a document to a terminal.
type writer struct {
	*bufio.Writer
	phrase.Phrases
	o render.Options
}

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

func (t *writer) sideBySide() bool {
	return t.o.Layout == render.LayoutSideBySide || (t.o.Layout == render.LayoutAuto && t.columns() >= sideBySideFrom)
}

// spans writes spans without wrapping.
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

// rows writes the rows of a change in the layout asked for, unchanged ones
// folded unless everything is wanted.
func (t *writer) rows(rows []report.Row, all bool) {
	folded := 0
	fold := func() {
		if folded > 0 {
			t.line(span{"      … " + t.Say("{0 passage} unchanged", folded), dimTone})
		}
		folded = 0
	}
	for _, row := range rows {
		if !row.Changed && !all {
			folded++
			continue
		}
		fold()
		if t.sideBySide() {
			t.rowAcross(row)
		} else {
			t.rowInline(row)
		}
	}
	fold()
}

// lead is what stands before a line: the clause's number, a bullet, or space.
func lead(l *report.Line) string {
	indent := strings.Repeat("  ", l.Depth)
	if l.Num == "" || l.Continued {
		return indent
	}
	return indent + plain.Bullet(l.Num) + " "
}

func (t *writer) rowInline(row report.Row) {
	l := row.New
	if l == nil {
		l = row.Old
	}
	spans := make([]span, 0, len(row.Runs))
	for _, r := range row.Runs {
		spans = append(spans, runSpans(r, true, true)...)
	}
	if spans == nil {
		spans = []span{{" ", plainTone}}
	}
	t.para("    "+lead(l), spans...)
}

// rowAcross writes a row in two columns.
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

func columnLines(row report.Row, l *report.Line, width int, old bool) [][]span {
	if l == nil {
		return nil
	}
	first := lead(l)
	indent := utf8.RuneCountInString(first)
	var spans []span
	for _, r := range row.Runs {
		spans = append(spans, runSpans(r, old, !old)...)
	}
	lines := wrap(spans, max(width-indent, 8))
	for i := range lines {
		before := span{strings.Repeat(" ", indent), plainTone}
		if i == 0 {
			before = span{first, boldTone}
		}
		lines[i] = append([]span{before}, lines[i]...)
	}
	return lines
}

// runSpans marks a run so that it can be told without colour. White space at
// its ends stays outside the marks.
func runSpans(r report.Run, old, now bool) []span {
	if r.Elided {
		return []span{{" … ", dimTone}}
	}
	switch {
	case r.Op == compare.Keep && (now && r.New != "" || !old):
		return []span{{plain.Visible(r.New), plainTone}}
	case r.Op == compare.Keep:
		return []span{{plain.Visible(r.Old), plainTone}}
	case r.Old != "" && old:
		if r.Op == compare.Move {
			return marked("[~", r.Old, "~ → "+r.To+"]", movedTone)
		}
		return marked("[-", r.Old, "-]", deletedTone)
	case r.New != "" && now:
		if r.Op == compare.Move {
			return marked("{~", r.New, "~ ← "+r.From+"}", movedTone)
		}
		return marked("{+", r.New, "+}", insertedTone)
	}
	return nil
}

func marked(open, text, shut string, tn tone) []span {
	text = plain.Visible(text)
	core := strings.TrimSpace(text)
	if core == "" {
		return []span{{text, plainTone}}
	}
	at := strings.Index(text, core)
	return []span{{text[:at], plainTone}, {open + core + plain.Visible(shut), tn}, {text[at+len(core):], plainTone}}
}
