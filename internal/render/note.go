package render

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// NoticeText says in a sentence or two what standing a text has, for formats
// that other packages write.
func NoticeText(n report.Notice, o Options) string { return o.Phrases().Notice(n) }

// NoticeTitle heads a notice in a word or two.
func NoticeTitle(n report.Notice, o Options) string { return o.Phrases().NoticeTitle(n) }

// Note says in plain words what became of a change's clauses and why, a
// sentence or two each: what a comment in a redline holds. The first tells the
// fate and can stand alone. It is nil where nothing changed and neither a source
// nor the committee speaks of the clause.
func Note(c *report.Change, o Options) []string {
	p := o.Phrases()
	if c.Untouched() && len(c.Provisions)+len(c.Marks)+len(c.Findings) == 0 {
		return nil
	}
	out := []string{p.FateSentence(c)}
	if c.Uncertain {
		out = append(out, p.Sentence(p.Say("That these clauses belong together is uncertain: {0}", p.Basis(c.Basis))))
	}
	if s := p.SignificanceSentence(c); s != "" {
		out = append(out, s)
	}
	if words := p.WordPhrase(c); words != "" && c.Kind != compare.New && c.Kind != compare.Removed {
		out = append(out, p.Sentence(words))
	}
	out = append(out, p.MovedSentences(c)...)
	for _, f := range c.Facts {
		out = append(out, p.Sentence(p.Fact(f)))
	}
	for _, f := range c.Findings {
		out = append(out, p.Finding(f))
	}
	for _, v := range c.Provisions {
		out = append(out, p.Sentence(p.Provision(v)))
	}
	for _, m := range c.Marks {
		out = append(out, p.Sentence(p.Marks(m)))
	}
	return append(out, p.Wordings(c)...)
}

// ReasonText puts a reason in the language of the options: "modality: will →
// shall".
func ReasonText(r compare.Reason, o Options) string { return o.Phrases().Reason(r) }

// GroundText puts a ground in the language of the options.
func GroundText(g compare.Ground, o Options) string { return o.Phrases().Ground(g) }

// BasisText says why clauses belong together, in the language of the options.
func BasisText(basis []compare.Ground, o Options) string { return o.Phrases().Basis(basis) }
