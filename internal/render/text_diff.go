package render

import (
	"io"

	"conceptdiff/internal/report"
)

// DiffText writes the comparison for a terminal, clause by clause: inline, or
// in two columns when there is room.
func DiffText(w io.Writer, r report.Report, o Options) error {
	t := newTextWriter(w, o)
	t.line(span{visible(r.Old.Label + " → " + r.New.Label), boldTone})
	t.notices(&r)
	t.compared(&r)
	t.WriteByte('\n')
	t.accounting(&r)
	if s := r.Shown(); s != "" {
		t.WriteByte('\n')
		t.para("  ", span{visible(s), warnTone})
	}
	if len(r.Changes) > 0 {
		t.WriteByte('\n')
		t.legend()
	}
	t.changes(r.Changes)
	return t.Flush()
}

func (t *textWriter) legend() {
	t.para("  ", span{"[-deleted-]", deletedTone}, span{" ", plainTone}, span{"{+inserted+}", insertedTone}, span{" ", plainTone},
		span{"[~moved away~ → to]", movedTone}, span{" ", plainTone}, span{"{~moved here~ ← from}", movedTone})
}

// changes writes each change; clauses in which nothing changed are folded into
// a line that names them.
func (t *textWriter) changes(changes []*report.Change) {
	var untouched []*report.Clause
	fold := func() {
		if len(untouched) > 0 {
			t.WriteByte('\n')
			t.para("  ", span{report.Count(len(untouched), "clause") + " unchanged: " + visible(labels(untouched)), dimTone})
		}
		untouched = nil
	}
	for _, c := range changes {
		if c.Untouched() && !t.o.Full {
			untouched = append(untouched, c.New...)
			continue
		}
		fold()
		t.change(c)
	}
	fold()
}

func (t *textWriter) change(c *report.Change) {
	t.WriteByte('\n')
	t.changeHead(c)
	for _, reason := range reasons(c) {
		t.text("  · ", reason)
	}
	for _, f := range c.Flags {
		t.para("  ⚑ ", span{visible(flagPhrase(f)), warnTone})
	}
	t.rows(c.Rows, t.o.Full)
}

func (t *textWriter) changeHead(c *report.Change) {
	t.para("", span{visible(changeName(c)), boldTone})
	t.para("  ", span{visible(changeFacts(c)), dimTone})
}
