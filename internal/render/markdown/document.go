package markdown

import (
	"io"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/report"
)

// Diff writes the comparison as Markdown, clause by clause, deleted
// words struck and inserted ones strong.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	return document(w, compose.Comparison(&r, o), o)
}

// Report writes the report of what changed as Markdown.
func Report(w io.Writer, r report.Report, o render.Options) error {
	return document(w, compose.Report(&r, o), o)
}

// Sheet writes the sheet as Markdown with tables.
func Sheet(w io.Writer, s sheet.Sheet, o render.Options) error { return document(w, s.Document(), o) }

// document writes a document in one go.
func document(w io.Writer, d model.Document, o render.Options) error {
	m := newWriter(w, o)
	m.heading(1, d.Title)
	m.nodes(d.Nodes, 2)
	return m.Flush()
}

// nodes writes nodes; sections among them are of that level.
func (m *writer) nodes(nodes []model.Node, level int) {
	for n := range model.Flat(nodes) {
		switch n := n.(type) {
		case model.Section:
			m.heading(level, n.Title)
			m.nodes(n.Nodes, level+1)
		case model.Paragraph:
			m.raw(modelText(n.Spans))
		case model.Warning:
			m.warning(n)
		case model.Quotation:
			m.WriteString("> " + mdStart(modelText(n.Spans)) + "\n\n")
			m.nodes(n.Under, level)
		case model.List:
			m.list(n, "")
			m.end()
		case model.Table:
			m.table(n)
		case model.Legend:
			if !n.Across {
				m.legend()
			}
		case model.Passages:
			m.passages(n)
		}
	}
}

// warning writes a quotation with a bold title, as nothing else of ours looks. Title
// or text may be missing, not both.
func (m *writer) warning(n model.Warning) {
	switch {
	case n.Title == "":
		m.WriteString("> " + mdText(n.Text) + "\n\n")
	case n.Text == "":
		m.WriteString("> **" + mdText(n.Title) + "**\n\n")
	default:
		m.WriteString("> **" + mdText(n.Title) + ".** " + mdText(n.Text) + "\n\n")
	}
}

// list writes the items of a list, further in below another. Of what stands under an
// item paragraphs and lists are written; composers put nothing else there.
func (m *writer) list(l model.List, in string) {
	for _, it := range l.Items {
		text := mdStart(modelText(it.Spans))
		if it.Label.Text != "" {
			text = "**" + mdText(it.Label.Text) + "** " + text
		}
		m.WriteString(in + "- " + text + "\n")
		for n := range model.Flat(it.Under) {
			switch n := n.(type) {
			case model.Paragraph:
				m.WriteString("\n" + in + "  " + mdStart(modelText(n.Spans)) + "\n")
			case model.List:
				m.list(n, in+"  ")
			}
		}
	}
}

// table writes a table of GitHub's Markdown; a cell's lines are parted by <br>, since
// a row is one line of the source. Columns of figures are set flush right.
func (m *writer) table(t model.Table) {
	m.WriteByte('|')
	for _, head := range t.Head {
		if text := modelText(head); text != "" {
			m.WriteString(" " + text)
		}
		m.WriteString(" |")
	}
	column := " --- |"
	m.WriteString("\n|" + column)
	if t.Figures {
		column = " ---: |"
	}
	m.WriteString(strings.Repeat(column, len(t.Head)-1) + "\n")
	for _, row := range t.Rows {
		m.WriteByte('|')
		for _, cell := range row {
			lines := make([]string, len(cell))
			for i, line := range cell {
				lines[i] = modelText(line)
			}
			m.WriteString(" " + strings.Join(lines, "<br>") + " |")
		}
		m.WriteByte('\n')
	}
	m.end()
}

// passages writes rows in one column, or in a table of two where they have headings.
func (m *writer) passages(p model.Passages) {
	if p.Old == "" {
		p.Each(m.row, func(unchanged int) { m.WriteString("*… " + m.Say("{0 passage} unchanged", unchanged) + "*\n\n") })
		return
	}
	m.WriteString("| " + mdText(p.Old) + " | " + mdText(p.New) + " |\n| --- | --- |\n")
	for _, row := range p.All() {
		m.WriteString("| " + m.cell(row.Old, row.Runs, true) + " | " + m.cell(row.New, row.Runs, false) + " |\n")
	}
	m.end()
	if p.More > 0 {
		m.raw("*… " + m.Say("{0 more changed passage}", p.More) + "*")
	}
}

// cell is one side of a row, for a table of two columns. It is empty for a side
// without a line.
func (m *writer) cell(l *report.Line, runs []report.Run, old bool) string {
	if l == nil {
		return ""
	}
	text := m.runs(runs, old, !old)
	if l.Num != "" {
		return mdText(plain.Bullet(l.Num)) + " " + text
	}
	return text
}

// legend shows how changed words are marked.
func (m *writer) legend() {
	m.WriteString("~~" + m.Say("deleted") + "~~ **" + m.Say("inserted") + "** ~~" + m.Say("moved away") + "~~ *(" + m.Say("moved to {0}", "…") + ")* **" +
		m.Say("moved here") + "** *(" + m.Say("moved from {0}", "…") + ")*\n\n")
}

// mdMarks are the marks of the document model that Markdown shows; where words went
// or came, the text beside them says so.
var mdMarks = map[model.Mark]string{model.Strong: "**", model.Aside: "*"}

// modelText escapes spans and marks what the eye should find. Marks other than those
// two are told by words beside them.
func modelText(spans []model.Span) string {
	parts := make([]mdPart, 0, len(spans))
	for _, s := range spans {
		core := strings.TrimSpace(s.Text)
		if mark := mdMarks[s.Mark]; mark != "" && core != "" {
			parts = append(parts, mdPart{core, mark})
			continue
		}
		parts = append(parts, mdPart{text: s.Text})
	}
	return joinMarkdown(parts)
}
