package exchange

import (
	"fmt"
	"strings"

	"conceptdiff/internal/review"
)

// Question is an entry about a member that nobody vouches for whom this copy trusts.
type Question struct {
	Entry  review.Entry // says an [review.Enrolment]
	Said   review.Enrolment
	Before *review.Enrolment // what the record has of that name; nil for nobody
}

// Answer is what [Policy.Trust] must hold for the entry to be taken: the fingerprint of
// the key that it gives, or the name where it gives no other key than the record has.
func (q Question) Answer() string {
	if q.newKey() {
		return review.Fingerprint(q.Said.Key)
	}
	return q.Said.Name
}

// newKey reports whether it gives the member a key that the record does not have.
func (q Question) newKey() bool {
	return q.Said.Key != "" && (q.Before == nil || q.Before.Key != q.Said.Key)
}

// answered reports whether one of the decisions is about it.
func (q Question) answered(decisions []string) bool {
	for _, d := range decisions {
		if d == q.Answer() || q.newKey() && d == q.Said.Key {
			return true
		}
	}
	return false
}

// String says what the entry would change and in whose name it is entered.
func (q Question) String() string {
	var does []string
	was := q.Before
	switch {
	case q.Said.Removed && was != nil && !was.Removed:
		does = append(does, "takes "+q.Said.Name+" out of the committee")
	case was == nil || was.Role != q.Said.Role || was.Removed:
		does = append(does, fmt.Sprintf("makes %s a %s", q.Said.Name, q.Said.Role))
	}
	switch {
	case q.newKey() && was != nil && was.Key != "":
		does = append(does, fmt.Sprintf("replaces the key of %s by %s", q.Said.Name, review.Fingerprint(q.Said.Key)))
	case q.newKey():
		does = append(does, fmt.Sprintf("gives %s the key %s", q.Said.Name, review.Fingerprint(q.Said.Key)))
	case was != nil && was.Key != "" && q.Said.Key == "":
		does = append(does, "takes the key of "+q.Said.Name+" away")
	}
	if len(does) == 0 {
		does = append(does, "enrols "+q.Said.Name+" again")
	}
	return fmt.Sprintf("an entry in the name of %s, of %s, %s", q.Entry.By, q.Entry.Time.Format("2 January 2006"), strings.Join(does, " and "))
}

// UntrustedError lists what a record says about members and nobody vouches for. There
// is at least one question.
type UntrustedError struct{ Questions []Question }

func (e *UntrustedError) Error() string {
	s := e.Questions[0].String() + "; no chair whose key is trusted here signed that"
	if n := len(e.Questions) - 1; n > 0 {
		s += fmt.Sprintf(", nor %d more like it", n)
	}
	return s
}

// StrangerError says that a decision to trust is about nobody.
type StrangerError struct{ Given string }

func (e *StrangerError) Error() string {
	return fmt.Sprintf("there is nothing to decide about %q: the file and the record raise no question about such a key or name", e.Given)
}
