package exchange

import (
	"slices"

	"conceptdiff/internal/review"
)

// council judges what a union says about members.
type council struct {
	here, union *review.Record
	policy      Policy
	covers      func(key, hash string) bool

	keys []trusted // of chairs whose word is taken
}

// trusted is a key and the name it is the key of.
type trusted struct{ key, name string }

// judge accepts the new enrolments that somebody vouches for, until no more follow, and
// asks about the rest.
func (c *council) judge(a *Admission) error {
	open := c.news()
	used := make([]bool, len(c.policy.Trust))
	c.trustHere(a, used)
	if len(c.here.Members()) == 0 {
		c.found(a, used)
		open = nil
	}
	for {
		left := slices.DeleteFunc(slices.Clone(open), func(q Question) bool { return c.accept(a, q, used) })
		if len(left) == len(open) {
			break
		}
		open = left
	}
	if len(open) > 0 {
		return &UntrustedError{open}
	}
	if i := slices.Index(used, false); i >= 0 {
		return &StrangerError{c.policy.Trust[i]}
	}
	return nil
}

// news lists the new enrolments, each with what stood before it.
func (c *council) news() []Question {
	current := map[string]*review.Enrolment{}
	for _, m := range c.here.Members() {
		current[m.Name] = &m.Enrolment
	}
	var out []Question
	for _, e := range c.union.Entries() {
		said, ok := e.Says.(review.Enrolment)
		if !ok || c.here.Has(e.Hash) {
			continue
		}
		out = append(out, Question{Entry: e, Said: said, Before: current[said.Name]})
		current[said.Name] = &said
	}
	return out
}

// trustHere takes the trusted keys of those who are chairs in the record as it is, and
// those that are decided on.
func (c *council) trustHere(a *Admission, used []bool) {
	for _, m := range c.here.Members() {
		if !chairs(m.Enrolment) || m.Key == "" {
			continue
		}
		decided := c.decide(m.Key, used)
		if decided {
			a.Keys = append(a.Keys, m.Key)
		}
		if decided || slices.Contains(c.policy.Keys, m.Key) {
			c.keys = append(c.keys, trusted{m.Key, m.Name})
		}
	}
}

func chairs(e review.Enrolment) bool { return e.Role == review.Chair && !e.Removed }

// decide reports whether somebody decided to trust a key, and notes the use.
func (c *council) decide(key string, used []bool) bool {
	found := false
	for i, d := range c.policy.Trust {
		if d == key || d == review.Fingerprint(key) {
			used[i], found = true, true
		}
	}
	return found
}

// found takes all that a file says of members into a record that has none.
func (c *council) found(a *Admission, used []bool) {
	for _, m := range c.union.Members() {
		if !chairs(m.Enrolment) {
			continue
		}
		if m.Key != "" && c.decide(m.Key, used) {
			a.Keys = append(a.Keys, m.Key)
			continue
		}
		if i := slices.Index(c.policy.Trust, m.Name); i >= 0 && m.Key == "" {
			used[i] = true
			continue
		}
		a.Founding = append(a.Founding, m.Enrolment)
	}
}

// accept takes an enrolment that changes nothing of weight, that someone vouches for, or
// that was decided on.
func (c *council) accept(a *Admission, q Question, used []bool) bool {
	vouched := c.vouched(q)
	if !vouched && !harmless(q) && !c.byOwner(q) {
		if !q.answered(c.policy.Trust) {
			return false
		}
		vouched = true
	}
	for i, d := range c.policy.Trust {
		used[i] = used[i] || q.answered([]string{d})
	}
	if key := q.Said.Key; chairs(q.Said) && key != "" && (vouched || c.trusts(q.Before)) && !c.trusts(&q.Said) {
		c.keys = append(c.keys, trusted{key, q.Said.Name})
		a.Keys = append(a.Keys, key)
	}
	return true
}

// vouched reports whether another member, a chair whose key is trusted, signed for it.
func (c *council) vouched(q Question) bool {
	return slices.ContainsFunc(c.keys, func(t trusted) bool {
		return t.name != q.Said.Name && c.covers(t.key, q.Entry.Hash)
	})
}

// byOwner reports whether the member changes the own key, or lays down a role, by the
// key that the record has.
func (c *council) byOwner(q Question) bool {
	return q.Before != nil && !higher(q.Said, *q.Before) && c.covers(q.Before.Key, q.Entry.Hash)
}

func (c *council) trusts(e *review.Enrolment) bool {
	return e != nil && slices.Contains(c.keys, trusted{e.Key, e.Name})
}

// harmless reports whether an enrolment makes no chair and gives or takes nothing from
// one who signs.
func harmless(q Question) bool {
	switch was := q.Before; {
	case was == nil:
		return q.Said.Role != review.Chair
	case *was == q.Said:
		return true
	case was.Key != "" || q.Said.Key != "":
		return false
	}
	return q.Said.Role != review.Chair || !higher(q.Said, *q.Before)
}

// higher reports whether one has more to say by what is said than before.
func higher(said, was review.Enrolment) bool {
	rank := func(e review.Enrolment) int {
		if e.Removed {
			return -1
		}
		return slices.Index(review.Roles, e.Role)
	}
	return rank(said) > rank(was)
}
