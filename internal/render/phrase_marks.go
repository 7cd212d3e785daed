package render

import (
	"fmt"
	"strings"

	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
)

const decisionsHeading = "The committee's decisions, and what the new text did"

// markPhrase says in one line what the committee says of a provision: "old 4.1.1/p5:
// Aygün says obsolete; decided obsolete, 5 for, 1 against: not met, still there".
func markPhrase(m *report.Marked) string {
	var parts []string
	for _, e := range m.Marks {
		s := fmt.Sprintf("%s says %s", e.By, e.Verdict())
		if note := e.Note(); note != "" {
			s += " (" + note + ")"
		}
		parts = append(parts, s)
	}
	if d := decisionPhrase(m); d != "" {
		parts = append(parts, d)
	}
	return markPlace(m) + ": " + strings.Join(parts, "; ")
}

// markPlace says in which text the provision stands, since the two number apart.
func markPlace(m *report.Marked) string {
	if m.New {
		return "new " + cite(m.Address)
	}
	return "old " + cite(m.Address)
}

// decisionPhrase is the committee's decision with the vote and, for the old text,
// what the new one did; "" when nothing was decided.
func decisionPhrase(m *report.Marked) string {
	if m.Decision == nil {
		return ""
	}
	d, ok := m.Decision.Says.(review.Decision)
	if !ok {
		return ""
	}
	s := "the committee decided: " + string(d.Verdict)
	if d.Verdict == review.Disputed {
		s = "the committee calls it disputed"
	}
	if v := d.Votes; v != (review.Votes{}) {
		s += fmt.Sprintf(" (%d for, %d against, %d abstaining)", v.For, v.Against, v.Abstain)
	}
	if answer := answerPhrase(m); answer != "" {
		s += "; " + answer
	}
	return s
}

// answerPhrase sets the new text against the decision: "NOT MET: still there, word
// for word". Capitals, since colour alone must not say it.
func answerPhrase(m *report.Marked) string {
	a, did := m.Answer()
	switch a {
	case review.Met:
		return "met: " + did
	case review.Unmet:
		return "NOT MET: " + did
	case review.Open:
		return "OPEN: " + did
	}
	return ""
}

// decisionsSentence counts the decisions and those not met.
func decisionsSentence(all []*report.Marked) string {
	unmet, open := 0, 0
	for _, m := range all {
		switch a, _ := m.Answer(); a {
		case review.Unmet:
			unmet++
		case review.Open:
			open++
		}
	}
	s := fmt.Sprintf("%s of the committee on the old text; the new text leaves %s unmet", report.Count(len(all), "decision"), number(unmet))
	if open > 0 {
		s += fmt.Sprintf(", and of %s the words do not say", number(open))
	}
	return sentence(s)
}
