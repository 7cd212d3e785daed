package pdf

import (
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

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

// passages sets rows one below the other, or in two columns where these have
// headings. What is left out between them, and behind the last, is told in a line.
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

// across sets rows in two columns. The rows bear the language of their side where it
// is not that of the document.
func (s *setter) across(n model.Passages) {
	g := &grid{p: s.p, size: rowSize, widths: []float64{s.p.wide / 2, s.p.wide / 2}}
	for _, head := range []string{n.Old, n.New} {
		g.header = append(g.header, []para{{spans: []span{{text: head, style: style{bold: true}}}, size: rowSize}})
	}
	var rows []*gridRow
	for _, row := range n.All() {
		rows = append(rows, &gridRow{cells: []gridCell{s.side(row.Old, row.Runs, true, n.OldLanguage), s.side(row.New, row.Runs, false, n.NewLanguage)}})
	}
	s.grid(g, rows)
	if n.More > 0 {
		s.aside(s.Say("{0 more changed passage}", n.More))
	}
}

// side is one side of a row. A side without a line is an empty cell.
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

// pieces are the spans of a row's runs, of one side or both.
func (s *setter) pieces(runs []report.Run, old, now bool) []span {
	var out []span
	for p := range model.Pieces(runs, old, now) {
		out = append(out, s.piece(p)...)
	}
	return out
}

// piece is changed text with its mark, and where moved words went or came from. The
// place is the label of the other text's clause, as the model gives it.
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

// changed is a piece with its mark, which is also said to those who do not see it:
// "[deleted: …]" is read in place of the words. What is struck out is an element of
// the kind Del, other changed words of the kind Ins.
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

// marked is a style with a mark. Every mark differs in form as well as in colour;
// moved words have two lines where others have one.
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
