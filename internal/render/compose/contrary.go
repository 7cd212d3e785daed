package compose

import (
	"conceptdiff/internal/claim"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// contrary sets side by side what sources say of one provision and does not go
// together, by date. It judges none of it.
func contrary(r *report.Report, p phrase.Phrases) []model.Node {
	var list model.List
	for _, c := range r.Contrary {
		list.Items = append(list.Items, contraryItem(c, p))
	}
	return append(paragraphs(p.Say("Of these provisions one source says that they are done or over, and another denies it. The statements stand in the order of their dates; which of them is right is not for this report to say.")), list)
}

// contraryItem is a provision with the claims about it that do not go together, by date.
func contraryItem(c claim.Contrary, p phrase.Phrases) model.Item {
	at := model.Link(p.Say("old {0}", p.Cite(c.Provision)), "old", c.Provision)
	at.Mark = model.Strong
	it := model.Item{Spans: []model.Span{at}}
	for _, s := range c.Stated {
		it.Under = append(it.Under, model.Paragraph{Spans: []model.Span{
			model.Marked(p.Date(s.Claim.Date), model.Strong), model.Text(": " + p.Statement(s.Claim) + ": " + p.Wording(s.Claim) + p.StatedAt(c, s)),
		}})
	}
	return it
}
