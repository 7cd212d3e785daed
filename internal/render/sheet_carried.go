package render

import (
	"fmt"
	"strings"

	"conceptdiff/internal/review"
)

// CarriedSheet shows what became in a later revision of what was said of an
// earlier one, and whether the committee's decisions are met.
func CarriedSheet(g *review.Carriage, o Options) Sheet {
	p := o.phrases()
	sheet := newSheet(p, p.Say("Marks on {0} in {1}", g.Old.Label, g.New.Label), g.Old, g.New)
	sheet.columns = []string{p.Say("Provision"), p.Say("Words [of a provision]"), p.Say("Now"), p.Say("What became of it"), p.Say("Members"), p.Say("Committee")}
	sheet.facts = append(sheet.facts, p.carriedFacts(g)...)
	var rows []sheetRow
	for _, item := range g.Unsettled() {
		row := p.carriedRow(item)
		row[3], row[4] = nil, nil // told below, by outcome
		rows = append(rows, row)
	}
	sheet.add(p.Say("Decisions that are not met"), rows)
	for _, o := range review.Outcomes {
		rows = nil
		for _, item := range g.Items {
			if item.Outcome == o {
				rows = append(rows, p.carriedRow(item))
			}
		}
		sheet.add(p.Capital(p.Word(string(o))), rows)
	}
	sheet.wire = newJSONCarriage(g)
	return sheet
}

func (p phrases) carriedFacts(g *review.Carriage) []string {
	var parts []string
	for _, n := range g.Counts {
		parts = append(parts, p.Counted(n.Statements, string(n.Outcome)))
	}
	facts := []string{p.Say("{0 mark or decision}: {1}", g.Statements, strings.Join(parts, "; "))}
	if n := len(g.Unsettled()); n > 0 {
		facts = append(facts, p.Say("{0 decision} not met", n))
	}
	return facts
}

func (p phrases) carriedRow(item *review.Carried) sheetRow {
	words := shorten(item.Anchor.Quote)
	if item.Provision != nil {
		words = provisionWords(item.Provision)
	}
	became := []string{p.became(item)}
	if change := changePhrase(item.Edits); change != "" {
		became = append(became, change)
	}
	for _, c := range item.Candidates {
		became = append(became, p.Say("perhaps {0} ({1} % alike): {2}",
			c.Provision.Address(), fmt.Sprintf("%.0f", 100*c.Score), provisionWords(c.Provision)))
	}
	var now []string
	for _, to := range item.To {
		now = append(now, to.Provision.Address())
	}
	committee := p.decisionLines(item.Standing)
	if line := p.answered(item); line != "" {
		committee = append(committee, line)
	}
	return sheetRow{{item.Anchor.Address}, {words}, now, became, p.memberLines(item.Standing), committee}
}

func (p phrases) became(item *review.Carried) string {
	why := p.why(item)
	if item.Outcome == review.Answered && item.Decision == nil && len(item.Tally) > 0 {
		var asked []string
		for _, c := range item.Tally {
			asked = append(asked, p.verdict(c.Verdict))
		}
		return why + "; " + p.Say("the marks said {0}", strings.Join(asked, ", "))
	}
	return why
}

// why says how it was found what became of a mark: "the pairing is uncertain:
// same heading".
func (p phrases) why(item *review.Carried) string {
	switch basis := p.basis(item.Basis); {
	case item.Why.Code == "":
		return basis
	case basis != "":
		return p.ground(item.Why) + ": " + basis
	}
	return p.ground(item.Why)
}

// answered sets the new text against the committee's decision: "NOT MET: decided
// obsolete, still there, word for word"; "" when nothing was decided.
func (p phrases) answered(item *review.Carried) string {
	if item.Decision == nil {
		return ""
	}
	v := item.Decision.Verdict()
	a, did := item.AnswerTo(v)
	return p.answer(a, p.Say("decided {0}, {1}", p.verdict(v), p.ground(did)))
}
