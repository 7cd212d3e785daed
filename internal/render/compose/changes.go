package compose

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/reference"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// changes tells each change with its rows; clauses in which nothing changed, those
// that only bear other numbers, and with foldLone those of a part without
// counterpart, are named in a line, and folded on a page. full tells all of them.
func changes(r *report.Report, full, foldLone bool, p phrase.Phrases) []model.Node {
	var out []model.Node
	for _, s := range report.Stretches(r.Changes, full, foldLone) {
		if s.Telling == report.InFull {
			out = append(out, told(s.Changes[0], r, full, p))
			continue
		}
		line := model.Para(p.Folded(s), model.Aside)
		line.Apart = true
		var page []model.Node
		for _, c := range s.Changes {
			switch s.Telling {
			case report.AsUnchanged:
				page = append(page, folded(c, p.KindWord(c), p))
			case report.AsLone:
				page = append(page, folded(c, p.Say("{0}, with its whole part", p.KindPhrase(c)), p))
			default:
				page = append(page, told(c, r, full, p))
			}
		}
		out = append(out, model.OnPage{Nodes: page, Instead: []model.Node{line}})
	}
	return out
}

// told is a change with all that is known of it, and its rows.
func told(c *report.Change, r *report.Report, full bool, p phrase.Phrases) model.Section {
	s := change(c, p, remarks(c, true, p))
	s.Nodes = append(s.Nodes, model.Passages{Of: c, Full: full, OldLanguage: r.Old.Language, NewLanguage: r.New.Language})
	return s
}

// folded is a change that is named in a line, which says what became of it.
func folded(c *report.Change, became string, p phrase.Phrases) model.Section {
	return model.Section{
		At: places(c), Title: plain.Visible(p.ChangeName(c) + ": " + became), Change: c, Fold: true,
		Nodes: []model.Node{model.Passages{Of: c, Full: true}},
	}
}

// Change is one change by itself: what became of it, why it counts, and its rows.
func Change(c *report.Change, p phrase.Phrases) []model.Node {
	s := change(c, p, reasons(p.Reasons(c)))
	return append(s.Nodes, model.Passages{Of: c, Full: c.Untouched()})
}

// change is a section on a change: its name, what became of it, and a list.
func change(c *report.Change, p phrase.Phrases, list model.List) model.Section {
	s := model.Section{At: places(c), Title: plain.Visible(p.ChangeName(c)), Change: c, Nodes: []model.Node{
		model.OnPage{Nodes: []model.Node{tags(c, p)}, Instead: []model.Node{model.Para(p.ChangeFacts(c), model.Faint)}},
	}}
	if len(list.Items) > 0 {
		s.Nodes = append(s.Nodes, list)
	}
	return s
}

// tags are the facts of a change in a few words each.
func tags(c *report.Change, p phrase.Phrases) model.Tags {
	t := model.Tags{Tags: []model.Tag{{Kind: string(c.Kind), Text: p.KindWord(c)}}}
	for _, f := range phrase.Facets(c) {
		t.Tags = append(t.Tags, model.Tag{Kind: f, Text: p.Word(f)})
	}
	if s := p.Significance(c); s != "" {
		t.Tags = append(t.Tags, model.Tag{Kind: string(c.Significance), Text: s})
	}
	for _, s := range []string{p.WordPhrase(c), p.SameSubject(c)} {
		if s != "" {
			t.More = append(t.More, s)
		}
	}
	return t
}

// reasons list why a change counts.
func reasons(all []string) model.List {
	var list model.List
	for _, why := range all {
		list.Items = append(list.Items, item(model.Dot, why))
	}
	return list
}

// remarks are why a change counts and what is known of it: what the register and the
// committee say, and where it stands alone what was found in it and what sources say.
func remarks(c *report.Change, alone bool, p phrase.Phrases) model.List {
	list := reasons(p.Reasons(c))
	add := func(sign model.Sign, spans ...model.Span) {
		list.Items = append(list.Items, model.Item{Sign: sign, Warn: sign != model.Dot, Spans: spans})
	}
	for _, f := range c.Facts {
		add(model.Dot, model.Text(p.Fact(f)))
	}
	if alone {
		for _, f := range c.Findings {
			add(model.Query, model.Text(p.Finding(f)))
		}
		for _, v := range c.Provisions {
			add(model.Flag, linked(p.Provision(v), cited("old", []string{v.Address}, p)...)...)
		}
	}
	for _, m := range c.Marks {
		add(model.Member, marked(m, p)...)
	}
	return list
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
	out := []model.Node{
		model.Paragraph{Spans: []model.Span{
			model.Marked(p.Say("How they were chosen is told under")+" ", model.Faint),
			{Text: p.Say("method and limits"), Mark: model.Faint, Link: string(PartMethod)},
			model.Marked(". "+p.Say("Words left out are marked «…»."), model.Faint),
		}},
		model.Legend{Across: true},
	}
	for _, h := range r.Important() {
		s := change(h.Change, p, reasons(p.HighlightWhy(h)))
		s.Nodes = append(s.Nodes, model.Passages{
			Rows: h.Rows, Full: true, More: h.More, OldLanguage: r.Old.Language, NewLanguage: r.New.Language,
			Old: plain.Visible(p.Say("old: {0}", r.Old.Label)), New: plain.Visible(p.Say("new: {0}", r.New.Label)),
		}, readInFull(h.Change.Old, h.Change.New, p))
		out = append(out, s)
	}
	return out
}

