package compose

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// compared says which two texts were compared.
func compared(r *report.Report, p phrase.Phrases) []model.Node {
	t := model.Table{Head: sides(r, p, "")}
	for _, row := range [][3]string{
		{p.Say("title"), r.Old.Title, r.New.Title},
		{p.Say("standing"), p.Status(r.Old.Status), p.Status(r.New.Status)},
		{p.Say("date"), p.Date(r.Old.Date), p.Date(r.New.Date)},
		{p.Say("size"), p.Size(&r.Old), p.Size(&r.New)},
		{p.Say("reference"), r.Old.Citation, r.New.Citation},
		{p.Say("file"), r.Old.Source.Name, r.New.Source.Name},
		{"SHA-256", r.Old.Source.SHA256, r.New.Source.SHA256},
	} {
		if row[1] != "" || row[2] != "" {
			t.Rows = append(t.Rows, cells(row[:]...))
		}
	}
	var list model.List
	for _, s := range []struct {
		name string
		side *report.Side
	}{{p.Say("Old text: {0}", r.Old.Label), &r.Old}, {p.Say("New text: {0}", r.New.Label), &r.New}} {
		it := model.Item{Sign: model.None, Spans: []model.Span{model.Marked(s.name, model.Strong), model.Text(", " + p.SideFacts(s.side))}}
		if h := s.side.Source.SHA256; h != "" {
			it.Under = []model.Node{model.Para("SHA-256 "+h, model.Faint)}
		}
		list.Items = append(list.Items, it)
	}
	t.Instead = []model.Node{list}
	return []model.Node{t}
}

// sides head a table with a column for each text, after what heads those before.
func sides(r *report.Report, p phrase.Phrases, before ...string) [][]model.Span {
	var out [][]model.Span
	for _, s := range append(before, p.Say("old: {0}", r.Old.Label), p.Say("new: {0}", r.New.Label)) {
		out = append(out, []model.Span{model.Text(s)})
	}
	return out
}

// cells are a row of plain text.
func cells(texts ...string) []model.Cell {
	var out []model.Cell
	for _, s := range texts {
		out = append(out, model.Line(model.Text(s)))
	}
	return out
}

// figures account for every clause and word, in sentences and then by fate.
func figures(r *report.Report, p phrase.Phrases) []model.Node {
	out := paragraphs(p.AccountSentences(r)...)
	for _, part := range r.Accounting.Parts {
		if part.Old == nil || part.New == nil {
			continue
		}
		t := model.Table{Figures: true}
		for _, head := range []string{p.Say("clauses of {0}", part.Name()), p.Say("then"), p.Say("now")} {
			t.Head = append(t.Head, []model.Span{model.Text(head)})
		}
		for _, f := range part.Fates {
			old, now := p.Number(f.Old), p.Number(f.New)
			switch f.Kind {
			case compare.New:
				old = "–"
			case compare.Removed:
				now = "–"
			}
			t.Rows = append(t.Rows, cells(p.Word(string(f.Kind)), old, now))
		}
		var all []model.Cell
		for _, s := range []string{p.Say("all"), p.Number(part.OldTotal), p.Number(part.NewTotal)} {
			all = append(all, model.Line(model.Marked(s, model.Strong)))
		}
		t.Rows = append(t.Rows, all)
		out = append(out, t)
	}
	return out
}

// numbers is the table of clauses that bear other numbers than they did.
func numbers(r *report.Report, p phrase.Phrases) model.Table {
	t := model.Table{Head: append(sides(r, p), []model.Span{model.Text(p.Say("heading"))})}
	var list model.List
	for _, s := range Entries(Renumbered(r)) {
		title, told := p.Title(s.Changes[0]), p.ChangeName(s.Changes[0])
		if len(s.Changes) > 1 {
			title, told = p.Say("words unchanged"), p.Renumbering(s.Changes)
		}
		row := cells(p.Range(s.Changes, true), p.Range(s.Changes, false), title)
		if c := s.Changes[0]; len(s.Changes) == 1 {
			row[0], row[1] = labels(c.Old, "old", p), labels(c.New, "new", p)
		}
		t.Rows = append(t.Rows, row)
		list.Items = append(list.Items, item(model.None, told))
	}
	t.Instead = []model.Node{list}
	return t
}

// labels are the numbers of clauses of a side, each leading to its clause.
func labels(clauses []*report.Clause, side string, p phrase.Phrases) model.Cell {
	var line []model.Span
	for i, c := range clauses {
		if i > 0 {
			line = append(line, model.Text(", "))
		}
		line = append(line, model.Link(p.Label(c), side, c.Address))
	}
	return model.Line(line...)
}
