package sheet

import (
	"fmt"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/review"
)

// State shows what stands of each provision of a revision: who says what, how many,
// and what is still unmarked. Every clause stands in one of the parts, or holds a
// provision that does; marks on words that the text does not have are told apart and
// not dropped.
func State(s *review.State, o render.Options) Sheet {
	p := in(o, s.Revision)
	sheet := begin(p, p.Say("Marks on {0}", s.Revision.Label), s.Revision)
	sheet.Columns = []string{p.Say("Provision"), p.Say("Words [of a provision]"), p.Say("Standing"), p.Say("Members"), p.Say("Committee"), p.Say("Not heard")}
	sheet.Facts = append(sheet.Facts, p.stateFacts(s)...)
	var rows []Row
	for _, st := range s.Provisions {
		rows = append(rows, Row{
			{p.Cite(st.Provision.Address())},
			{phrase.ProvisionWords(st.Provision)},
			{p.view(st)},
			p.MemberLines(st), p.DecisionLines(st), phrase.JoinedLine(st.Silent),
		})
	}
	sheet.add(p.Say("What is marked"), rows)
	rows = nil
	for _, st := range s.Unresolved {
		rows = append(rows, Row{
			{p.Cite(st.Anchor.Address)},
			{phrase.Shorten(st.Anchor.Quote)},
			{p.Say("its words are not in this text")},
			p.MemberLines(st), p.DecisionLines(st), nil,
		})
	}
	sheet.add(p.Say("Marks on words that are not in this text"), rows)
	rows = nil
	for _, c := range s.Unmarked {
		rows = append(rows, Row{{p.Cite(c.Address())}, {phrase.ProvisionWords(c.Provision)}, nil, nil, nil, nil})
	}
	sheet.add(p.Say("Unmarked clauses"), rows)
	sheet.wire = json.NewState(s)
	return sheet
}

// stateFacts say how many provisions are marked, how members stand to them, how many
// clauses nobody marked, and who the members are.
func (p phrases) stateFacts(s *review.State) []string {
	var members []string
	for _, m := range s.Members {
		name := fmt.Sprintf("%s (%s)", m.Name, p.Word(string(m.Role)))
		if m.Removed {
			name = p.Say("{0} (left)", m.Name)
		}
		members = append(members, name)
	}
	var views []string
	for _, c := range s.Counts() {
		views = append(views, p.Counted(c.Count, string(c.View)))
	}
	facts := []string{
		p.Say("{0 provision} marked: {1}", len(s.Provisions), strings.Join(views, ", ")),
		p.Say("{0} of {1 clause} with nothing marked in them", len(s.Unmarked), s.Clauses),
	}
	if len(members) > 0 {
		facts = append(facts, p.Say("members: {0}", strings.Join(members, ", ")))
	}
	return facts
}

// view says where the committee stands on a provision: "disputed: 1 obsolete, 1
// keep". Without members' verdicts, as where only the committee decided, it is the
// view alone.
func (p phrases) view(st *review.Standing) string {
	view := p.Word(string(st.View))
	if len(st.Tally) == 0 {
		return view
	}
	return view + ": " + p.VerdictCount(st.Tally)
}
