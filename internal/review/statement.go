package review

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Kind says what an entry is.
type Kind string

// The kinds of entry.
const (
	KindMember    Kind = "member"
	KindMark      Kind = "mark"
	KindDecision  Kind = "decision"
	KindRebinding Kind = "rebinding"
	KindPin       Kind = "pin"
	KindRelation  Kind = "relation"
	KindRevision  Kind = "revision"
)

// Kinds lists the kinds of entry.
var Kinds = []Kind{KindMember, KindMark, KindDecision, KindRebinding, KindPin, KindRelation, KindRevision}

// needs is the least role that may enter it, "" when anyone may.
func (k Kind) needs() Role {
	switch k {
	case KindMember, KindRevision:
		return ""
	case KindDecision:
		return Chair
	}
	return Ordinary
}

// Statement is what an entry says: [Enrolment], [Mark], [Decision], [Rebinding],
// [Pin], [Relation] or [StoredRevision].
type Statement interface {
	Kind() Kind
	// Refers is the digest of the words it is about, "" when it is about none.
	Refers() string
	check() error
	encode() object
}

// Verdict is what a member or the committee says of a provision.
type Verdict string

// The verdicts. Withdraw takes back what the same member, or the committee, said
// before.
const (
	Obsolete  Verdict = "obsolete"
	Fulfilled Verdict = "fulfilled"
	Keep      Verdict = "keep"
	Amend     Verdict = "amend"
	Disputed  Verdict = "disputed"
	Withdraw  Verdict = "withdraw"
)

// Verdicts lists the verdicts in the order in which they are shown.
var Verdicts = []Verdict{Obsolete, Fulfilled, Keep, Amend, Disputed, Withdraw}

// Check returns an error that names the verdicts when v is none.
func (v Verdict) Check() error {
	if slices.Contains(Verdicts, v) {
		return nil
	}
	return fmt.Errorf("verdict %q is unknown: obsolete, fulfilled, keep, amend, disputed or withdraw", string(v))
}

// Mark is one member's verdict on a provision.
type Mark struct {
	On      Anchor
	Verdict Verdict
	Note    string
	Source  string // key of the source the member relies on, or ""
	// Words are proposed in place of those it is about, with the verdict amend; "" for
	// none. See [MayPropose].
	Words string
}

// Kind is part of [Statement].
func (Mark) Kind() Kind { return KindMark }

// Refers is part of [Statement].
func (m Mark) Refers() string { return m.On.Digest }

func (m Mark) check() error {
	return errors.Join(m.On.check(), m.Verdict.Check(), checkText("the note", m.Note, MaxNote), checkText("the source", m.Source, maxLabel),
		checkWords(m.Verdict, m.On, m.Words))
}

// Votes counts a vote. The zero value says that none was recorded.
type Votes struct {
	For, Against, Abstain int
}

// Decision is the committee's verdict on a provision. It stands above the marks
// of the members.
type Decision struct {
	On      Anchor
	Verdict Verdict
	Votes   Votes
	Note    string
	Words   string // that are to stand in its place, with the verdict amend; "" for none
}

// Kind is part of [Statement].
func (Decision) Kind() Kind { return KindDecision }

// Refers is part of [Statement].
func (d Decision) Refers() string { return d.On.Digest }

func (d Decision) check() error {
	for _, n := range []int{d.Votes.For, d.Votes.Against, d.Votes.Abstain} {
		if n < 0 || n > MaxVotes {
			return fmt.Errorf("%d is no number of votes", n)
		}
	}
	return errors.Join(d.On.check(), d.Verdict.Check(), checkText("the note", d.Note, MaxNote), checkWords(d.Verdict, d.On, d.Words))
}

// Rebinding says where the marks on one provision belong in another revision,
// where the words alone leave it open. It holds for marks made before and after.
type Rebinding struct {
	From Anchor
	In   string   // label of the other revision
	To   []Anchor // all in that revision; none when the provision has no successor there
	Note string   // the reason
}

// Kind is part of [Statement].
func (Rebinding) Kind() Kind { return KindRebinding }

// Refers is part of [Statement].
func (r Rebinding) Refers() string { return r.From.Digest }

func (r Rebinding) check() error {
	errs := []error{r.From.check(), checkText("the reason", r.Note, MaxNote), checkLabel(r.In)}
	if r.Note == "" {
		errs = append(errs, errors.New("a rebinding needs its reason"))
	}
	for _, to := range r.To {
		errs = append(errs, to.check())
		if to.Revision != r.In {
			errs = append(errs, fmt.Errorf("a rebinding to %s names a provision of %s", r.In, to.Revision))
		}
	}
	return errors.Join(errs...)
}

// Pin overrules the comparison: two provisions belong together, or do not.
type Pin struct {
	Old, New Anchor
	Apart    bool
	Note     string
}

// Kind is part of [Statement].
func (Pin) Kind() Kind { return KindPin }

// Refers is part of [Statement].
func (p Pin) Refers() string { return p.Old.Digest }

func (p Pin) check() error {
	return errors.Join(p.Old.check(), p.New.check(), checkText("the note", p.Note, MaxNote))
}

// ParseVotes reads a vote written as for/against/abstain: "5/1/0"; the last may be
// left out.
func ParseVotes(s string) (Votes, error) {
	parts := strings.Split(s, "/")
	if len(parts) != 2 && len(parts) != 3 {
		return Votes{}, fmt.Errorf("votes %q: write them as for/against/abstain, for example 5/1/0", s)
	}
	var n [3]int
	for i, p := range parts {
		var err error
		if n[i], err = strconv.Atoi(strings.TrimSpace(p)); err != nil || n[i] < 0 || n[i] > MaxVotes {
			return Votes{}, fmt.Errorf("votes %q: %q is no number of votes", s, strings.TrimSpace(p))
		}
	}
	return Votes{n[0], n[1], n[2]}, nil
}

// String writes a vote as [ParseVotes] reads it; "" when none was recorded.
func (v Votes) String() string {
	if v == (Votes{}) {
		return ""
	}
	return fmt.Sprintf("%d/%d/%d", v.For, v.Against, v.Abstain)
}
