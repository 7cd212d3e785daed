package compose

import (
	"strings"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// Anew is what the comparison of a text that was written anew opens with.
func Anew(r *report.Report, p phrase.Phrases) model.Section {
	return model.Section{At: []string{string(PartAnew)}, Title: PartAnew.Heading(p), Nodes: append(paragraphs(anewSentence(r, p)), anew(r, p)...)}
}

// anew is, behind a sentence on how little is kept, the table of subjects, what was taken
// over, and the names and words that came, went, gained and lost.
func anew(r *report.Report, p phrase.Phrases) []model.Node {
	w := r.Rewriting
	var taken model.List
	for _, t := range w.Taken {
		taken.Items = append(taken.Items, model.Item{Spans: []model.Span{
			model.Link(p.Say("old {0}", p.Cite(t.Old)), "old", t.Old), model.Text(" → "), model.Link(p.Say("new {0}", p.Cite(t.New)), "new", t.New),
			model.Text(" (" + takenWords(t, p) + "): "), model.Quote("“"+t.Text+"”", model.Quoted),
		}})
	}
	out := []model.Node{
		section(p.Say("What goes on, by subject"),
			model.Para(p.Say("Each old clause with the new one that speaks of the same, and the names that only one of the two has. It says nothing of descent."), model.Faint),
			topics(w.Subjects, p)),
		section(p.Say("Taken over"),
			model.Para(p.Say("{0 word} of the new text stand in the old one, in {1 passage} of at least eight words in a row.", w.TakenWords, len(w.Taken)), model.Plain),
			taken),
	}
	told := []model.Node{model.Para(p.Say("Words are counted in all their forms, names as they are written."), model.Faint)}
	for _, sort := range []struct {
		title string
		list  []relate.Theme
		side  string
	}{
		{p.Say("Names and words that are gone"), w.Themes.Gone, "old"},
		{p.Say("Names and words that are new"), w.Themes.New, "new"},
		{p.Say("Names and words that stand at least twice as often"), w.Themes.Gained, "new"},
		{p.Say("Names and words that stand at most half as often"), w.Themes.Lost, "new"},
	} {
		if len(sort.list) == 0 {
			continue
		}
		var themes model.List
		for _, t := range sort.list {
			themes.Items = append(themes.Items, themeItem(t, sort.side, p))
		}
		out = append(out, section(sort.title, append(told, themes)...))
		told = nil // with the first of them
	}
	return out
}

// takenWords counts the words of a passage that was taken over, and says where the
// edits have it as new.
func takenWords(t relate.Taken, p phrase.Phrases) string {
	if t.Inserted {
		return p.Say("{0 word}; the comparison of words has it as new", t.Words)
	}
	return p.Say("{0 word}", t.Words)
}

// anewSentence says how little of the old text is kept.
func anewSentence(r *report.Report, p phrase.Phrases) string {
	w := r.Rewriting
	share := 0
	if w.OldWords > 0 {
		share = (100*w.Kept + w.OldWords/2) / w.OldWords
	}
	return p.Say("Hardly anything of the old text is kept: {0} of {1 word} stand in the new one ({2} %). It is told by subjects first, and by words after that.", w.Kept, w.OldWords, share)
}

// AnewLines are the sentence and the table of subjects as lines of plain text, for a
// format that has no lists; none where the text was not written anew.
func AnewLines(r *report.Report, p phrase.Phrases) []string {
	if !r.Anew() {
		return nil
	}
	out := []string{anewSentence(r, p), p.Say("What goes on, by subject") + ":"}
	for i := range r.Rewriting.Subjects {
		it := topicItem(&r.Rewriting.Subjects[i], p)
		parts := []string{model.Words(it.Spans)}
		for _, under := range it.Under {
			parts = append(parts, model.Words(under.(model.Paragraph).Spans))
		}
		out = append(out, strings.Join(parts, "; "))
	}
	return out
}

// topics is the table of subjects; a list for a format without tables.
func topics(subjects []relate.Topic, p phrase.Phrases) model.Table {
	var t model.Table
	for _, head := range []string{p.Say("Old clause"), p.Say("New clause"), p.Say("Only the old one names"), p.Say("Only the new one names")} {
		t.Head = append(t.Head, []model.Span{model.Text(head)})
	}
	var list model.List
	for i := range subjects {
		s := &subjects[i]
		list.Items = append(list.Items, topicItem(s, p))
		none := model.Cell{{model.Text("–")}}
		row := []model.Cell{none, none, none, none}
		if s.Old != nil {
			row[0] = model.Cell{{model.Link(clauseName(s.Old), "old", s.Old.Address())}}
		}
		if s.New != nil {
			row[1] = model.Cell{{model.Link(clauseName(s.New), "new", s.New.Address())}}
		}
		if s.Pair != nil {
			row[1] = append(row[1], []model.Span{model.Text(p.Say("same subject, rewritten"))})
		}
		for k, names := range [][]string{s.OldOnly, s.NewOnly} {
			if len(names) > 0 {
				row[2+k] = model.Cell{{model.Text(strings.Join(names, ", "))}}
			}
		}
		t.Rows = append(t.Rows, row)
	}
	t.Instead = []model.Node{list}
	return t
}

func topicItem(t *relate.Topic, p phrase.Phrases) model.Item {
	var it model.Item
	put := func(spans ...model.Span) { it.Spans = append(it.Spans, spans...) }
	switch {
	case t.New == nil:
		put(clauseLink(t.Old, "old", p), model.Text(": "+p.Say("no clause of the new text was found that speaks of the same")))
	case t.Old == nil:
		put(clauseLink(t.New, "new", p), model.Text(": "+p.Say("no clause of the old text was found that speaks of the same")))
	default:
		put(clauseLink(t.Old, "old", p), model.Text(" → "), clauseLink(t.New, "new", p))
		if t.Pair != nil {
			put(model.Text(" (" + p.Say("same subject, rewritten") + ")"))
		}
	}
	for _, names := range []struct {
		said string
		list []string
	}{{p.Say("only the old one names:"), t.OldOnly}, {p.Say("only the new one names:"), t.NewOnly}} {
		if len(names.list) > 0 {
			it.Under = append(it.Under, model.Paragraph{Spans: []model.Span{model.Marked(names.said+" ", model.Faint), model.Text(strings.Join(names.list, ", "))}})
		}
	}
	return it
}

func clauseLink(c *revision.Clause, side string, p phrase.Phrases) model.Span {
	name := clauseName(c)
	said := p.Say("old {0}", name)
	if side == "new" {
		said = p.Say("new {0}", name)
	}
	s := model.Link(said, side, c.Address())
	s.Mark = model.Strong
	return s
}

func clauseName(c *revision.Clause) string { return strings.TrimSpace(c.Num + " " + c.Heading) }

// themeItem tells a name or word with its counts, by 1,000 words, and its places.
func themeItem(t relate.Theme, side string, p phrase.Phrases) model.Item {
	it := model.Item{Spans: []model.Span{
		model.Marked(t.Text, model.Strong),
		model.Text(": " + p.Say("{0} → {1} ({2} → {3} per 1,000 words)", t.Old, t.New, p.Decimal(t.OldPer), p.Decimal(t.NewPer)) + "; "),
	}}
	for i, at := range t.At {
		if i > 0 {
			it.Spans = append(it.Spans, model.Text(", "))
		}
		it.Spans = append(it.Spans, model.Link(p.Cite(at), side, at))
	}
	return it
}
