package render

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/report"
)

// ReasonText puts a reason in the language of the options: "modality: will →
// shall".
func ReasonText(r compare.Reason, o Options) string { return o.phrases().reason(r) }

// GroundText puts a ground in the language of the options.
func GroundText(g compare.Ground, o Options) string { return o.phrases().ground(g) }

// BasisText says why clauses belong together, in the language of the options.
func BasisText(basis []compare.Ground, o Options) string { return o.phrases().basis(basis) }

func (p phrases) ground(g compare.Ground) string { return p.Put(string(g.Code), g.Args...) }

// basis says why clauses belong together: "same heading, same number".
func (p phrases) basis(basis []compare.Ground) string {
	parts := make([]string, len(basis))
	for i, g := range basis {
		parts[i] = p.ground(g)
	}
	return strings.Join(parts, ", ")
}

// reasons are a change's reasons. What the kind says already is left out.
func (p phrases) reasons(c *report.Change) []string {
	if c.Kind == compare.New || c.Kind == compare.Removed {
		return nil
	}
	return p.reasonList(c.Reasons)
}

func (p phrases) reasonList(reasons []compare.Reason) []string {
	out := make([]string, len(reasons))
	for i, r := range reasons {
		out[i] = p.reason(r)
	}
	return out
}

// reason puts a reason: what it is about are words of the texts.
func (p phrases) reason(r compare.Reason) string {
	var items []string
	for _, it := range r.Items {
		items = append(items, item(it))
	}
	if r.More > 0 {
		items = append(items, p.Put(string(significance.MoreReasons), r.More))
	}
	says := p.Put(string(r.Code), r.Args...)
	if len(items) == 0 {
		return says
	}
	return says + ": " + strings.Join(items, ", ")
}

func item(it compare.Item) string {
	if it.Old != "" && it.New != "" {
		return it.Old + " → " + it.New
	}
	return it.Old + it.New
}