// fates tell every clause by what became of it.
func fates(r *report.Report, p phrase.Phrases) []model.Node {
	var out []model.Node
	for _, g := range r.Fates {
		s := counted(p.Capital(p.Word(string(g.Kind))), g.Changes, false, p)
		s.At = []string{"fate-" + string(g.Kind)}
		out = append(out, s)
	}
	if len(r.Fronts) > 0 {
		out = append(out, section(p.Say("Title pages and opening lines"), entries(r.Fronts, false, p)))
	}
	return append(out, lone(r, p)...)
}

// counted is a section that lists changes and says in its heading how many they are.
func counted(title string, changes []*report.Change, again bool, p phrase.Phrases) model.Section {
	return section(title+" ("+p.Number(len(changes))+")", entries(changes, again, p))
}

// lone tells the parts without counterpart.
func lone(r *report.Report, p phrase.Phrases) []model.Node {
	var out []model.Node
	for _, l := range r.Lone {
		out = append(out, section(p.LoneHeading(l), model.Para(p.LoneSentence(l), model.Plain), entries(l.Changes, false, p)))
	}
	return out
}

// entries list changes by name, with why they count and what is known of them, and on a
// page their words. again is for those that are listed elsewhere: they lead there.
func entries(changes []*report.Change, again bool, p phrase.Phrases) model.List {
	var out model.List
	for _, s := range listed(changes) {
		c := s.Changes[0]
		it := model.Item{Sign: model.None, At: []string{"fate-" + plain.Anchor("", c.ID)}}
		for _, c := range s.Changes {
			it.At = append(it.At, places(c)...)
		}
		if s.Telling == report.AsNumbers {
			it.Spans = []model.Span{model.Text(p.Renumbering(s.Changes))}
			out.Items = append(out.Items, it)
			continue
		}
		it.Spans = []model.Span{model.Text(p.ChangeName(c)), model.Marked(p.FateNote(c), model.Faint)}
		it.See = clauses(c.Old, c.New, p)
		if list := remarks(c, false, p); len(list.Items) > 0 {
			it.Under = []model.Node{list}
		}
		switch {
		case again:
			it.At, it.See = nil, append(it.See, model.Text("; "), model.Link(p.Say("see the change"), "", c.ID))
		case c.Changed() > 0 || c.Retitled:
			it.Under = append(it.Under, model.OnPage{Nodes: []model.Node{model.Fold{Title: read(c, p), Nodes: []model.Node{model.Passages{Of: c, Full: true}}}}})
		}
		out.Items = append(out.Items, it)
	}
	return out
}

// read is what a reader does with the words of a change.
func read(c *report.Change, p phrase.Phrases) string {
	switch c.Kind {
	case compare.Removed:
		return p.Say("Read what was removed")
	case compare.New:
		return p.Say("Read what is new")
	}
	return p.Say("Read the changes in the text")
}

// references are the sentences of the new text whose references are to be checked.
func references(r *report.Report, p phrase.Phrases) []model.Node {
	var out []model.Node
	if len(r.References) > 0 {
		out = paragraphs(p.Say("These sentences of the new text cite a clause by a number that stood for another clause in the old text, or that no clause of the new text bears. That makes none of them wrong: whether the clause that is meant is the one that now bears the number, only a reader can tell."))
	}
	var list model.List
	for _, ref := range r.References {
		it := model.Item{Label: model.Link(p.Cite(ref.In.Address), "new", ref.In.Address), Spans: []model.Span{inLanguage(model.Marked(ref.Text, model.Quoted), r.New.Language)}}
		now := ref.BecameAt
		if ref.NowAt != nil {
			now = append([]*report.Clause{ref.NowAt}, now...)
		}
		var was []*report.Clause
		if ref.WasAt != nil {
			was = []*report.Clause{ref.WasAt}
		}
		it.Under = []model.Node{reasons(p.ReferenceLines(ref)), readInFull(was, now, p)}
		list.Items = append(list.Items, it)
	}
	for _, f := range r.Loose() {
		side := "new"
		if f.Fault == reference.NotDefined {
			side = "old"
		}
		list.Items = append(list.Items, model.Item{Label: model.Link(p.Cite(f.In), side, f.In), Spans: []model.Span{model.Text(p.Finding(&f))}})
	}
	return append(out, list)
}

// marks list what members marked and the committee decided, each with the words that it
// is about, and where the new text has them.
func marks(all []*report.Marked, p phrase.Phrases) model.List {
	var list model.List
	for _, m := range all {
		it := model.Item{Sign: model.Member, Warn: m.Unmet(), Spans: append(marked(m, p), model.Marked(". “"+phrase.Shorten(m.Anchor.Quote)+"”", model.Faint))}
		if len(m.To) > 0 {
			var to []string
			for _, t := range m.To {
				to = append(to, t.Address)
			}
			it.Under = []model.Node{model.Paragraph{Spans: linked(p.Say("In the new text")+": "+p.CiteList(to), arrivals(m.To, p)...)}}
		}
		list.Items = append(list.Items, it)
	}
	return list
}

// marked is what is said of a provision, which leads there.
func marked(m *report.Marked, p phrase.Phrases) []model.Span {
	if m.Clause == nil {
		return []model.Span{model.Text(p.Marks(m))}
	}
	side := "old"
	if m.New {
		side = "new"
	}
	return linked(p.Marks(m), model.Link(p.MarkPlace(m), side, m.Address))
}
