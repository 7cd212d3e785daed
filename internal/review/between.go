package review

import (
	"cmp"
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// between lists the edits that lead from old provisions, all of one clause, to new
// ones, in the order of the old text. What moved from one to the other is kept.
// Joined, the Old strings are the words of the old provisions.
func (f *flow) between(from *channel, old, new scope) []compare.Edit {
	p := path{lastOld: -1, lastNew: -1}
	elsewhere := f.arrivalsIn(new, from)
	for _, r := range from.runs {
		isOld, isNew := r.old != nil && old[r.old], r.new != nil && new[r.new]
		switch {
		case r.op == compare.Keep && isOld && isNew:
			p.keep(r, r)
		case r.op == compare.Move && isOld && r.partner != nil && new[r.partner.new]:
			// What was added before the place where it arrived.
			if i := slices.Index(elsewhere, r.partner); i >= 0 {
				p.insert(elsewhere[:i], old)
				elsewhere = elsewhere[i+1:]
			}
			p.keep(r, r.partner)
		case isOld:
			p.add(compare.Delete, r, nil)
		case isNew:
			p.insert([]*run{r}, old)
		}
	}
	p.insert(elsewhere, old)
	return p.edits
}

// arrivalsIn lists the runs of the new provisions that stand in other changes.
func (f *flow) arrivalsIn(new scope, except *channel) []*run {
	var channels []*channel
	for p := range new {
		if ch := f.ofNew[p]; ch != nil && ch != except && !slices.Contains(channels, ch) {
			channels = append(channels, ch)
		}
	}
	slices.SortFunc(channels, func(a, b *channel) int { return cmp.Compare(a.place, b.place) })
	var out []*run
	for _, ch := range channels {
		for _, r := range ch.runs {
			if r.new != nil && new[r.new] {
				out = append(out, r)
			}
		}
	}
	return out
}

// path is a list of edits under way. It knows in which line either side stands, so
// that line breaks come back where lines end.
type path struct {
	edits            []compare.Edit
	lastOld, lastNew int
}

func (p *path) keep(old, new *run) { p.add(compare.Keep, old, new) }

// insert adds what was inserted or came from elsewhere; what came from the old
// provisions stands where it left.
func (p *path) insert(runs []*run, old scope) {
	for _, r := range runs {
		if r.op != compare.Move || r.partner == nil || !old[r.partner.old] {
			p.add(compare.Insert, nil, r)
		}
	}
}

func (p *path) add(op compare.Op, old, new *run) {
	var brk, e compare.Edit
	e.Op = op
	if old != nil {
		e.Old = old.was
		if p.lastOld >= 0 && p.lastOld != old.oldLine {
			brk.Old = "\n"
		}
		p.lastOld = old.oldLine
	}
	if new != nil {
		e.New = new.now
		if p.lastNew >= 0 && p.lastNew != new.newLine {
			brk.New = "\n"
		}
		p.lastNew = new.newLine
	}
	switch {
	case brk.Old != "" && brk.New != "":
		brk.Op = compare.Keep
	case brk.Old != "":
		brk.Op = compare.Delete
	default:
		brk.Op = compare.Insert
	}
	if brk.Old+brk.New != "" {
		p.edits = append(p.edits, brk)
	}
	// Runs of one fate read as one.
	if n := len(p.edits); n > 0 && p.edits[n-1].Op == e.Op && brk.Old+brk.New == "" {
		p.edits[n-1].Old += e.Old
		p.edits[n-1].New += e.New
		return
	}
	p.edits = append(p.edits, e)
}

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
