package phrase

import (
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/report"
)

// Note says in plain words what became of a change's clauses and why, a
// sentence or two each: what a comment in a redline holds. The first tells the
// fate and can stand alone. It is nil where nothing changed and neither a source
// nor the committee speaks of the clause.
func (p Phrases) Note(c *report.Change) []string {
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
	out = append(out, p.Beside(c)...)
	return append(out, p.wordings(c)...)
}

// Beside says what stands beside a change: where its words came from and went, what
// the register and the check of references found, who spoke of it and who marked it.
// The order is that of certainty: words, then a register, then checks, then people.
func (p Phrases) Beside(c *report.Change) []string {
	out := p.movedSentences(c)
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
	return out
}

// FateSentence names a change's clauses on both sides, its kind and facets. The order
// is kind, number, place, title; a clause that only moved says that its words are the
// same.
func (p Phrases) FateSentence(c *report.Change) string {
	old, now := p.Mention(c.Old), p.Mention(c.New)
	var s string
	switch c.Kind {
	case compare.New:
		s = p.Say("New: the old text has no counterpart to {0}", now)
	case compare.Removed:
		if c.Lone {
			return p.Sentence(p.Say("The new text has no counterpart to {0} and does not say whether it still applies", old))
		}
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
	return p.Sentence(s)
}

// titles are the headings of some clauses, for a place that is in quotation marks
// already.
func titles(cs []*report.Clause) string {
	var out []string
	for _, c := range cs {
		if c.Heading != "" {
			out = append(out, c.Heading)
		}
	}
	return strings.Join(out, "», «")
}

// SignificanceSentence says whether the change can matter in substance, and why. For
// clauses that are new or removed the kind says it all. "" where nothing but the
// number or the place changed: the sentence on the fate has said it.
func (p Phrases) SignificanceSentence(c *report.Change) string {
	because := strings.Join(p.Reasons(c), "; ")
	var s string
	switch {
	case c.Kind == compare.New || c.Kind == compare.Removed || c.Kind == compare.Unchanged && onlyPlace(c.Reasons):
		return ""
	case c.Significance == compare.Substantive:
		s = p.Say("Changed in substance")
	case c.Significance == compare.Editorial:
		s = p.Say("Editorial")
	default:
		return p.Sentence(because)
	}
	if because != "" {
		s += ": " + because
	}
	return p.Sentence(s)
}

// onlyPlace reports whether reasons say no more than the sentence on the fate: that
// the clause has another number or place.
func onlyPlace(reasons []compare.Reason) bool {
	return !slices.ContainsFunc(reasons, func(r compare.Reason) bool {
		return r.Code != significance.WasRenumbered && r.Code != significance.WasMoved
	})
}

// movedSentences say from where and to where words of the change moved. A place is
// named once, in the order of the words; none, one or two sentences.
func (p Phrases) movedSentences(c *report.Change) []string {
	var from, to []string
	for _, e := range c.Edits {
		if at := p.Cite(e.From); e.From != "" && !slices.Contains(from, at) {
			from = append(from, at)
		}
		if at := p.Cite(e.To); e.To != "" && !slices.Contains(to, at) {
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

// wordings quotes every claim that is tied to the change's clauses, once. A claim
// that is tied to several provisions of the change stands once. Where it is pinned to
// a copy that is not held, that is said with it.
func (p Phrases) wordings(c *report.Change) []string {
	var seen []*claim.Claim
	var out []string
	for _, v := range c.Provisions {
		for _, tie := range v.Ties {
			for _, cl := range tie.Claims {
				if slices.Contains(seen, cl) {
					continue
				}
				seen = append(seen, cl)
				s := p.Statement(cl) + ": " + p.Wording(cl)
				if src := cl.Source; src != nil {
					s += " (" + src.Publisher + ", «" + src.Title + "», " + p.Date(src.Date) + ")"
					if cl.Proof() == claim.PinnedTo {
						s += " " + p.Standing(src)
					}
				}
				out = append(out, s)
			}
		}
	}
	return out
}
