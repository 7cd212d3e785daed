package pdf

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// Diff writes a comparison as a PDF file on A4 pages.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	return document(w, compose.Comparison(&r, o), false)
}

// Report writes a report as a PDF file on A4 pages.
func Report(w io.Writer, r report.Report, o render.Options) error {
	return document(w, compose.Report(&r, o), false)
}

// Sheet writes a sheet as a PDF file on A4 pages across: its tables have many columns.
func Sheet(w io.Writer, s sheet.Sheet, _ render.Options) error {
	return document(w, s.Document(), true)
}

func document(w io.Writer, d model.Document, across bool) error {
	return set(d, across).output(w)
}

// set sets a document on pages.
func set(d model.Document, across bool) *paper {
	p := newPaper(across, about{title: d.Name, language: d.Language, banner: d.Banner, date: d.Date})
	p.page()
	s := &setter{p: p, Phrases: phrase.In(d.Language), language: d.Language, places: map[string]bool{}}
	s.find(d.Nodes)
	s.heading(model.Section{Title: d.Title}, 1)
	s.nodes(d.Nodes, 2, 0)
	return p
}

// setter sets the nodes of a document one below the other.
type setter struct {
	p *paper
	phrase.Phrases
	language string
	places   map[string]bool // the fragments that there are
}

const (
	bodySize = 9.6
	rowSize  = 8.6 // of tables
	listStep = 5.0 // millimetres that a list stands in
	bullet   = "•  "
)

var headingSizes = [...]float64{1: 17, 2: 13.5, 3: 11, 4: 10, 5: 10, 6: 10}

// find notes the fragments of nodes.
func (s *setter) find(nodes []model.Node) {
	for _, n := range nodes {
		switch n := n.(type) {
		case model.Section:
			s.note(n.At)
			s.find(n.Nodes)
		case model.Paragraph:
			s.note(n.At)
		case model.List:
			for _, it := range n.Items {
				s.note(it.At)
				s.find(it.Under)
			}
		}
	}
}

func (s *setter) note(at []string) {
	for _, fragment := range at {
		s.places[fragment] = true
	}
}

// nodes sets nodes, sections among them under headings of that level, the others depth
// lists deep.
func (s *setter) nodes(nodes []model.Node, level, depth int) {
	for _, n := range nodes {
		switch n := n.(type) {
		case model.Section:
			s.p.within("Sect", func() {
				s.heading(n, level)
				s.nodes(n.Nodes, level+1, 0)
			})
		case model.Paragraph:
			s.write(para{spans: s.spans(n.Spans, style{}), at: n.At}, depth)
		case model.Warning:
			s.warning(n)
		case model.Quotation:
			s.p.within("BlockQuote", func() {
				s.write(para{spans: s.spans(n.Spans, style{color: quietColor})}, depth+1)
			})
			s.nodes(n.Under, level, depth+1)
		case model.List:
			s.p.within("L", func() { s.list(n, level, depth) })
		case model.Table:
			s.table(n)
		case model.Legend:
			s.write(para{spans: s.legend()}, depth)
		case model.Passages:
			s.passages(n)
		}
	}
}

// write sets a paragraph depth lists deep.
func (s *setter) write(p para, depth int) {
	if p.size == 0 {
		p.size, p.after = bodySize, 1.6
	}
	p.indent += listStep * float64(depth)
	s.p.write([]para{p}, margin, s.p.wide)
}

// aside says what is left out.
func (s *setter) aside(text string) {
	s.write(para{spans: s.spans([]model.Span{model.Marked("… "+text, model.Aside)}, style{})}, 0)
}

// heading sets the heading of a section and enters it into the outline. It stands on
// one page with the beginning of what follows.
func (s *setter) heading(n model.Section, level int) {
	level = min(level, len(headingSizes)-1)
	p := para{spans: []span{{text: n.Title, style: style{bold: true}}}, size: headingSizes[level], after: 1.6, keep: true, at: n.At}
	if level > 1 {
		p.before = 4
	}
	if _, height := layout(s.p, []para{p}, s.p.wide); s.p.room() < height+beginning(n.Nodes) {
		s.p.page()
	}
	p.about = s.p.in.add("H" + strconv.Itoa(level))
	s.p.bookmark(n.Title, level-1)
	s.write(p, 0)
}

// beginning is how much room what follows a heading takes at the least, in
// millimetres.
func beginning(nodes []model.Node) float64 {
	const lines, rows, heading = 14, 42, 12
	if len(nodes) == 0 {
		return 0
	}
	switch n := nodes[0].(type) {
	case model.Section:
		return heading + beginning(n.Nodes)
	case model.Table:
		return rows
	case model.Paragraph: // perhaps what is said of rows
		if len(nodes) > 1 {
			return lines/2 + beginning(nodes[1:2])
		}
	case model.Passages:
		if n.Old != "" {
			return rows
		}
	}
	return lines
}

