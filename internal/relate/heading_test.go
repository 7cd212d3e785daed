package relate_test

import (
	"slices"
	"testing"

	"conceptdiff/internal/relate"
)

// Of a clause whose words no passage shares, the passage that has its heading's subject is
// guessed, and told as shown by the heading; of the others nothing is said, and a heading
// over others says nothing itself.
func TestByHeading(t *testing.T) {
	chapter := clause("3.", "Harbour works", "")
	chapter.Children = nil
	chapter.Children = append(chapter.Children, clause("3.1.", "Dredging", "Mud is lifted by night."))
	old := revise("old",
		clause("1.", "Demilitarization of the islands", "Cannon leave the ramparts before winter and no garrison stays behind."),
		clause("2.", "Orchards", "Apples are pressed by the licensed cooper."),
		chapter,
	)
	d := &relate.Document{Key: "d", Language: "en", Passages: []relate.Passage{
		{Address: "p1", Text: "Militarization of fishing villages worries the skippers."},
		{Address: "p2", Text: "Ropeway cabins carry passengers above rooftops."},
		{Address: "p3", Text: "Coopers licensed for apples press every autumn."},
	}}
	a := &relate.Around{Revision: old, Documents: []relate.With{{Document: d, Related: relate.Relate(d.Text(), relate.TextOf(old))}}}
	said := map[string]relate.ClauseSaid{}
	for _, c := range a.ByClause() {
		said[c.Clause.Address()] = c
	}
	if first := said["1"].Said; len(first) != 1 || first[0].From.Address != "p1" || first[0].Shown || !slices.Equal(first[0].Heading, []string{"Militarization"}) {
		t.Errorf("of the islands: %+v", first)
	}
	if second := said["2"].Said; len(second) == 0 || second[0].From.Address != "p3" || second[0].Heading != nil {
		t.Errorf("of the orchards: %+v", second)
	}
	for _, address := range []string{"3", "3.1"} {
		if c := said[address]; len(c.Said) > 0 || c.Bare() != (address == "3") {
			t.Errorf("of %s: %+v", address, c.Said)
		}
	}
}
