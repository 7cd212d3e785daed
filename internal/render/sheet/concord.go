package sheet

import (
	"strings"

	"conceptdiff/internal/relate/concord"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/revision"
)

// Concord shows in what two languages of one text differ, in the order of the first.
// Addresses are bare, since the two may print them in different ways. Without
// differences it says so in words, for nothing in a table is no answer.
func Concord(a, b *revision.Revision, list []concord.Difference, o render.Options) Sheet {
	p := in(o, a, b)
	s := begin(p, p.Say("One text in two languages: {0} and {1}", a.Label, b.Label), a, b)
	s.Columns = []string{p.Say("In {0}", a.Label), p.Say("In {0}", b.Label), p.Say("What differs"), p.Say("Only in {0}", a.Label), p.Say("Only in {0}", b.Label)}
	if len(list) == 0 {
		s.Facts = append(s.Facts, p.Say("Both have the same clauses, paragraphs and items, and in each the same numbers and dates."))
	} else {
		s.Facts = append(s.Facts, p.Say("Differences: {0}. Structure, numbers, dates and names are compared; nothing is translated.", len(list)))
	}
	var rows []Row
	for i := range list {
		d := &list[i]
		rows = append(rows, Row{{d.A}, {d.B}, {p.difference(d)}, d.OnlyA, d.OnlyB})
	}
	s.add(p.Say("What differs"), rows)
	s.wire = json.NewConcord(a, b, list)
	return s
}

// difference says what kind of difference it is. An exchange is two clauses each of
// which has the figures of the other's counterpart.
func (p phrases) difference(d *concord.Difference) string {
	switch d.Kind {
	case concord.MissingClause:
		return p.Say("one of the texts has this clause, the other has not")
	case concord.Passages:
		return p.Say("{0} and {1} paragraphs and items", d.CountA, d.CountB)
	case concord.Numbers:
		return p.Say("numbers")
	case concord.Dates:
		return p.Say("dates")
	case concord.NamesOf:
		return p.Say("names that stand together elsewhere") + ": " + strings.Join(append(append([]string(nil), d.OnlyA...), d.OnlyB...), ", ")
	}
	return p.Say("exchanged with {0}: their figures fit crosswise", d.Detail)
}
