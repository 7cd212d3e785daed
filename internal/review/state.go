package review

import (
	"slices"

	"conceptdiff/internal/revision"
)

// View says where the committee stands on a provision.
type View string

// The views, in the order in which they need talking about.
const (
	InDispute View = "disputed" // members differ, one disputes it, or proposals collide
	OneMember View = "marked"   // one member has spoken
	Agreed    View = "agreed"   // several have, and say the same
	Decided   View = "decided"  // the committee has decided
)

// Views lists the views.
var Views = []View{InDispute, OneMember, Agreed, Decided}

// State is what is said of a revision's provisions.
type State struct {
	Revision *revision.Revision
	Members  []Member // of the committee, those who left included
	// Provisions stand in document order. Every provision of which anything is
	// said stands here once.
	Provisions []*Standing
	// Unmarked are the clauses of which nothing is said, neither of them nor of a
	// paragraph or item in them.
	Unmarked []*revision.Clause
	Clauses  int // all clauses of the revision
	// Unresolved is what is said of words that are not found in this revision: of
	// another text of that label, or as read by another version of the program.
	// Provision and Clause are nil.
	Unresolved []*Standing
}

// Standing is what stands of a provision: the last word of each member, and the
// committee's.
type Standing struct {
	Provision *revision.Provision
	Clause    *revision.Clause // the clause it is or stands in
	Anchor    Anchor
	Marks     []Entry // one a member, in the order of the record; each says a [Mark]
	Decision  *Entry  // says a [Decision]
	View      View
	Tally     []Count  // verdicts of the members, in the order of [Verdicts]
	Silent    []string // present members who may mark and have not

	since map[string]bool // marks made after the decision, by hash
}

// Count is how many members gave a verdict.
type Count struct {
	Verdict Verdict
	Members []string
}

// Verdict is what the entry's mark or decision says, "" when it is neither.
func (e Entry) Verdict() Verdict {
	switch s := e.Says.(type) {
	case Mark:
		return s.Verdict
	case Decision:
		return s.Verdict
	}
	return ""
}

// Note is the note of whatever the entry says.
func (e Entry) Note() string {
	switch s := e.Says.(type) {
	case Mark:
		return s.Note
	case Decision:
		return s.Note
	case Rebinding:
		return s.Note
	case Pin:
		return s.Note
	case Relation:
		return s.Note
	}
	return ""
}

// StateOf gathers what stands of the provisions of rev.
func (r *Record) StateOf(rev *revision.Revision) *State {
	s := &State{Revision: rev, Members: r.Members()}
	clauses := rev.Clauses()
	s.Clauses = len(clauses)
	standings, unresolved := r.gather(rev, clauses)
	for _, c := range clauses {
		before := len(s.Provisions)
		for _, p := range ownProvisions(c) {
			if st := standings[p]; st != nil && st.Statements() > 0 {
				st.Clause = c
				st.conclude(s.Members)
				s.Provisions = append(s.Provisions, st)
			}
		}
		if len(s.Provisions) == before {
			s.Unmarked = append(s.Unmarked, c)
		}
	}
	for _, st := range unresolved {
		if st.Statements() > 0 {
			st.conclude(s.Members)
			s.Unresolved = append(s.Unresolved, st)
		}
	}
	return s
}

// gather puts the marks and decisions on rev to their provisions, and those whose
// words are not there to their anchors, in the order of the record.
func (r *Record) gather(rev *revision.Revision, clauses []*revision.Clause) (map[*revision.Provision]*Standing, []*Standing) {
	find := newFinder(rev)
	at := make(map[*revision.Provision]*Standing)
	for _, c := range clauses {
		for _, p := range ownProvisions(c) {
			at[p] = &Standing{Provision: p}
		}
	}
	byAnchor := make(map[Anchor]*Standing)
	var unresolved []*Standing
	for _, e := range r.entries {
		on, ok := markedAnchor(e.Says)
		if !ok || on.Revision != rev.Label {
			continue
		}
		var st *Standing
		if on.In(rev) {
			st = at[find.find(on)]
		}
		if st == nil {
			if st = byAnchor[on]; st == nil {
				st = &Standing{}
				byAnchor[on] = st
				unresolved = append(unresolved, st)
			}
		}
		st.Anchor = on
		st.add(e)
	}
	return at, unresolved
}

