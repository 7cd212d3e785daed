package review

import "slices"

// checkRights holds every entry to what its author could say when it was written:
// by the enrolments that it has before it.
func (r *Record) checkRights() []Problem {
	var out []Problem
	known := make(map[string]*roll, len(r.entries))
	for i, e := range r.entries {
		now := r.rollBefore(e, known)
		if err := MayState(now.members, e.By, e.Says); err != nil {
			out = append(out, Problem{e.Hash, e.Seq, err.Error()})
		}
		if said, ok := e.Says.(Enrolment); ok {
			now = now.with(said, i)
		}
		known[e.Hash] = now
	}
	return out
}

// roll is the members as one entry's writer knew them. Entries share it, since few
// of them enrol anyone.
type roll struct {
	members []Member
	at      []int // for each member, the place in the record of the last word
}

func (r *Record) rollBefore(e Entry, known map[string]*roll) *roll {
	now := &roll{}
	for i, h := range e.Before {
		before := known[h]
		switch {
		case before == nil: // missing, and reported as such
		case i == 0:
			now = before
		case before != now:
			for k, m := range before.members {
				now = now.with(m.Enrolment, before.at[k])
			}
		}
	}
	return now
}

// with returns the roll with what was said at a place of the record, unless it
// holds a later word on that member.
func (r *roll) with(said Enrolment, at int) *roll {
	next := &roll{slices.Clone(r.members), slices.Clone(r.at)}
	for i := range next.members {
		if next.members[i].Name != said.Name {
			continue
		}
		if at >= next.at[i] {
			next.members[i].Enrolment, next.at[i] = said, at
		}
		return next
	}
	next.members = append(next.members, Member{Enrolment: said})
	next.at = append(next.at, at)
	return next
}
