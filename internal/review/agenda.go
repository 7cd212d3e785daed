package review

import (
	"cmp"
	"slices"

	"conceptdiff/internal/revision"
)

// Topic is something that the committee needs to talk about.
type Topic struct {
	Reason   Reason
	Clause   *revision.Clause
	Address  string    // of the provision
	Standing *Standing // nil when nothing is said of it
	Flags    []string  // who calls it fulfilled or obsolete, as the caller put it
}

// Reason says why a topic is on the agenda.
type Reason string

// The reasons, in the order of the agenda.
const (
	TopicDisputed  Reason = "disputed"
	TopicFlagged   Reason = "flagged, unmarked"
	TopicContrary  Reason = "marked otherwise since it was decided"
	TopicOneMember Reason = "marked by one member"
	TopicUndecided Reason = "agreed, not decided"
)

// Reasons lists the reasons.
var Reasons = []Reason{TopicDisputed, TopicFlagged, TopicContrary, TopicOneMember, TopicUndecided}

// Flagged names a provision that sources speak of.
type Flagged struct {
	Address string
	Says    string // one line: who says what
}

// Agenda lists what needs talking about: what is disputed, what sources flag and
// nobody has marked, then what else is not settled. Within a reason it goes by the
// document. A flagged provision counts as marked when it, or the clause it stands
// in, is.
func (s *State) Agenda(flags []Flagged) []Topic {
	var out []Topic
	place := make(map[string]int)
	clause := make(map[string]*revision.Clause)
	for _, c := range s.Revision.Clauses() {
		for _, p := range ownProvisions(c) {
			place[p.Address()] = len(place)
			clause[p.Address()] = c
		}
	}
	says := make(map[string][]string)
	var flagged []string
	for _, f := range flags {
		if says[f.Address] == nil {
			flagged = append(flagged, f.Address)
		}
		if !slices.Contains(says[f.Address], f.Says) {
			says[f.Address] = append(says[f.Address], f.Says)
		}
	}
	said := make(map[string]bool)
	for _, st := range s.Provisions {
		address := st.Provision.Address()
		said[address] = true
		reason, ok := st.reason()
		if ok {
			out = append(out, Topic{reason, st.Clause, address, st, says[address]})
		}
	}
	for _, address := range flagged {
		c := clause[address]
		if c != nil && !said[address] && !said[c.Address()] {
			out = append(out, Topic{TopicFlagged, c, address, nil, says[address]})
		}
	}
	slices.SortStableFunc(out, func(a, b Topic) int {
		return cmp.Or(
			cmp.Compare(slices.Index(Reasons, a.Reason), slices.Index(Reasons, b.Reason)),
			cmp.Compare(place[a.Address], place[b.Address]))
	})
	return out
}

func (st *Standing) reason() (Reason, bool) {
	switch {
	case st.View == InDispute:
		return TopicDisputed, true
	case len(st.Contrary()) > 0:
		return TopicContrary, true
	case st.View == OneMember:
		return TopicOneMember, true
	case st.View == Agreed:
		return TopicUndecided, true
	}
	return "", false
}
