package sheet

import (
	"fmt"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/review"
)

// Carried shows what became in a later revision of what was said of an earlier one,
// and whether the committee's decisions are met: first the decisions that are not
// carried out, then all marks by what became of them. A decision that is not carried
// out stands in both.
func Carried(g *review.Carriage, o render.Options) Sheet {
	p := in(o, g.Old, g.New)
	sheet := begin(p, p.Say("Marks on {0} in {1}", g.Old.Label, g.New.Label), g.Old, g.New)
	sheet.Columns = []string{p.Say("Provision"), p.Say("Words [of a provision]"), p.Say("Now"), p.Say("What became of it"), p.Say("Members"), p.Say("Committee")}
	sheet.Facts = append(sheet.Facts, p.carriedFacts(g)...)
	var rows []Row
	for _, item := range g.Unsettled() {
		row := p.carriedRow(item)
		row[3], row[4] = nil, nil // told below, by outcome
		rows = append(rows, row)
	}
	sheet.add(p.Say("Decisions that are not carried out"), rows)
	for _, o := range review.Outcomes {
		rows = nil
		for _, item := range g.Items {
			if item.Outcome == o {
				rows = append(rows, p.carriedRow(item))
			}
		}
		sheet.add(p.Capital(p.Word(string(o))), rows)
	}
	sheet.wire = json.NewCarriage(g)
	return sheet
}

// carriedFacts counts marks and decisions by what became of them; the counts add up
// to all.
func (p phrases) carriedFacts(g *review.Carriage) []string {
	var parts []string
	for _, n := range g.Counts {
		parts = append(parts, p.Counted(n.Statements, string(n.Outcome)))
	}
	facts := []string{p.Say("{0 mark or decision}: {1}", g.Statements, strings.Join(parts, "; "))}
	if n := len(g.Unsettled()); n > 0 {
		facts = append(facts, p.Say("{0 decision} not carried out", n))
	}
	return facts
}

// carriedRow is what was said of one provision: its words then, where they stand now,
// what became of them with the change or the best candidates, and who said what.
func (p phrases) carriedRow(item *review.Carried) Row {
	words := phrase.Shorten(item.Anchor.Quote)
	if item.Provision != nil {
		words = phrase.ProvisionWords(item.Provision)
	}
	became := []string{p.became(item)}
	if change := changePhrase(item.Edits); change != "" {
		became = append(became, change)
	}
	for _, c := range item.Candidates {
		became = append(became, p.Say("perhaps {0} ({1} % alike): {2}",
			p.Cite(c.Provision.Address()), fmt.Sprintf("%.0f", 100*c.Score), phrase.ProvisionWords(c.Provision)))
	}
	var now []string
	for _, to := range item.To {
		now = append(now, p.Cite(to.Provision.Address()))
	}
	committee := p.DecisionLines(item.Standing)
	if line := p.answered(item); line != "" {
		committee = append(committee, line)
	}
	return Row{{p.Cite(item.Anchor.Address)}, {words}, now, became, p.MemberLines(item.Standing), committee}
}

// became says what became of marks. Of a provision that is gone without a decision it
// tells what the marks had asked for, which is all that there is to hold it against.
func (p phrases) became(item *review.Carried) string {
	why := p.Why(item)
	if item.Outcome == review.Answered && item.Decision == nil && len(item.Tally) > 0 {
		var asked []string
		for _, c := range item.Tally {
			asked = append(asked, p.Verdict(c.Verdict))
		}
		return why + "; " + p.Say("the marks said {0}", strings.Join(asked, ", "))
	}
	return why
}

// answered sets the new text against the committee's decision: "NOT MET: decided
// obsolete, still there, word for word"; "" when nothing was decided.
func (p phrases) answered(item *review.Carried) string {
	if item.Decision == nil {
		return ""
	}
	v := item.Decision.Verdict()
	a, did := item.AnswerTo(v)
	return p.Answer(a, p.Say("decided {0}, {1}", p.Verdict(v), p.Ground(did)))
}
