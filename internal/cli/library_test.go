package cli

import (
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// The identities of the first revision are its own addresses. Those of the
// draft come from its alignment with its base: what became of a clause bears
// that clause's identity under whatever number, and only what is new has one of
// the draft's.
func TestIdentities(t *testing.T) {
	dir := repository(t)
	if got := run(t, nil, "list", "--workspace", dir); got.code != exitDone {
		t.Fatal(got.err)
	}
	stored := loadAll(t, dir)
	old, draft := stored["2007"], stored["draft"]
	old.Walk(func(p *revision.Provision) bool {
		if want := "2007/" + p.Address(); p.WID != want {
			t.Errorf("%s has the identity %s, want %s", p.Address(), p.WID, want)
		}
		return true
	})

	c, err := compare.Compare(old, draft)
	if err != nil {
		t.Fatal(err)
	}
	renumbered, news := 0, 0
	for _, ch := range c.Changes {
		switch {
		case len(ch.Old) == 1 && len(ch.New) == 1:
			if ch.Old[0].WID != ch.New[0].WID {
				t.Errorf("draft %s was 2007 %s, its identity is %s", ch.New[0].Address(), ch.Old[0].Address(), ch.New[0].WID)
			}
			if ch.Renumbered {
				renumbered++
			}
		case ch.Kind == compare.New:
			news++
			if !strings.HasPrefix(ch.New[0].WID, "draft/") {
				t.Errorf("draft %s is new, its identity is %s", ch.New[0].Address(), ch.New[0].WID)
			}
		}
	}
	if renumbered == 0 || news == 0 {
		t.Errorf("%d clauses renumbered, %d new: nothing was tested", renumbered, news)
	}
	items := 0
	draft.Walk(func(p *revision.Provision) bool {
		if p.Kind == revision.KindItem && strings.HasPrefix(p.WID, "2007/") {
			items++
		}
		return true
	})
	if items == 0 {
		t.Error("no list item kept its identity")
	}
}