// warning sets a warning in a frame.
func (s *setter) warning(n model.Warning) {
	var spans []span
	if n.Title != "" {
		spans = append(spans, span{text: n.Title, style: style{bold: true}})
	}
	if n.Title != "" && n.Text != "" {
		spans = append(spans, span{text: ". ", style: style{bold: true}})
	}
	s.p.notice(append(spans, span{text: n.Text}), bodySize)
}

// list sets the items of a list, each behind a bullet, further in by depth.
func (s *setter) list(l model.List, level, depth int) {
	for _, it := range l.Items {
		s.p.within("LI", func() {
			p := para{size: bodySize, after: 0.8, at: it.At, hang: s.p.width(bullet, "", bodySize)}
			p.spans = append(p.spans, span{text: bullet, about: s.p.in.add("Lbl")})
			if it.Label != "" {
				p.spans = append(p.spans, span{text: it.Label + " ", style: style{bold: true}})
			}
			p.spans = append(p.spans, s.spans(it.Spans, style{})...)
			p.about = s.p.in.add("LBody")
			s.write(p, depth+1)
			s.nodes(it.Under, level, depth+1)
		})
	}
	s.p.y += 0.8
}

// table sets a table; its columns share the width of the page.
func (s *setter) table(t model.Table) {
	g := &grid{p: s.p, size: rowSize, widths: s.columnWidths(t)}
	for _, head := range t.Head {
		g.header = append(g.header, []para{{spans: s.spans(head, style{bold: true}), size: rowSize}})
	}
	var rows []*gridRow
	for _, row := range t.Rows {
		var cells []gridCell
		for _, cell := range row {
			var lines []para
			for _, line := range cell {
				lines = append(lines, para{spans: s.spans(line, style{}), size: rowSize})
			}
			cells = append(cells, gridCell{steps: [][]para{lines}})
		}
		rows = append(rows, &gridRow{cells: cells})
	}
	s.grid(g, rows)
}

func (s *setter) grid(g *grid, rows []*gridRow) {
	s.p.within("Table", func() {
		g.about = s.p.in
		g.begin()
		for _, r := range rows {
			g.row(r)
		}
		g.end()
	})
	s.p.y += 2.5
}

// columnWidths gives each column the room that its longest line takes; where there is
// not so much, the longest share what the others leave.
func (s *setter) columnWidths(t model.Table) []float64 {
	widths := make([]float64, len(t.Head))
	for i, head := range t.Head {
		widths[i] = s.lineWidth(head, "B")
	}
	for _, row := range t.Rows {
		for i, cell := range row {
			for _, line := range cell {
				widths[i] = max(widths[i], s.lineWidth(line, ""))
			}
		}
	}
	if all := sum(widths); all <= s.p.wide {
		for i := range widths {
			widths[i] *= s.p.wide / all
		}
		return widths
	}
	rest, left := s.p.wide, len(widths)
	sorted := slices.Sorted(slices.Values(widths))
	for _, w := range sorted { // the narrow ones have what they need
		if w > rest/float64(left) {
			break
		}
		rest -= w
		left--
	}
	for i, w := range widths {
		if left > 0 {
			widths[i] = min(w, rest/float64(left))
		}
	}
	return widths
}

func (s *setter) lineWidth(spans []model.Span, font string) float64 {
	return s.p.width(clean(model.Words(spans)), font, rowSize) + 2*cellPadding + 0.5
}

// legend shows how changed words are marked.
func (s *setter) legend() []span {
	var out []span
	for _, p := range []model.Piece{
		{Text: s.Say("deleted"), Mark: model.Deleted},
		{Text: s.Say("inserted"), Mark: model.Inserted},
		{Text: s.Say("moved away"), Mark: model.MovedAway, Place: "…"},
		{Text: s.Say("moved here"), Mark: model.MovedHere, Place: "…"},
	} {
		out = append(out, s.piece(p)...)
		out = append(out, span{text: "  "})
	}
	return out
}

