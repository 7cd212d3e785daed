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
func Note(c *report.Change, o Options) []string {
	p := o.phrases()
	if c.Untouched() && len(c.Provisions)+len(c.Marks) == 0 {
		return nil
	}
	out := []string{p.fateSentence(c)}
	if c.Uncertain {
		out = append(out, p.sentence(p.Say("That these clauses belong together is uncertain: {0}", p.basis(c.Basis))))
	}
	if s := p.significanceSentence(c); s != "" {
		out = append(out, s)
	}
	if words := p.wordPhrase(c); words != "" && c.Kind != compare.New && c.Kind != compare.Removed {
		out = append(out, p.sentence(words))
	}
	out = append(out, p.movedSentences(c)...)
	for _, v := range c.Provisions {
		out = append(out, p.sentence(p.provision(v)))
	}
	for _, m := range c.Marks {
		out = append(out, p.sentence(p.marks(m)))
	}
	return append(out, p.wordings(c)...)
}

// fateSentence names a change's clauses on both sides, its kind and facets.
func (p phrases) fateSentence(c *report.Change) string {
	old, now := p.labels(c.Old), p.labels(c.New)
	var s string
	switch c.Kind {
	case compare.New:
		s = p.Say("New: the old text has no counterpart to {0}", now)
	case compare.Removed:
		s = p.Say("Removed: the new text has no counterpart to {0}", old)
	case compare.Split:
		s = p.Say("Old {0} was split into new {1}", old, now)
	case compare.Merged:
		s = p.Say("Old {0} were merged into new {1}", old, now)
	case compare.Amended:
		s = p.Say("Amended")
	default:
		s = p.Say("The words are the same")
	}
	if c.Renumbered {
		s += "; " + p.Say("renumbered from {0} to {1}", old, now)
	}
	if c.Moved {
		s += "; " + p.Say("moved from {0} to {1}", old, now)
	}
	if c.Retitled {
		s += "; " + p.Say("retitled from {0} to {1}", "«"+titles(c.Old)+"»", "«"+titles(c.New)+"»")
	}
	return p.sentence(s)
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
func (p phrases) significanceSentence(c *report.Change) string {
	because := strings.Join(p.reasons(c), "; ")
	var s string
	switch {
	case c.Kind == compare.New || c.Kind == compare.Removed:
		return ""
	case c.Significance == compare.Substantive:
		s = p.Say("Changed in substance")
	case c.Significance == compare.Editorial:
		s = p.Say("Editorial")
	default:
		return p.sentence(because)
	}
	if because != "" {
		s += ": " + because
	}
	return p.sentence(s)
}

// movedSentences say from where and to where words of the change moved.
func (p phrases) movedSentences(c *report.Change) []string {
	var from, to []string
	for _, e := range c.Edits {
		if at := p.cite(e.From); e.From != "" && !slices.Contains(from, at) {
			from = append(from, at)
		}
		if at := p.cite(e.To); e.To != "" && !slices.Contains(to, at) {
			to = append(to, at)
		}
	}
	var out []string
	if len(from) > 0 {
		out = append(out, p.Say("Words moved here from old {0}.", strings.Join(from, ", ")))
	}
	if len(to) > 0 {
		out = append(out, p.Say("Words moved away to new {0}.", strings.Join(to, ", ")))
	}
	return out
}

// wordings quotes every claim that is tied to the change's clauses, once.
func (p phrases) wordings(c *report.Change) []string {
	var seen []*claim.Claim
	var out []string
	for _, v := range c.Provisions {
		for _, tie := range v.Ties {
			for _, cl := range tie.Claims {
				if slices.Contains(seen, cl) {
					continue
				}
				seen = append(seen, cl)
				s := p.claimant(cl) + ": " + p.wording(cl)
				if src := cl.Source; src != nil {
					s += " (" + src.Publisher + ", «" + src.Title + "», " + p.date(src.Date) + ")"
				}
				out = append(out, s)
			}
		}
	}
	return out
}
