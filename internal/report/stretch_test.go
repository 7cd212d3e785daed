package report

import (
	"fmt"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Clauses that only bear other numbers are told together where they follow each other
// on both sides; every change stands in one stretch.
func TestStretches(t *testing.T) {
	text := func(label string, nums string, words ...string) *revision.Revision {
		comp := &revision.Provision{Kind: revision.KindComponent}
		for i, n := range strings.Fields(nums) {
			comp.Children = append(comp.Children, &revision.Provision{Kind: revision.KindClause, Num: n + ".", Text: words[i]})
		}
		revision.AssignEIDs([]*revision.Provision{comp})
		return &revision.Revision{Meta: revision.Meta{Label: label, Language: "en"}, Components: []*revision.Provision{comp}}
	}
	said := func(s string) string { return "The " + s + " is opened in spring by the keeper of the " + s + "." }
	old := text("old", "1 2 3 4 5 6", said("mill"), said("weir"), said("lock"), said("quay"), said("crane"), said("tower"))
	new := text("new", "1 2 3 4 5", said("mill"), said("lock"), said("quay"), said("crane"), said("tower"))
	cmp, err := compare.Compare(old, new)
	if err != nil {
		t.Fatal(err)
	}
	r, err := Build(Input{Comparison: cmp})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range Stretches(r.Changes, false, false) {
		first, last := s.Changes[0], s.last()
		got = append(got, fmt.Sprint(s.Telling, " ", len(s.Changes), " ", first.ID, " ", last.ID))
	}
	want := fmt.Sprintf("%d 1 c-1 c-1, %d 1 c-old-2 c-old-2, %d 4 c-2 c-5", AsUnchanged, InFull, AsNumbers)
	if s := strings.Join(got, ", "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
	if n := len(Stretches(r.Changes, true, false)); n != len(r.Changes) {
		t.Errorf("in full, %d changes stand in %d stretches", len(r.Changes), n)
	}
}
