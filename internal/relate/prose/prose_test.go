package prose_test

import (
	"strings"
	"testing"

	"conceptdiff/internal/relate/prose"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func told(t prose.Text) []string {
	out := []string{"title: " + t.Title}
	for _, p := range t.Passages {
		out = append(out, p.Address+": "+p.Text)
	}
	return out
}

// Paragraphs and items are whole across empty lines and pages, a page's furniture is no
// text, and headings below the title part the addresses.
func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{
			"torn by pages",
			"Harbour\nstrategy\n\nThe harbour serves the northern isles, and its pilots keep the\n\nlamps from dusk until dawn. They are three in number, and each has a boat.\n\n- Lamps burn oil;\n\n- Boats carry ropes and\n\nblankets.\n\nPilots are paid in spring. Their names stand in a green book that the steward keeps.",
			[]string{"title: Harbour strategy", "p1: The harbour serves the northern isles, and its pilots keep the lamps from dusk until dawn. They are three in number, and each has a boat.", "p1/i1: Lamps burn oil;", "p1/i2: Boats carry ropes and blankets.", "p2: Pilots are paid in spring. Their names stand in a green book that the steward keeps."},
		},
		{
			"furniture of a page",
			"Logged in as Guest\nMain » Articles » SEA\n\nThe lamps of the north\n\nLamps burn at night. The steward of the harbour reads the book of signals on every first of the month, and signs it.\n • 1. They warn;\n • 2. They guide.\n\n • Category: SEA | Added by: somebody\n Views: 12",
			[]string{"title: The lamps of the north", "p1: Lamps burn at night. The steward of the harbour reads the book of signals on every first of the month, and signs it.", "p1/i1: They warn;", "p1/i2: They guide."},
		},
		{
			"headings",
			"Report on the quay\n\nThe quay is old. It was built of oak by people whose names nobody remembers, and it leans towards the sea.\n\nRepairs\n\nRepairs begin in autumn. Oak is floated down the river in rafts that two crews steer by night with lanterns.",
			[]string{"title: Report on the quay", "p1: The quay is old. It was built of oak by people whose names nobody remembers, and it leans towards the sea.", "repairs/p1: Repairs begin in autumn. Oak is floated down the river in rafts that two crews steer by night with lanterns."},
		},
	} {
		if diff := cmp.Diff(c.want, told(prose.Read(c.text))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// No word is lost: what is read and what is dropped are the words of the text, bullets
// and the numbers of items aside; addresses are distinct.
func TestNothingIsLost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOf(rapid.SampledFrom([]string{"", "The lamps burn.", "and go on", "Views: 3", "• an item;", "A Heading", "Pilots keep the lamps from dusk until dawn, and each of them has a boat with two oars."})).Draw(t, "lines")
		text := strings.Join(lines, "\n")
		r := prose.Read(text)
		got := append(strings.Fields(r.Title), strings.Fields(strings.Join(r.Dropped, " "))...)
		seen := map[string]bool{}
		got = append(got, strings.Fields(strings.Join(r.Headings, " "))...)
		for _, p := range r.Passages {
			got = append(got, strings.Fields(p.Text)...)
			if seen[p.Address] {
				t.Fatalf("two passages at %s", p.Address)
			}
			seen[p.Address] = true
		}
		counts := map[string]int{}
		for _, w := range strings.Fields(strings.ReplaceAll(text, "•", " ")) {
			counts[w]++
		}
		for _, w := range got {
			counts[w]--
		}
		for _, w := range []string{"burn.", "oars.", "3", "item;", "dusk"} {
			if counts[w] != 0 {
				t.Fatalf("%d of %q lost in %q", counts[w], w, text)
			}
		}
	})
}
