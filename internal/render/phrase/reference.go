package phrase

import (
	"strings"

	"conceptdiff/internal/report"
)

// ReferenceLines tells what a number means now, what it meant, and where the clause
// that bore it went. There are up to three lines: that the number was taken over with
// the sentence, what it means in the new text, and what it meant in the old one.
func (p Phrases) ReferenceLines(r report.Reference) []string {
	var out []string
	number := p.Cite(r.Number)
	if r.Kept {
		out = append(out, p.Say("The number was taken over from the old text."))
	}
	if r.NowAt != nil {
		out = append(out, p.Say("In the new text {0} is {1}.", number, p.named(r.NowAt)))
	} else {
		out = append(out, p.Say("No clause of the new text is {0}.", r.Number))
	}
	switch {
	case r.WasAt == nil:
	case len(r.BecameAt) == 0:
		out = append(out, p.Say("In the old text {0} was {1}, which is removed.", number, p.named(r.WasAt)))
	default:
		out = append(out, p.Say("In the old text {0} was {1}, which is {2} now.", number, p.named(r.WasAt), p.Mention(r.BecameAt)))
	}
	return out
}

// named is what a clause is called, in quotation marks.
func (p Phrases) named(c *report.Clause) string {
	return "«" + strings.TrimSuffix(c.Title, ".") + "»"
}
