package claim

import (
	"fmt"
	"strings"
	"testing"

	"conceptdiff/internal/words"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

func showRemovals(removals []Removal) string {
	var b strings.Builder
	for _, r := range removals {
		fmt.Fprintf(&b, "%s %s", r.Unit, r.Provision)
		if r.Beside {
			b.WriteString(" beside")
		}
		if r.Below > 0 {
			fmt.Fprintf(&b, " +%d", r.Below)
		}
		fmt.Fprintf(&b, " %.30q\n", r.Text)
	}
	return b.String()
}

const town = `1 Town | The town hall opens at eight in the morning. Every citizen may speak there on the first Monday of a month. | The council appoints three clerks for the archive: | - one for the records of births and marriages; | - one for the land register and the maps.
2 Bridges | The old bridge carries carts of up to four tonnes. Heavier loads use the ferry below the mill.
3 Market | The market is held on Saturdays around the church of the lower town. Sellers pay two coins for a stall.`

func TestUnannounced(t *testing.T) {
	const market = "\n3 Market | The market is held on Saturdays around the church of the lower town. Sellers pay two coins for a stall."
	for _, c := range []struct {
		name     string
		old, new string
		claims   []*Claim
		want     string
	}{
		{"nothing", "", "", nil, ""},
		{"a sentence", " Heavier loads use the ferry below the mill.", "", nil, lines(`sentence 2/p1 "Heavier loads use the ferry be"`)},
		{"an item", " | - one for the land register and the maps.", "", nil, lines(`item 1/p2/i2 "one for the land register and "`)},
		{
			"a paragraph", "The town hall opens at eight in the morning. Every citizen may speak there on the first Monday of a month. | ", "", nil,
			lines(`paragraph 1/p1 "The town hall opens at eight i"`),
		},
		{"a clause", market, "", nil, lines(`clause 3 "Market\nThe market is held on S"`)},
		{"a word is no removal", "three clerks", "two clerks", nil, ""},
		{"nor is rewording", "Heavier loads use the ferry below the mill.", "Any heavier loads shall take the ferry below the old mill.", nil, ""},
		{"nor is a heading", "2 Bridges", "2 Crossings", nil, ""},
		{
			"what a claim speaks of is announced", " Heavier loads use the ferry below the mill.", "",
			[]*Claim{{Says: Fulfilled, Subjects: []*Subject{subject("ferry")}}},
			"",
		},
		{
			"beside what a claim speaks of", " Heavier loads use the ferry below the mill.", "",
			[]*Claim{{Says: Fulfilled, Subjects: []*Subject{subject("old bridge")}}},
			lines(`sentence 2/p1 beside "Heavier loads use the ferry be"`),
		},
		{"a clause cited as a whole", market, "", []*Claim{{Says: Obsolete, Cites: []string{"3"}}}, ""},
		{
			"of a clause that is gone only what no claim speaks of", market, "",
			[]*Claim{{Says: Fulfilled, Subjects: []*Subject{subject("two coins")}}},
			lines(`sentence 3/p1 beside "The market is held on Saturday"`),
		},
		{
			"an addition expected announces no removal", market, "",
			[]*Claim{{Says: Expected, Expects: ExpectsAddition, Cites: []string{"3"}}},
			lines(`clause 3 "Market\nThe market is held on S"`),
		},
	} {
		old := tree(town)
		now := strings.Replace(town, c.old, c.new, 1)
		flags := Flags(old, []*Source{source(c.claims...)})
		got := showRemovals(Unannounced(mustCompare(t, old, tree(now)), flags))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestUnannouncedMoved: what stands elsewhere is not removed, also where the
// comparison shows no move.
func TestUnannouncedMoved(t *testing.T) {
	const said = " Heavier loads use the ferry below the mill."
	now := strings.Replace(town, said, "", 1) + said
	if got := showRemovals(Unannounced(mustCompare(t, tree(town), tree(now)), nil)); got != "" {
		t.Errorf("a moved sentence counts as removed: %s", got)
	}
}

// TestUnannouncedBelow: clauses that go with the one above them are counted there.
func TestUnannouncedBelow(t *testing.T) {
	const fairs = `
4 Fairs | A fair is held in the spring.
4.1 Riders | Riders pay nothing at the fair.
4.1.1 Horses | Horses drink from the western well.
4.2 Oxen | Oxen drink from the eastern well.
5 Dogs | Dogs are kept on a leash in the streets.`
	got := showRemovals(Unannounced(mustCompare(t, tree(town+fairs), tree(town)), nil))
	want := lines(`clause 4 +3 "Fairs\nA fair is held in the sp"`, `clause 5 "Dogs\nDogs are kept on a leash "`)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestUnannouncedIsInOldAndNotInNew holds on the real texts: what is removed
// stands in the old text at its address and nowhere in the new one, and no flag
// ties a claim to it.
func TestUnannouncedIsInOldAndNotInNew(t *testing.T) {
	old, now := readRevision(t, "revisions/2007/concept-2007.txt"), readRevision(t, "revisions/draft/concept-draft.md")
	flags := Flags(old, realSources(t))
	newText := clausesText(mustCompare(t, now, now))
	removals := Unannounced(mustCompare(t, old, now), flags)
	if len(removals) == 0 {
		t.Fatal("nothing removed")
	}
	for _, r := range removals {
		p := old.Find(r.Provision)
		if p == nil || r.Unit != WholeClause && !strings.Contains(ownText(p), r.Text) {
			t.Errorf("%s has no %q", r.Provision, r.Text)
		}
		if strings.Contains(newText, r.Text) {
			t.Errorf("%s stands in the new text: %q", r.Provision, r.Text)
		}
		for _, f := range flags {
			for _, s := range f.Sentences {
				if f.Provision == r.Provision && strings.Contains(r.Text, s.Text) {
					t.Errorf("%s speaks of %q", f.Claim.ID(), s.Text)
				}
			}
		}
	}
	if got := Unannounced(mustCompare(t, old, old), flags); got != nil {
		t.Errorf("the text against itself: %v", got)
	}
}

// TestUnannouncedIsWhatWasTaken: of clauses of unlike sentences some are taken
// away, some of those spoken of by a claim; what is listed is what was taken and
// not spoken of, whole or in sentences.
func TestUnannouncedIsWhatWasTaken(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var old, now strings.Builder
		var taken []string
		src := source()
		n := 0
		for i := range rapid.IntRange(1, 5).Draw(t, "clauses") {
			fmt.Fprintf(&old, "%d Heading%d", i+1, i)
			fmt.Fprintf(&now, "%d Heading%d", i+1, i)
			for range rapid.IntRange(1, 3).Draw(t, "paragraphs") {
				var before, after []string
				for range rapid.IntRange(1, 3).Draw(t, "sentences") {
					n++
					s := fmt.Sprintf("Some%da said%db that%dc things%dd stand%de.", n, n, n, n, n)
					before = append(before, s)
					switch rapid.SampledFrom([]string{"stay", "stay", "go", "go, said"}).Draw(t, "fate") {
					case "stay":
						after = append(after, s)
					case "go":
						taken = append(taken, s)
					case "go, said":
						c := source(&Claim{Says: Fulfilled, Subjects: []*Subject{subject(fmt.Sprintf("said%db", n))}}).Claims[0]
						src.Claims = append(src.Claims, c)
					}
				}
				old.WriteString(" | " + strings.Join(before, " "))
				if len(after) > 0 {
					now.WriteString(" | " + strings.Join(after, " "))
				}
			}
			old.WriteString("\n")
			now.WriteString("\n")
		}
		rev := tree(old.String())
		var listed []string
		for _, r := range Unannounced(mustCompareRapid(t, rev, tree(now.String())), Flags(rev, []*Source{src})) {
			for line := range strings.SplitSeq(r.Text, "\n") {
				for _, s := range words.NewCutter("en").Sentences(nil, line) {
					if s := line[s.Start:s.End]; !strings.HasPrefix(s, "Heading") {
						listed = append(listed, s)
					}
				}
			}
		}
		if diff := cmp.Diff(taken, listed); diff != "" {
			t.Fatalf("(-taken +listed):\n%s\nold:\n%s\nnew:\n%s", diff, old.String(), now.String())
		}
	})
}

func mustCompareRapid(t *rapid.T, old, now *revision.Revision) *compare.Comparison {
	c, err := compare.Compare(old, now)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func clausesText(c *compare.Comparison) string {
	var b strings.Builder
	for _, cl := range c.NewClauses {
		b.WriteString(cl.Text() + "\n")
	}
	return b.String()
}
