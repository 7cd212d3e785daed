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
	Fault    reference.Fault
	In       *revision.Clause    // where it stands; NotDefined: where the base defines the term
	Text     string              // the line it stands in
	Cited    string              // the words that cite, or the term
	Number   string              // the cited number as an address
	Within   *revision.Provision // Missing: the deepest provision on the way that there is
	Heading  string              // OtherHeading: the one that is given
	Target   *revision.Provision // OtherHeading, Renumbered: the provision that bears the number now
	Bears    *revision.Provision // OtherHeading: the provision that has the heading
	Was      *revision.Clause    // Renumbered, Removed: what the number stood for
	Became   []*revision.Clause  // Renumbered: what that became
	Standing reference.Standing  // Renumbered, Removed
	First    *reference.Term     // DefinedTwice: the earlier definition
	Count    int                 // OtherNumbers: citations that lead nowhere; NotDefined: uses
}

// Check looks at the references and terms of the new side of a comparison.
func Check(c *compare.Comparison) Checked {
	out := Checked{Revision: c.New, Base: c.Old}
	drifted := map[*revision.Provision]map[int]bool{}
	for _, d := range reference.Since(c.Old, c.New, c.Fates()) {
		if drifted[d.Provision] == nil {
			drifted[d.Provision] = map[int]bool{}
		}
		drifted[d.Provision][d.Start] = true
		if d.Standing == reference.PutRight {
			continue
		}
		f := Finding{
			Fault: CitesRenumbered, In: d.In, Text: d.Text, Cited: d.Text[d.Start:d.End], Number: d.Number,
			Was: d.Was, Became: d.Became, Standing: d.Standing,
		}
		if d.Now != nil {
			f.Target = d.Now.Provision
		}
		if len(d.Became) == 0 {
			f.Fault = CitesRemoved
		}
		out.Findings = append(out.Findings, f)
	}
	out.add(c.New, c.Old, func(f *reference.Finding) bool { return drifted[f.Provision][f.Start] })
	return out
}

// CheckAlone looks at a revision that has no earlier one.
func CheckAlone(r *revision.Revision) Checked {
	out := Checked{Revision: r}
	out.add(r, nil, func(*reference.Finding) bool { return false })
	return out
}

func (c *Checked) add(r, base *revision.Revision, told func(*reference.Finding) bool) {
	for _, f := range reference.Check(r) {
		if told(&f) {
			continue
		}
		c.Findings = append(c.Findings, Finding{
			Fault: f.Fault, In: f.In, Text: f.Text, Cited: f.Text[f.Start:f.End], Number: f.Number,
			Within: f.Within, Heading: f.Heading, Target: f.Target, Bears: f.Bears, Count: f.Count,
		})
	}
	var lost []Finding
	for _, t := range reference.CheckTerms(r, base) {
		f := Finding{Fault: t.Fault, In: t.In, Text: textOf(t.Provision), Cited: t.Text, First: t.First, Count: t.Uses}
		if t.Fault == reference.NotDefined {
			lost = append(lost, f)
			continue
		}
		c.Findings = append(c.Findings, f)
	}
	slices.SortStableFunc(c.Findings, func(a, b Finding) int { return cmp.Compare(a.In.Pos, b.In.Pos) })
	c.Findings = append(c.Findings, lost...)
}

func textOf(p *revision.Provision) string {
	if p.Text != "" {
		return p.Text
	}
	return p.Heading
}
