package markdown

import (
	"io"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/report"
)

// Diff writes the comparison as Markdown, clause by clause, deleted
// words struck and inserted ones strong.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	m := newWriter(w, o)
	m.heading(1, r.Old.Label+" → "+r.New.Label)
	m.notices(&r)
	m.compared(&r)
	m.accounting(&r)
	if r.Anew() && r.Filter == nil {
		m.section(2, compose.Anew(&r, m.Phrases))
	}
	if s := m.Shown(&r); s != "" {
		m.WriteString("> " + mdText(s) + "\n\n")
	}
	m.legend()
	m.changes(r.Changes, r.Filter == nil, 2)
	return m.Flush()
}

// legend shows how changed words are marked.
func (m *writer) legend() {
	m.WriteString("~~" + m.Say("deleted") + "~~ **" + m.Say("inserted") + "** ~~" + m.Say("moved away") + "~~ *(" + m.Say("moved to {0}", "…") + ")* **" +
		m.Say("moved here") + "** *(" + m.Say("moved from {0}", "…") + ")*\n\n")
}

// changes writes each change under a heading of that level; clauses in which
// nothing changed, those that only bear other numbers, and those of a part without
// counterpart, are folded.
func (m *writer) changes(changes []*report.Change, foldLone bool, level int) {
	for _, s := range report.Stretches(changes, m.o.Full, foldLone) {
		if s.Telling == report.InFull {
			m.change(s.Changes[0], level)
			m.rows(s.Changes[0].Rows(), m.o.Full)
			continue
		}
		m.WriteString("*" + mdText(m.Folded(s)) + "*\n\n")
	}
}

// change writes a change's heading and what is to be said of it.
func (m *writer) change(c *report.Change, level int) {
	m.heading(level, m.ChangeName(c))
	m.raw(mdText(m.ChangeFacts(c)))
	if len(m.Reasons(c))+len(c.Facts)+len(c.Findings)+len(c.Provisions)+len(c.Marks) == 0 {
		return
	}
	for _, reason := range m.Reasons(c) {
		m.item(reason)
	}
	for _, f := range c.Facts {
		m.item(m.Fact(f))
	}
	for _, f := range c.Findings {
		m.item(m.Finding(f))
	}
	for _, p := range c.Provisions {
		m.item(m.Provision(p))
	}
	for _, marked := range c.Marks {
		m.item(m.Marks(marked))
	}
	m.end()
}
