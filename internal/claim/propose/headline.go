package propose

import (
	"slices"

	"conceptdiff/internal/words"
)

// headlineSaid is how much of a headline's words must stand in one sentence of the article
// for that sentence to say the same.
const headlineSaid = 0.75

// dropHeadlines leaves out a headline that the article says again: it is the publication's
// own words, but one statement is not two. What is counted are words by their stems,
// without those that stand in any sentence.
func (p *Proposal) dropHeadlines() {
	stemmer := words.NewStemmer(p.Article.Language)
	stems := func(text string) map[string]bool {
		out := map[string]bool{}
		for _, w := range words.Scan(text) {
			if !words.IsFunctionWord(w.Fold) {
				out[stemmer.Stem(w.Fold)] = true
			}
		}
		return out
	}
	said := func(headline map[string]bool, s Statement) bool {
		there, n := stems(s.Text), 0
		for stem := range headline {
			if there[stem] {
				n++
			}
		}
		return len(headline) > 0 && float64(n) >= headlineSaid*float64(len(headline))
	}
	all := slices.Clone(p.Statements)
	p.Statements = slices.DeleteFunc(p.Statements, func(s Statement) bool {
		if !s.Head || s.Quoted {
			return false
		}
		headline := stems(s.Text)
		again := slices.ContainsFunc(all, func(o Statement) bool { return !o.Head && said(headline, o) })
		if again {
			p.Repeated++
		}
		return again
	})
}
