package text

import (
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/report"
)

// Diff writes the comparison for a terminal, clause by clause: inline, or in two
// columns when there is room. Errors are those of w.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	return write(w, compose.Comparison(&r, o), o)
}

// Report writes the report of what changed for a terminal.
func Report(w io.Writer, r report.Report, o render.Options) error {
	return write(w, compose.Report(&r, o), o)
}

// Sheet writes the sheet for a terminal.
func Sheet(w io.Writer, s sheet.Sheet, o render.Options) error { return write(w, s.Document(), o) }

// write writes a document in one go; nothing of it is kept.
func write(w io.Writer, d model.Document, o render.Options) error {
	t := newWriter(w, o)
	t.document(d)
	return t.Flush()
}

// document writes the nodes with an empty line where one begins something new.
func (t *writer) document(d model.Document) {
	t.line(span{d.Title, boldTone})
	paragraph := false // stands before the node at hand
	for n := range model.Flat(d.Nodes) {
		before := paragraph
		switch n := n.(type) {
		case model.Paragraph:
			paragraph = true
			if !before && !n.Apart {
				t.WriteByte('\n')
			}
		case model.Table:
			if n.Figures && n.Instead == nil {
				continue // sentences say it
			}
			paragraph = false
			t.WriteByte('\n')
		case model.List, model.Legend:
			paragraph = false
			t.WriteByte('\n')
		default:
			paragraph = false
		}
		t.node(n, 1, 0)
	}
}

// indent is how far a list below an item stands in from it. It is as wide as a sign
// and the text's own indent.
const indent = "    "

// signs stand before the items of a list, each two columns wide; [model.None] has
// none. The words of an item say what its sign does.
var signs = map[model.Sign]string{model.Dot: "· ", model.Member: "✎ ", model.Flag: "⚑ ", model.Query: "? "}

// node writes a node: a section on that level, from 1, anything else under so many
// items. depth is the number of lists around it.
func (t *writer) node(n model.Node, level, depth int) {
	in := "  " + strings.Repeat(indent, depth)
	switch n := n.(type) {
	case model.Section:
		t.section(n, level)
	case model.Paragraph:
		if n.Apart {
			t.WriteByte('\n')
		}
		t.para(in, toned(n.Spans, false)...)
	case model.Warning:
		t.WriteByte('\n')
		if n.Title == "" {
			t.para(in, span{n.Text, warnTone})
			return
		}
		t.para(in, span{n.Title, warnTone}, span{"  " + n.Text, plainTone})
	case model.Quotation:
		t.para(in+indent, toned(n.Spans, false)...)
		t.nodes(n.Under, level, depth+1)
	case model.List:
		for _, it := range n.Items {
			spans := toned(it.Spans, it.Warn)
			if it.Label.Text != "" {
				spans = append([]span{{"[" + it.Label.Text + "]", boldTone}, {" ", plainTone}}, spans...)
			}
			t.para(in+signs[it.Sign], spans...)
			t.nodes(it.Under, level, depth+1)
		}
	case model.Table:
		t.table(n, level, depth)
	case model.Legend:
		t.legend()
	case model.Passages:
		row := t.rowInline
		if t.sideBySide() {
			row = t.rowAcross
		}
		n.Each(row, func(unchanged int) { t.line(span{"      … " + t.Say("{0 passage} unchanged", unchanged), dimTone}) })
		if n.More > 0 {
			t.line(span{"      … " + t.Say("{0 more changed passage}", n.More), dimTone})
		}
	}
}

// nodes writes nodes one after the other.
func (t *writer) nodes(nodes []model.Node, level, depth int) {
	for n := range model.Flat(nodes) {
		t.node(n, level, depth)
	}
}

// section writes a heading, with a rule under those of the first level that are not on
// a clause, and what stands under it.
func (t *writer) section(s model.Section, level int) {
	t.WriteByte('\n')
	t.para("", span{s.Title, boldTone})
	onClause := slices.ContainsFunc(s.Nodes, func(n model.Node) bool { _, rows := n.(model.Passages); return rows })
	if level == 1 && !onClause {
		t.line(span{strings.Repeat("─", min(utf8.RuneCountInString(s.Title), t.columns())), dimTone})
	}
	t.nodes(s.Nodes, level+1, 0)
}

