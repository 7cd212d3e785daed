package review

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Pins lists what members have ruled on pairs of clauses of two revisions, for
// [compare.Compare]. Of several rulings on one clause the last holds. A ruling
// made on other revisions applies as well where both clauses are found again by
// their identities with the words they had; one whose clauses are found with
// other words no longer fits and is listed in stale, not applied.
func (r *Record) Pins(old, new *revision.Revision) (pins []compare.Pin, stale []Entry) {
	var olds, news map[string]*revision.Provision
	var said []compare.Pin
	for _, e := range r.entries {
		pin, ok := e.Says.(Pin)
		if !ok {
			continue
		}
		if olds == nil { // most records hold no rulings
			olds, news = byIdentity(old), byIdentity(new)
		}
		a, b := olds[pin.Old.WID], news[pin.New.WID]
		if a == nil || b == nil {
			continue
		}
		if digest(Words(a)) != pin.Old.Digest || digest(Words(b)) != pin.New.Digest {
			stale = append(stale, e)
			continue
		}
		said = append(said, compare.Pin{Old: a.Address(), New: b.Address(), Apart: pin.Apart, By: e.By, Note: pin.Note})
	}
	for i, p := range said {
		if !overruled(said[i+1:], p) {
			pins = append(pins, p)
		}
	}
	return pins, stale
}

func byIdentity(r *revision.Revision) map[string]*revision.Provision {
	m := map[string]*revision.Provision{}
	r.Walk(func(p *revision.Provision) bool {
		m[p.WID] = p
		return true
	})
	return m
}

// overruled reports whether a later ruling takes the place of p: one on the same
// two clauses, or one that pairs either of them with another.
func overruled(later []compare.Pin, p compare.Pin) bool {
	for _, q := range later {
		same := q.Old == p.Old && q.New == p.New
		if same || !q.Apart && !p.Apart && (q.Old == p.Old || q.New == p.New) {
			return true
		}
	}
	return false
}
