package report

import (
	"cmp"
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/reference"
	"conceptdiff/internal/revision"
)

// The faults that only an earlier revision shows.
const (
	CitesRenumbered reference.Fault = "renumbered" // the number stood for another clause, which has another number now
	CitesRemoved    reference.Fault = "removed"    // the number stood for a clause that is removed
)

// Checked is what a person should look at in the references and defined terms of a
// revision: what leads nowhere, or elsewhere.
type Checked struct {
	Revision *revision.Revision
	Base     *revision.Revision // the earlier one it was held against, nil for none
	Findings []Finding          // in the order of the text; terms that only the base defines last
}

// Finding is one such place. Which fields it has depends on its fault.
type Finding struct {
	Fault   reference.Fault
	In      string   // the address of the clause it stands in; NotDefined: where the base defines the term
	Text    string   // the line it stands in
	Cited   string   // the words that cite, or the term
	Number  string   // the cited number as an address
	Within  Named    // Missing: the deepest provision on the way that there is
	Heading string   // OtherHeading: the one that is given
	Target  Named    // OtherHeading, Renumbered: the provision that bears the number now
	Bears   Named    // OtherHeading: the provision that has the heading
	Was     Named    // Renumbered, Removed: what the number stood for
	Became  []string // Renumbered: the addresses of what that became
	Stale   bool     // Renumbered, Removed: the number was taken over from the old text
	First   string   // DefinedTwice: the address of the clause with the earlier definition
	Count   int      // OtherNumbers: citations that lead nowhere; NotDefined: uses

	pos int // of the clause it stands in
}

// Named is a provision by its address and by what it is called: its heading, or else
// the opening of its text. The zero value is none.
type Named struct{ Address, Name string }

// named is none for nil.
func named(p *revision.Provision) Named {
	if p == nil {
		return Named{}
	}
	const longest = 60
	n := Named{p.Address(), cmp.Or(p.Heading, p.Text, p.Num)}
	if text := []rune(n.Name); p.Heading == "" && len(text) > longest {
		n.Name = string(text[:longest]) + "…"
	}
	return n
}

// Check looks at the references and terms of the new side of a comparison.
func Check(c *compare.Comparison) Checked {
	out := Checked{Revision: c.New, Base: c.Old}
	drifted := map[*revision.Provision]map[int]bool{}
	old, now := reference.Read(c.Old), reference.Read(c.New)
	for _, d := range reference.Since(old, now, c.Fates()) {
		if drifted[d.Provision] == nil {
			drifted[d.Provision] = map[int]bool{}
		}
		drifted[d.Provision][d.Start] = true
		if d.Standing == reference.PutRight {
			continue
		}
		f := Finding{
			Fault: CitesRenumbered, In: d.In.Address(), pos: d.In.Pos, Text: d.Text, Cited: d.Text[d.Start:d.End], Number: d.Number,
			Was: named(d.Was.Provision), Stale: d.Standing == reference.Stale,
		}
		for _, b := range d.Became {
			f.Became = append(f.Became, b.Address())
		}
		if d.Now != nil {
			f.Target = named(d.Now.Provision)
		}
		if len(d.Became) == 0 {
			f.Fault = CitesRemoved
		}
		out.Findings = append(out.Findings, f)
	}
	out.add(now, old, func(f *reference.Finding) bool { return drifted[f.Provision][f.Start] })
	return out
}

// CheckAlone looks at a revision that has no earlier one.
func CheckAlone(r *revision.Revision) Checked {
	out := Checked{Revision: r}
	out.add(reference.Read(r), nil, func(*reference.Finding) bool { return false })
	return out
}

func (c *Checked) add(text, base *reference.Text, told func(*reference.Finding) bool) {
	for _, f := range reference.Check(text) {
		if told(&f) {
			continue
		}
		c.Findings = append(c.Findings, Finding{
			Fault: f.Fault, In: f.In.Address(), pos: f.In.Pos, Text: f.Text, Cited: f.Text[f.Start:f.End], Number: f.Number,
			Within: named(f.Within), Heading: f.Heading, Target: named(f.Target), Bears: named(f.Bears), Count: f.Count,
		})
	}
	var lost []Finding
	for _, t := range reference.CheckTerms(text, base) {
		f := Finding{Fault: t.Fault, In: t.In.Address(), pos: t.In.Pos, Text: textOf(t.Provision), Cited: t.Text, Count: t.Uses}
		if t.First != nil {
			f.First = t.First.In.Address()
		}
		if t.Fault == reference.NotDefined {
			lost = append(lost, f)
			continue
		}
		c.Findings = append(c.Findings, f)
	}
	slices.SortStableFunc(c.Findings, func(a, b Finding) int { return a.pos - b.pos })
	c.Findings = append(c.Findings, lost...)
}

// addFindings takes in what a check found, and ties each place to the change of the
// clause that it stands in: of a term that only the old text defines, to that of the old
// clause. A number that was written anew and is borne by a provision is not tied: in a
// text that was numbered anew most citations are such.
func (r *Report) addFindings(all []Finding) {
	r.Findings = all
	old, now := byAddress(r.Old.Clauses), byAddress(r.New.Clauses)
	for i := range all {
		of := now
		if all[i].Fault == reference.NotDefined {
			of = old
		}
		if c := of[all[i].In]; c != nil && !all[i].writtenAnew() {
			c.Change.Findings = append(c.Change.Findings, &all[i])
		}
	}
}

// writtenAnew reports whether a number that stood for another clause was not taken over
// from the old text, and leads somewhere.
func (f *Finding) writtenAnew() bool {
	return (f.Fault == CitesRenumbered || f.Fault == CitesRemoved) && !f.Stale && f.Target.Address != ""
}

// Loose are the findings that the references of the report do not tell.
func (r *Report) Loose() []Finding {
	return slices.DeleteFunc(slices.Clone(r.Findings), func(f Finding) bool {
		return f.Fault == reference.Missing || f.Fault == CitesRenumbered || f.Fault == CitesRemoved
	})
}

func textOf(p *revision.Provision) string {
	if p.Text != "" {
		return p.Text
	}
	return p.Heading
}
