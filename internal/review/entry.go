package review

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Entry is one line of the record.
type Entry struct {
	// Hash is the SHA-256 of the canonical form, in lower-case hex. It is what
	// the next entry names, and what this one is called.
	Hash string
	// Seq counts along the chain from 1: one more than the highest of those
	// before it. Entries that were written apart can have the same.
	Seq    int
	Time   time.Time // as the writer's clock had it, UTC, whole seconds
	By     string    // the member who says it; "" for a [StoredRevision]
	Before []string  // hashes of the entries before it, sorted; none for the first
	Says   Statement
}

// entryType stands in every entry, so that its hash can be that of nothing else,
// and changes with the form.
const entryType = "conceptdiff/entry/1"

// Tip is an entry that no other names yet.
type Tip struct {
	Hash string
	Seq  int
}

// NewEntry writes what a member says after the tips, which must be all that the
// writer's copy of the record has. The time is cut to whole seconds.
func NewEntry(tips []Tip, at time.Time, by string, says Statement) (Entry, error) {
	e := Entry{Time: at.UTC().Truncate(time.Second), By: by, Says: says, Seq: 1}
	for _, t := range tips {
		e.Before = append(e.Before, t.Hash)
		e.Seq = max(e.Seq, t.Seq+1)
	}
	slices.Sort(e.Before)
	if err := e.check(); err != nil {
		return Entry{}, err
	}
	e.Hash = hashOf(e.Canonical())
	return e, nil
}

func hashOf(canonical []byte) string {
	sum := sha256.Sum256(canonical)
	return hex.EncodeToString(sum[:])
}

// Canonical is the form of the entry that is hashed, stored and handed round.
func (e Entry) Canonical() []byte {
	before := e.Before
	if before == nil {
		before = []string{}
	}
	return canonical(nil, object{
		"type":   entryType,
		"seq":    e.Seq,
		"time":   e.stamp(),
		"by":     e.By,
		"before": before,
		"kind":   string(e.Says.Kind()),
		"refers": e.Says.Refers(),
		"says":   e.Says.encode(),
	})
}

// stamp is the entry's time as it is written: RFC 3339 with Z, so that the order
// of stamps is that of times.
func (e Entry) stamp() string { return e.Time.Format(time.RFC3339) }

// check finds what is wrong with an entry by itself.
func (e Entry) check() error {
	if y := e.Time.Year(); y < 1 || y > 9999 {
		return fmt.Errorf("the time %s is out of range", e.Time)
	}
	if e.Says.Kind() == KindRevision {
		if err := e.checkStored(); err != nil {
			return err
		}
	} else if err := checkName(e.By); err != nil {
		return err
	}
	for i, h := range e.Before {
		if !isDigest(h) || i > 0 && e.Before[i-1] >= h {
			return errors.New("the hashes of the entries before it are not a sorted list of SHA-256 digests")
		}
	}
	if e.Seq < 1 || (e.Seq == 1) != (len(e.Before) == 0) {
		return fmt.Errorf("sequence %d does not fit %d entries before it", e.Seq, len(e.Before))
	}
	return e.Says.check()
}

// Summary says in one line what an entry enters: "obsolete, 2007 4.1.1".
func (e Entry) Summary() string {
	switch s := e.Says.(type) {
	case Enrolment:
		switch {
		case s.Removed:
			return s.Name + " leaves"
		case s.Key != "":
			return fmt.Sprintf("%s is enrolled as %s, with a key", s.Name, s.Role)
		}
		return fmt.Sprintf("%s is enrolled as %s", s.Name, s.Role)
	case Mark:
		return fmt.Sprintf("%s, %s", s.Verdict, s.On)
	case Decision:
		line := fmt.Sprintf("%s, %s", s.Verdict, s.On)
		if v := s.Votes.String(); v != "" {
			line += ", votes " + v
		}
		return line
	case Rebinding:
		var to []string
		for _, a := range s.To {
			to = append(to, a.Address)
		}
		if len(to) == 0 {
			return fmt.Sprintf("%s has no successor in %s", s.From, s.In)
		}
		return fmt.Sprintf("%s belongs to %s %s", s.From, s.In, strings.Join(to, ", "))
	case Pin:
		if s.Apart {
			return fmt.Sprintf("%s is not %s", s.Old, s.New)
		}
		return fmt.Sprintf("%s is %s", s.Old, s.New)
	case Relation:
		if s.Apart {
			return fmt.Sprintf("%s does not speak of the same as %s", s.Passage, s.On)
		}
		return fmt.Sprintf("%s and %s: %s", s.Passage, s.On, s.As)
	case StoredRevision:
		return fmt.Sprintf("%s is stored, with the digest %s", s.Label, Short(s.Digest))
	}
	return ""
}

// String names what the anchor is tied to: "2007 4.1.1".
func (a Anchor) String() string { return a.Revision + " " + a.Address }
