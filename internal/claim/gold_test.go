package claim

import (
	"os"
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/words"

	"github.com/google/go-cmp/cmp"
)

// goldLine is a line of testdata/gold-2007.txt.
type goldLine struct{ subject, address, words string }

func readGold(t *testing.T) []goldLine {
	t.Helper()
	data, err := os.ReadFile("testdata/gold-2007.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []goldLine
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "|")
		if len(f) < 3 {
			t.Fatalf("gold list: %q has no three fields", line)
		}
		out = append(out, goldLine{strings.TrimSpace(f[0]), strings.TrimSpace(f[1]), strings.TrimSpace(f[2])})
	}
	return out
}

// TestGold2007 holds the terms in the claims files against the list made by
// hand: every sentence that rests on a claim's fact is found, no other is.
func TestGold2007(t *testing.T) {
	rev := readRevision(t, "revisions/2007/concept-2007.txt")
	gold := readGold(t)
	var want []goldLine
	for _, g := range gold {
		p := rev.Find(g.address)
		if p == nil {
			t.Fatalf("gold list: the 2007 text has no %s", g.address)
		}
		var sentence string
		for _, s := range words.NewCutter("en").Sentences(nil, ownText(p)) {
			if text := ownText(p)[s.Start:s.End]; strings.HasPrefix(text, g.words) {
				sentence = text
			}
		}
		if sentence == "" {
			t.Fatalf("gold list: %s has no sentence that begins %q", g.address, g.words)
		}
		if g.subject != "no" {
			want = append(want, goldLine{g.subject, g.address, sentence})
		}
	}
	var got []goldLine
	for _, f := range Flags(rev, realSources(t)) {
		if len(f.Claim.Subjects) != 1 { // the removal expected is about two, both of other claims too
			continue
		}
		for _, s := range f.Sentences {
			if line := (goldLine{f.Claim.Subjects[0].Key, f.Provision, s.Text}); !slices.Contains(got, line) {
				got = append(got, line)
			}
		}
	}
	byText := func(a, b goldLine) int {
		return strings.Compare(a.subject+a.address+a.words, b.subject+b.address+b.words)
	}
	slices.SortFunc(want, byText)
	slices.SortFunc(got, byText)
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(goldLine{})); diff != "" {
		t.Errorf("sentences tied to a subject (-by hand +by the terms):\n%s", diff)
	}
}

// TestBases2007 pins what the issue asks of the flags: 4.1.1 is cited, down to
// its items, the others are found by their subject, each speaker on his own.
func TestBases2007(t *testing.T) {
	rev := readRevision(t, "revisions/2007/concept-2007.txt")
	bases := map[string]map[Basis][]string{}
	for _, f := range Flags(rev, realSources(t)) {
		if bases[f.Claim.Key] == nil {
			bases[f.Claim.Key] = map[Basis][]string{}
		}
		bases[f.Claim.Key][f.Basis] = append(bases[f.Claim.Key][f.Basis], f.Provision)
		if f.Whole != (f.Claim.Key == "most-of-4-1-1") {
			t.Errorf("%s on %s: whole is %v", f.Claim.Key, f.Provision, f.Whole)
		}
	}
	outside := []string{"1/p4", "3.5/p1", "3.11/p2", "4.1.3/p5", "4.2/p4", "4.2/p4/i1", "4.3.1/p2", "4.3.6/p2", "4.3.6/p8"}
	inside := []string{"4.1.1", "4.1.1/p1", "4.1.1/p4", "4.1.1/p6/i1", "4.1.1/p6/i2", "4.1.1/p7"}
	all := slices.Concat(outside[:3], inside, outside[3:])
	want := map[string]map[Basis][]string{
		"most-of-4-1-1":           {Cited: {"4.1.1"}},
		"not-under-occupation":    {Cited: inside, SameSubject: outside},
		"no-displacement-problem": {Cited: {"4.1.1/p6/i3"}, SameSubject: {"1/p4"}},
		"liberated":               {SameSubject: all},
		"returning":               {SameSubject: {"1/p4", "4.1.1/p6/i3"}},
		"removal-expected":        {SameSubject: slices.Insert(slices.Clone(all), 8, "4.1.1/p6/i3")},
		"decision-to-close":       {SameSubject: {"4.1.1/p4", "4.1.4/p7"}},
		"closure-completed":       {SameSubject: {"4.1.1/p4", "4.1.4/p7"}},
	}
	if diff := cmp.Diff(want, bases); diff != "" {
		t.Errorf("flags (-want +got):\n%s", diff)
	}
}

// TestQuotationsToTheLetter holds every quotation against the article, where the
// article is at hand: it is not part of the repository.
func TestQuotationsToTheLetter(t *testing.T) {
	data, err := os.ReadFile(root + "/../shared/texts/modern-az-2025-10-17.txt")
	if err != nil {
		t.Skip("the article is not at hand:", err)
	}
	article := string(data)
	check := func(quote string) {
		t.Helper()
		rest := article
		for part := range strings.SplitSeq(quote, "[…]") {
			_, after, ok := strings.Cut(rest, strings.TrimSpace(part))
			if !ok {
				t.Errorf("not in the article, or not in this order: %q", part)
				return
			}
			rest = after
		}
	}
	for _, src := range realSources(t) {
		if src.Publisher != "Modern.az" {
			continue
		}
		for _, c := range src.Claims {
			check(c.Quote)
			if c.Speaker != src.Publisher {
				check(c.Speaker)
				check(c.Role)
			}
		}
		for _, q := range src.Quotations {
			check(q.Text)
		}
	}
}

// TestSourcesHoldNoMoreThanIsHad pins that the decision of the OSCE, whose
// wording is not held, is shown as a report, and the article as quotations.
func TestSourcesHoldNoMoreThanIsHad(t *testing.T) {
	for _, src := range realSources(t) {
		for _, c := range src.Claims {
			report := strings.HasPrefix(src.Publisher, "OSCE")
			if c.IsReport() != report || report != strings.Contains(c.Wording(), "no verbatim text held") {
				t.Errorf("%s is shown as %s", c.ID(), c.Wording())
			}
		}
	}
}
