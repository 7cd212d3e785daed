package phrase

import (
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
)

// Ground puts a ground, with the addresses in it as a reader is told them. Which
// arguments are addresses depends on the code: lists always are, texts in the codes
// below alone. g is not changed.
func (p Phrases) Ground(g compare.Ground) string {
	args := slices.Clone(g.Args)
	for i, a := range args {
		switch a := a.(type) {
		case []string:
			args[i] = p.cited(a)
		case string:
			switch g.Code {
			case align.OldIsCloser, align.NewIsCloser:
				args[i] = p.Cite(a)
			case claim.WhyHeadingNames, claim.WhyMostSpeaks:
				args[i] = p.Called(a)
			case review.WhyBoundUnresolved:
				if i == 1 {
					args[i] = p.Cite(a)
				}
			}
		}
	}
	return p.Put(string(g.Code), args...)
}

// Basis says why clauses belong together: "same heading, same number". Grounds stand
// in the order in which they were found.
func (p Phrases) Basis(basis []compare.Ground) string {
	parts := make([]string, len(basis))
	for i, g := range basis {
		parts[i] = p.Ground(g)
	}
	return strings.Join(parts, ", ")
}

// Reasons are a change's reasons. What the kind and its facets say already is left out,
// and so are those of title pages and opening lines, which oblige nobody to anything.
func (p Phrases) Reasons(c *report.Change) []string {
	if c.Kind == compare.New || c.Kind == compare.Removed || len(c.Old)+len(c.New) > 0 && c.Front() {
		return nil
	}
	return p.ReasonList(slices.DeleteFunc(slices.Clone(c.Reasons), func(r compare.Reason) bool {
		return r.Code == significance.WasRenumbered || r.Code == significance.WasMoved
	}))
}

// ReasonList puts each of some reasons, none left out.
func (p Phrases) ReasonList(reasons []compare.Reason) []string {
	out := make([]string, len(reasons))
	for i, r := range reasons {
		out[i] = p.Reason(r)
	}
	return out
}

// Reason puts a reason: what it is about are words of the texts. What was left out
// for its length is counted: "… and 3 more".
func (p Phrases) Reason(r compare.Reason) string {
	var items []string
	for _, it := range r.Items {
		items = append(items, p.item(it, r.Code == significance.TextMovedTo || r.Code == significance.TextMovedFrom))
	}
	says := p.Put(string(r.Code), r.Args...)
	if len(items) > 0 {
		says += ": " + strings.Join(items, ", ")
	}
	if r.More > 0 {
		says += " " + p.Put(string(significance.MoreReasons), r.More)
	}
	return says
}

// item names what a reason is about: words of a text, or a place. Words that went and
// still stand elsewhere are told with those places; words that became others with an
// arrow.
func (p Phrases) item(it compare.Item, place bool) string {
	switch {
	case it.Still != "":
		still := strings.Fields(it.Still)
		for i := range still {
			still[i] = p.Cite(still[i])
		}
		if it.StillMore > 0 {
			return p.Say("{0} (still in {1} and {2} more)", it.Old, strings.Join(still, ", "), it.StillMore)
		}
		return p.Say("{0} (still in {1})", it.Old, strings.Join(still, ", "))
	case it.Old != "" && it.New != "":
		return it.Old + " → " + it.New
	case place:
		return p.Cite(it.Old + it.New)
	}
	return it.Old + it.New
}

// Why says how it was found what became of a mark: "the pairing is uncertain: same
// heading". Either may be missing.
func (p Phrases) Why(item *review.Carried) string {
	switch basis := p.Basis(item.Basis); {
	case item.Why.Code == "":
		return basis
	case basis != "":
		return p.Ground(item.Why) + ": " + basis
	}
	return p.Ground(item.Why)
}
