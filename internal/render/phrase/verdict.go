package phrase

import (
	"fmt"
	"strings"
	"time"

	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// Parts that the sheets of the committee share: who says what, what was decided,
// and what a provision is known by.

// entered is the day on which something was entered.
func (p Phrases) entered(e *review.Entry) string { return p.Day(e.Time.Format(time.DateOnly)) }

// Verdict is a verdict in words.
func (p Phrases) Verdict(v review.Verdict) string { return p.Word(string(v)) }

// VerdictCount counts verdicts: "2 obsolete, 1 keep".
func (p Phrases) VerdictCount(tally []review.Count) string {
	var parts []string
	for _, c := range tally {
		parts = append(parts, p.Counted(len(c.Members), string(c.Verdict)))
	}
	return strings.Join(parts, ", ")
}

// MemberLines say what each member thinks of a provision, a line each, with the words
// that are proposed, the note and its source. Lines are in the order in which the
// members' marks stand.
func (p Phrases) MemberLines(st *review.Standing) []string {
	var out []string
	for _, e := range st.Marks {
		line := fmt.Sprintf("%s: %s (%s)", e.By, p.Verdict(e.Verdict()), p.entered(&e))
		if m, ok := e.Says.(review.Mark); ok {
			if m.Words != "" {
				line += ", " + p.Say("proposes: «{0}»", m.Words)
			}
			if m.Note != "" {
				line += ": " + m.Note
			}
			if m.Source != "" {
				line += " [" + p.Say("source: {0}", m.Source) + "]"
			}
		}
		out = append(out, line)
	}
	return out
}

// DecisionLines say what was decided of a provision, with the votes and the words
// that it is to have, and which members have said otherwise since; nil where nothing
// was decided. Votes are told where they were counted. Those who say otherwise since
// are told last, a line each: a decision stands until the committee takes another.
func (p Phrases) DecisionLines(st *review.Standing) []string {
	if st.Decision == nil {
		return nil
	}
	d, ok := st.Decision.Says.(review.Decision)
	if !ok {
		return nil
	}
	line := p.Say("decided: {0} ({1}, entered by {2})", p.Verdict(d.Verdict), p.entered(st.Decision), st.Decision.By)
	if v := d.Votes; v != (review.Votes{}) {
		line += ", " + p.Say("{0} for, {1} against, {2} abstaining", v.For, v.Against, v.Abstain)
	}
	if d.Words != "" {
		line += ", " + p.Say("words decided on: «{0}»", d.Words)
	}
	if d.Note != "" {
		line += ": " + d.Note
	}
	out := []string{line}
	for _, e := range st.Contrary() {
		out = append(out, p.Say("since then {0} said {1}", e.By, p.Verdict(e.Verdict())))
	}
	return out
}

// JoinedLine makes the one line of a cell of some names, no line of none.
func JoinedLine(names []string) []string {
	if len(names) == 0 {
		return nil
	}
	return []string{strings.Join(names, ", ")}
}

// ProvisionWords is what a provision is known by: a clause's heading, else its words,
// shortened. "" for nil.
func ProvisionWords(p *revision.Provision) string {
	switch {
	case p == nil:
		return ""
	case p.Heading != "":
		return p.Heading
	}
	return Shorten(strings.ReplaceAll(review.Words(p), "\n", " "))
}

// Shorten cuts a text after so many characters, at a space where there is one. It
// cuts after 240. The space must be in the second half, or a long word would leave
// almost nothing.
func Shorten(s string) string {
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
