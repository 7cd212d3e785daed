package render

import (
	"io"
	"slices"
	"strings"

	"conceptdiff/internal/revision"
)

// Sheet is a document that consists of a few facts and tables: what the committee
// has said, what needs talking about, what became of the marks. [StateSheet],
// [AgendaSheet], [CarriedSheet] and [FlagsSheet] make one, in a language; each
// format writes it as it is.
type Sheet struct {
	phrases phrases
	title   string
	notices []string // the standing of a text that is not in force
	facts   []string
	columns []string // of all parts; the first names a provision
	parts   []sheetPart
	wire    any // what the JSON format writes
}

// sheetPart is a table under a heading.
type sheetPart struct {
	heading string
	rows    []sheetRow
}

// sheetRow is one line of a table: a cell a column. A cell holds lines.
type sheetRow [][]string

// newSheet begins a sheet with its title and the texts that it is about.
func newSheet(p phrases, title string, revs ...*revision.Revision) Sheet {
	s := Sheet{phrases: p, title: title}
	for _, r := range revs {
		if r.Status == revision.Draft || r.Status == revision.Illustrative || r.Status == revision.Superseded {
			notice := p.Upper(p.status(r.Status)) + ": " + r.Label
			if r.Note != "" {
				notice += ". " + r.Note
			}
			s.notices = append(s.notices, notice)
		}
		s.facts = append(s.facts, joined(r.Label, r.Title, p.status(r.Status), p.Day(r.Date)))
	}
	return s
}

// joined joins those that are not empty by commas.
func joined(items ...string) string {
	return strings.Join(slices.DeleteFunc(items, func(s string) bool { return s == "" }), ", ")
}

func (s *Sheet) add(heading string, rows []sheetRow) {
	if len(rows) > 0 {
		s.parts = append(s.parts, sheetPart{heading, rows})
	}
}

// filled is the part without the columns in which none of its rows says anything.
func (p sheetPart) filled(columns []string) (heads []string, rows []sheetRow) {
	rows = make([]sheetRow, len(p.rows))
	for i, name := range columns {
		empty := true
		for _, row := range p.rows {
			empty = empty && len(row[i]) == 0
		}
		if empty {
			continue
		}
		heads = append(heads, name)
		for k, row := range p.rows {
			rows[k] = append(rows[k], row[i])
		}
	}
	return heads, rows
}

// SheetText writes the sheet for a terminal: each row as a block, since rows hold
// too much for columns.
func SheetText(w io.Writer, s Sheet, o Options) error {
	t := newTextWriter(w, o)
	t.line(span{visible(s.title), boldTone})
	for _, n := range s.notices {
		t.para("  ", span{visible(n), warnTone})
	}
	for _, f := range s.facts {
		t.text("  ", f)
	}
	for _, p := range s.parts {
		t.heading(p.heading)
		for _, row := range p.rows {
			t.sheetRow(s.columns, row)
		}
	}
	return t.Flush()
}

func (t *textWriter) sheetRow(columns []string, row sheetRow) {
	t.WriteByte('\n')
	first := []span{{"[" + visible(strings.Join(row[0], ", ")) + "]", boldTone}}
	if len(row[1]) > 0 {
		first = append(first, span{" " + visible(strings.Join(row[1], " ")), plainTone})
	}
	t.para("", first...)
	for i := 2; i < len(row); i++ {
		label := "  " + columns[i] + ": "
		for k, line := range row[i] {
			if k > 0 {
				label = strings.Repeat(" ", len("    "))
			}
			t.text(label, line)
		}
	}
}

// SheetMarkdown writes the sheet as Markdown with tables.
func SheetMarkdown(w io.Writer, s Sheet, o Options) error {
	m := newMarkdownWriter(w, o)
	m.heading(1, s.title)
	for _, n := range s.notices {
		m.raw("> **" + mdText(n) + "**")
	}
	for _, f := range s.facts {
		m.item(f)
	}
	m.end()
	for _, p := range s.parts {
		m.heading(2, p.heading)
		columns, rows := p.filled(s.columns)
		m.WriteString("|")
		for _, c := range columns {
			m.WriteString(" " + mdText(c) + " |")
		}
		m.WriteString("\n|" + strings.Repeat(" --- |", len(columns)) + "\n")
		for _, row := range rows {
			m.WriteString("|")
			for _, cell := range row {
				lines := make([]string, len(cell))
				for i, line := range cell {
					lines[i] = mdText(line)
				}
				m.WriteString(" " + strings.Join(lines, "<br>") + " |")
			}
			m.WriteByte('\n')
		}
		m.end()
	}
	return m.Flush()
}

// SheetJSON writes what the sheet was made from as one JSON object. See
// docs/record.md.
func SheetJSON(w io.Writer, s Sheet, _ Options) error { return writeJSON(w, s.wire) }
