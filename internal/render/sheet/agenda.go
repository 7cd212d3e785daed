package sheet

import (
	"fmt"
	"slices"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/review"
)

// Agenda shows what needs talking about, a part for each reason in the order of
// [review.Reasons]. The flags are those from which the topics were made; a topic
// without any has an empty cell.
func Agenda(s *review.State, topics []review.Topic, flags []claim.Flag, o render.Options) Sheet {
	p := in(o, s.Revision)
	sheet := begin(p, p.Say("Agenda for {0}", s.Revision.Label), s.Revision)
	sheet.Columns = []string{p.Say("Provision"), p.Say("Words [of a provision]"), p.Say("Sources say"), p.Say("Members"), p.Say("Committee"), p.Say("Not heard")}
	sheet.Facts = append(sheet.Facts, p.Say("{0 topic}", len(topics)))
	said := p.sayings(flags)
	for _, reason := range review.Reasons {
		var rows []Row
		for _, t := range topics {
			if t.Reason == reason {
				rows = append(rows, p.topicRow(s, t, said[t.Address]))
			}
		}
		sheet.add(fmt.Sprintf("%s (%s)", p.Capital(p.Word(string(reason))), p.Number(len(rows))), rows)
	}
	sheet.wire = json.NewAgenda(s, topics)
	return sheet
}

// topicRow is one matter: the provision, its words, what sources and members say of
// it, what was decided, and who has not spoken.
func (p phrases) topicRow(s *review.State, t review.Topic, said []string) Row {
	row := Row{{p.Cite(t.Address)}, {phrase.ProvisionWords(s.Revision.Find(t.Address))}, said, nil, nil, nil}
	if t.Standing != nil {
		row[3], row[4], row[5] = p.MemberLines(t.Standing), p.DecisionLines(t.Standing), phrase.JoinedLine(t.Standing.Silent)
	}
	return row
}

// Saying says in one line who says what: "recorded as «fulfilled», after Modern.az,
// 17 October 2025". It is in the language asked for and names no clause, so that it
// needs no text.
func Saying(c *claim.Claim, o render.Options) string { return in(o).saying(c) }

// saying is Saying with these phrases.
func (p phrases) saying(c *claim.Claim) string {
	return p.StatementInShort(c)
}

// sayings are the lines on each provision, by its address, each line once.
func (p phrases) sayings(flags []claim.Flag) map[string][]string {
	out := make(map[string][]string)
	for _, f := range flags {
		if line := p.saying(f.Claim); !slices.Contains(out[f.Provision], line) {
			out[f.Provision] = append(out[f.Provision], line)
		}
	}
	return out
}
