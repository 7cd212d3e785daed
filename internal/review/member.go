package review

import (
	"fmt"
	"slices"
	"time"
)

// Role says what a member may do.
type Role string

// The roles. Everyone may read.
const (
	Reader   Role = "reader" // is listed, and states nothing
	Ordinary Role = "member" // marks, rebinds, pins
	Chair    Role = "chair"  // also enters the decisions of the committee
)

// Roles lists the roles from the least to the most.
var Roles = []Role{Reader, Ordinary, Chair}

// Enrolment says that a person is a member, or no longer. What a later one of
// the same name says replaces all that an earlier one did.
type Enrolment struct {
	Name    string
	Role    Role
	Key     string // public SSH key with which the member signs, "" for none; see [ParseKey]
	Removed bool   // the member has left; the marks stay
}

// Kind is part of [Statement].
func (Enrolment) Kind() Kind { return KindMember }

// Refers is part of [Statement]: an enrolment refers to nothing.
func (Enrolment) Refers() string { return "" }

func (e Enrolment) check() error {
	if err := checkName(e.Name); err != nil {
		return err
	}
	if !slices.Contains(Roles, e.Role) {
		return fmt.Errorf("role %q is unknown: reader, member or chair", e.Role)
	}
	if e.Key == "" {
		return nil
	}
	if key, err := ParseKey(e.Key); err != nil {
		return err
	} else if key != e.Key {
		return fmt.Errorf("the key of %s is not in its plain form", e.Name)
	}
	return nil
}

// Member is a person as the record has it at some point.
type Member struct {
	Enrolment
	Since time.Time // when the record first names the member
}

// Members lists everyone whom the entries enrol, in the order of first
// enrolment, those who left included. The entries must be in the record's order.
func Members(entries []Entry) []Member {
	var out []Member
	for _, e := range entries {
		said, ok := e.Says.(Enrolment)
		if !ok {
			continue
		}
		i := slices.IndexFunc(out, func(m Member) bool { return m.Name == said.Name })
		if i < 0 {
			out = append(out, Member{said, e.Time})
			continue
		}
		out[i].Enrolment = said
	}
	return out
}

// NotMemberError says that a name is not that of a present member.
type NotMemberError struct {
	Name  string
	Names []string // of those who are
	Left  bool     // it was one
}

func (e *NotMemberError) Error() string {
	if e.Left {
		return fmt.Sprintf("%q is no longer a member", e.Name)
	}
	return fmt.Sprintf("no member is called %q", e.Name)
}

// RoleError says that a member's role does not allow what was tried.
type RoleError struct {
	Name string
	Role Role
	Kind Kind
	Need Role
}

func (e *RoleError) Error() string {
	return fmt.Sprintf("%s is enrolled as %s: only a %s may enter a %s", e.Name, e.Role, e.Need, e.Kind)
}

// MayState returns nil when the member called by may say s, and else a
// [*NotMemberError] or a [*RoleError]. Anyone may enrol members: the program
// cannot know who sits before it, and the record says who is said to have done it.
func MayState(members []Member, by string, s Statement) error {
	need := s.Kind().needs()
	if need == "" {
		return nil
	}
	missing := &NotMemberError{Name: by}
	for _, m := range members {
		switch {
		case m.Name == by && m.Removed:
			missing.Left = true
		case m.Name == by && slices.Index(Roles, m.Role) < slices.Index(Roles, need):
			return &RoleError{Name: by, Role: m.Role, Kind: s.Kind(), Need: need}
		case m.Name == by:
			return nil
		case !m.Removed:
			missing.Names = append(missing.Names, m.Name)
		}
	}
	return missing
}

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
