package compose

import (
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// changes tells each change with its rows; clauses in which nothing changed, those
// that only bear other numbers, and with foldLone those of a part without
// counterpart, are named in a line. full tells all of them.
func changes(r *report.Report, full, foldLone bool, p phrase.Phrases) []model.Node {
	var out []model.Node
	for _, s := range report.Stretches(r.Changes, full, foldLone) {
		if s.Telling != report.InFull {
			folded := model.Para(p.Folded(s), model.Aside)
			folded.Apart = true
			out = append(out, folded)
			continue
		}
		c := s.Changes[0]
		var list model.List
		add := func(sign model.Sign, warn bool, text string) {
			it := item(sign, text)
			it.Warn = warn
			list.Items = append(list.Items, it)
		}
		for _, reason := range p.Reasons(c) {
			add(model.Dot, false, reason)
		}
		for _, f := range c.Facts {
			add(model.Dot, false, p.Fact(f))
		}
		for _, f := range c.Findings {
			add(model.Query, true, p.Finding(f))
		}
		for _, v := range c.Provisions {
			add(model.Flag, true, p.Provision(v))
		}
		for _, m := range c.Marks {
			add(model.Member, true, p.Marks(m))
		}
		told := change(c, p, list)
		told.Nodes = append(told.Nodes, model.Passages{Rows: c.Rows(), Full: full, OldLanguage: r.Old.Language, NewLanguage: r.New.Language})
		out = append(out, told)
	}
	return out
}

// change is a section on a change: its name, what became of it, and a list.
func change(c *report.Change, p phrase.Phrases, list model.List) model.Section {
	s := model.Section{At: places(c), Title: plain.Visible(p.ChangeName(c)), Nodes: []model.Node{model.Para(p.ChangeFacts(c), model.Faint)}}
	if len(list.Items) > 0 {
		s.Nodes = append(s.Nodes, list)
	}
	return s
}

// places are the fragments that lead to a change and to its clauses on both sides.
func places(c *report.Change) []string {
	out := []string{plain.Anchor("", c.ID)}
	for _, cl := range c.Old {
		out = append(out, plain.Anchor("old", cl.Address))
	}
	for _, cl := range c.New {
		out = append(out, plain.Anchor("new", cl.Address))
	}
	return out
}

// highlights are the most important changes, old and new words side by side.
func highlights(r *report.Report, p phrase.Phrases) []model.Node {
	out := []model.Node{model.Legend{Across: true}}
	for _, h := range r.Important() {
		var list model.List
		for _, why := range p.HighlightWhy(h) {
			list.Items = append(list.Items, item(model.Dot, why))
		}
		s := change(h.Change, p, list)
		s.Nodes = append(s.Nodes, model.Passages{
			Rows: h.Rows, Full: true, More: h.More, OldLanguage: r.Old.Language, NewLanguage: r.New.Language,
			Old: plain.Visible(p.Say("old: {0}", r.Old.Label)), New: plain.Visible(p.Say("new: {0}", r.New.Label)),
		})
		out = append(out, s)
	}
	return out
}

// fates tell every clause by what became of it.
func fates(r *report.Report, p phrase.Phrases) []model.Node {
	var out []model.Node
	for _, g := range r.Fates {
		out = append(out, counted(p.KindHeading(g.Kind), g.Changes, p))
	}
	if len(r.Fronts) > 0 {
		out = append(out, section(p.Say("Title pages and opening lines"), entries(r.Fronts, p)))
	}
	return append(out, lone(r, p)...)
}

// counted is a section that lists changes and says in its heading how many they are.
func counted(title string, changes []*report.Change, p phrase.Phrases) model.Section {
	return section(title+" ("+p.Number(len(changes))+")", entries(changes, p))
}

// lone tells the parts without counterpart.
func lone(r *report.Report, p phrase.Phrases) []model.Node {
	var out []model.Node
	for _, l := range r.Lone {
		out = append(out, section(p.LoneHeading(l), model.Para(p.LoneSentence(l), model.Plain), entries(l.Changes, p)))
	}
	return out
}

// entries list changes by name, with why they count and what is known of them.
func entries(changes []*report.Change, p phrase.Phrases) model.List {
	var out model.List
	for _, s := range Entries(changes) {
		c := s.Changes[0]
		it := model.Item{Sign: model.None}
		for _, c := range s.Changes {
			it.At = append(it.At, places(c)...)
		}
		if s.Telling == report.AsNumbers {
			it.Spans = []model.Span{model.Text(p.Renumbering(s.Changes))}
			out.Items = append(out.Items, it)
			continue
		}
		it.Spans = []model.Span{model.Text(p.ChangeName(c) + p.FateNote(c))}
		var under model.List
		add := func(sign model.Sign, text string) {
			under.Items = append(under.Items, model.Item{Sign: sign, Spans: []model.Span{model.Marked(text, model.Faint)}})
		}
		for _, reason := range p.Reasons(c) {
			add(model.Dot, reason)
		}
		for _, f := range c.Facts {
			add(model.Dot, p.Fact(f))
		}
		for _, m := range c.Marks {
			add(model.Member, p.Marks(m))
		}
		if len(under.Items) > 0 {
			it.Under = []model.Node{under}
		}
		out.Items = append(out.Items, it)
	}
	return out
}

// references are the sentences of the new text whose references are to be checked.
func references(r *report.Report, p phrase.Phrases) []model.Node {
	var out []model.Node
	if len(r.References) > 0 {
		out = paragraphs(p.ReferencesIntro())
	}
	var list model.List
	for _, ref := range r.References {
		var lines model.List
		for _, line := range p.ReferenceLines(ref) {
			lines.Items = append(lines.Items, item(model.Dot, line))
		}
		list.Items = append(list.Items, model.Item{Label: plain.Visible(p.Cite(ref.In.Address)), Spans: []model.Span{model.Text(ref.Text)}, Under: []model.Node{lines}})
	}
	for _, f := range r.Loose() {
		list.Items = append(list.Items, model.Item{Label: plain.Visible(p.Cite(f.In)), Spans: []model.Span{model.Text(p.Finding(&f))}})
	}
	return append(out, list)
}

// decisions tell what the committee decided and what the new text did, each with the
// words that it was about.
func decisions(all []*report.Marked, p phrase.Phrases) []model.Node {
	var list model.List
	for _, m := range all {
		it := item(model.Member, p.Marks(m))
		it.Warn = m.Unmet()
		it.Spans = append(it.Spans, model.Marked(". “"+phrase.Shorten(m.Anchor.Quote)+"”", model.Faint))
		list.Items = append(list.Items, it)
	}
	return append(paragraphs(p.DecisionsSentence(all)), list)
}

// marks list what members marked, each with the words that it is about.
func marks(all []*report.Marked, p phrase.Phrases) model.List {
	var list model.List
	for _, m := range all {
		side := "old"
		if m.New {
			side = "new"
		}
		at := model.Text(p.MarkPlace(m))
		if m.Clause != nil {
			at = model.Link(p.MarkPlace(m), side, m.Address)
		}
		list.Items = append(list.Items, model.Item{Sign: model.Member, Spans: []model.Span{
			at, model.Text(": " + p.MarksSpoken(m)), model.Marked(". “"+phrase.Shorten(m.Anchor.Quote)+"”", model.Faint),
		}})
	}
	return list
}
