package sheet

import (
	"io"
	"slices"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// Sheet is a document that consists of a few facts and tables: what the committee has
// said, what needs talking about, what became of the marks. [State], [Agenda],
// [Carried], [Flags] and others make one, in a language; each format writes it as it
// is. A Sheet is a value; what it holds is not changed once it was made.
type Sheet struct {
	Phrases phrases
	Title   string
	Notices []string // the standing of a text that is not in force
	Facts   []string
	Columns []string // of all parts; the first names a provision
	Parts   []Part
	Tabular bool   // the cells are short but for those of the last column
	Once    int    // the column whose lines are read once of rows on one provision; 0 for none
	banner  string // the notices in a few words
	date    string // of the latest text
	wire    any    // what the JSON format writes
}

// Part is a table under a heading.
type Part struct {
	Heading string
	Rows    []Row
}

// Row is one line of a table: a cell a column, nil for an empty one. A cell holds
// lines.
type Row [][]string

// begin begins a sheet with its title and the texts that it is about. Each text is a
// fact of its own, and one that is not in force a notice.
func begin(p phrases, title string, revs ...*revision.Revision) Sheet {
	s := Sheet{Phrases: p, Title: title}
	for _, r := range revs {
		if notice := p.StandingOf(r.Meta); notice != "" {
			s.Notices = append(s.Notices, notice)
			s.banner = strings.TrimPrefix(s.banner+" · "+p.ShortNotice(report.Notice{Status: r.Status}), " · ")
		}
		s.date = max(s.date, r.Date)
		s.Facts = append(s.Facts, joined(r.Label, r.Title, p.Status(r.Status), p.Day(r.Date)))
	}
	return s
}

// joined joins those that are not empty by commas.
func joined(items ...string) string {
	return strings.Join(slices.DeleteFunc(items, func(s string) bool { return s == "" }), ", ")
}

// add adds a part, unless it has no rows.
func (s *Sheet) add(heading string, rows []Row) {
	if len(rows) > 0 {
		s.Parts = append(s.Parts, Part{heading, rows})
	}
}

// Filled is the part for people: without the columns in which none of its rows says
// anything, and without what the row above says of the same provision. What it
// answers with is a copy: CSV and JSON have all.
func (s Sheet) Filled(p Part) (heads []string, rows []Row) {
	rows = make([]Row, len(p.Rows))
	for i, name := range s.Columns {
		empty := true
		for _, row := range p.Rows {
			empty = empty && len(row[i]) == 0
		}
		if empty {
			continue
		}
		heads = append(heads, name)
		for k, row := range p.Rows {
			cell := row[i]
			if k > 0 && i > 0 && i == s.Once && slices.Equal(row[0], p.Rows[k-1][0]) {
				cell = slices.DeleteFunc(slices.Clone(cell), func(line string) bool { return slices.Contains(p.Rows[k-1][i], line) })
			}
			rows[k] = append(rows[k], cell)
		}
	}
	return heads, rows
}

// Document is the sheet as a document: its facts, and a table a part. All text in it
// is safe to show.
func (s Sheet) Document() model.Document {
	title := plain.Visible(s.Title)
	d := model.Document{Title: title, Name: title, Banner: s.banner, Date: s.date, Language: s.Phrases.Language()}
	for _, n := range s.Notices {
		d.Nodes = append(d.Nodes, model.Warning{Title: plain.Visible(n)})
	}
	var facts model.List
	for _, f := range s.Facts {
		facts.Items = append(facts.Items, model.Item{Sign: model.None, Spans: []model.Span{model.Text(f)}})
	}
	d.Nodes = append(d.Nodes, facts)
	for _, p := range s.Parts {
		columns, rows := s.Filled(p)
		t := model.Table{Short: s.Tabular}
		for _, c := range columns {
			t.Head = append(t.Head, []model.Span{model.Text(c)})
		}
		for _, row := range rows {
			var cells []model.Cell
			for _, lines := range row {
				var cell model.Cell
				for _, line := range lines {
					cell = append(cell, []model.Span{model.Text(line)})
				}
				cells = append(cells, cell)
			}
			t.Rows = append(t.Rows, cells)
		}
		d.Nodes = append(d.Nodes, model.Section{Title: plain.Visible(p.Heading), Nodes: []model.Node{t}})
	}
	return d
}

// JSON writes what the sheet was made from as one JSON object, in English and with
// all fields; options change nothing in it. See docs/record.md and docs/json.md.
func JSON(w io.Writer, s Sheet, _ render.Options) error { return json.Write(w, s.wire) }
