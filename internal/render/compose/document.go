package compose

import (
	"cmp"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Comparison is the comparison, clause by clause in the order of the new text.
func Comparison(r *report.Report, o render.Options) model.Document {
	p := o.Phrases().For(r)
	d := document(r, p, r.Old.Label+" → "+r.New.Label)
	d.Nodes = append(d.Nodes, compared(r, p)...)
	d.Nodes = append(d.Nodes, figures(r, p)...)
	if r.Anew() && r.Filter == nil {
		d.Nodes = append(d.Nodes, Anew(r, p))
	}
	if s := p.Shown(r); s != "" {
		d.Nodes = append(d.Nodes, model.Warning{Text: plain.Visible(s)})
	}
	if len(r.Changes) > 0 {
		d.Nodes = append(d.Nodes, model.Legend{})
	}
	d.Nodes = append(d.Nodes, Changes(r, o)...)
	return d
}

// Changes is every change of a comparison, in the order of the new text.
func Changes(r *report.Report, o render.Options) []model.Node {
	return changes(r, o.Full, r.Filter == nil, o.Phrases().For(r))
}

// Summary is the comparison's figures alone.
func Summary(r *report.Report, o render.Options) model.Document {
	p := o.Phrases().For(r)
	d := document(r, p, r.Old.Label+" → "+r.New.Label)
	d.Nodes = append(d.Nodes, figures(r, p)...)
	if s := p.Shown(r); s != "" {
		d.Nodes = append(d.Nodes, model.Warning{Text: plain.Visible(s)})
	}
	return d
}

// Report is the report of what changed, for the audience of the options.
func Report(r *report.Report, o render.Options) model.Document {
	p := o.Phrases()
	d := document(r, p, p.Say("What changed: {0}", r.Old.Label+" → "+r.New.Label))
	for _, part := range Parts(r, o.Audience) {
		d.Nodes = append(d.Nodes, part.Section(r, o))
	}
	return d
}

// document begins one with the warnings that belong before all else.
func document(r *report.Report, p phrase.Phrases, title string) model.Document {
	name := strings.TrimPrefix(cmp.Or(r.New.Title, r.Old.Title)+": "+r.Old.Label+" → "+r.New.Label, ": ")
	d := model.Document{Title: plain.Visible(title), Name: plain.Visible(name), Banner: p.RunningHead(r), Date: max(r.Old.Date, r.New.Date), Language: p.Language()}
	for _, n := range r.Notices {
		d.Nodes = append(d.Nodes, model.Warning{Title: plain.Visible(p.NoticeTitle(n)), Text: plain.Visible(p.Notice(n))})
	}
	return d
}

// Section composes a part of the report.
func (of Part) Section(r *report.Report, o render.Options) model.Section {
	p := o.Phrases().For(r)
	s := model.Section{At: []string{string(of)}, Title: plain.Visible(of.Heading(p))}
	switch of {
	case PartLede:
		s.Nodes = lede(r, p)
	case PartAnew:
		s.Nodes = anew(r, p)
	case PartAround:
		s.Nodes = around(r, p)
	case PartRemoved:
		s.Nodes = removed(r, p)
	case PartContrary:
		s.Nodes = contrary(r, p)
	case PartCompared:
		s.Nodes = compared(r, p)
	case PartAccounting:
		s.Nodes = figures(r, p)
	case PartImportant:
		s.Nodes = highlights(r, p)
	case PartDecisions:
		s.Nodes = append(paragraphs(p.DecisionsSentence(r.Decisions())), marks(r.Decisions(), p))
	case PartMarks:
		s.Nodes = []model.Node{marks(undecided(r), p)}
	case PartFates:
		s.Nodes = fates(r, p)
	case PartClauses:
		s.Nodes = append([]model.Node{model.Legend{}}, changes(r, o.Full, true, p)...)
		s.Nodes = append(s.Nodes, model.OnPage{Instead: lone(r, p)}) // on a page they stand among the others
	case PartNumbers:
		s.Nodes = []model.Node{numbers(r, p)}
	case PartReferences:
		s.Nodes = references(r, p)
	case PartSources:
		s.Nodes = sources(r, p)
	case PartProvisions:
		s.Nodes = outcomes(r, p)
	case PartUnannounced:
		s.Nodes = unannounced(&r.Unannounced, p)
	case PartExpectations:
		s.Nodes = []model.Node{expectations(r.Expectations, p)}
	case PartMethod:
		for _, passage := range p.Method(r) {
			s.Nodes = append(s.Nodes, section(passage.Heading, paragraphs(passage.Text...)...))
		}
	}
	return s
}

// section is one without a place of its own.
func section(title string, nodes ...model.Node) model.Section {
	return model.Section{Title: plain.Visible(title), Nodes: nodes}
}

// paragraphs are plain ones, of those texts that say anything.
func paragraphs(texts ...string) []model.Node {
	var out []model.Node
	for _, s := range texts {
		if s != "" {
			out = append(out, model.Para(s, model.Plain))
		}
	}
	return out
}

// item is one of plain text.
func item(sign model.Sign, text string) model.Item {
	return model.Item{Sign: sign, Spans: []model.Span{model.Text(text)}}
}
