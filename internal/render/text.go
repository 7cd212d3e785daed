package render

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/compare"
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

// textWriter writes a document to a terminal.
type textWriter struct {
	*bufio.Writer
	phrases
	o Options
}

func newTextWriter(w io.Writer, o Options) *textWriter {
	return &textWriter{bufio.NewWriterSize(w, 32<<10), o.phrases(), o}
}

// spans writes spans without wrapping.
func (t *textWriter) spans(spans ...span) {
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

func (t *textWriter) line(spans ...span) {
	t.spans(spans...)
	t.WriteByte('\n')
}

// para writes spans wrapped to the width, the first line after first, the
// others after an indent as wide.
func (t *textWriter) para(first string, spans ...span) {
	indent := utf8.RuneCountInString(first)
	for i, l := range wrap(spans, t.o.width()-indent) {
		if i == 0 {
			t.WriteString(first)
		} else {
			t.WriteString(strings.Repeat(" ", indent))
		}
		t.line(l...)
	}
}

func (t *textWriter) text(first, s string) { t.para(first, span{visible(s), plainTone}) }

// heading writes a section heading with a rule under it.
func (t *textWriter) heading(s string) {
	t.WriteByte('\n')
	t.line(span{visible(s), boldTone})
	t.line(span{strings.Repeat("─", min(utf8.RuneCountInString(s), t.o.width())), dimTone})
}

// notices writes the status banners.
func (t *textWriter) notices(r *report.Report) {
	for _, n := range r.Notices {
		t.WriteByte('\n')
		t.para("  ", span{t.Upper(t.status(n.Status)), warnTone}, span{"  " + visible(t.notice(n)), plainTone})
	}
}

// compared writes what was compared: a line or two for each side.
func (t *textWriter) compared(r *report.Report) {
	t.WriteByte('\n')
	for _, s := range []struct {
		name string
		side *report.Side
	}{{t.Say("old [text]"), &r.Old}, {t.Say("new [text]"), &r.New}} {
		first := "  " + s.name + "  "
		t.para(first, span{visible(s.side.Label), boldTone}, span{": " + visible(t.sideFacts(s.side)), plainTone})
		if h := s.side.Source.SHA256; h != "" {
			t.para(strings.Repeat(" ", utf8.RuneCountInString(first)), span{"SHA-256 " + visible(h), dimTone})
		}
	}
}

// sideFacts describes a revision in a line: title, standing, date, size.
func (p phrases) sideFacts(s *report.Side) string {
	parts := []string{s.Title}
	if s.Title == "" {
		parts[0] = s.Source.Name
	}
	if s.Status != "" {
		parts = append(parts, p.status(s.Status))
	}
	if s.Date != "" {
		parts = append(parts, p.date(s.Date))
	}
	parts = append(parts, p.size(s))
	return strings.Join(parts, ", ")
}

// accounting writes the accounting of each part and of the words.
func (t *textWriter) accounting(r *report.Report) {
	for _, s := range t.accountSentences(r) {
		t.text("  ", s)
	}
}

// rows writes the rows of a change in the layout asked for, unchanged ones
// folded unless everything is wanted.
func (t *textWriter) rows(rows []report.Row, all bool) {
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
		if t.o.sideBySide() {
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
	return indent + bullet(l.Num) + " "
}

func (t *textWriter) rowInline(row report.Row) {
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
func (t *textWriter) rowAcross(row report.Row) {
	column := (t.o.width() - 7) / 2
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
		return []span{{visible(r.New), plainTone}}
	case r.Op == compare.Keep:
		return []span{{visible(r.Old), plainTone}}
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
	text = visible(text)
	core := strings.TrimSpace(text)
	if core == "" {
		return []span{{text, plainTone}}
	}
	at := strings.Index(text, core)
	return []span{{text[:at], plainTone}, {open + core + visible(shut), tn}, {text[at+len(core):], plainTone}}
}
