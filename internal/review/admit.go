package review

import (
	"fmt"
)

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

// UnsignedError says that a record holds new entries in the name of a member who
// signs, without that member's signature.
type UnsignedError struct {
	Member string
	Entry  Entry // the first of them
	Count  int
}

func (e *UnsignedError) Error() string {
	return fmt.Sprintf("%s of %s in it, the first of %s, without the signature of the key that %s has in the record",
		count(e.Count, "new entry", "new entries"), e.Member, e.Entry.Time.Format("2 January 2006"), e.Member)
}

func count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}

// Admission says what may be taken into a record.
type Admission struct {
	Sources  map[string]string // SHA-256 of each stored revision's source, by label
	Unsigned bool              // take entries although their authors' signatures are missing
}

// Admit returns the union of r and what came from another copy, with the number of
// entries that are new. It refuses with a [*ForeignError] what is about other
// texts, and with an [*UnsignedError] new entries of a member who has a key in r
// and did not sign them. A member's key is only replaced by that member or a chair.
func (r *Record) Admit(other *Record, a Admission) (union *Record, added int, err error) {
	if err := a.checkSources(other); err != nil {
		return nil, 0, err
	}
	union, problems := r.Union(other)
	if len(problems) > 0 {
		return nil, 0, fmt.Errorf("together with what is stored: %s", problems[0])
	}
	if !a.Unsigned {
		if err := r.checkSigned(union); err != nil {
			return nil, 0, err
		}
	}
	return union, len(union.entries) - len(r.entries), nil
}

// checkSources refuses a record about other texts. A revision that is not stored
// here yet is no reason to refuse: it may come later.
func (a Admission) checkSources(other *Record) error {
	speaks, shared := false, false
	for _, e := range other.entries {
		for _, on := range anchorsOf(e.Says) {
			stored, ok := a.Sources[on.Revision]
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

func anchorsOf(s Statement) []Anchor {
	switch s := s.(type) {
	case Mark:
		return []Anchor{s.On}
	case Decision:
		return []Anchor{s.On}
	case Rebinding:
		return append([]Anchor{s.From}, s.To...)
	case Pin:
		return []Anchor{s.Old, s.New}
	}
	return nil
}

// checkSigned finds the entries of union, new to r, that lack a signature which r
// has reason to expect: their author's, or for another key of a member that
// member's present key or the key of a chair.
func (r *Record) checkSigned(union *Record) error {
	keys := map[string]string{} // by name
	var chairs []string         // keys
	for _, m := range r.Members() {
		if m.Key != "" {
			keys[m.Name] = m.Key
			if m.Role == Chair && !m.Removed {
				chairs = append(chairs, m.Key)
			}
		}
	}
	signed := map[string]map[string]bool{} // entries vouched for, by key
	covers := func(key, hash string) bool {
		if signed[key] == nil {
			signed[key] = union.SignedBy(key)
		}
		return signed[key][hash]
	}
	var missing *UnsignedError
	for _, e := range union.entries {
		if r.Has(e.Hash) {
			continue
		}
		name, trusted := e.By, []string{keys[e.By]}
		if said, ok := e.Says.(Enrolment); ok && keys[said.Name] != "" {
			name, trusted = said.Name, append([]string{keys[said.Name]}, chairs...)
		}
		if keys[name] == "" || covered(e.Hash, trusted, covers) {
			continue
		}
		if missing == nil {
			missing = &UnsignedError{Member: name, Entry: e}
		}
		if missing.Member == name {
			missing.Count++
		}
	}
	if missing != nil {
		return missing
	}
	return nil
}

func covered(hash string, keys []string, covers func(key, hash string) bool) bool {
	for _, k := range keys {
		if k != "" && covers(k, hash) {
			return true
		}
	}
	return false
}
