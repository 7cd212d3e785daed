package review

import (
	"errors"
	"fmt"
	"time"

	"conceptdiff/internal/revision"
)

// StoredRevision says what a revision is that was stored: nobody's word, but what the
// program itself enters, so that the hashes of later entries vouch for the texts too,
// also for those of which nobody has said anything.
type StoredRevision struct {
	Label  string
	Source string // SHA-256 of the file it was read from
	Digest string // see [revision.Revision.Digest]
}

// StoredEntry is the entry that says that r was stored. It follows from r alone: no
// author, no time, nothing before it. So copies that hold the same texts hold the same
// entries, and bringing them together adds none.
func StoredEntry(r *revision.Revision) (Entry, error) {
	e, err := NewEntry(nil, time.Time{}, "", StoredRevision{Label: r.Label, Source: r.Source.SHA256, Digest: r.Digest()})
	if err != nil {
		return Entry{}, fmt.Errorf("enter that %q is stored: %w", r.Label, err)
	}
	return e, nil
}

// Kind is part of [Statement].
func (StoredRevision) Kind() Kind { return KindRevision }

// Refers is part of [Statement].
func (s StoredRevision) Refers() string { return s.Digest }

func (s StoredRevision) check() error {
	if !isDigest(s.Source) || !isDigest(s.Digest) {
		return errors.New("a stored revision is named by two SHA-256 digests")
	}
	return checkLabel(s.Label)
}

// checkStored refuses an entry about a stored revision in any other form than that of
// [StoredEntry].
func (e Entry) checkStored() error {
	if e.By != "" || !e.Time.IsZero() || len(e.Before) > 0 {
		return errors.New("what is stored of a revision has no author, no time and nothing before it")
	}
	return nil
}

// CheckStored finds what the record says of a stored revision and is not so. Where
// heads are given, hashes of entries, and what they vouch for speaks of the revision,
// that alone counts: whoever changes a text can add an entry about it.
func (r *Record) CheckStored(rev *revision.Revision, heads ...string) []Problem {
	digest := rev.Digest()
	_, fits := r.storedAs(rev, digest, nil)
	if !fits {
		return []Problem{{What: fmt.Sprintf("%s is not what the record says was stored under that label", rev.Label)}}
	}
	covered := map[string]bool{}
	for _, h := range heads {
		for hash := range r.Covered(h) {
			covered[hash] = true
		}
	}
	if said, fits := r.storedAs(rev, digest, covered); said && !fits {
		return []Problem{{What: fmt.Sprintf("%s is not what it was when the hash was noted", rev.Label)}}
	}
	return nil
}

// storedAs reports whether entries speak of the revision, and whether one of them
// names its digest. among are the hashes of those that are asked; nil for all.
func (r *Record) storedAs(rev *revision.Revision, digest string, among map[string]bool) (said, fits bool) {
	for _, e := range r.entries {
		s, ok := e.Says.(StoredRevision)
		if !ok || s.Label != rev.Label || among != nil && !among[e.Hash] {
			continue
		}
		said = true
		fits = fits || s.Source == rev.Source.SHA256 && s.Digest == digest
	}
	return said, fits
}

// Statements lists the entries that someone made, without those about what is stored.
func (r *Record) Statements() []Entry {
	var out []Entry
	for _, e := range r.entries {
		if e.Says.Kind() != KindRevision {
			out = append(out, e)
		}
	}
	return out
}
