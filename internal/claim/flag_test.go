package claim

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const smallOld = `1 Aims | Peace is wanted. The land is occupied by others.
2 Means
2.1 Restoring the land | The land occupied by others shall be restored: | - withdrawal from occupied land; | - return of the displaced. | Talks go on in the Group.
2.2 Trade | Trade shall grow.
3 Rest | Occupation is contrary to values.`

func TestFlags(t *testing.T) {
	land, people := subject("occupied by others", "occupied land"), subject("displaced")
	for _, c := range []struct {
		name   string
		claims []*Claim
		want   string
	}{
		{
			"a subject is found down to the item",
			[]*Claim{{Says: Fulfilled, Subjects: []*Subject{land}}},
			lines("c1 1/p1 same subject [occupied by others]", "c1 2.1/p1 same subject [occupied by others]", "c1 2.1/p1/i1 same subject [occupied land]"),
		},
		{
			"what the claim cites is cited, below it too",
			[]*Claim{{Says: Fulfilled, Cites: []string{"2"}, Subjects: []*Subject{land}}},
			lines("c1 1/p1 same subject [occupied by others]", "c1 2.1/p1 cited [occupied by others]", "c1 2.1/p1/i1 cited [occupied land]"),
		},
		{
			"without a subject the whole clause, however its number is written",
			[]*Claim{{Says: Obsolete, Cites: []string{"§ 2.2."}}},
			lines("c1 2.2 cited whole"),
		},
		{
			"likewise where the subject is not recognised there",
			[]*Claim{{Says: Obsolete, Cites: []string{"2.2"}, Subjects: []*Subject{people}}},
			lines("c1 2.1/p1/i2 same subject [displaced]", "c1 2.2 cited whole"),
		},
		{
			"a paragraph cited",
			[]*Claim{{Says: Obsolete, Cites: []string{"2.1/p2", "2.1/p2"}}},
			lines("c1 2.1/p2 cited whole"),
		},
		{
			"document order, then the order of claims",
			[]*Claim{
				{Says: Underway, Subjects: []*Subject{people, land}}, {Says: Fulfilled, Cites: []string{"1"}}, {Says: Fulfilled, Subjects: []*Subject{people}},
			},
			lines("c2 1 cited whole", "c1 1/p1 same subject [occupied by others]", "c1 2.1/p1 same subject [occupied by others]",
				"c1 2.1/p1/i1 same subject [occupied land]", "c1 2.1/p1/i2 same subject [displaced]", "c3 2.1/p1/i2 same subject [displaced]"),
		},
		{"a heading is the clause's own", []*Claim{{Says: Fulfilled, Subjects: []*Subject{subject("restoring")}}}, lines("c1 2.1 same subject [Restoring]")},
		{"no such clause", []*Claim{{Says: Fulfilled, Cites: []string{"9"}}}, ""},
		{"a claim about nothing in particular", []*Claim{{Says: Fulfilled}}, ""},
		{"what is to be added is not there yet", []*Claim{{Says: Expected, Expects: ExpectsAddition, Cites: []string{"1"}, Subjects: []*Subject{land}}}, ""},
		{"what is to be removed is", []*Claim{{Says: Expected, Expects: ExpectsRemoval, Subjects: []*Subject{people}}}, lines("c1 2.1/p1/i2 same subject [displaced]")},
	} {
		if diff := cmp.Diff(c.want, show(Flags(tree(smallOld), []*Source{source(c.claims...)}))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestFlagsSayWhatTheTextSays: on the real text, every flag's sentences stand in
// its provision, its words in its sentences, and the provision in its clause.
func TestFlagsSayWhatTheTextSays(t *testing.T) {
	rev := readRevision(t, "revisions/2007/concept-2007.txt")
	flags := Flags(rev, realSources(t))
	if len(flags) == 0 {
		t.Fatal("no flags")
	}
	for _, f := range flags {
		p := rev.Find(f.Provision)
		if p == nil || f.Text != ownText(p) {
			t.Fatalf("%s is not what stands at %s: %q", f.Claim.ID(), f.Provision, f.Text)
		}
		if !below(rev.Find(f.Clause))[p] {
			t.Errorf("%s does not stand in %s", f.Provision, f.Clause)
		}
		if f.Whole != (len(f.Sentences) == 0) || f.Whole && f.Basis != Cited {
			t.Errorf("%s on %s: whole %v with %d sentences, %s", f.Claim.ID(), f.Provision, f.Whole, len(f.Sentences), f.Basis)
		}
		var said []string
		for _, s := range f.Sentences {
			if !strings.Contains(f.Text, s.Text) || len(s.Words) == 0 {
				t.Errorf("%s: sentence %q", f.Provision, s.Text)
			}
			for _, w := range s.Words {
				if !strings.Contains(s.Text, w) {
					t.Errorf("%s: words %q", f.Provision, w)
				}
			}
			said = append(said, s.Words...)
		}
		if !slices.Equal(f.Words, unique(said)) {
			t.Errorf("%s: words %q of %q", f.Provision, f.Words, said)
		}
	}
}

// TestSubjectsAreToldInAnyLanguage runs the same story in Azerbaijani and Russian.
func TestSubjectsAreToldInAnyLanguage(t *testing.T) {
	for _, c := range []struct {
		text string
		s    *Subject
		want string
	}{
		{
			"1 Təhdidlər | Ölkənin İşğal olunmuş ərazilərində nəzarət yoxdur. Dünya dəyişir.\n2 Prinsip | İşğal ümumbəşəri dəyərlərə ziddir.",
			subject("işğal olunmuş ərazi*"), lines("c1 1/p1 same subject [İşğal olunmuş ərazilərində]"),
		},
		{
			"1 Угрозы | На ОККУПИРОВАННЫХ территориях нет контроля.\n2 Принцип | Оккупация противоречит ценностям.",
			subject("оккупированн* территори*"), lines("c1 1/p1 same subject [ОККУПИРОВАННЫХ территориях]"),
		},
	} {
		got := show(Flags(tree(c.text), []*Source{source(&Claim{Says: Fulfilled, Subjects: []*Subject{c.s}})}))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	}
}

// TestFlagsAreTheSameEachTime: no order of maps comes through.
func TestFlagsAreTheSameEachTime(t *testing.T) {
	rev, sources := readRevision(t, "revisions/2007/concept-2007.txt"), realSources(t)
	first := show(Flags(rev, sources))
	for range 3 {
		if again := show(Flags(rev, sources)); again != first {
			t.Fatal("another result the second time")
		}
	}
}
