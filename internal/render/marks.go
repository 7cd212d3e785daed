package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// StateSheet shows what stands of each provision of a revision: who says what, how
// many, and what is still unmarked.
func StateSheet(s *review.State) Sheet {
	sheet := newMarksSheet("Marks on "+s.Revision.Label, s.Revision)
	sheet.columns = []string{"Provision", "Words", "Standing", "Members", "Committee", "Not heard"}
	sheet.facts = append(sheet.facts, stateFacts(s)...)
	var rows []sheetRow
	for _, st := range s.Provisions {
		rows = append(rows, sheetRow{
			{st.Provision.Address()},
			{provisionWords(st.Provision)},
			{viewPhrase(st)},
			memberLines(st), decisionLines(st), joinedLine(st.Silent),
		})
	}
	sheet.add("What is marked", rows)
	rows = nil
	for _, st := range s.Astray {
		rows = append(rows, sheetRow{{st.Anchor.Address}, {shorten(st.Anchor.Quote)}, {"its words are not in this text"}, memberLines(st), decisionLines(st), nil})
	}
	sheet.add("Marks on words that are not in this text", rows)
	rows = nil
	for _, c := range s.Unmarked {
		rows = append(rows, sheetRow{{c.Address()}, {provisionWords(c.Provision)}, {"unmarked"}, nil, nil, nil})
	}
	sheet.add("Unmarked clauses", rows)
	sheet.wire = newJSONState(s)
	return sheet
}

// AgendaSheet shows what needs talking about, by reason.
func AgendaSheet(s *review.State, topics []review.Topic) Sheet {
	sheet := newMarksSheet("Agenda for "+s.Revision.Label, s.Revision)
	sheet.columns = []string{"Provision", "Words", "Sources say", "Members", "Committee", "Not heard"}
	sheet.facts = append(sheet.facts, report.Count(len(topics), "topic"))
	for _, reason := range review.Reasons {
		var rows []sheetRow
		for _, t := range topics {
			if t.Reason == reason {
				rows = append(rows, topicRow(s, t))
			}
		}
		sheet.add(fmt.Sprintf("%s (%d)", capital(string(reason)), len(rows)), rows)
	}
	sheet.wire = newJSONAgenda(s, topics)
	return sheet
}

func topicRow(s *review.State, t review.Topic) sheetRow {
	p := s.Revision.Find(t.Address)
	row := sheetRow{{t.Address}, {provisionWords(p)}, t.Flags, nil, nil, nil}
	if t.Standing != nil {
		row[3], row[4], row[5] = memberLines(t.Standing), decisionLines(t.Standing), joinedLine(t.Standing.Silent)
	}
	return row
}

// CarriedSheet shows what became in a later revision of what was said of an
// earlier one, and whether the committee's decisions are met.
func CarriedSheet(g *review.Carriage) Sheet {
	sheet := newMarksSheet(fmt.Sprintf("Marks on %s in %s", g.Old.Label, g.New.Label), g.Old, g.New)
	sheet.columns = []string{"Provision", "Words", "Now", "What became of it", "Members", "Committee"}
	sheet.facts = append(sheet.facts, carriedFacts(g)...)
	unsettled := g.Unsettled()
	var rows []sheetRow
	for _, item := range unsettled {
		row := carriedRow(item)
		row[3], row[4] = nil, nil // told below, by outcome
		rows = append(rows, row)
	}
	sheet.add("Decisions that are not met", rows)
	for _, o := range review.Outcomes {
		rows = nil
		for _, item := range g.Items {
			if item.Outcome == o {
				rows = append(rows, carriedRow(item))
			}
		}
		sheet.add(capital(string(o)), rows)
	}
	sheet.wire = newJSONCarriage(g)
	return sheet
}

func carriedRow(item *review.Carried) sheetRow {
	words := shorten(item.Anchor.Quote)
	if item.Provision != nil {
		words = provisionWords(item.Provision)
	}
	became := []string{becamePhrase(item)}
	if change := changePhrase(item.Edits); change != "" {
		became = append(became, change)
	}
	for _, c := range item.Candidates {
		became = append(became, fmt.Sprintf("perhaps %s (%.0f %% alike): %s", c.Provision.Address(), 100*c.Score, provisionWords(c.Provision)))
	}
	var now []string
	for _, to := range item.To {
		now = append(now, to.Provision.Address())
	}
	committee := decisionLines(item.Standing)
	if line := answerLine(item); line != "" {
		committee = append(committee, line)
	}
	return sheetRow{{item.Anchor.Address}, {words}, now, became, memberLines(item.Standing), committee}
}

func becamePhrase(item *review.Carried) string {
	if item.Outcome == review.Answered && item.Decision == nil && len(item.Tally) > 0 {
		var asked []string
		for _, c := range item.Tally {
			asked = append(asked, string(c.Verdict))
		}
		return item.Why + "; the marks said " + strings.Join(asked, ", ")
	}
	return item.Why
}

// answerLine sets the new text against the committee's decision: "decided
// obsolete: still there, word for word".
func answerLine(item *review.Carried) string {
	if item.Decision == nil {
		return ""
	}
	v := item.Decision.Verdict()
	a, did := item.AnswerTo(v)
	switch a {
	case review.Met:
		return fmt.Sprintf("met: decided %s, %s", v, did)
	case review.Unmet:
		return fmt.Sprintf("NOT MET: decided %s, %s", v, did)
	case review.Open:
		return fmt.Sprintf("OPEN: decided %s, %s", v, did)
	}
	return ""
}

