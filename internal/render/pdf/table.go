package pdf

import (
	"io"
	"strconv"
	"strings"

	"conceptdiff/internal/render/model"

	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/table"
)

// The sizes of a comparative table, in points. Tables are across and have much text;
// letters are smaller than in a report.
const (
	cellSize = 8.2
	noteSize = 7.4
)

// Table writes a comparative table as a PDF file on A4 pages across. The error is
// that of w, or of fpdf where it cannot write the file.
func Table(w io.Writer, t *table.Table) error {
	title := strings.TrimSuffix(t.Title+": "+t.Subtitle, ": ")
	p := newPaper(true, about{title: title, language: t.Language, banner: t.Banner, date: t.Date})
	p.page()
	set := &setter{p: p, Phrases: phrase.In(t.Language), language: t.Language}
	p.write([]para{
		{spans: []span{{text: t.Title, style: style{bold: true}}}, size: 15, center: true, about: p.in.add("H1")},
		{spans: []span{{text: t.Subtitle}}, size: 11.5, center: true, after: 2.5},
	}, margin, p.wide)
	for _, n := range t.Notices {
		p.notice([]span{{text: n, style: style{bold: true}}}, 9)
	}
	var facts []para
	for _, f := range t.Facts {
		facts = append(facts, para{spans: []span{{text: f}}, size: 8.5, after: 0.8})
	}
	var legend []span
	for i, r := range t.Legend {
		if i > 0 {
			legend = append(legend, span{text: "  ·  "})
		}
		legend = append(legend, set.tableSpans([]model.Piece{r}, style{})...)
	}
	p.write(append(facts, para{spans: legend, size: 8.5, after: 2}), margin, p.wide)
	set.comparative(t)
	p.y += 4
	var sources []para
	for i, s := range t.Sources {
		sources = append(sources, para{spans: []span{{text: strconv.Itoa(i+1) + ". " + s}}, size: noteSize, after: 0.6})
	}
	p.write(sources, margin, p.wide)
	return p.output(w)
}

// notice writes a warning in a frame. It is a table of one cell and one row, and no
// table of the structure.
func (p *paper) notice(spans []span, size float64) {
	g := &grid{p: p, widths: []float64{p.wide}, size: size}
	g.row(&gridRow{cells: []gridCell{{steps: [][]para{{{spans: spans, size: size, about: p.in.add("P")}}}}}, fill: true})
	p.y += 2.5
}

// comparative sets the rows of a comparative table; old and new line stay in step.
// The header has what each text is below its heading.
func (s *setter) comparative(t *table.Table) {
	g := &grid{p: s.p, size: cellSize, about: s.p.in.add("Table")}
	for _, c := range t.Columns {
		g.widths = append(g.widths, s.p.wide*float64(t.Width(c))/100)
		head := []para{{spans: []span{{text: c.Heading, style: style{bold: true}}}, size: cellSize, center: true}}
		if c.About != "" {
			head = append(head, para{spans: []span{{text: c.About}}, size: noteSize, center: true})
		}
		g.header = append(g.header, head)
	}
	g.begin()
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Kind != table.RowClause {
			g.row(acrossRow(row, len(t.Columns)))
			continue
		}
		var cells []gridCell
		for k := range row.Cells {
			var steps [][]para
			for _, lines := range row.Cells[k].Steps {
				var paras []para
				for n := range lines {
					paras = append(paras, s.tablePara(&lines[n]))
				}
				steps = append(steps, paras)
			}
			cells = append(cells, gridCell{steps: steps, lang: s.foreign(t.Columns[k].Lang)})
		}
		g.row(&gridRow{cells: cells})
	}
	g.end()
}

// acrossRow is a row of one cell over all columns: the beginning of a part is filled
// and in the middle, other lines are small and quiet.
func acrossRow(row *table.Row, columns int) *gridRow {
	line := para{spans: []span{{text: row.Text, style: style{italic: true, color: quietColor}}}, size: noteSize}
	if row.Kind == table.RowPart {
		line = para{spans: []span{{text: row.Text, style: style{bold: true}}}, size: cellSize, center: true}
	}
	return &gridRow{cells: []gridCell{{steps: [][]para{{line}}, span: columns}}, fill: row.Kind == table.RowPart}
}

// tablePara is a line of a cell as a paragraph, in the look of its kind. Items stand
// 3.5 millimetres further in for each level, their numbers hanging out by 2.6.
func (s *setter) tablePara(l *table.Line) para {
	base := style{}
	out := para{size: cellSize, after: 0.7}
	switch l.Kind {
	case table.LineHeading:
		base.bold, out.keep = true, true
	case table.LineItem:
		out.indent, out.hang = 3.5*float64(l.Depth+1), 2.6
	case table.LineSaid:
		base.italic, out.center, out.before = true, true, 1
	case table.LineLead:
		base.bold, out.size = true, noteSize
	case table.LineNote:
		out.size = noteSize
	}
	if l.Num.Text != "" {
		num := base
		num.bold = num.bold || l.Kind != table.LineItem
		out.spans = append(out.spans, s.tableSpans([]model.Piece{l.Num}, num)...)
		out.spans = append(out.spans, span{text: " ", style: base})
	}
	out.spans = append(out.spans, s.tableSpans(l.Runs, base)...)
	return out
}

// tableSpans are pieces with their marks, and where moved words went or came from in
// brackets.
func (s *setter) tableSpans(runs []model.Piece, base style) []span {
	var out []span
	for _, r := range runs {
		out = append(out, s.changed(r, base))
		if where := r.Where(); where != "" {
			out = append(out, span{text: " (" + where + ")", style: style{italic: true}})
		}
	}
	return out
}
