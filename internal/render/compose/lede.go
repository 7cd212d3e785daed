package compose

import (
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// How much a lede holds, so that it fits a screen and can be printed as it is.
const (
	ledeWords   = 249 // words at most
	ledeChanges = 5   // the changes told
	ledeTitle   = 5   // words of a clause's title at most
)

// lede is what a report opens with: what was compared, the counts, the changes
// that matter most in the words of both texts, what the sources are and what the
// draft did with what they speak of, and what is not known.
func lede(r *report.Report, p phrase.Phrases) []model.Node {
	var out []model.Node
	say := func(text string) {
		out = append(out, model.Paragraph{Spans: []model.Span{model.Text(text)}})
	}
	say(p.Say("Compared: {0} with {1}.", p.SideInShort(&r.Old), p.SideInShort(&r.New)))
	if r.Anew() {
		say(anewSentence(r, p))
	}
	for _, a := range r.Accounting.Parts {
		if a.Old != nil && a.New != nil {
			said := p.PartSentence(a)
			out = append(out, model.Paragraph{
				At: []string{"lede-figures"}, Copy: said + "\n" + p.Citation(r.Old) + " → " + p.Citation(r.New),
				Spans: []model.Span{{Text: model.Text(said).Text, Link: "accounting"}},
			})
			break // the main part; the others stand under the figures
		}
	}
	before := len(out)
	statements := ledeStatements(r)
	if sources := ledeSources(statements, p); len(sources.Items) > 0 {
		out = append(out, sources)
	}
	if more := len(r.Sources) - spoken(statements); more > 0 {
		say(p.Say("Further sources listed: {0}.", more))
	}
	if became := p.TreatmentSentence(r); became != "" {
		say(became)
	}
	say(p.Say("Not known: why the words were changed, and what effect they have in law."))
	if !r.Anew() { // which is told by subjects, below
		if list := ledeList(r, p, ledeWords-wordCount(out...)); len(list.Items) > 0 {
			out = slices.Insert(out, before, model.Node(list))
		}
	}
	return out
}

// What is told of sources at most, and how many words of a statement.
const (
	mostStatements = 3
	ledeSaid       = 14
)

// ledeStatements are one statement of each source and then, where there is room, one of
// each other speaker in it: of each the one that says most.
func ledeStatements(r *report.Report) []*report.Statement {
	var first, others []*report.Statement
	for _, v := range r.Sources {
		best := map[string]*report.Statement{}
		var speakers []string
		for i := range v.Statements {
			st := &v.Statements[i]
			who := st.Claim.Speaker
			if best[who] == nil {
				speakers = append(speakers, who)
			}
			if best[who] == nil || weight(st) > weight(best[who]) {
				best[who] = st
			}
		}
		for i, who := range speakers {
			if i == 0 {
				first = append(first, best[who])
			} else {
				others = append(others, best[who])
			}
		}
	}
	first = first[:min(len(first), mostStatements)]
	told := append(first, others[:min(len(others), mostStatements-len(first))]...)
	slices.SortFunc(told, func(a, b *report.Statement) int { return a.Number - b.Number })
	return told
}

// spoken counts the sources of statements.
func spoken(statements []*report.Statement) int {
	sources := map[*claim.Source]bool{}
	for _, st := range statements {
		sources[st.Claim.Source] = true
	}
	return len(sources)
}

// ledeSources tell statements, each in its words.
func ledeSources(statements []*report.Statement, p phrase.Phrases) model.List {
	var list model.List
	for _, st := range statements {
		to := toStatement(st.Number).Link
		list.Items = append(list.Items, model.Item{
			At: []string{"lede-" + to}, Copy: p.Quotation(st.Claim),
			Spans: []model.Span{
				{Text: model.Text(p.Capital(p.StatementInShort(st.Claim))).Text, Link: to},
				model.Text(": " + said(st.Claim, p)),
			},
		})
	}
	return list
}

// weight is by how much a statement is told first: what is so before what is expected,
// then the one that most provisions are tied to.
func weight(st *report.Statement) int {
	const expected = 1 << 20
	if st.Claim.Says == claim.Expected {
		return len(st.Flags) - expected
	}
	return len(st.Flags)
}

// said is the beginning of a statement: of a quotation in quotation marks, of a report
// said to be one.
func said(c *claim.Claim, p phrase.Phrases) string {
	if c.IsReport() {
		return p.Say("{0} (reported; no verbatim text held)", strings.TrimSuffix(atClause(c.Reported, ledeSaid), "."))
	}
	return "“" + atClause(quote.Parts(c.Quote)[0], ledeSaid) + "”"
}