// table writes what stands in place of a table, or its rows as blocks, since they
// hold too much for columns. What figures say stands in sentences before them. It may
// write nothing at all: sentences have said it.
func (t *writer) table(tab model.Table, level, depth int) {
	t.nodes(tab.Instead, level, depth)
	if tab.Figures || tab.Instead != nil || tab.Short && t.sideBySideCells(tab) {
		return
	}
	for i, row := range tab.Rows {
		if i == 0 || len(row) > 2 { // rows of one line stand close together
			t.WriteByte('\n')
		}
		first := []span{{"[" + joined(row[0], ", ") + "]", boldTone}}
		if len(row) > 1 && len(row[1]) > 0 {
			first = append(first, span{" " + joined(row[1], " "), plainTone})
		}
		t.para("", first...)
		for i := 2; i < len(row); i++ {
			label := "  " + model.Words(tab.Head[i]) + ": "
			for _, line := range row[i] {
				t.para(label, toned(line, false)...)
				label = indent
			}
		}
	}
}

// leastLast is how many columns of the terminal the last column of a table needs.
// With less a column of words would be a column of letters.
const leastLast = 16

// sideBySideCells writes a table in columns, the last as wide as the terminal leaves,
// and reports whether it did. It writes nothing where that is too little. Headings
// are in capitals, as the terminal has no other way to set them off everywhere.
func (t *writer) sideBySideCells(tab model.Table) bool {
	rows := make([][]string, 1+len(tab.Rows))
	for _, h := range tab.Head {
		rows[0] = append(rows[0], t.Upper(model.Words(h)))
	}
	last := len(tab.Head) - 1
	widths := make([]int, last)
	for i, row := range tab.Rows {
		for _, c := range row {
			rows[i+1] = append(rows[i+1], joined(c, ", "))
		}
	}
	all := 2
	for i := range widths {
		for _, row := range rows {
			widths[i] = max(widths[i], utf8.RuneCountInString(row[i]))
		}
		all += widths[i] + 2
	}
	if all > t.columns()-leastLast {
		return false
	}
	t.WriteByte('\n')
	for _, row := range rows {
		first := "  "
		for i, w := range widths {
			first += row[i] + strings.Repeat(" ", w-utf8.RuneCountInString(row[i])+2)
		}
		t.para(first, span{row[last], plainTone})
	}
	return true
}

// joined is the text of a cell's lines, parted by sep.
func joined(c model.Cell, sep string) string {
	lines := make([]string, len(c))
	for i, line := range c {
		lines[i] = model.Words(line)
	}
	return strings.Join(lines, sep)
}

// tones are how the marks of the document model look on a terminal. Where words
// went or came, the text beside them says so, too.
var tones = map[model.Mark]tone{
	model.Strong: boldTone, model.Faint: dimTone, model.Aside: dimTone, model.Deleted: deletedTone, model.Inserted: insertedTone,
}

// toned gives spans their tones; warn tells what would not stand out to do so.
func toned(spans []model.Span, warn bool) []span {
	out := make([]span, len(spans))
	for i, s := range spans {
		tn := tones[s.Mark]
		if warn && (tn == plainTone || tn == boldTone) {
			tn = warnTone
		}
		out[i] = span{s.Text, tn}
	}
	return out
}

// legend shows how changed words are marked, by the marks themselves and by their
// colours.
func (t *writer) legend() {
	t.para("  ", span{"[-" + t.Say("deleted") + "-]", deletedTone}, span{" ", plainTone}, span{"{+" + t.Say("inserted") + "+}", insertedTone}, span{" ", plainTone},
		span{"[~" + t.Say("moved away") + "~ → " + t.Say("to [a clause]") + "]", movedTone}, span{" ", plainTone}, span{"{~" + t.Say("moved here") + "~ ← " + t.Say("from [a clause]") + "}", movedTone})
}
