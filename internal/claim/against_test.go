package claim

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// treat runs one subject through two small texts, each about an island, a
// harbour and a lighthouse, and prints what became of its flags.
func treat(t *testing.T, old, now string, s *Subject) string {
	t.Helper()
	o := tree(old)
	flags := Flags(o, []*Source{source(&Claim{Says: Fulfilled, Subjects: []*Subject{s}})})
	return show(Against(mustCompare(t, o, tree(now)), flags))
}

const island = `1 Island | The island has three villages and a long coast in the east. The harbour is closed to all ships since the great storm. Boats are repaired on the beach by their owners.
2 Lighthouse | The lighthouse keeper writes down every passing vessel in a book.
3 Fishing | Fishing is allowed from spring to autumn with nets of a lawful size.`

func TestAgainst(t *testing.T) {
	harbour := subject("harbour + closed")
	for _, c := range []struct{ name, old, new, want string }{
		{"nothing changed", "", "", "carried over [1/p1] [harbour|closed]"},
		{"changed beside it", "a long coast in the east", "two small woods", "carried over [1/p1] [harbour|closed]"},
		{"letters and marks only", "The harbour is closed to all ships since", "The Harbour is closed, to all ships, since", "carried over [1/p1] [Harbour|closed]"},
		{"amended and still said", "all ships since the great storm", "all ships of more than twelve metres", "amended [1/p1] [harbour|closed]"},
		{"amended and no longer said", "is closed to all ships since", "is open to all ships after", "amended [1/p1]"},
		{"removed", " The harbour is closed to all ships since the great storm.", "", "removed []"},
		{
			"replaced by something else", "The harbour is closed to all ships since the great storm.",
			"Children attend the school in the second village until they are fourteen.", "removed []",
		},
		{"renumbered", "1 Island", "4 Island", "carried over [4/p1] [harbour|closed]"},
	} {
		now := strings.Replace(island, c.old, c.new, 1)
		want := "c1 1/p1 same subject [harbour|closed] → " + c.want + "\n"
		if diff := cmp.Diff(want, treat(t, island, now, harbour)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestAgainstMoved: the sentence goes to another clause.
func TestAgainstMoved(t *testing.T) {
	const said = " The harbour is closed to all ships since the great storm."
	now := strings.Replace(island, said, "", 1)
	now = strings.Replace(now, "lawful size.", "lawful size."+said, 1)
	want := lines("c1 1/p1 same subject [harbour|closed] → moved [3/p1] [harbour|closed]")
	if diff := cmp.Diff(want, treat(t, island, now, subject("harbour + closed"))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAgainstSeveralSentences: one of two stands, which makes it amended.
func TestAgainstSeveralSentences(t *testing.T) {
	s := subject("harbour + closed", "repaired on the beach")
	now := strings.Replace(island, " Boats are repaired on the beach by their owners.", "", 1)
	want := lines("c1 1/p1 same subject [harbour|closed|repaired on the beach] → amended [1/p1] [harbour|closed]")
	if diff := cmp.Diff(want, treat(t, island, now, s)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAgainstWhole(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"nothing changed", "", "", "carried over [2]"},
		{"renumbered", "2 Lighthouse", "7 Lighthouse", "carried over [7]"},
		{"amended", "every passing vessel in a book", "every passing vessel and the weather in a ledger", "amended [2]"},
		{"removed", "2 Lighthouse | The lighthouse keeper writes down every passing vessel in a book.\n", "", "removed []"},
	} {
		o := tree(island)
		flags := Flags(o, []*Source{source(&Claim{Says: Obsolete, Cites: []string{"2"}})})
		got := show(Against(mustCompare(t, o, tree(strings.Replace(island, c.old, c.new, 1))), flags))
		if diff := cmp.Diff("c1 2 cited whole → "+c.want+"\n", got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestStands(t *testing.T) {
	for _, c := range []struct {
		t    Treatment
		want bool
	}{
		{Treatment{Fate: CarriedOver}, true},
		{Treatment{Fate: Moved}, true},
		{Treatment{Fate: Amended}, false},
		{Treatment{Fate: Amended, StillThere: []string{"harbour"}}, true},
		{Treatment{Fate: Removed}, false},
	} {
		if got := c.t.Stands(); got != c.want {
			t.Errorf("%+v stands: %v", c.t, got)
		}
	}
}

// TestAgainstLaws holds on the real texts: against itself everything is carried
// over; the flags given are left as they were; what is not removed has an
// address in the new text and text that stands there, what is removed has none.
func TestAgainstLaws(t *testing.T) {
	old, now := readRevision(t, "revisions/2007/concept-2007.txt"), readRevision(t, "revisions/draft/concept-draft.md")
	sources := realSources(t)
	flags := Flags(old, sources)
	for _, f := range Against(mustCompare(t, old, old), flags) {
		if tr := f.Treatment; tr == nil || tr.Fate != CarriedOver || !slices.Equal(tr.To, []string{f.Provision}) && !f.Whole || !slices.Equal(tr.StillThere, f.Words) {
			t.Errorf("%s against itself: %+v", f.Provision, tr)
		}
	}
	c := mustCompare(t, old, now)
	for i, f := range Against(c, flags) {
		if flags[i].Treatment != nil {
			t.Fatal("the flags given were changed")
		}
		tr := f.Treatment
		if tr == nil {
			t.Fatalf("%s has no treatment", f.Provision)
		}
		if (tr.Fate == Removed) != (len(tr.To) == 0) || tr.Fate == Removed && tr.NewText != "" {
			t.Errorf("%s: %+v", f.Provision, tr)
		}
		for _, to := range tr.To {
			if now.Find(to) == nil {
				t.Errorf("%s went to %s, which is not there", f.Provision, to)
			}
		}
		for _, w := range tr.StillThere {
			if !strings.Contains(tr.NewText, w) {
				t.Errorf("%s: %q does not stand in %q", f.Provision, w, tr.NewText)
			}
		}
	}
	whole := Examine(c, sources)
	if diff := cmp.Diff(show(Against(c, flags)), show(whole.Flags)); diff != "" {
		t.Errorf("in one go (-apart +in one go):\n%s", diff)
	}
	if diff := cmp.Diff(Unannounced(c, flags), whole.Unannounced); diff != "" {
		t.Errorf("in one go (-apart +in one go):\n%s", diff)
	}
}
