package exchange

import (
	"fmt"

	"conceptdiff/internal/review"
)

// Policy says what may be taken into a record.
type Policy struct {
	Sources map[string]string // SHA-256 of each stored revision's source, by label
	// Keys are the public keys of chairs that this copy trusts.
	Keys []string
	// Trust answers the questions that the file raises: public keys, their
	// fingerprints, and the names of members whom it gives no key. See [Question.Answer].
	Trust    []string
	Unsigned bool // take what members who have a key did not sign
}

// Admission is what comes of taking in a record.
type Admission struct {
	Record *review.Record // all that both hold
	Added  int            // entries that are new
	Keys   []string       // keys of chairs that are trusted from now on
	// Founding are the chairs of a record that had no members; nobody vouches for them.
	Founding []review.Enrolment
	// Late counts, by name, new entries signed with a key that was replaced since.
	Late map[string]int
}

// Admit decides what of another record is taken into here: all of it or nothing. It
// refuses with a [*ForeignError] what is about other texts, with an [*UntrustedError]
// what is said about members and nobody vouches for, with an [*UnsignedError] entries of
// a member who signs and did not sign them.
func Admit(here, other *review.Record, p Policy) (Admission, error) {
	if err := p.checkSources(other); err != nil {
		return Admission{}, err
	}
	union, problems := here.Union(other)
	if len(problems) > 0 {
		return Admission{}, fmt.Errorf("together with what is stored: %s", problems[0])
	}
	a := Admission{Record: union, Added: len(union.Entries()) - len(here.Entries())}
	c := &council{here: here, union: union, policy: p, covers: coverage(union)}
	if err := c.judge(&a); err != nil {
		return Admission{}, err
	}
	late, err := checkSigned(here, union, p.Unsigned, c.covers)
	if err != nil {
		return Admission{}, err
	}
	a.Late = late
	return a, nil
}

// coverage tells whether a key vouches for an entry of the record.
func coverage(r *review.Record) func(key, hash string) bool {
	known := map[string]map[string]bool{}
	return func(key, hash string) bool {
		if key == "" {
			return false
		}
		if known[key] == nil {
			known[key] = r.SignedBy(key)
		}
		return known[key][hash]
	}
}

// ForeignError says that a record is not of the texts that are stored here.
type ForeignError struct {
	Label  string // "" when it speaks of no revision that is stored here
	Source string // SHA-256 of the source the record means
}

func (e *ForeignError) Error() string {
	if e.Label == "" {
		return "a record of another document: it speaks of no revision that is stored here"
	}
	return fmt.Sprintf("a record of another text: its %q was read from a file with SHA-256 %.12s…, the one stored here was not", e.Label, e.Source)
}

// checkSources refuses a record about other texts. A revision that is not stored
// here yet is no reason to refuse: it may come later.
func (p Policy) checkSources(other *review.Record) error {
	speaks, shared := false, false
	for _, e := range other.Entries() {
		for _, on := range review.Anchors(e.Says) {
			stored, ok := p.Sources[on.Revision]
			if ok && stored != on.Source {
				return &ForeignError{Label: on.Revision, Source: on.Source}
			}
			speaks, shared = true, shared || ok
		}
	}
	if speaks && !shared {
		return &ForeignError{}
	}
	return nil
}
