package compare

import (
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
)

func firstWIDs(r *revision.Revision) {
	r.Walk(func(p *revision.Provision) bool {
		p.WID = FirstWID(r.Label, p)
		return true
	})
}

func TestWIDsAreUniqueAndFollowTheirClause(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, new := randomPair(t)
		firstWIDs(old)
		c, err := Compare(old, new)
		if err != nil {
			t.Fatal(err)
		}
		InheritWIDs(c)
		seen := map[string]bool{}
		new.Walk(func(p *revision.Provision) bool {
			if p.WID == "" || seen[p.WID] {
				t.Fatalf("%s has WID %q", p.Address(), p.WID)
			}
			seen[p.WID] = true
			return true
		})
		for i := range c.Changes {
			if ch := &c.Changes[i]; ch.mainOld != nil && ch.mainOld.WID != ch.mainNew.WID {
				t.Fatalf("%s: %s became %s", ch.ID, ch.mainOld.WID, ch.mainNew.WID)
			}
		}
	})
}

func TestWIDsOfParagraphs(t *testing.T) {
	old := tree("2007", "1 Aims | "+rivers+" | "+forests+" |- lakes; |- ponds.")
	new := tree("draft", "1 Aims | "+harbours+" | "+forests+" |- ponds; |- lakes.")
	firstWIDs(old)
	InheritWIDs(mustCompare(t, old, new))
	for eid, want := range map[string]string{
		"1": "2007/1", "1/p2": "2007/1/p2", "1/p1": "draft/1/p1", "1/p2/i1": "2007/1/p2/i2", "1/p2/i2": "2007/1/p2/i1",
	} {
		if got := new.Find(eid).WID; got != want {
			t.Errorf("%s has WID %s, want %s", eid, got, want)
		}
	}
}