func newMarksSheet(title string, revs ...*revision.Revision) Sheet {
	s := Sheet{title: title}
	for _, r := range revs {
		if r.Status == revision.Draft || r.Status == revision.Illustrative || r.Status == revision.Superseded {
			notice := strings.ToUpper(string(r.Status)) + ": " + r.Label
			if r.Note != "" {
				notice += ". " + r.Note
			}
			s.notices = append(s.notices, notice)
		}
		s.facts = append(s.facts, strings.Join(notEmptyOf(r.Label, r.Title, string(r.Status), r.Date), ", "))
	}
	return s
}

func notEmptyOf(items ...string) []string {
	var out []string
	for _, s := range items {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

func stateFacts(s *review.State) []string {
	var members []string
	for _, m := range s.Members {
		name := fmt.Sprintf("%s (%s)", m.Name, m.Role)
		if m.Removed {
			name = m.Name + " (left)"
		}
		members = append(members, name)
	}
	var views []string
	for _, c := range s.Counts() {
		views = append(views, fmt.Sprintf("%d %s", c.Count, c.View))
	}
	facts := []string{
		report.Count(len(s.Provisions), "provision") + " marked: " + strings.Join(views, ", "),
		fmt.Sprintf("%d of %s with nothing marked in them", len(s.Unmarked), report.Count(s.Clauses, "clause")),
	}
	if len(members) > 0 {
		facts = append(facts, "members: "+strings.Join(members, ", "))
	}
	return facts
}

func carriedFacts(g *review.Carriage) []string {
	var parts []string
	for _, n := range g.Counts {
		parts = append(parts, fmt.Sprintf("%d %s", n.Statements, n.Outcome))
	}
	all := "1 mark or decision"
	if g.Statements != 1 {
		all = report.Thousands(g.Statements) + " marks and decisions"
	}
	facts := []string{all + ": " + strings.Join(parts, "; ")}
	if n := len(g.Unsettled()); n > 0 {
		facts = append(facts, report.Count(n, "decision")+" not met")
	}
	return facts
}

func viewPhrase(st *review.Standing) string {
	var parts []string
	for _, c := range st.Tally {
		parts = append(parts, fmt.Sprintf("%d %s", len(c.Members), c.Verdict))
	}
	if len(parts) == 0 {
		return string(st.View)
	}
	return string(st.View) + ": " + strings.Join(parts, ", ")
}

func memberLines(st *review.Standing) []string {
	var out []string
	for _, e := range st.Marks {
		line := fmt.Sprintf("%s: %s (%s)", e.By, e.Verdict(), e.Time.Format("2006-01-02"))
		if m, ok := e.Says.(review.Mark); ok {
			if m.Note != "" {
				line += ": " + m.Note
			}
			if m.Source != "" {
				line += " [source: " + m.Source + "]"
			}
		}
		out = append(out, line)
	}
	return out
}

func decisionLines(st *review.Standing) []string {
	if st.Decision == nil {
		return nil
	}
	d, ok := st.Decision.Says.(review.Decision)
	if !ok {
		return nil
	}
	line := fmt.Sprintf("decided: %s (%s, entered by %s)", d.Verdict, st.Decision.Time.Format("2006-01-02"), st.Decision.By)
	if v := d.Votes; v != (review.Votes{}) {
		line += fmt.Sprintf(", %d for, %d against, %d abstaining", v.For, v.Against, v.Abstain)
	}
	if d.Note != "" {
		line += ": " + d.Note
	}
	out := []string{line}
	for _, e := range st.Contrary() {
		out = append(out, fmt.Sprintf("since then %s said %s", e.By, e.Verdict()))
	}
	return out
}

func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

func joinedLine(names []string) []string {
	if len(names) == 0 {
		return nil
	}
	return []string{strings.Join(names, ", ")}
}

// provisionWords is what a provision is known by: a clause's heading, else its
// words, shortened.
func provisionWords(p *revision.Provision) string {
	switch {
	case p == nil:
		return ""
	case p.Heading != "":
		return p.Heading
	}
	return shorten(strings.ReplaceAll(review.Words(p), "\n", " "))
}

// shorten cuts a text after so many characters, at a space where there is one.
func shorten(s string) string {
	const most = 240
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	cut := string(runes[:most])
	if i := strings.LastIndexByte(cut, ' '); i > most/2 {
		cut = cut[:i]
	}
	return cut + " …"
}

// changePhrase shows a change in a line, as the text format marks it, with little
// around what changed.
func changePhrase(edits []compare.Edit) string {
	var b strings.Builder
	for i, e := range edits {
		switch e.Op {
		case compare.Delete:
			b.WriteString(bracketed("[-", e.Old, "-]"))
		case compare.Insert:
			b.WriteString(bracketed("{+", e.New, "+}"))
		default:
			b.WriteString(around(e.New, i == 0, i == len(edits)-1))
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), "\n", " "))
}

func bracketed(open, s, shut string) string {
	if strings.TrimSpace(s) == "" {
		return s
	}
	return open + strings.TrimSpace(s) + shut + trailing(s)
}

// trailing keeps the space after a run outside its brackets.
func trailing(s string) string {
	if strings.TrimRight(s, " \n") != s {
		return " "
	}
	return ""
}

// around keeps the ends of what did not change.
func around(s string, first, last bool) string {
	const most = 60 // characters at each end
	runes := []rune(s)
	if len(runes) <= 2*most || first && len(runes) <= most || last && len(runes) <= most {
		return s
	}
	head, tail := string(runes[:most]), string(runes[len(runes)-most:])
	if i := strings.LastIndexByte(head, ' '); i >= 0 {
		head = head[:i]
	}
	if i := strings.IndexByte(tail, ' '); i >= 0 {
		tail = tail[i:]
	}
	switch {
	case first && last:
		return head + " …"
	case first:
		return "…" + tail
	case last:
		return head + " …"
	}
	return head + " … " + strings.TrimLeft(tail, " ")
}
