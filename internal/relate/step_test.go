package relate_test

import (
	"slices"
	"testing"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/revision"
)

const (
	lampRule  = "The Lamp Office of the Harbour Republic inspects the lanterns of the northern quay under resolutions 41, 42 and 43 of the Harbour Council."
	oilRule   = "Every keeper of a lighthouse fills the brass tank with whale oil before dusk and writes the level into the ledger."
	nestRule  = "Gulls may nest on the breakwater of the Harbour Republic until the ferries of spring return from the outer islands."
	otherRule = "Ropeway cabins of the Harbour Republic are painted green, numbered, and weighed by two clerks each autumn."
)

// steps are what falls out of step between a document of some passages and two revisions
// of one clause, by the passage and the provision.
func steps(t *testing.T, document []string, old, now *revision.Revision) []relate.Step {
	t.Helper()
	d := &relate.Text{Key: "d", Language: "en"}
	for i, text := range document {
		d.Passages = append(d.Passages, relate.Passage{Address: "p" + string(rune('1'+i)), Text: text})
	}
	return relate.OutOfStep(relate.Relate(d, relate.TextOf(old)), compared(t, old, now))
}

func paragraphs(num, heading string, texts ...string) *revision.Provision {
	c := clause(num, heading, texts[0])
	for _, text := range texts[1:] {
		c.Children = append(c.Children, &revision.Provision{Kind: revision.KindParagraph, Text: text})
	}
	return c
}

// A paragraph that was put in beside a provision changes nothing in it; a sentence that
// was put into it does.
func TestWhatIsPutInBeside(t *testing.T) {
	document := []string{"Keepers of each lighthouse fill the brass tank with whale oil before dusk."}
	old := revise("old", paragraphs("1.", "Harbour", lampRule, oilRule, nestRule))
	if list := steps(t, document, old, revise("new", paragraphs("1.", "Harbour", lampRule, oilRule, otherRule, nestRule))); len(list) > 0 {
		t.Errorf("a new paragraph beside it: %+v", list)
	}
	list := steps(t, document, old, revise("new", paragraphs("1.", "Harbour", lampRule, oilRule+" The ledger is kept for ten winters.", nestRule)))
	if len(list) == 0 || list[0].Fate != relate.Reworded || list[0].Added != "The ledger is kept for ten winters." {
		t.Errorf("a sentence in it: %+v", list)
	}
}

// A name is still there under its short form, and the number of an act behind others.
func TestNamesNoLongerThere(t *testing.T) {
	document := []string{"Under resolutions 41, 42 and 43 the Lamp Office of the Harbour Republic inspects lanterns of the northern quay."}
	state := paragraphs("2.", "State", "Ships of the Harbour Republic sail.", "Ferries of the Harbour Republic wait.")
	old := revise("old", paragraphs("1.", "Harbour", lampRule, oilRule, nestRule, otherRule), state)
	now := revise("new", paragraphs("1.", "Harbour", "The Lamp Office inspects the lanterns of every quay under resolutions 41 and 42 of the Harbour Council.", oilRule, nestRule, otherRule), paragraphs("2.", "State", "Ships of the Harbour Republic sail.", "Ferries of the Harbour Republic wait."))
	list := steps(t, document, old, now)
	if len(list) == 0 || !slices.Equal(list[0].Dropped, []string{"resolutions 43"}) {
		t.Fatalf("dropped: %+v", list)
	}
}

// Two passages that name one body do not therefore say the same of it, and a day and a
// year that both have show no subject at all.
func TestNamesAndDatesRestateNothing(t *testing.T) {
	to := relate.TextOf(revise("old", paragraphs("1.", "Harbour", "Chimneys are swept for the Northern Lamp Supply Office by nine in the morning.", oilRule, nestRule,
		"Printed in the «Quay» newspaper (24 May 1907).")))
	from := &relate.Text{Key: "d", Language: "en", Passages: []relate.Passage{
		{Address: "p1", Text: "Complaints go to the Northern Lamp Supply Office."},
		{Address: "p2", Text: "On 24 August 1907 skippers were given a holiday."},
	}}
	r := relate.Relate(from, to)
	if len(r.Of[0]) == 0 || r.Of[0][0].Kind != relate.Names {
		t.Errorf("of the body: %+v", r.Of[0])
	}
	if len(r.Of[1]) > 0 {
		t.Errorf("of the day: %+v", r.Of[1])
	}
}

// What a new text says of a body holds for passages that name it with the name of the state.
func TestReplacedUnderBothNames(t *testing.T) {
	old := revise("old", paragraphs("1.", "Harbour", "Lanterns belong to the Lamp Office.", "Ships of the Harbour Republic sail.", "Ferries of the Harbour Republic wait.", "Piers of the Harbour Republic stand.", "Cranes of the Harbour Republic turn."))
	now := revise("new", paragraphs("1.", "Harbour", "Lanterns belong to the Beacon Office, which replaced the Lamp Office.", "Ships of the Harbour Republic sail.", "Ferries of the Harbour Republic wait.", "Piers of the Harbour Republic stand.", "Cranes of the Harbour Republic turn."))
	d := &relate.Document{Key: "d", Language: "en", Passages: []relate.Passage{
		{Address: "p1", Text: "The Lamp Office of the Harbour Republic was founded upon a rock."},
		{Address: "p2", Text: "Clerks of the Lamp Office count wicks."},
	}}
	for _, r := range relate.Replacements(d, compared(t, old, now)) {
		if r.Name == "Lamp Office" {
			if !slices.Equal(r.Passages, []string{"p1", "p2"}) || !slices.Equal(r.Old, []string{"1/p1"}) {
				t.Errorf("named in %v and old %v", r.Passages, r.Old)
			}
			return
		}
	}
	t.Error("nothing is told of the Lamp Office")
}

// Numbers of acts under one word are told together.
func TestTogether(t *testing.T) {
	got := relate.Together([]string{"OSCE", "resolutions 822", "resolutions 853", "Decision 7", "Order 8"})
	if !slices.Equal(got, []string{"OSCE", "resolutions 822, 853", "Decision 7", "Order 8"}) {
		t.Error(got)
	}
}
