package compose

import (
	"conceptdiff/internal/relate"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// around tells which documents stand around the old text, which of their passages fall
// out of step with the new one, and how, and which bodies they name that the new text
// says were replaced. Guesses are left out.
func around(r *report.Report, p phrase.Phrases) []model.Node {
	out := paragraphs(p.Say("Found by names, words in a row and rare words; that two passages agree or contradict each other is not said."))
	for i := range r.Around.Documents {
		w := &r.Around.Documents[i]
		head := w.Document.Key + ": " + w.Title
		if date := p.Date(w.Date); date != "" {
			head += ", " + date
		}
		s := section(head)
		if w.Recorded {
			s.Nodes = paragraphs(p.Say("Summary of ours; the text is not in this workspace."))
		}
		var list model.List
		for k := range w.Steps {
			if step := &w.Steps[k]; step.Shown {
				list.Items = append(list.Items, stepItem(w, step, p))
			}
		}
		for _, n := range w.Names {
			list.Items = append(list.Items, model.Item{Spans: []model.Span{
				model.Link(p.Say("new {0}", p.Cite(n.At)), "new", n.At),
				model.Text(": «" + n.Says + "»; " + p.Say("named in {0}: {1}", w.Document.Key, p.List(n.Passages))),
			}})
		}
		if len(list.Items) > 0 {
			s.Nodes = append(s.Nodes, list)
		} else {
			s.Nodes = append(s.Nodes, paragraphs(p.Say("No relation that was found falls out of step."))...)
		}
		out = append(out, s)
	}
	return out
}

// stepItem is a passage of a related document and what the new text did with the
// provision that it speaks of.
func stepItem(w *relate.With, step *relate.Step, p phrase.Phrases) model.Item {
	at := model.Link(p.Say("old {0}", p.Cite(step.To.Address)), "old", step.To.Address)
	at.Mark = model.Strong
	passage := w.Document.Key + " " + step.From.Address
	said := p.Say("same subject as {0}", passage)
	if step.Kind == relate.Restates {
		said = p.Say("restated by {0}", passage)
	}
	became := p.Word(string(step.Fate))
	if step.Fate == relate.NotCarried {
		became = p.Say("less than half of its words")
		if step.Kept == 0 {
			became = p.Say("none of its words")
		}
	}
	it := model.Item{Spans: []model.Span{at, model.Text(": " + phrase.Closed(said) + " " + p.Say("In the new text: {0}", became))}}
	for i, to := range step.Now {
		sep := ", "
		if i == 0 {
			sep = " → "
		}
		it.Spans = append(it.Spans, model.Text(sep), model.Link(p.Cite(to), "new", to))
	}
	if len(step.Dropped) > 0 {
		it.Spans = append(it.Spans, model.Text("; "+p.Say("no longer named there: {0}", p.List(relate.Together(step.Dropped)))))
	}
	return it
}
