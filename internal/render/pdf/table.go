package pdf

import (
	"io"
	"strconv"
	"strings"

	"conceptdiff/internal/render/table"
)

// The sizes of a comparative table, in points.
const (
	cellSize = 8.2
	noteSize = 7.4
)

// Table writes a comparative table as a PDF file on A4 pages across.
func Table(w io.Writer, t *table.Table) error {
	title := strings.TrimSuffix(t.Title+": "+t.Subtitle, ": ")
	p := newPaper(true, about{title: title, language: t.Language, banner: t.Banner, date: t.Date})
	p.page()
	p.write([]para{
		{spans: []span{{t.Title, style{bold: true}}}, size: 15, center: true},
		{spans: []span{{t.Subtitle, style{}}}, size: 11.5, center: true, after: 2.5},
	}, margin, p.wide)
	for _, n := range t.Notices {
		p.notice([]span{{n, style{bold: true}}}, 9)
	}
	var facts []para
	for _, f := range t.Facts {
		facts = append(facts, para{spans: []span{{f, style{}}}, size: 8.5, after: 0.8})
	}
	var legend []span
	for i, r := range t.Legend {
		if i > 0 {
			legend = append(legend, span{"  ·  ", style{}})
		}
		legend = append(legend, tableSpans([]table.Run{r}, style{})...)
	}
	p.write(append(facts, para{spans: legend, size: 8.5, after: 2}), margin, p.wide)
	p.table(t)
	p.y += 4
	var sources []para
	for i, s := range t.Sources {
		sources = append(sources, para{spans: []span{{strconv.Itoa(i+1) + ". " + s, style{}}}, size: noteSize, after: 0.6})
	}
	p.write(sources, margin, p.wide)
	return p.output(w)
}

// notice writes a warning in a frame.
func (p *paper) notice(spans []span, size float64) {
	g := &grid{p: p, widths: []float64{p.wide}, size: size}
	g.row(&gridRow{cells: []gridCell{{steps: [][]para{{{spans: spans, size: size}}}}}, fill: true})
	p.y += 2.5
}

func (p *paper) table(t *table.Table) {
	g := &grid{p: p, size: cellSize}
	for _, c := range t.Columns {
		g.widths = append(g.widths, p.wide*float64(t.Width(c))/100)
		head := []para{{spans: []span{{c.Heading, style{bold: true}}}, size: cellSize, center: true}}
		if c.About != "" {
			head = append(head, para{spans: []span{{c.About, style{}}}, size: noteSize, center: true})
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
					paras = append(paras, tablePara(&lines[n]))
				}
				steps = append(steps, paras)
			}
			cells = append(cells, gridCell{steps: steps})
		}
		g.row(&gridRow{cells: cells})
	}
	g.end()
}

func acrossRow(row *table.Row, columns int) *gridRow {
	line := para{spans: []span{{row.Text, style{italic: true, color: quietColor}}}, size: noteSize}
	if row.Kind == table.RowPart {
		line = para{spans: []span{{row.Text, style{bold: true}}}, size: cellSize, center: true}
	}
	return &gridRow{cells: []gridCell{{steps: [][]para{{line}}, span: columns}}, fill: row.Kind == table.RowPart}
}

func tablePara(l *table.Line) para {
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
		out.spans = append(out.spans, tableSpans([]table.Run{l.Num}, num)...)
		out.spans = append(out.spans, span{" ", base})
	}
	out.spans = append(out.spans, tableSpans(l.Runs, base)...)
	return out
}

func tableSpans(runs []table.Run, base style) []span {
	var out []span
	for _, r := range runs {
		s := base
		switch r.Mark {
		case table.Deleted, table.MovedAway:
			s.strike, s.color = true, deletedColor
		case table.Inserted, table.MovedHere:
			s.bold, s.underline, s.color = true, true, insertedColor
		}
		s.double = r.Mark == table.MovedAway || r.Mark == table.MovedHere
		out = append(out, span{r.Text, s})
		if r.Move != "" {
			out = append(out, span{" (" + r.Move + ")", style{italic: true}})
		}
	}
	return out
}
