package compose

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// compared says which two texts were compared. The table has a row for each fact that
// either text has. What stands in place of it, where there are no tables, is a list
// of both.
func compared(r *report.Report, p phrase.Phrases) []model.Node {
	t := model.Table{Head: sides(r, p, "")}
	for _, fact := range []struct {
		name string
		of   func(*report.Side) model.Span
	}{
		{p.Say("title"), func(s *report.Side) model.Span { return inLanguage(model.Text(s.Title), s.Language) }},
		{p.Say("standing"), func(s *report.Side) model.Span { return model.Text(p.Status(s.Status)) }},
		{p.Say("date"), func(s *report.Side) model.Span { return model.Text(p.Date(s.Date)) }},
		{p.Say("size"), func(s *report.Side) model.Span { return model.Text(p.Size(s)) }},
		{p.Say("reference"), func(s *report.Side) model.Span { return model.Text(s.Citation) }},
		{p.Say("file"), func(s *report.Side) model.Span { return model.Text(s.Source.Name) }},
		{"SHA-256", func(s *report.Side) model.Span { return model.Marked(s.Source.SHA256, model.Code) }},
	} {
		if old, now := fact.of(&r.Old), fact.of(&r.New); old.Text != "" || now.Text != "" {
			t.Rows = append(t.Rows, []model.Cell{model.Line(model.Text(p.Capital(fact.name))), model.Line(old), model.Line(now)})
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

// inLanguage is a span of foreign words, by a tag of BCP 47; "" is that of the
// document.
func inLanguage(s model.Span, language string) model.Span {
	s.Language = language
	return s
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

// figures account for every clause and word, in sentences and then by what became of
// them. A part that only one text has is told in a sentence and has no table.
func figures(r *report.Report, p phrase.Phrases) []model.Node {
	out := paragraphs(p.AccountSentences(r)...)
	if fronts := p.FrontSentence(r); fronts != "" {
		out = append(out, model.Para(fronts, model.Faint))
	}
	w := r.Accounting.Words
	out = append(out, model.Account{WordAccount: w})
	for _, part := range r.Accounting.Parts {
		if part.Old == nil || part.New == nil {
			continue
		}
		t := thenAndNow(p.Say("clauses of {0}", part.Name()), p)
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
		out = append(out, total(t, part.OldTotal, part.NewTotal, p))
	}
	t := thenAndNow(p.Say("words"), p)
	t.Rows = [][]model.Cell{
		cells(p.Say("kept"), p.Number(w.Kept), p.Number(w.Kept)), cells(p.Say("moved"), p.Number(w.Moved), p.Number(w.Moved)),
		cells(p.Say("deleted"), p.Number(w.Deleted), "–"), cells(p.Say("inserted"), "–", p.Number(w.Inserted)),
	}
	return append(out, total(t, w.Old, w.New, p))
}

// thenAndNow is a table of figures for both texts. The caller adds the rows, and
// [total] the last.
func thenAndNow(what string, p phrase.Phrases) model.Table {
	t := model.Table{Figures: true}
	for _, head := range []string{p.Capital(what), p.Say("then"), p.Say("now")} {
		t.Head = append(t.Head, []model.Span{model.Text(head)})
	}
	return t
}

// total adds the row that sums up the others.
func total(t model.Table, old, now int, p phrase.Phrases) model.Table {
	var all []model.Cell
	for _, s := range []string{p.Say("all"), p.Number(old), p.Number(now)} {
		all = append(all, model.Line(model.Marked(s, model.Strong)))
	}
	t.Rows = append(t.Rows, all)
	return t
}

// numbers is the table of clauses that bear other numbers than they did. Clauses in a
// row that bear other numbers alone are one row, told by the first and the last. What
// stands in place of the table is a list.
func numbers(r *report.Report, p phrase.Phrases) model.Table {
	t := model.Table{Head: append(sides(r, p), []model.Span{model.Text(p.Say("heading"))})}
	var list model.List
	for _, s := range listed(renumbered(r)) {
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
