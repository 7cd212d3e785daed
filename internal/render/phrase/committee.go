package phrase

import (
	"strings"

	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
)

// Marks says in one line what the committee says of a provision: "old 4.1.1/p5:
// Aygün says obsolete; decided obsolete, 5 for, 1 against: not met, still there". A member's note follows
// in brackets.
func (p Phrases) Marks(m *report.Marked) string {
	var parts []string
	for _, e := range m.Marks {
		s := p.Say("{0} says {1}", e.By, p.Word(string(e.Verdict())))
		if note := e.Note(); note != "" {
			s += " (" + note + ")"
		}
		parts = append(parts, s)
	}
	if d := p.decision(m); d != "" {
		parts = append(parts, d)
	}
	return p.MarkPlace(m) + ": " + strings.Join(parts, "; ")
}

// MarkPlace says in which text the provision stands, since the two number apart.
func (p Phrases) MarkPlace(m *report.Marked) string {
	if m.New {
		return p.Say("new {0}", p.Cite(m.Address))
	}
	return p.Say("old {0}", p.Cite(m.Address))
}

// decision is the committee's decision with the vote and, for the old text, what the
// new one did; "" when nothing was decided. Votes are told where they were counted. A
// dispute is called one and not decided.
func (p Phrases) decision(m *report.Marked) string {
	if m.Decision == nil {
		return ""
	}
	d, ok := m.Decision.Says.(review.Decision)
	if !ok {
		return ""
	}
	s := p.Say("the committee decided: {0}", p.Word(string(d.Verdict)))
	if d.Verdict == review.Disputed {
		s = p.Say("the committee calls it disputed")
	}
	if v := d.Votes; v != (review.Votes{}) {
		s += " (" + p.Say("{0} for, {1} against, {2} abstaining", v.For, v.Against, v.Abstain) + ")"
	}
	if a, did := m.Answer(); a != "" {
		s += "; " + p.Answer(a, p.Ground(did))
	}
	return s
}

// Answer says whether the new text does what was decided: "NOT MET: still there, word
// for word". Capitals, since colour alone must not say it. did says what the new text
// did. "" where the answer is none of the three, as for a provision of the new text.
func (p Phrases) Answer(a review.Answer, did string) string {
	switch a {
	case review.Met:
		return p.Say("carried out: {0}", did)
	case review.Unmet:
		return p.Say("NOT CARRIED OUT: {0}", did)
	case review.Open:
		return p.Say("OPEN: {0}", did)
	}
	return ""
}

// DecisionsSentence counts the decisions and those not met. Decisions of which the
// words do not tell are counted apart: a person must look.
func (p Phrases) DecisionsSentence(all []*report.Marked) string {
	unmet, open := 0, 0
	for _, m := range all {
		switch a, _ := m.Answer(); a {
		case review.Unmet:
			unmet++
		case review.Open:
			open++
		}
	}
	s := p.Say("{0 decision} of the committee on the old text; not carried out in the new text: {1}", len(all), p.small(unmet))
	if open > 0 {
		s += p.Say(", and of {0} the words do not say", p.small(open))
	}
	return p.Sentence(s)
}
