package compose

import (
	"strconv"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// sources are the sources and what each says, in its words. A source has its address,
// as a link only where it is one of the web, what its quotations rest on, and its
// statements; on a page also how each quotation compares with the old text.
func sources(r *report.Report, p phrase.Phrases) []model.Node {
	out := paragraphs(p.SourcesSentence(r))
	for _, v := range r.Sources {
		s := section(p.SourceName(v.Source))
		if url := v.Source.URL; url != "" {
			said := model.Marked(url, model.Faint)
			if phrase.WebLink(url) {
				said.Link = url
			}
			s.Nodes = append(s.Nodes, model.Paragraph{Spans: []model.Span{said}})
		}
		for _, said := range []string{p.Standing(v.Source), v.Source.Note} {
			if said != "" {
				s.Nodes = append(s.Nodes, model.Para(said, model.Faint))
			}
		}
		for _, st := range v.Statements {
			s.Nodes = append(s.Nodes, statement(st, p)...)
		}
		if len(v.Checks) > 0 {
			s.Nodes = append(s.Nodes, model.Paragraph{Apart: true, Spans: []model.Span{
				model.Text(p.Say("Does it quote the old text correctly?") + " " + p.ChecksSentence(v.Checks)),
			}}, model.OnPage{Nodes: []model.Node{model.Fold{Title: p.Say("Sentence by sentence"), Nodes: checks(v.Checks, p)}}})
		}
		out = append(out, s)
	}
	return out
}

// statement is one with its number, its words, and what it is tied to. The fragment
// leads to it from wherever its number stands. A report of what somebody said is told
// to be one.
func statement(st report.Statement, p phrase.Phrases) []model.Node {
	var under []model.Node
	say := func(said string, links []model.Span) {
		if said != "" {
			under = append(under, model.Paragraph{Spans: faint(linked(p.Sentence(said), links...))})
		}
	}
	say(inShort(st.Claim, p), nil)
	if len(st.Flags) > 0 {
		say(p.Say("tied to {0} [provisions]", p.ProvisionList(st.Flags)), cited("old", phrase.ProvisionAddresses(st.Flags), p))
	}
	var echoes []report.Target
	for _, e := range st.Echoes {
		echoes = append(echoes, e.At)
	}
	say(p.Echoes(st), arrivals(echoes, p))
	number := toStatement(st.Number)
	return []model.Node{
		model.Paragraph{Apart: true, At: []string{number.Link}, Copy: p.Quotation(st.Claim), Spans: []model.Span{model.Text("[" + number.Text + "] " + p.Statement(st.Claim) + ":")}},
		model.Quotation{Spans: []model.Span{ofSource(p.Wording(st.Claim), st.Claim)}, Reported: st.Claim.IsReport(), Under: under},
	}
}

// inShort is what a claim says in a sentence of ours, "" for none.
func inShort(c *claim.Claim, p phrase.Phrases) string {
	if c.Gist == "" {
		return ""
	}
	return p.Say("In short") + ": " + c.Gist
}

// toStatement is the number of a statement, which leads to it.
func toStatement(number int) model.Span {
	n := strconv.Itoa(number)
	return model.Span{Text: n, Link: "statement-" + n}
}

// ofSource is words of a source in its language, or those of ours that stand for
// them.
func ofSource(words string, c *claim.Claim) model.Span {
	if c.Source == nil || c.IsReport() {
		return model.Text(words)
	}
	return inLanguage(model.Text(words), c.Source.Language)
}

// faint marks spans as said beside the text. It changes them.
func faint(spans []model.Span) []model.Span {
	for i := range spans {
		spans[i].Mark = model.Faint
	}
	return spans
}

// checks set each passage that a source quotes beside what the old text has. A check
// without a quotation is that of a bare address.
func checks(all []claim.Check, p phrase.Phrases) []model.Node {
	var out []model.Node
	for _, c := range all {
		said := p.Say("As quoted")
		if c.Quoted == "" {
			said = p.Say("The source names {0}", p.Called(c.Clause))
		}
		row := model.Beside{Old: []model.Node{model.Para(said+": "+p.Check(c), model.Faint)}}
		if c.Quoted != "" {
			row.Old = append(row.Old, model.Para(c.Quoted, model.Quoted))
		}
		if c.Stored != "" {
			row.New = []model.Node{model.Para(p.Say("In the old text"), model.Faint), model.Para(c.Stored, model.Quoted)}
		}
		out = append(out, row)
	}
	return out
}

// outcomes tell the provisions that sources speak of, by what became of them, each
// with what ties it to which statements, and on a page with its words in both texts.
// Where more than a few fared alike, a page folds them.
func outcomes(r *report.Report, p phrase.Phrases) []model.Node {
	out := []model.Node{model.Para(p.Say("Provisions are counted; one is shown once for each way in which statements are tied to it."), model.Faint)}
	for _, g := range r.Outcomes() {
		var list model.List
		for i := range g.Provisions {
			v := &g.Provisions[i]
			at := model.Link(p.Say("old {0}", p.Cite(v.Address)), "old", v.Address)
			at.Mark = model.Strong
			var ties model.List
			for _, tie := range v.Ties {
				ties.Items = append(ties.Items, tied(tie, p))
			}
			list.Items = append(list.Items, model.Item{Sign: model.Flag, Warn: v.Standing, Spans: []model.Span{at}, Under: []model.Node{ties}})
		}
		s := section(p.Outcome(g), list)
		s.Fold = len(g.Provisions) > mostOpen
		out = append(out, s)
	}
	return out
}

// mostOpen is how many provisions that fared alike a page shows without being asked.
const mostOpen = 3

// tied is what ties statements to a provision and what the new text did, with the words
// of both texts.
func tied(tie report.Tie, p phrase.Phrases) model.Item {
	var links []model.Span
	for _, n := range tie.Statements {
		links = append(links, toStatement(n))
	}
	it := model.Item{Spans: linked(p.Tied(tie), append(links, arrivals(tie.Flag.To, p)...)...)}
	var row model.Beside
	for _, said := range phrase.TiedText(tie.Flag) {
		row.Old = append(row.Old, model.Paragraph{Spans: found(said, tie.Flag.Words)})
	}
	if t := tie.Flag.Treatment; t != nil && t.NewText != "" {
		row.New = append(row.New, model.Paragraph{Spans: found(t.NewText, t.StillThere)})
	}
	if gone := p.GonePlace(tie.Flag); gone != "" {
		row.New = append(row.New, model.Para(gone, model.Aside))
	}
	it.Under = []model.Node{model.OnPage{Nodes: []model.Node{row}}}
	return it
}

// unannounced are the changes that no source announced. What was removed is only
// pointed to: the part on all that went lists it.
func unannounced(u *report.Unannounced, p phrase.Phrases) []model.Node {
	if !u.Any() {
		return paragraphs(p.Say("None: every change in substance is tied to a statement of the sources listed."))
	}
	out := paragraphs(p.Say("No statement of the sources listed is tied to the following. Their authors may have spoken of it in other words or elsewhere."))
	if len(u.Removed) > 0 {
		said := model.Text(p.Say("Passages that were removed and are tied to no statement are in the list of everything that was removed."))
		said.Link = string(PartRemoved)
		out = append(out, model.Paragraph{Spans: []model.Span{said}})
	}
	if len(u.New) > 0 {
		out = append(out, counted(p.Say("New"), u.New, true, p))
	}
	if len(u.Changed) > 0 {
		out = append(out, counted(p.Say("Changed in substance"), u.Changed, true, p))
	}
	return out
}

// expectations say what sources expect of the new text, and whether it has it. Those
// that are absent come first.
func expectations(all []report.Expectation, p phrase.Phrases) model.List {
	var out model.List
	for _, e := range phrase.AbsentFirst(all) {
		it := model.Item{Sign: model.None, Warn: phrase.Absent(e.Standing), Spans: []model.Span{
			model.Marked(p.Word(string(e.Standing)), model.Strong), model.Text(": " + p.Statement(e.Claim) + ": "), ofSource(p.Wording(e.Claim), e.Claim),
		}}
		for _, said := range []string{inShort(e.Claim, p), p.Ground(e.Why)} {
			if said != "" {
				it.Under = append(it.Under, model.Para(p.Sentence(said), model.Faint))
			}
		}
		var shown model.List
		for _, s := range e.Shown {
			shown.Items = append(shown.Items, model.Item{Spans: linked(p.Showing(s), model.Link(p.Say("new {0}", p.Cite(s.At.Address)), "new", s.At.Address))})
		}
		if len(shown.Items) > 0 {
			it.Under = append(it.Under, shown)
		}
		if len(e.About) > 0 {
			it.Under = append(it.Under, model.Paragraph{Spans: linked(p.About(e.About), cited("old", phrase.ProvisionAddresses(e.About), p)...)})
		}
		out.Items = append(out.Items, it)
	}
	return out
}
