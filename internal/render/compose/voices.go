package compose

import (
	"strconv"

	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// voices are the sources and what each says, in its words.
func voices(r *report.Report, p phrase.Phrases) []model.Node {
	out := paragraphs(p.VoicesSentence(r))
	for _, v := range r.Voices {
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
			}})
		}
		out = append(out, s)
	}
	return out
}

// statement is one with its number, its words, and what it is tied to.
func statement(st report.Statement, p phrase.Phrases) []model.Node {
	var under []model.Node
	if len(st.Flags) > 0 {
		under = append(under, model.Para(p.Sentence(p.Say("tied to {0} [provisions]", p.ProvisionList(st.Flags))), model.Faint))
	}
	if said := p.Echoes(st); said != "" {
		under = append(under, model.Para(p.Sentence(said), model.Faint))
	}
	return []model.Node{
		model.Paragraph{Apart: true, Spans: []model.Span{model.Text("[" + strconv.Itoa(st.Number) + "] " + p.Statement(st.Claim) + ":")}},
		model.Quotation{Spans: []model.Span{model.Text(p.Wording(st.Claim))}, Under: under},
	}
}

// outcomes tell the provisions that sources speak of, by what became of them, each
// with what ties it to which statements.
func outcomes(r *report.Report, p phrase.Phrases) []model.Node {
	var out []model.Node
	for _, g := range r.Outcomes() {
		var list model.List
		for i := range g.Provisions {
			v := &g.Provisions[i]
			at := model.Link(p.Say("old {0}", p.Cite(v.Address)), "old", v.Address)
			at.Mark = model.Strong
			var ties model.List
			for _, tie := range v.Ties {
				ties.Items = append(ties.Items, item(model.Dot, p.Tied(tie)))
			}
			list.Items = append(list.Items, model.Item{Sign: model.Flag, Warn: v.Standing, Spans: []model.Span{at}, Under: []model.Node{ties}})
		}
		out = append(out, section(p.Outcome(g), list))
	}
	return out
}

// unannounced are the changes that no source announced.
func unannounced(u *report.Unannounced, p phrase.Phrases) []model.Node {
	if !u.Any() {
		return paragraphs(p.NothingUnannounced())
	}
	out := paragraphs(p.UnannouncedIntro())
	if len(u.Removed) > 0 {
		out = append(out, paragraphs(p.Say("Passages that were removed and are tied to no statement are in the list of everything that was removed."))...)
	}
	if len(u.New) > 0 {
		out = append(out, counted(p.Say("New"), u.New, p))
	}
	if len(u.Changed) > 0 {
		out = append(out, counted(p.Say("Changed in substance"), u.Changed, p))
	}
	return out
}

// expectations say what sources expect of the new text, and whether it has it.
func expectations(all []report.Expectation, p phrase.Phrases) []model.Node {
	var out []model.Node
	for _, e := range phrase.AbsentFirst(all) {
		out = append(out, model.Paragraph{Apart: true, Spans: []model.Span{
			model.Marked(p.Word(string(e.Standing)), model.Strong), model.Text(": " + p.Statement(e.Claim) + ": " + p.Wording(e.Claim)),
		}})
		if e.Why.Code != "" {
			out = append(out, model.Para(p.Sentence(p.Ground(e.Why)), model.Faint))
		}
		var shown model.List
		for _, s := range e.Shown {
			shown.Items = append(shown.Items, item(model.Dot, p.Showing(s)))
		}
		if len(shown.Items) > 0 {
			out = append(out, shown)
		}
		if len(e.About) > 0 {
			out = append(out, paragraphs(p.About(e.About))...)
		}
	}
	return out
}
