package rendertest

import (
	"testing"
	"time"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// WaterCommittee gives the water plan a committee that says something of each sort:
// every verdict, view, outcome, answer and topic. Names and notes are put by name.
func WaterCommittee(t *testing.T, in *report.Input, name func(string) string) (state *review.State, carried *review.Carriage) {
	t.Helper()
	c := in.Comparison
	for i := range c.Changes { // as the comparison words them
		if ch := &c.Changes[i]; len(ch.Basis) > 0 {
			ch.Basis = []compare.Ground{{Code: align.WordsShared, Args: []any{82}}, {Code: align.SameHeading}}
		}
	}
	var entries []review.Entry
	var tips []review.Tip
	at := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	say := func(by string, s review.Statement) {
		t.Helper()
		e, err := review.NewEntry(tips, at, name(by), s)
		if err != nil {
			t.Fatal(err)
		}
		entries, tips = append(entries, e), []review.Tip{{Hash: e.Hash, Seq: e.Seq}}
		at = at.Add(24 * time.Hour)
	}
	on := func(r *revision.Revision, address string) review.Anchor {
		t.Helper()
		p := r.Find(address)
		if p == nil {
			t.Fatalf("%s is not in %s", address, r.Label)
		}
		return review.AnchorOf(r, p)
	}
	mark := func(by, address string, v review.Verdict) {
		t.Helper()
		say(by, review.Mark{On: on(c.Old, address), Verdict: v})
	}
	decide := func(address string, v review.Verdict) {
		t.Helper()
		say("Ann", review.Decision{On: on(c.Old, address), Verdict: v, Votes: review.Votes{For: 2, Against: 1}})
	}
	say("Ann", review.Enrolment{Name: name("Ann"), Role: review.Chair})
	for _, by := range []string{"Ben", "Cid", "Dan"} {
		say(by, review.Enrolment{Name: name(by), Role: review.Ordinary})
	}
	say("Eve", review.Enrolment{Name: name("Eve"), Role: review.Reader})
	say("Ben", review.Mark{On: on(c.Old, "1"), Verdict: review.Keep, Note: name("It is needed."), Source: in.Sources[0].Key})
	mark("Cid", "1", review.Obsolete)
	mark("Ben", "introduction/p1", review.Amend)
	decide("introduction/p1", review.Amend)
	mark("Cid", "introduction/p1", review.Keep)
	mark("Ben", "order", review.Fulfilled)
	mark("Ben", "2", review.Disputed)
	mark("Dan", "3", review.Keep)
	mark("Ben", "6", review.Keep)
	mark("Cid", "6", review.Keep)
	mark("Ben", "1/p2/i1", review.Keep)
	decide("5", review.Obsolete)
	decide("8", review.Fulfilled)
	say("Ben", review.Mark{On: on(c.Old, "7"), Verdict: review.Amend})
	say("Ben", review.Rebinding{From: on(c.Old, "7"), In: c.New.Label, To: []review.Anchor{on(c.New, "8")}, Note: name("The same boats.")})
	say("Ben", review.Mark{On: on(c.Old, "4"), Verdict: review.Obsolete})
	say("Ben", review.Rebinding{From: on(c.Old, "4"), In: c.New.Label, Note: name("No springs are left.")})
	lost := &revision.Provision{Kind: revision.KindClause, EID: "9", Text: name("Canals are dug.")}
	say("Ben", review.Mark{On: review.AnchorOf(c.Old, lost), Verdict: review.Amend})
	say("Dan", review.Enrolment{Name: name("Dan"), Role: review.Ordinary, Removed: true})
	record, problems := review.Assemble(entries, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	addFindings(in, name)
	state = record.StateOf(c.Old)
	return state, review.Carry(c, state, record)
}

// addFindings gives the water plan a flag on a provision that nobody has marked and
// that stands, a removal that is expected of it, and removals with all that can be
// said of them.
func addFindings(in *report.Input, name func(string) string) {
	stands := claim.Flag{
		Claim: in.Sources[0].Claims[0], Clause: "order/1", Provision: "order/1", Basis: claim.SameSubject, Words: []string{name("Approve")},
		Sentences: []claim.Sentence{{Text: name("Approve the Water Plan."), Words: []string{name("Approve")}}},
		Treatment: &claim.Treatment{Fate: claim.CarriedOver, To: []string{"1", "2"}, StillThere: []string{name("Approve")}},
	}
	in.Flags = append([]claim.Flag{stands}, in.Flags...)
	in.Expectations = append(in.Expectations, claim.Expectation{
		Claim: stands.Claim, Standing: claim.Touched, Flags: []claim.Flag{stands},
		Why: compare.Ground{Code: claim.WhySomeStand, Args: []any{2, 1, 0, 1}},
	})
	in.Unannounced[0].Below, in.Unannounced[1].Beside = 2, true
}

// AsIs leaves names and notes as they are.
func AsIs(s string) string { return s }
