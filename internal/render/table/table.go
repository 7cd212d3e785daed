package table

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// Table is a comparative table: the old text and one or several new ones beside
// it, clause by clause, with a note to each. It holds all that is to be said, in
// one language and in the order of its columns; the formats only draw it.
//
// Its rows stand in the order of the old text. A clause that is new stands where
// it stands in its own text, after the clause before it.
//
// Texts in it are made visible already ([plain.Visible]): formats escape mark-up and
// nothing else. Nothing of it is changed once [New] has returned it.
type Table struct {
	Title    string // "Comparative table"
	Subtitle string // what the texts are called
	Language string // of our own words
	Notices  []string
	Beside   []string // those of the notices that tell what differs beside the texts
	Banner   string   // the notices in a few words, for every page; "" when there are none
	Facts    []string // what is compared, and how it adds up
	Legend   []model.Piece
	Drafts   int // new texts
	Columns  []Column
	Rows     []Row
	Sources  []string // who says what the notes cite, and the files
	Date     string   // ISO date of the newest text, "" when none is known
}

// Options are what a caller may choose about a table. The zero value is a table in
// English of what changed, unchanged clauses told in a line.
type Options struct {
	Language string // as in [render.Options]
	// Columns are the columns in their order: "no", "old", "new", "note", each with
	// a heading of one's own after "=" if wanted. nil is old, new, note.
	Columns []string
	Full    bool // show the text of unchanged clauses too
	Changes bool // leave unchanged clauses out altogether
}

// Column is a column and what stands above it.
type Column struct {
	Kind    string // "no", "old", "new" or "note"
	Draft   int    // which new text, from 0; -1 for the other kinds
	Heading string
	About   string // of which revision, "" for our own words
	Lang    string // of the texts in it, "" for our own words
	Share   int    // of the width
}

// RowKind says what a row is.
type RowKind string

// The kinds of rows. Those but the first hold one text across all columns.
const (
	RowClause    RowKind = "clause"
	RowFolded    RowKind = "folded"    // clauses of which the words are the same
	RowReference RowKind = "reference" // where what would stand here is shown
	RowPart      RowKind = "part"      // a part of the document begins
)

// Row is a clause, or several that were merged, or a line across.
type Row struct {
	Kind  RowKind
	Text  string // of a line across
	ID    string // of the first change, fit for a link; "" for a line across
	Steps int    // how many lines of cells stand in step; at least 1 for a clause
	Cells []Cell // one a column
	// What a spreadsheet can be sorted by: the number of the clauses in each text
	// (the old one first), and what each new text did. Clause rows and folded ones.
	Numbers []string
	Fates   []string
}

// Cell is what stands in one column: lines, step by step. A cell of one step
// spans all steps of its row.
type Cell struct {
	Steps [][]Line
}

// Spans reports whether the cell goes over all steps of a row.
func (c *Cell) Spans() bool { return len(c.Steps) == 1 }

// Line is a paragraph in a cell.
type Line struct {
	Kind  LineKind
	Depth int // how many items enclose an item
	Num   model.Piece
	Runs  []model.Piece
}

// LineKind says what a line is.
type LineKind string

// The kinds of lines: of the texts, and our own.
const (
	LineText    LineKind = "text"
	LineHeading LineKind = "heading"
	LineItem    LineKind = "item"
	LineSaid    LineKind = "said" // "new", "removed", "unchanged" in place of a text
	LineLead    LineKind = "lead" // the first of a note: what became of the clause
	LineNote    LineKind = "note"
)

// Text joins the lines of one step of a cell, without marks.
func (c *Cell) Text(step int) string {
	if step >= len(c.Steps) {
		return ""
	}
	var b strings.Builder
	for i, l := range c.Steps[step] {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.Text())
	}
	return b.String()
}

