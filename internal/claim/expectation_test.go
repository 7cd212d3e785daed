package claim

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func showExpectations(all []Expectation) string {
	var b strings.Builder
	for _, e := range all {
		fmt.Fprintf(&b, "%s %s: %s %v\n", e.Claim.Key, e.Standing, e.Why.Code, e.Why.Args)
		for _, s := range e.Shown {
			fmt.Fprintf(&b, "\t%s %v %s\n", s.Provision, s.Heading, strings.Join(s.Words, "|"))
		}
	}
	return b.String()
}

func TestAdditions(t *testing.T) {
	mill := subject("wind mill*", "windmill*")
	for _, c := range []struct{ name, old, new, want string }{
		{"not a word", "", "", "not as expected: expected-not-named []\n"},
		{
			"a new clause with its name", "\n3 Market", "\n4 Windmills | Corn is ground on the hill by the western gate.\n3 Market",
			"as expected: expected-heading-names [4]\n\t4 true Windmills\n",
		},
		{
			"an old clause with a new name", "3 Market", "3 Market and wind mills",
			"as expected: expected-heading-names [3]\n\t3 true wind mills\n",
		},
		{
			"a new clause that speaks of little else", "\n3 Market",
			"\n4 Grain | A windmill shall be built on the hill by the western gate. The wind mills of the valley serve as its model. Its keeper lives in it.\n3 Market",
			"as expected: expected-most-speaks [4]\n\t4/p1 false windmill\n\t4/p1 false wind mills\n",
		},
		{
			"in passing", "Sellers pay two coins for a stall.", "Sellers pay two coins for a stall beside the windmill.",
			"in part: expected-only-mentioned []\n\t3/p1 false windmill\n",
		},
		{
			"a new clause that mentions it", "\n3 Market",
			"\n4 Grain | The windmill stays. Corn is ground by hand in every house. Flour is kept dry. Bread is baked on Fridays.\n3 Market",
			"in part: expected-only-mentioned []\n\t4/p1 false windmill\n",
		},
	} {
		old := tree(town)
		src := source(&Claim{Says: Expected, Expects: ExpectsAddition, Subjects: []*Subject{mill}})
		got := showExpectations(Expectations(mustCompare(t, old, tree(strings.Replace(town, c.old, c.new, 1))), []*Source{src}))
		if diff := cmp.Diff("c1 "+c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestOldWordsAreNoAddition: what the old text said in the same place does not
// count, kept, moved about or in a sentence that is replaced.
func TestOldWordsAreNoAddition(t *testing.T) {
	with := strings.Replace(town, "below the mill", "below the windmill", 1)
	src := source(&Claim{Says: Expected, Expects: ExpectsAddition, Subjects: []*Subject{subject("windmill*")}})
	for _, now := range []string{
		with,
		strings.Replace(with, "the ferry below the windmill", "a ferry by the windmill", 1),
		strings.Replace(with, "Heavier loads use the ferry below the windmill.", "No windmill may be passed by night.", 1),
	} {
		got := Expectations(mustCompare(t, tree(with), tree(now)), []*Source{src})
		if got[0].Standing != NotMet || got[0].Shown != nil {
			t.Errorf("%s", showExpectations(got))
		}
	}
}

func TestRemovals(t *testing.T) {
	land := subject("stall", "ferry")
	src := source(
		&Claim{Says: Expected, Expects: ExpectsRemoval, Subjects: []*Subject{land}},
		&Claim{Says: Expected, Expects: ExpectsRemoval},
		&Claim{Says: Fulfilled, Subjects: []*Subject{land}},
	)
	const rest = "c2 not judged: expected-no-provision []\n"
	noStall := strings.Replace(town, " Sellers pay two coins for a stall.", "", 1)
	for _, c := range []struct{ name, now, want string }{
		{"all stands", town, "c1 not as expected: expected-all-stand [2]\n"},
		{"some stands", noStall, "c1 in part: expected-some-stand [2 1 0 1]\n"},
		{
			"some in other words", strings.Replace(noStall, "use the ferry", "may use the ferry", 1),
			"c1 in part: expected-some-stand [2 0 1 1]\n",
		},
		{
			"nothing stands", strings.Replace(noStall, " Heavier loads use the ferry below the mill.", "", 1),
			"c1 as expected: expected-none-says-so [2]\n",
		},
		{
			"said no longer", strings.Replace(noStall, "the ferry below the mill", "the ford below the mill", 1),
			"c1 as expected: expected-none-says-so [2]\n",
		},
	} {
		got := showExpectations(Expectations(mustCompare(t, tree(town), tree(c.now)), []*Source{src}))
		if diff := cmp.Diff(c.want+rest, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
