package render

import (
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// Note says in plain words what became of a change's clauses and why, a
// sentence or two each: what a comment in a redline holds. The first tells the
// fate and can stand alone. It is nil where nothing changed and neither a source
// nor the committee speaks of the clause.
func Note(c *report.Change) []string {
	if c.Untouched() && len(c.Provisions)+len(c.Marks) == 0 {
		return nil
	}
	out := []string{fateSentence(c)}
	if c.Uncertain {
		out = append(out, sentence("That these clauses belong together is uncertain: "+c.Basis))
	}
	if s := significanceSentence(c); s != "" {
		out = append(out, s)
	}
	if words := wordPhrase(c); words != "" && c.Kind != compare.New && c.Kind != compare.Removed {
		out = append(out, sentence(words))
	}
	out = append(out, movedSentences(c)...)
	for _, p := range c.Provisions {
		out = append(out, sentence(provisionPhrase(p)))
	}
	for _, m := range c.Marks {
		out = append(out, sentence(markPhrase(m)))
	}
	return append(out, wordings(c)...)
}

// fateSentence names a change's clauses on both sides, its kind and facets.
func fateSentence(c *report.Change) string {
	old, now := labels(c.Old), labels(c.New)
	var s string
	switch c.Kind {
	case compare.New:
		s = "New: the old text has no counterpart to " + now
	case compare.Removed:
		s = "Removed: the new text has no counterpart to " + old
	case compare.Split:
		s = "Old " + old + " was split into new " + now
	case compare.Merged:
		s = "Old " + old + " were merged into new " + now
	case compare.Amended:
		s = "Amended"
	default:
		s = "The words are the same"
	}
	if c.Renumbered {
		s += "; renumbered from " + old + " to " + now
	}
	if c.Moved {
		s += "; moved from " + old + " to " + now
	}
	if c.Retitled {
		s += "; retitled from «" + titles(c.Old) + "» to «" + titles(c.New) + "»"
	}
	return sentence(s)
}

func titles(cs []*report.Clause) string {
	var out []string
	for _, c := range cs {
		if c.Heading != "" {
			out = append(out, c.Heading)
		}
	}
	return strings.Join(out, "», «")
}

// significanceSentence says whether the change can matter in substance, and
// why. For clauses that are new or removed the kind says it all.
func significanceSentence(c *report.Change) string {
	because := strings.Join(reasons(c), "; ")
	var s string
	switch {
	case c.Kind == compare.New || c.Kind == compare.Removed:
		return ""
	case c.Significance == compare.Substantive:
		s = "Changed in substance"
	case c.Significance == compare.Editorial:
		s = "Editorial"
	default:
		return sentence(because)
	}
	if because != "" {
		s += ": " + because
	}
	return sentence(s)
}

// movedSentences say from where and to where words of the change moved.
func movedSentences(c *report.Change) []string {
	var from, to []string
	for _, e := range c.Edits {
		if e.From != "" && !slices.Contains(from, cite(e.From)) {
			from = append(from, cite(e.From))
		}
		if e.To != "" && !slices.Contains(to, cite(e.To)) {
			to = append(to, cite(e.To))
		}
	}
	var out []string
	if len(from) > 0 {
		out = append(out, "Words moved here from old "+strings.Join(from, ", ")+".")
	}
	if len(to) > 0 {
		out = append(out, "Words moved away to new "+strings.Join(to, ", ")+".")
	}
	return out
}

// wordings quotes every claim that is tied to the change's clauses, once.
func wordings(c *report.Change) []string {
	var seen []*claim.Claim
	var out []string
	for _, p := range c.Provisions {
		for _, tie := range p.Ties {
			for _, cl := range tie.Claims {
				if slices.Contains(seen, cl) {
					continue
				}
				seen = append(seen, cl)
				s := claimant(cl) + ": " + cl.Wording()
				if src := cl.Source; src != nil {
					s += " (" + src.Publisher + ", «" + src.Title + "», " + longDate(src.Date) + ")"
				}
				out = append(out, s)
			}
		}
	}
	return out
}
