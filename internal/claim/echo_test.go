package claim

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A new clause that says what a statement says is told with it, also where its words
// stand under "not" of the subject; one that says something else is not.
func TestEchoes(t *testing.T) {
	old := tree("1 Homes | Families displaced by the flood shall return to their homes.\n2 Roads | Roads are kept in order.")
	now := tree("1 Homes | Families displaced by the flood shall return to their homes.\n2 Roads | Roads are kept in order.\n" +
		"3 Return of formerly displaced families | Formerly displaced families are returning to the valley.\n4 Corn | Corn is ground by hand.\n" +
		"5 Valley | Many former families of the valley have come back to their old farms.")
	displaced := &Subject{Key: "s", Terms: []Term{{All: []string{"displaced"}}}, Not: []Term{{All: []string{"formerly displaced"}}}}
	src := source(
		&Claim{Says: Underway, Subjects: []*Subject{displaced}},
		&Claim{Says: Fulfilled},
	)
	src.Claims[1].Quote = "former families have come back to their farms in the valley"
	var got []string
	for _, e := range Echoes(mustCompare(t, old, now), []*Source{src}) {
		got = append(got, fmt.Sprintf("%s %s %s", e.Claim.Key, e.Provision, strings.Join(e.Words, "|")))
	}
	want := "c1 3 displaced; c1 3/p1 displaced; c2 5/p1 former|families|valley|come|back|farms"
	if s := strings.Join(got, "; "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
}

// What does not go together about one provision stands side by side by date; what
// agrees does not.
func TestContraries(t *testing.T) {
	rev := tree("1 Homes | Families displaced by the flood shall return.\n2 Roads | Roads are kept in order.")
	homes, roads := subject("displaced"), subject("roads")
	src := source(
		&Claim{Says: NotFulfilled, Subjects: []*Subject{homes}},
		&Claim{Says: Fulfilled, Subjects: []*Subject{homes, roads}},
		&Claim{Says: Ended, Subjects: []*Subject{roads}},
		&Claim{Says: Disputed, Subjects: []*Subject{homes}},
	)
	for i, date := range []string{"2025-03-01", "2024-01-01", "2025-01-01", "2023-05-05"} {
		src.Claims[i].Date = date
	}
	all := Contraries(Flags(rev, []*Source{src}))
	if len(all) != 1 || all[0].Provision != "1/p1" {
		t.Fatalf("%+v", all)
	}
	var got []string
	for _, s := range all[0].Stated {
		got = append(got, s.Claim.Date+" "+string(s.Claim.Says))
	}
	if s := strings.Join(got, "; "); s != "2023-05-05 disputed; 2024-01-01 fulfilled; 2025-03-01 not fulfilled" {
		t.Error(s)
	}
}

// A clause as a whole and an item in it, called fulfilled by one and denied by another,
// stand side by side at the item; a heading alone says nothing of what is below it.
func TestContrariesAtDepths(t *testing.T) {
	rev := tree("2 Means | Means are these: | - return of the displaced; | - the harbour.\n2.1 Harbour works | The quay shall be rebuilt.\n2.1.1 Cranes | Cranes are bought.\n20 Other | Nobody is displaced twice.")
	displaced, harbour, cranes := subject("return of the displaced"), subject("harbour works"), subject("cranes are bought")
	src := source(
		&Claim{Says: Fulfilled, Cites: []string{"2"}},
		&Claim{Says: NotFulfilled, Subjects: []*Subject{displaced}},
		&Claim{Says: Ended, Subjects: []*Subject{harbour}},
		&Claim{Says: Disputed, Subjects: []*Subject{cranes}},
		&Claim{Says: Fulfilled, Cites: []string{"20"}},
	)
	for i, date := range []string{"2024-01-01", "2023-01-01", "2022-01-01", "2025-01-01", "2021-01-01"} {
		src.Claims[i].Date = date
	}
	var got []string
	for _, c := range Contraries(Flags(rev, []*Source{src})) {
		for _, s := range c.Stated {
			got = append(got, c.Provision+": "+s.Claim.Date+" "+string(s.Claim.Says)+" of "+s.At)
		}
	}
	want := lines(
		"2/p1/i1: 2023-01-01 not fulfilled of 2/p1/i1", "2/p1/i1: 2024-01-01 fulfilled of 2",
		"2.1.1/p1: 2024-01-01 fulfilled of 2", "2.1.1/p1: 2025-01-01 disputed of 2.1.1/p1",
	)
	if d := cmp.Diff(want, lines(got...)); d != "" {
		t.Error(d)
	}
}

// An amendment is expected of what a claim is tied to: told by whether that reads
// otherwise.
func TestAmendments(t *testing.T) {
	old := tree("1 Homes | Families displaced by the flood shall return to their homes by the river bank.\n2 Roads | Roads for the displaced are kept in good order by the town.")
	src := source(&Claim{Says: Expected, Expects: ExpectsAmendment, Subjects: []*Subject{subject("displaced")}})
	for now, want := range map[string]string{
		"1 Homes | Families displaced by the flood shall return to their homes by the river bank.\n2 Roads | Roads for the displaced are kept in good order by the town.":              "not as expected: expected-all-stand [2]",
		"1 Homes | Families displaced by the flood have long returned to their homes by the river bank.\n2 Roads | Roads for the displaced are kept in good order by the town.":        "in part: expected-some-changed [2 1]",
		"1 Homes | Families displaced by the flood have long returned to their homes by the river bank.\n2 Roads | Roads for the displaced were kept in good order by the old county.": "as expected: expected-all-changed [2]",
	} {
		got := showExpectations(Expectations(mustCompare(t, old, tree(now)), []*Source{src}))
		if got != "c1 "+want+"\n" {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}

// What should go and stands elsewhere in the new text, in words of its own, is told.
func TestRemovalElsewhere(t *testing.T) {
	old := tree("1 Homes | Families displaced by the flood shall return.\n2 Roads | Roads are kept in order.")
	now := tree("1 Homes | Houses are built of stone and wood from the hills.\n2 Roads | Roads are kept in order.\n3 Care | The town cares for all those whom the great flood has displaced since then.")
	src := source(&Claim{Says: Expected, Expects: ExpectsRemoval, Subjects: []*Subject{subject("displaced")}})
	got := showExpectations(Expectations(mustCompare(t, old, now), []*Source{src}))
	if got != "c1 in part: expected-elsewhere [1 1]\n\t3/p1 false displaced\n" {
		t.Error(got)
	}
}
