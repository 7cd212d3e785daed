package review

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
)

// This file holds the rules of what can be said, beside those of who may say it
// (see [MayState]): whoever takes words from a person asks here.

// ParseVerdict reads a verdict as a person writes it. What is none is a
// [fault.Misuse] whose hint names the nearest.
func ParseVerdict(typed string) (Verdict, error) {
	v := Verdict(typed)
	if v.Check() == nil {
		return v, nil
	}
	names := VerdictNames()
	err := fault.Misusef("there is no verdict %q: %s", typed, phrase.Or(names))
	if near := revision.Nearest(typed, names, 1); len(near) > 0 {
		return "", fault.Hint(err, "did you mean %s?", near[0])
	}
	return "", err
}

// VerdictNames are the verdicts as they are written.
func VerdictNames() []string {
	var out []string
	for _, v := range Verdicts {
		out = append(out, string(v))
	}
	return out
}

// MarkAnchor ties a mark to provision p of r. What has no words of its own cannot be
// marked.
func MarkAnchor(r *revision.Revision, p *revision.Provision) (Anchor, error) {
	if Words(p) == "" {
		return Anchor{}, fmt.Errorf("%s %s has no words of its own to mark", r.Label, p.Address())
	}
	return AnchorOf(r, p), nil
}

// ClauseAnchor ties a ruling on pairs to a clause: what is paired are whole clauses.
func ClauseAnchor(r *revision.Revision, p *revision.Provision) (Anchor, error) {
	if !p.IsClause() {
		return Anchor{}, fault.Hint(fmt.Errorf("%s %s is part of a clause, and whole clauses are paired", r.Label, p.Address()),
			"name the clause it stands in")
	}
	return AnchorOf(r, p), nil
}

// CheckReason refuses a statement that overrules something and gives no reason; what
// names it.
func CheckReason(what, note string) error {
	if strings.TrimSpace(note) == "" {
		return fault.Misusef("a %s needs its reason", what)
	}
	return nil
}

// NothingSaidError says that there is nothing that could be withdrawn.
type NothingSaidError struct {
	On Anchor
	By string // the member whose mark is meant; "" for the committee's decision
}

func (e *NothingSaidError) Error() string {
	if e.By == "" {
		return fmt.Sprintf("there is no decision on %s that could be withdrawn", e.On)
	}
	return fmt.Sprintf("%s has no mark on %s that could be withdrawn", e.By, e.On)
}

// MayWithdraw refuses with a [*NothingSaidError] to take back what was not said: a member a mark of that
// member, the committee a decision. The statement is one on r.
func (r *Record) MayWithdraw(rev *revision.Revision, by string, s Statement) error {
	on, is := withdrawal(s)
	if !is {
		return nil
	}
	st := r.StateOf(rev).At(on.Address)
	if _, ok := s.(Decision); ok {
		if st == nil || st.Decision == nil {
			return &NothingSaidError{On: on}
		}
		return nil
	}
	if st != nil && slices.ContainsFunc(st.Marks, func(e Entry) bool { return e.By == by }) {
		return nil
	}
	return &NothingSaidError{On: on, By: by}
}

// withdrawal is what a statement takes back, if it does.
func withdrawal(s Statement) (on Anchor, is bool) {
	switch s := s.(type) {
	case Mark:
		return s.On, s.Verdict == Withdraw
	case Decision:
		return s.On, s.Verdict == Withdraw
	}
	return Anchor{}, false
}

// Enrol says what is entered for a member: what is given replaces what the record
// has, and who left comes back. changed is false when nothing is to be entered,
// since the member is enrolled already and neither role nor key is given.
func Enrol(members []Member, name string, role Role, key string) (said Enrolment, changed bool) {
	said, changed = Enrolment{Name: name, Role: Ordinary}, true
	for _, m := range members {
		if m.Name == name {
			said = m.Enrolment
			said.Removed = false
			changed = role != "" || key != "" || m.Removed
		}
	}
	if role != "" {
		said.Role = role
	}
	if key != "" {
		said.Key = key
	}
	return said, changed
}

// Present finds a member who has not left; otherwise the error is a
// [*NotMemberError].
func Present(members []Member, name string) (Member, error) {
	missing := &NotMemberError{Name: name}
	for _, m := range members {
		switch {
		case m.Name == name && !m.Removed:
			return m, nil
		case m.Name == name:
			missing.Left = true
		case !m.Removed:
			missing.Names = append(missing.Names, m.Name)
		}
	}
	return Member{}, missing
}

// KeyError says that a member cannot sign with a key.
type KeyError struct {
	Member string
	Other  bool // the record has another key for the member; else it has none
}

func (e *KeyError) Error() string {
	if e.Other {
		return "the record has another key for " + e.Member
	}
	return "the record has no key for " + e.Member
}

// MaySign refuses to sign in a member's name with a key that the record does not
// have for the member and never had: the error is a [*KeyError]. A key that was replaced
// signs its own replacement, so that other copies take it.
func (r *Record) MaySign(m Member, key string) error {
	for _, e := range r.entries {
		if said, ok := e.Says.(Enrolment); ok && said.Name == m.Name && said.Key == key {
			return nil
		}
	}
	return &KeyError{Member: m.Name, Other: m.Key != ""}
}

// The most characters (runes) that a text may have. Any text within them is
// taken as it is: quotation marks, line breaks, all scripts.
const (
	MaxName    = 120
	MaxNote    = 20_000
	MaxAddress = 500
	maxLabel   = 200
	maxQuote   = 2_000
	maxKey     = 4_000
)

// MaxVotes bounds each count of a vote.
const MaxVotes = 1_000_000

// CleanName is a name in the form in which it is stored and compared: composed
// (Unicode NFC), without spaces around it. The error says why it is refused.
func CleanName(name string) (string, error) {
	clean := norm.NFC.String(strings.TrimSpace(name))
	if err := checkName(clean); err != nil {
		return "", err
	}
	return clean, nil
}

func checkName(name string) error {
	if name == "" || name != strings.TrimSpace(name) {
		return errors.New("a member's name is needed: letters, without spaces around them")
	}
	return checkText("the name", name, MaxName)
}

// checkText refuses what is no text or too long; what names it.
func checkText(what, s string, most int) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("%s is not UTF-8 text", what)
	}
	if n := utf8.RuneCountInString(s); n > most {
		return fmt.Errorf("%s has %d characters: at most %d can be stored", what, n, most)
	}
	return nil
}
