package text

import (
	"io"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Diff writes the comparison for a terminal, clause by clause: inline, or
// in two columns when there is room.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	t := newWriter(w, o)
	t.line(span{plain.Visible(r.Old.Label + " → " + r.New.Label), boldTone})
	t.notices(&r)
	t.compared(&r)
	t.WriteByte('\n')
	t.accounting(&r)
	if r.Anew() && r.Filter == nil {
		t.section(compose.Anew(&r, t.Phrases))
	}
	if s := t.Shown(&r); s != "" {
		t.WriteByte('\n')
		t.para("  ", span{plain.Visible(s), warnTone})
	}
	if len(r.Changes) > 0 {
		t.WriteByte('\n')
		t.legend()
	}
	t.changes(r.Changes, r.Filter == nil)
	return t.Flush()
}

func (t *writer) legend() {
	t.para("  ", span{"[-" + t.Say("deleted") + "-]", deletedTone}, span{" ", plainTone}, span{"{+" + t.Say("inserted") + "+}", insertedTone}, span{" ", plainTone},
		span{"[~" + t.Say("moved away") + "~ → " + t.Say("to [a clause]") + "]", movedTone}, span{" ", plainTone}, span{"{~" + t.Say("moved here") + "~ ← " + t.Say("from [a clause]") + "}", movedTone})
}

// changes writes each change; clauses in which nothing changed, those that only bear
// other numbers, and those of a part without counterpart unless they were asked for, are
// folded into a line that names them.
func (t *writer) changes(changes []*report.Change, foldLone bool) {
	for _, s := range report.Stretches(changes, t.o.Full, foldLone) {
		if s.Telling == report.InFull {
			t.change(s.Changes[0])
			continue
		}
		t.WriteByte('\n')
		t.para("  ", span{plain.Visible(t.Folded(s)), dimTone})
	}
}

func (t *writer) change(c *report.Change) {
	t.WriteByte('\n')
	t.changeHead(c)
	for _, reason := range t.Reasons(c) {
		t.text("  · ", reason)
	}
	for _, f := range c.Facts {
		t.text("  · ", t.Fact(f))
	}
	for _, f := range c.Findings {
		t.para("  ? ", span{plain.Visible(t.Finding(f)), warnTone})
	}
	for _, p := range c.Provisions {
		t.para("  ⚑ ", span{plain.Visible(t.Provision(p)), warnTone})
	}
	for _, m := range c.Marks {
		t.para("  ✎ ", span{plain.Visible(t.Marks(m)), warnTone})
	}
	t.rows(c.Rows(), t.o.Full)
}

func (t *writer) changeHead(c *report.Change) {
	t.para("", span{plain.Visible(t.ChangeName(c)), boldTone})
	t.para("  ", span{plain.Visible(t.ChangeFacts(c)), dimTone})
}