func markedAnchor(s Statement) (Anchor, bool) {
	switch s := s.(type) {
	case Mark:
		return s.On, true
	case Decision:
		return s.On, true
	}
	return Anchor{}, false
}

// ownProvisions lists a clause and the paragraphs and items that belong to it, in
// document order.
func ownProvisions(c *revision.Clause) []*revision.Provision {
	var out []*revision.Provision
	c.Walk(func(p *revision.Provision) bool {
		if p != c.Provision && p.IsClause() {
			return false
		}
		out = append(out, p)
		return true
	})
	return out
}

// add takes in a later word.
func (st *Standing) add(e Entry) {
	if _, ok := e.Says.(Decision); ok {
		st.since = nil
		st.Decision = &e
		if e.Verdict() == Withdraw {
			st.Decision = nil
		}
		return
	}
	st.Marks = slices.DeleteFunc(st.Marks, func(m Entry) bool { return m.By == e.By })
	if e.Verdict() == Withdraw {
		return
	}
	st.Marks = append(st.Marks, e)
	if st.Decision != nil {
		if st.since == nil {
			st.since = make(map[string]bool)
		}
		st.since[e.Hash] = true
	}
}

// conclude counts who says what.
func (st *Standing) conclude(members []Member) {
	for _, v := range Verdicts {
		c := Count{Verdict: v}
		for _, m := range st.Marks {
			if m.Verdict() == v {
				c.Members = append(c.Members, m.By)
			}
		}
		if len(c.Members) > 0 {
			st.Tally = append(st.Tally, c)
		}
	}
	for _, m := range members {
		spoke := slices.ContainsFunc(st.Marks, func(e Entry) bool { return e.By == m.Name })
		if !m.Removed && m.Role != Reader && !spoke {
			st.Silent = append(st.Silent, m.Name)
		}
	}
	st.View = view(st)
}

func view(st *Standing) View {
	disputed := slices.ContainsFunc(st.Tally, func(c Count) bool { return c.Verdict == Disputed })
	switch {
	case st.Decision != nil:
		return Decided
	case disputed || len(st.Tally) > 1 || st.Collide():
		return InDispute
	case len(st.Marks) == 1:
		return OneMember
	}
	return Agreed
}

// Statements counts the marks and decisions that stand.
func (st *Standing) Statements() int {
	n := len(st.Marks)
	if st.Decision != nil {
		n++
	}
	return n
}

// Contrary lists the marks that differ from the decision and were made after it.
func (st *Standing) Contrary() []Entry {
	if st.Decision == nil {
		return nil
	}
	var out []Entry
	for _, m := range st.Marks {
		if st.since[m.Hash] && m.Verdict() != st.Decision.Verdict() {
			out = append(out, m)
		}
	}
	return out
}

// Counts tells how many provisions stand in each view, in the order of [Views].
func (s *State) Counts() []ViewCount {
	var out []ViewCount
	for _, v := range Views {
		n := 0
		for _, st := range s.Provisions {
			if st.View == v {
				n++
			}
		}
		out = append(out, ViewCount{v, n})
	}
	return out
}

// ViewCount is how many provisions stand in a view.
type ViewCount struct {
	View  View
	Count int
}

// At returns what stands of the provision with that address, or nil.
func (s *State) At(address string) *Standing {
	for _, st := range s.Provisions {
		if st.Provision.Address() == address {
			return st
		}
	}
	return nil
}

// Statements counts all marks and decisions that stand on the revision, those
// unresolved included.
func (s *State) Statements() int {
	n := 0
	for _, st := range slices.Concat(s.Provisions, s.Unresolved) {
		n += st.Statements()
	}
	return n
}