// passages sets rows one below the other, or in two columns where these have headings.
func (s *setter) passages(n model.Passages) {
	if n.Old != "" {
		s.across(n)
		return
	}
	n.Each(func(row report.Row) {
		l := row.New
		if l == nil {
			l = row.Old
		}
		p := para{spans: s.pieces(row.Runs, true, true), size: bodySize, after: 1.6}
		depth := 0
		switch {
		case l.Kind == revision.BlockItem:
			p.spans = append([]span{{text: bullet}}, p.spans...)
			p.hang = s.p.width(bullet, "", bodySize)
			depth = 1 + min(l.Depth, 6)
		case l.Num != "":
			p.spans = append([]span{{text: plain.Visible(l.Num) + " "}}, p.spans...)
		}
		p.about = s.p.in.add("P")
		p.about.lang = s.foreign(n.NewLanguage)
		s.write(p, depth)
	}, func(unchanged int) { s.aside(s.Say("{0 passage} unchanged", unchanged)) })
	if n.More > 0 {
		s.aside(s.Say("{0 more changed passage}", n.More))
	}
}

// across sets rows in two columns.
func (s *setter) across(n model.Passages) {
	g := &grid{p: s.p, size: rowSize, widths: []float64{s.p.wide / 2, s.p.wide / 2}}
	for _, head := range []string{n.Old, n.New} {
		g.header = append(g.header, []para{{spans: []span{{text: head, style: style{bold: true}}}, size: rowSize}})
	}
	var rows []*gridRow
	for _, row := range n.Rows {
		rows = append(rows, &gridRow{cells: []gridCell{s.side(row.Old, row.Runs, true, n.OldLanguage), s.side(row.New, row.Runs, false, n.NewLanguage)}})
	}
	s.grid(g, rows)
	if n.More > 0 {
		s.aside(s.Say("{0 more changed passage}", n.More))
	}
}

// side is one side of a row.
func (s *setter) side(l *report.Line, runs []report.Run, old bool, language string) gridCell {
	p := para{size: rowSize}
	if l != nil {
		if l.Num != "" {
			p.spans = append(p.spans, span{text: plain.Bullet(l.Num) + " "})
		}
		p.spans = append(p.spans, s.pieces(runs, old, !old)...)
	}
	return gridCell{steps: [][]para{{p}}, lang: s.foreign(language)}
}

// foreign is a language if it is not that of the document.
func (s *setter) foreign(language string) string {
	if language == s.language {
		return ""
	}
	return language
}

func (s *setter) pieces(runs []report.Run, old, now bool) []span {
	var out []span
	for p := range model.Pieces(runs, old, now) {
		out = append(out, s.piece(p)...)
	}
	return out
}

// piece is changed text with its mark, and where moved words went or came from.
func (s *setter) piece(p model.Piece) []span {
	where := ""
	switch p.Mark {
	case model.MovedAway:
		where = s.Say("moved to {0}", p.Place)
	case model.MovedHere:
		where = s.Say("moved from {0}", p.Place)
	default:
		return []span{s.changed(p, style{})}
	}
	return []span{s.changed(p, style{}), {text: " (" + where + ")", style: style{italic: true}}}
}

// changed is a piece with its mark, which is also said to those who do not see it.
func (s *setter) changed(p model.Piece, base style) span {
	out := span{text: p.Text, style: marked(p.Mark, base)}
	if name := p.Mark.Name(); name != "" {
		out.about = &element{kind: "Ins", alt: "[" + s.Word(name) + ": " + p.Text + "]"}
		if out.strike {
			out.about.kind = "Del"
		}
	}
	return out
}

// marked is a style with a mark.
func marked(m model.Mark, base style) style {
	switch m {
	case model.Strong:
		base.bold = true
	case model.Faint:
		base.color = quietColor
	case model.Aside:
		base.italic, base.color = true, quietColor
	case model.Deleted, model.MovedAway:
		base.strike, base.color, base.double = true, deletedColor, m == model.MovedAway
	case model.Inserted, model.MovedHere:
		base.bold, base.underline, base.color, base.double = true, true, insertedColor, m == model.MovedHere
	}
	return base
}

// spans are spans of the document, with links to what stands in it.
func (s *setter) spans(spans []model.Span, base style) []span {
	var out []span
	for _, sp := range spans {
		look := span{text: sp.Text, style: marked(sp.Mark, base)}
		if look.to = s.target(sp.Link); look.to != "" {
			look.about = &element{kind: "Link"}
			look.color = linkColor
		}
		out = append(out, look)
	}
	return out
}

// target is where a link leads: the fragment, or that of what encloses it: of an item
// of a list the clause. "" where the document has neither.
func (s *setter) target(fragment string) string {
	if phrase.WebLink(fragment) {
		return fragment
	}
	for fragment != "" && !s.places[fragment] {
		fragment = fragment[:max(0, strings.LastIndexByte(fragment, '/'))]
	}
	return fragment
}
