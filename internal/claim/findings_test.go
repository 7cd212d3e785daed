package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// However it is asked for, the same is found.
func TestLookAhead(t *testing.T) {
	old := readRevision(t, "revisions/2007/concept-2007.txt")
	now := readRevision(t, "revisions/draft/concept-draft.md")
	sources := realSources(t)
	c := mustCompare(t, old, now)
	want := Against(c, Flags(old, sources))
	if len(want) == 0 {
		t.Fatal("no flags")
	}
	if diff := cmp.Diff(want, LookAhead(old, sources).Against(c)); diff != "" {
		t.Errorf("LookAhead (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, Examine(c, sources).Flags); diff != "" {
		t.Errorf("Examine (-want +got):\n%s", diff)
	}
	if flags := LookAhead(old, nil).Against(c); flags != nil {
		t.Errorf("without sources: %v", flags)
	}
}
