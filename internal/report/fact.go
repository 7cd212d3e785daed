package report

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/register"
)

// addFacts ties what a register says was done since the old text to the changes of the
// clauses at which it says so. Beside words that are the same it explains nothing.
func (r *Report) addFacts(facts []register.Fact) {
	now := byAddress(r.New.Clauses)
	for _, f := range facts {
		c := now[f.At]
		if c == nil || c.Change.Kind == compare.Unchanged && !c.Change.Retitled {
			continue
		}
		c.Change.Facts = append(c.Change.Facts, f)
		r.Facts = append(r.Facts, f)
	}
}
