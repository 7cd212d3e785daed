// Package report joins a comparison of two revisions with what sources say of
// the old one into a single [Report]: ordered, counted and finished, so that
// every format renders the same value and no renderer computes a figure of its
// own.
//
// The report holds values and no sentences of its own: whatever text stands in
// it was taken from one of the two texts, from a claim or from the record. How
// it is put, and in which language, is the renderer's.
package report

import (
	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/register"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// Input is what a report is made from. Only Comparison is required.
type Input struct {
	Comparison   *compare.Comparison
	Sources      []*claim.Source
	Flags        []claim.Flag // of the old revision, with their treatments
	Unannounced  []claim.Removal
	Expectations []claim.Expectation
	Checks       []claim.Check
	Echoes       []claim.Echo
	References   []compare.Reference
	Around       *relate.Around  // documents around the old revision, held against the new; nil for none
	Facts        []register.Fact // what a register says was done since the old text, see [register.Since]
	Findings     []Finding       // what a check of the references and terms of the new text found, see [Check]

	Carried *review.Carriage // what the committee said of the old revision, followed into the new
	Marked  *review.State    // what it said of the new one
}

// Report is everything that is to be said of two revisions, in the order in
// which it is said.
type Report struct {
	Old, New Side
	// Notices say what standing a revision has when it is not simply in force, one
	// for each draft or illustrative text, and what differs beside the text. They stand first in every format.
	Notices    []Notice
	Filter     *Filter // what is shown, nil when everything is
	Summary    compare.Summary
	Accounting Accounting
	// Changes stand in the order of the new text. After [Report.Only] these are
	// the ones shown; every count still is of the whole.
	Changes   []*Change
	Fates     []FateGroup
	Fronts    []*Change // title pages and opening lines
	Lone      []LonePart
	Uncertain int // changes whose pairing is marked uncertain
	// Rewriting is what is said beside the fates: clauses without a partner that speak
	// of the same and, where the text was written anew, what it took over.
	Rewriting *relate.Rewriting

	Sources      []Source
	Flags        []*Flag
	Provisions   []Provision
	Treatments   []TreatmentCount
	Contrary     []claim.Contrary // provisions of which sources say what does not go together
	Unannounced  Unannounced
	Expectations []Expectation
	References   []Reference     // to be checked, see [Report.addReferences]
	Facts        []register.Fact // what a register says was done to clauses that changed
	Findings     []Finding       // what a check of the new text's references and terms found
	Marks        []*Marked       // what the committee says, of the old text first

	// Around is what documents around the old text say of the same, and what of it falls
	// out of step; nil when there are none.
	Around *relate.Around

	comparison *compare.Comparison // what all of it was made from
}

// Side is one of the two revisions.
type Side struct {
	revision.Meta
	// Components are the provisions of the text as a tree.
	Components []*revision.Provision

	Parts   []*Part
	Clauses []*Clause // in document order
	Words   int

	clauseOf map[*revision.Provision]*Clause
}

// Find returns the clause with that address, or nil.
func (s *Side) Find(address string) *Clause {
	for _, c := range s.Clauses {
		if c.Address == address {
			return c
		}
	}
	return nil
}

// FateGroup is the changes of one kind; those of front matter and of parts
// without counterpart are told apart (see [Report.Fronts], [Report.Lone]).
type FateGroup struct {
	Kind    compare.Kind
	Changes []*Change
}

// fateOrder is the order in which a reader is told the fates: what went and
// what came first.
var fateOrder = []compare.Kind{
	compare.Removed, compare.New, compare.Split, compare.Merged, compare.Amended, compare.Unchanged,
}

// Build joins the input into a report: [Lay] and [Layout.Join] in one go.
func Build(in Input) (Report, error) {
	l, err := Lay(in.Comparison)
	if err != nil {
		return Report{}, err
	}
	return l.Join(in), nil
}

// Layout is a report of a comparison alone.
type Layout struct{ r Report }

// Lay lays out a comparison, to be joined with what others say of it when that
// is known. It fails when the comparison is not complete: a clause without a
// fate or with two, or edits that do not fit their clauses.
func Lay(c *compare.Comparison) (*Layout, error) {
	r := Report{Summary: c.Summary}
	r.Old, r.New = newSide(c.Old, c.OldClauses), newSide(c.New, c.NewClauses)
	takeWhole(&r.Old, &r.New)
	r.Old.Words, r.New.Words = c.Summary.OldWords, c.Summary.NewWords

	var err error
	if r.Changes, err = newChanges(c, r.Old.clauseOf, r.New.clauseOf); err != nil {
		return nil, err
	}
	if err := complete(r.Old, r.New); err != nil {
		return nil, err
	}
	for _, c := range r.Changes {
		if c.Uncertain {
			r.Uncertain++
		}
	}
	r.Notices = notices(&r.Old, &r.New, c.Beside)
	r.Accounting = newAccounting(&r, c.Summary)
	r.addRewriting(c)
	r.Lone = loneParts(&r)
	r.addFates()
	return &Layout{r}, nil
}

// Join finishes the report with the rest of the input. It is called once.
func (l *Layout) Join(in Input) Report {
	r := l.r
	r.addClaims(in)
	r.addMarks(in)
	r.addReferences(in.References)
	r.addFindings(in.Findings)
	r.addFacts(in.Facts)
	r.Unannounced = newUnannounced(&r, in)
	r.comparison, r.Around = in.Comparison, in.Around
	return r
}

func (r *Report) addFates() {
	for _, k := range fateOrder {
		g := FateGroup{Kind: k}
		for _, c := range r.Changes {
			if c.Kind == k && !c.Lone && !c.Front() {
				g.Changes = append(g.Changes, c)
			}
		}
		if len(g.Changes) > 0 {
			r.Fates = append(r.Fates, g)
		}
	}
	for _, c := range r.Changes {
		if c.Front() && !c.Lone {
			r.Fronts = append(r.Fronts, c)
		}
	}
}
