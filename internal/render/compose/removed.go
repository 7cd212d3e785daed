package compose

import (
	"slices"
	"strconv"
	"strings"

	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// removed is the list of every clause, paragraph, item and sentence of the old
// text that the new one has nowhere, in the order of the old text, each with the
// statements that are tied to it, or said to be tied to none. A part without
// counterpart is told once and not here.
func removed(r *report.Report, p phrase.Phrases) []model.Node {
	all := r.Removed()
	if len(all) == 0 {
		return paragraphs(p.Say("No clause, paragraph, item or whole sentence of the old text is gone."))
	}
	untied := 0
	var list model.List
	for i, g := range all {
		if g.Untied() {
			untied++
		}
		list.Items = append(list.Items, removedItem(r, g, i+1, p))
	}
	intro := p.Say("Passages of the old text of which the comparison finds less than half the words in the new one, and no sentence alike: {0}.", len(all))
	if len(r.Sources) > 0 {
		intro += " " + p.Say("Tied to no statement of the sources listed: {0}.", untied)
	}
	return append(paragraphs(intro), model.Fold{Title: p.Say("Read what was removed"), Nodes: []model.Node{list}})
}

// removedItem is a passage that went, with a fragment of its own, a quotation to copy,
// and where sources are held the statements that are tied to it.
func removedItem(r *report.Report, g report.Lost, number int, p phrase.Phrases) model.Item {
	at := model.Link(p.Say("old {0}", p.Cite(g.Old.Address)), "old", g.Old.Address)
	at.Mark = model.Strong
	it := model.Item{
		At: []string{"removed-" + strconv.Itoa(number)}, Copy: "“" + g.Text + "”\n" + p.Citation(r.Old) + ", " + p.Cite(g.Old.Address),
		Spans: []model.Span{at, model.Text(" (" + p.Of(g.Old.Address).Unit(g.Unit) + ")")},
	}
	if len(r.Sources) > 0 {
		var links []model.Span
		for _, st := range append(slices.Clone(g.Statements), g.Clause...) {
			links = append(links, toStatement(st.Number))
		}
		it.Spans = append(it.Spans, linked(": "+whoSpoke(g, p), links...)...)
	}
	for line := range strings.SplitSeq(g.Text, "\n") {
		it.Under = append(it.Under, model.Paragraph{Spans: []model.Span{model.Quote(line, model.Deleted)}})
	}
	return it
}

// whoSpoke names the statements that are tied to a passage.
func whoSpoke(g report.Lost, p phrase.Phrases) string {
	switch {
	case len(g.Statements) > 0:
		return p.Say("tied to {0}", numbered(g.Statements, p))
	case len(g.Clause) > 0:
		return p.Say("tied to none; {0} cites the clause as a whole", numbered(g.Clause, p))
	}
	return p.Say("tied to no statement")
}

// numbered names statements by their numbers and speakers: "statements 1 and 4
// (Modern.az)".
func numbered(list []report.Statement, p phrase.Phrases) string {
	var numbers, speakers []string
	seen := map[string]bool{}
	for _, st := range list {
		numbers = append(numbers, strconv.Itoa(st.Number))
		if who := st.Claim.Speaker; !seen[who] {
			seen[who] = true
			speakers = append(speakers, who)
		}
	}
	s := p.Say("statement {0}", numbers[0])
	if len(numbers) > 1 {
		s = p.Say("statements {0}", p.List(numbers))
	}
	return s + " (" + p.List(speakers) + ")"
}
