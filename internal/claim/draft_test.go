package claim

import (
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// draftCases is the part of testdata/draft-cases.yaml that concerns claims: what
// the author of the illustrative draft put there to be found.
type draftCases struct {
	LeftIn             []draftCase `yaml:"left_in"`
	RemovedAsFulfilled []draftCase `yaml:"removed_as_fulfilled"`
	RemovedUnasked     []draftCase `yaml:"removed_unasked"`
	Expectations       []struct {
		Expected string
		Draft    string
		Where    []string
		Words    string
	}
}

type draftCase struct {
	Old, New, Text string
	Whole          bool
}

func TestDraftCases(t *testing.T) {
	data, err := os.ReadFile(root + "/testdata/draft-cases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var cases draftCases
	if err := yaml.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	if len(cases.LeftIn) < 2 || len(cases.RemovedAsFulfilled) < 4 || len(cases.RemovedUnasked) < 1 || len(cases.Expectations) < 3 {
		t.Fatalf("too few cases: %+v", cases)
	}
	old, now := readRevision(t, "revisions/2007/concept-2007.txt"), readRevision(t, "revisions/draft/concept-draft.md")
	got := Examine(mustCompare(t, old, now), realSources(t))

	for _, c := range cases.LeftIn {
		fates := fatesOf(got.Flags, c)
		if len(fates) == 0 || slices.ContainsFunc(fates, func(tr *Treatment) bool {
			return tr.Fate != CarriedOver || !strings.HasPrefix(tr.To[0], c.New+"/") || !strings.Contains(tr.NewText, c.Text)
		}) {
			t.Errorf("left in, %s %q: %+v", c.Old, c.Text, fates)
		}
	}
	for _, c := range cases.RemovedAsFulfilled {
		fates := fatesOf(got.Flags, c)
		if len(fates) == 0 || slices.ContainsFunc(fates, func(tr *Treatment) bool { return tr.Stands() || strings.Contains(tr.NewText, c.Text) }) {
			t.Errorf("removed as fulfilled, %s %q: %+v", c.Old, c.Text, fates)
		}
	}
	for _, c := range cases.RemovedUnasked {
		if !slices.ContainsFunc(got.Unannounced, func(r Removal) bool {
			return r.Clause == c.Old && strings.Contains(r.Text, c.Text) && (r.Unit == WholeClause) == c.Whole
		}) {
			t.Errorf("removed without a source asking, %s %q: not found in\n%s", c.Old, c.Text, showRemovals(got.Unannounced))
		}
	}
	standings := map[string]Standing{"meets": Met, "touches": Touched, "does not meet": NotMet}
	for _, c := range cases.Expectations {
		i := slices.IndexFunc(got.Expectations, func(e Expectation) bool {
			return e.Claim.Expects == ExpectsRemoval && strings.HasPrefix(c.Expected, "removal") ||
				e.Claim.Expects == ExpectsAddition && strings.EqualFold(e.Claim.Subjects[0].Name, c.Expected)
		})
		if i < 0 {
			t.Errorf("nobody expects %s", c.Expected)
			continue
		}
		e := got.Expectations[i]
		if e.Standing != standings[c.Draft] {
			t.Errorf("%s: %s (%s), want %s", c.Expected, e.Standing, e.Why.Code, standings[c.Draft])
		}
		for _, where := range c.Where {
			shown := slices.ContainsFunc(e.Shown, func(s Showing) bool { return s.Clause == where && strings.EqualFold(s.Words[0], c.Words) })
			still := slices.ContainsFunc(e.Flags, func(f Flag) bool { return f.Treatment.Stands() && strings.HasPrefix(f.Treatment.To[0], where) })
			if !shown && !still {
				t.Errorf("%s: %s is not shown", c.Expected, where)
			}
		}
	}
}

// fatesOf finds the treatments of the flags that are tied by a sentence of the case.
func fatesOf(flags []Flag, c draftCase) []*Treatment {
	var out []*Treatment
	for _, f := range flags {
		if f.Clause == c.Old && slices.ContainsFunc(f.Sentences, func(s Sentence) bool { return strings.Contains(s.Text, c.Text) }) {
			out = append(out, f.Treatment)
		}
	}
	return out
}