// Text is the line without marks, its number first.
func (l *Line) Text() string {
	var b strings.Builder
	b.WriteString(l.Num.Text)
	if l.Num.Text != "" && len(l.Runs) > 0 {
		b.WriteByte(' ')
	}
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// maker composes a table. It goes through the old text once; rows are complete but
// for what waits in folded or numbered, of which only one is filled.
type maker struct {
	phrase.Phrases
	o        Options
	reports  []report.Report
	old      *report.Side
	columns  []Column
	rows     []Row
	part     *report.Part     // the one whose clauses are being put
	folded   []*report.Clause // unchanged clauses that wait for their line
	numbered []tableUnit      // clauses with the same words that wait for theirs; of both kinds only one waits
	left     int              // unchanged clauses that are left out
	clauses  int              // clause rows, for their numbers
}

// New composes the comparative table of comparisons that have the same old text: one
// for each new text. It fails when there is none, when the old texts differ, when one
// is filtered, or for a column that there is not. The words are in o.Language, the
// clauses called as the first report's texts print them.
func New(reports []report.Report, o Options) (*Table, error) {
	if len(reports) == 0 {
		return nil, errors.New("a comparative table needs a comparison")
	}
	for i := range reports {
		r := &reports[i]
		if r.Filter != nil {
			return nil, errors.New("a comparative table shows the whole comparison, not a part of it")
		}
		if len(r.Old.Clauses) != len(reports[0].Old.Clauses) || r.Old.Label != reports[0].Old.Label {
			return nil, fmt.Errorf("the drafts of a comparative table are compared with one text, not with %s and %s", reports[0].Old.Label, r.Old.Label)
		}
	}
	m := &maker{
		Phrases: render.Options{Language: o.Language}.Phrases().For(&reports[0]),
		o:       o, reports: reports, old: &reports[0].Old,
	}
	if err := m.setColumns(); err != nil {
		return nil, err
	}
	m.compose()
	return m.table(), nil
}

// table is the finished table. A notice that several reports have stands once. Those
// on what differs beside the texts are not in the banner, which stands on every page.
func (m *maker) table() *Table {
	first := &m.reports[0]
	t := &Table{
		Title: m.Say("Comparative table"), Subtitle: plain.Visible(phrase.DocTitle(first)),
		Language: m.Language(), Legend: m.legend(),
		Drafts: len(m.reports), Columns: m.columns, Rows: m.rows,
		Date: m.newestDate(),
	}
	banner := func(s string) {
		if !strings.Contains(t.Banner, s) {
			t.Banner = strings.TrimPrefix(t.Banner+" · "+s, " · ")
		}
	}
	for i := range m.reports {
		for _, n := range m.reports[i].Notices {
			if s := plain.Visible(m.NoticeTitle(n) + ". " + m.Notice(n)); !slices.Contains(t.Notices, s) {
				t.Notices = append(t.Notices, s)
				if len(n.Beside) > 0 {
					t.Beside = append(t.Beside, s)
					continue
				}
				banner(m.ShortNotice(n))
			}
		}
	}
	t.Facts = m.facts()
	t.Sources = m.sources()
	return t
}

// facts say what is compared and how the clauses add up. They stand in this order:
// what was read or decided anew, the texts, the accounting of each comparison, what
// was left out.
func (m *maker) facts() []string {
	var out []string
	for i := range m.reports {
		for _, s := range compose.AnewLines(&m.reports[i], m.Phrases) {
			out = append(out, m.ofDraft(i, s))
		}
	}
	out = append(out, m.Say("Old text")+": "+m.describe(m.old))
	for i := range m.reports {
		out = append(out, m.Say("New text")+": "+m.describe(&m.reports[i].New))
	}
	for i := range m.reports {
		for _, s := range m.AccountSentences(&m.reports[i]) {
			out = append(out, m.ofDraft(i, s))
		}
	}
	if m.left > 0 {
		out = append(out, m.Say("Clauses in which nothing changed are left out: {0}.", m.left))
	}
	for i := range out {
		out[i] = plain.Visible(out[i])
	}
	return out
}

// ofDraft puts the name of a new text before what is said of it, when there are
// several. The name is its label.
func (m *maker) ofDraft(i int, s string) string {
	if len(m.reports) == 1 {
		return s
	}
	return m.reports[i].New.Label + ": " + s
}

// describe tells what a revision is.
func (m *maker) describe(s *report.Side) string {
	out := "«" + s.Label + "»"
	for _, more := range []string{s.Title, m.Status(s.Status), m.Date(s.Date), s.Citation} {
		if more != "" {
			out += ", " + more
		}
	}
	return out
}

// sources name the publications that the notes speak of, and the files that were
// compared. The publications are those of the first report: all have the same old
// text, to which statements are tied.
func (m *maker) sources() []string {
	var out []string
	for _, v := range m.reports[0].Sources {
		out = append(out, plain.Visible(m.SourceName(v.Source)))
	}
	sides := []*report.Side{m.old}
	for i := range m.reports {
		sides = append(sides, &m.reports[i].New)
	}
	for _, s := range sides {
		if s.Source.SHA256 != "" {
			out = append(out, plain.Visible("«"+s.Label+"»: "+s.Source.Name+", SHA-256 "+s.Source.SHA256))
		}
	}
	return out
}

// legend shows each mark on its own name. A place of "…" stands for where moved words
// went.
func (m *maker) legend() []model.Piece {
	return []model.Piece{
		{Text: m.Say("deleted"), Mark: model.Deleted},
		{Text: m.Say("inserted"), Mark: model.Inserted},
		{Text: m.Say("moved away"), Mark: model.MovedAway, Place: "…"},
		{Text: m.Say("moved here"), Mark: model.MovedHere, Place: "…"},
	}
}

// newestDate is the latest of the texts' dates, "" where none is known. ISO dates
// sort as text.
func (m *maker) newestDate() string {
	newest := m.old.Date
	for i := range m.reports {
		newest = max(newest, m.reports[i].New.Date)
	}
	return newest
}

// inForce reports whether a side may be called the text in force: nobody has said
// that it is something else.
func inForce(s revision.Status) bool { return s == revision.InForce || s == "" }

// proposed reports whether a side may be called a proposal. An illustration is none,
// nor is a text in force.
func proposed(s revision.Status) bool {
	return s == revision.Draft || s == ""
}
