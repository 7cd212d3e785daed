package sheet

import (
	"strings"
	"time"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/review"
)

// Meeting is what the minutes of a meeting say beside what was decided. All of it is
// given by whoever writes them; what is "" or empty is left out. Heads let a reader
// check the record as it was then.
type Meeting struct {
	Date    string // ISO 8601
	Place   string
	Present []string
	Heads   []string // hashes of the record's last entries
}

// Minutes shows what the committee decided of a revision on the day of a meeting,
// with the votes and the words, and what was talked about and left open. Decided on
// the day means entered on it, by the day in UTC; topics are what is open now. As
// JSON it is the agenda.
func Minutes(s *review.State, m Meeting, topics []review.Topic, o render.Options) Sheet {
	p := in(o, s.Revision)
	sheet := begin(p, p.Say("Minutes: {0}", s.Revision.Label), s.Revision)
	sheet.Facts = append(sheet.Facts, p.Say("Date: {0}", p.Day(m.Date)))
	if m.Place != "" {
		sheet.Facts = append(sheet.Facts, p.Say("Place: {0}", m.Place))
	}
	if len(m.Present) > 0 {
		sheet.Facts = append(sheet.Facts, p.Say("Present: {0}", strings.Join(m.Present, ", ")))
	}
	for _, head := range m.Heads {
		sheet.Facts = append(sheet.Facts, p.Say("Head of the record: {0}", head))
	}
	sheet.Columns = []string{p.Say("Provision"), p.Say("Words [of a provision]"), p.Say("Members"), p.Say("Committee")}
	var decided, open []Row
	for _, st := range s.Provisions {
		if st.Decision == nil || st.Decision.Time.UTC().Format(time.DateOnly) != m.Date {
			continue
		}
		row := Row{{p.Cite(st.Provision.Address())}, {phrase.ProvisionWords(st.Provision)}, p.MemberLines(st), p.DecisionLines(st)}
		decided = append(decided, row)
	}
	for _, t := range topics {
		row := Row{{p.Cite(t.Address)}, {phrase.ProvisionWords(s.Revision.Find(t.Address))}, nil, nil}
		if t.Standing != nil {
			row[2], row[3] = p.MemberLines(t.Standing), p.DecisionLines(t.Standing)
		}
		open = append(open, row)
	}
	sheet.add(p.Say("Decided"), decided)
	sheet.add(p.Say("Left open"), open)
	if len(decided) == 0 {
		sheet.Facts = append(sheet.Facts, p.Say("Nothing was decided on this day."))
	}
	sheet.wire = json.NewAgenda(s, topics)
	return sheet
}
