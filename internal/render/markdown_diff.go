package render

import (
	"io"

	"conceptdiff/internal/report"
)

// DiffMarkdown writes the comparison as Markdown, clause by clause, deleted
// words struck and inserted ones strong.
func DiffMarkdown(w io.Writer, r report.Report, o Options) error {
	m := newMarkdownWriter(w, o)
	m.heading(1, r.Old.Label+" → "+r.New.Label)
	m.notices(&r)
	m.compared(&r)
	m.accounting(&r)
	if s := r.Shown(); s != "" {
		m.WriteString("> " + mdText(s) + "\n\n")
	}
	m.WriteString("~~deleted~~ **inserted** ~~moved away~~ *(moved to …)* **moved here** *(moved from …)*\n\n")
	m.changes(r.Changes)
	return m.Flush()
}

func (m *mdWriter) changes(changes []*report.Change) {
	var untouched []*report.Clause
	fold := func() {
		if len(untouched) > 0 {
			m.WriteString("*" + report.Count(len(untouched), "clause") + " unchanged: " + mdText(labels(untouched)) + "*\n\n")
		}
		untouched = nil
	}
	for _, c := range changes {
		if c.Untouched() && !m.o.Full {
			untouched = append(untouched, c.New...)
			continue
		}
		fold()
		m.change(c, 2)
		m.rows(c.Rows, m.o.Full)
	}
	fold()
}

// change writes a change's heading and what is to be said of it.
func (m *mdWriter) change(c *report.Change, level int) {
	m.heading(level, changeName(c))
	m.raw(mdText(changeFacts(c)))
	if len(reasons(c))+len(c.Flags) == 0 {
		return
	}
	for _, reason := range reasons(c) {
		m.item(reason)
	}
	for _, f := range c.Flags {
		m.item(flagPhrase(f))
	}
	m.end()
}
