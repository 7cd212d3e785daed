package workspace

import (
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/folder"
)

// Document is a revision with the claims files that belong to it. It may be shared
// by several callers.
type Document struct {
	*revision.Revision
	// Sources are what its claims files say, Outlook the flags on it by them. Both are
	// looked at when they are first asked for.
	Sources func() ([]*claim.Source, error)
	Outlook func() (*claim.Outlook, error)
	Unread  []string // why files that could hold claims were not read
	Stored  bool     // it came from the store, not from a file
	flagged func() ([]claim.Flag, error)

	// pins are the rulings on pairs of this revision with the old one it was loaded
	// beside; found is what is known to be between the two without rulings, nil when
	// there are rulings or nothing is kept of such a pair.
	pins  []compare.Pin
	found *between
}

func newDocument(r *revision.Revision, sources func() ([]*claim.Source, error)) *Document {
	outlook := sync.OnceValues(func() (*claim.Outlook, error) {
		found, err := sources()
		if err != nil {
			return nil, err
		}
		return claim.LookAhead(r, found), nil
	})
	flagged := sync.OnceValues(func() ([]claim.Flag, error) {
		found, err := sources()
		if err != nil {
			return nil, err
		}
		return slices.DeleteFunc(claim.Flags(r, found), func(f claim.Flag) bool { return f.Claim.Says == claim.Expected }), nil
	})
	return &Document{Revision: r, Sources: sources, Outlook: outlook, flagged: flagged}
}

// sourcesOf parses claims files when it is first asked; bad says why they cannot be
// used, copies are the digests of what they were held against, by name.
func sourcesOf(files []store.ClaimFile, copies map[string]string, bad error) func() ([]*claim.Source, error) {
	return sync.OnceValues(func() ([]*claim.Source, error) {
		if bad != nil {
			return nil, bad
		}
		out := make([]*claim.Source, 0, len(files))
		for _, f := range files {
			src, err := claim.Parse(f.Name, f.Data)
			if err != nil {
				return nil, err
			}
			src.Hold(copies)
			out = append(out, src)
		}
		return out, nil
	})
}

// Flagged are the flags of sources that call provisions fulfilled or obsolete. They are
// found once.
func (d *Document) Flagged() ([]claim.Flag, error) { return d.flagged() }

// knowsSource refuses a key that is none of the document's sources.
func (d *Document) knowsSource(key string) error {
	sources, err := d.Sources()
	if err != nil {
		return err
	}
	var keys []string
	for _, s := range sources {
		if s.Key == key {
			return nil
		}
		keys = append(keys, s.Key)
	}
	err = fmt.Errorf("no source of %s is called %q", d.Label, key)
	if near := revision.Nearest(key, keys, 2); len(near) > 0 {
		return fault.Hint(err, "did you mean %s?", phrase.Or(near))
	}
	return fault.Hint(err, "conceptdiff claims lists the sources")
}

// Lookup finds the provision a person means in one of the revisions, the first that
// has it, and that revision. The hint of its error names what is near.
func Lookup(typed string, revisions ...*revision.Revision) (*revision.Provision, *revision.Revision, error) {
	var near []string
	for _, r := range revisions {
		p, nearest := r.Lookup(typed)
		if p != nil {
			return p, r, nil
		}
		near = append(near, nearest...)
	}
	where := revisions[0].Label
	if len(revisions) > 1 {
		where += " or " + revisions[1].Label
	}
	err := fmt.Errorf("%s has no clause %q", where, typed)
	if near = unique(near); len(near) > 0 {
		err = fault.Hint(err, "did you mean %s?", phrase.Or(near))
	}
	return nil, nil, err
}

func unique(items []string) []string {
	seen := make(map[string]bool, len(items))
	var out []string
	for _, s := range items {
		if !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// ClauseAddress is the address of the clause in which a provision stands.
func ClauseAddress(r *revision.Revision, p *revision.Provision) string {
	for _, c := range r.Clauses() {
		if c.Provision == p {
			return c.Address()
		}
		for _, b := range c.Blocks {
			if b.Provision == p {
				return c.Address()
			}
		}
	}
	return p.Address()
}

func changedError(label, path string) error {
	return fault.Hint(fmt.Errorf("%s is no longer the text stored as %q, and a stored revision does not change", path, label),
		"store it under a new label (in %s: label: %s-2, base: %q), or compare the file itself: %s",
		filepath.Join(filepath.Dir(path), folder.File), label, label, path)
}
