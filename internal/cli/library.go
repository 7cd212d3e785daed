package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"time"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/store/sqlite"
)

// library is the store together with the workspace it is filled from.
type library struct {
	app       *app
	store     *sqlite.Store
	workspace string // "" when there is none

	// What the workspace holds and the store could not take, or holds otherwise,
	// by label. It matters only to those who ask for that label.
	imported  map[string]bool  // stored by this run
	refused   map[string]error // why its text is not stored
	badClaims map[string]error // why its claims files were not taken

	lying map[string]*lyingSource // files of stored revisions, by label

	loaded *review.Record // see record
}

// document is a revision with the claims files that belong to it.
type document struct {
	*revision.Revision
	// sources are what its claims files say, outlook the flags on it by them.
	sources func() ([]*claim.Source, error)
	outlook func() (*claim.Outlook, error)
	stored  bool // it came from the store, not from a file
	// pins are the rulings on pairs of this revision with the old one it was loaded
	// beside.
	pins []compare.Pin
	// found is what is known to be between the two without rulings, nil when there
	// are rulings or nothing is kept of such a pair.
	found *compare.Comparison
}

// newDocument makes a document whose claims are looked at when they are first
// asked for.
func newDocument(r *revision.Revision, sources func() ([]*claim.Source, error)) *document {
	outlook := sync.OnceValues(func() (*claim.Outlook, error) {
		found, err := sources()
		if err != nil {
			return nil, err
		}
		return claim.LookAhead(r, found), nil
	})
	return &document{Revision: r, sources: sources, outlook: outlook}
}

// sourcesOf parses claims files when it is first asked; bad says why they cannot
// be used.
func sourcesOf(files []store.ClaimFile, bad error) func() ([]*claim.Source, error) {
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
			out = append(out, src)
		}
		return out, nil
	})
}

func newLibrary(a *app, store *sqlite.Store, workspace string) *library {
	return &library{
		app: a, store: store, workspace: workspace,
		imported:  make(map[string]bool),
		refused:   make(map[string]error),
		badClaims: make(map[string]error),
		lying:     make(map[string]*lyingSource),
	}
}

// document loads what a label stands for. A label whose source has changed
// since it was stored is refused: whoever edits a draft and asks for its
// comparison must not be shown that of an earlier text.
func (l *library) document(ctx context.Context, label string) (*document, error) {
	if err := l.refused[label]; err != nil {
		return nil, err
	}
	if source := l.lying[label]; source != nil {
		go func() { _, _ = source.changed() }() // while the store is read; what it finds is asked for below
	}
	files, badFiles := l.store.ClaimFiles(ctx, label)
	sources := sourcesOf(files, l.badClaims[label])
	go func() { _, _ = sources() }() // likewise: nearly every command asks for them
	r, faulty := l.store.RevisionByLabel(ctx, label)
	path, err := l.changedSource(label)
	switch {
	case path != "":
		return nil, changedError(label, path)
	case faulty != nil:
		return nil, faulty
	case err != nil:
		return nil, err
	case badFiles != nil:
		return nil, badFiles
	}
	d := newDocument(r, sources)
	d.stored = true
	return d, nil
}

func changedError(label, path string) error {
	return fault.Hint(fmt.Errorf("%s is no longer the text stored as %q, and a stored revision does not change", path, label),
		"store it under a new label (in %s: label: %s-2, base: %q), or compare the file itself: %s",
		filepath.Join(filepath.Dir(path), metadataFile), label, label, path)
}

// add stores a revision that was read, with identities inherited from its base.
func (l *library) add(ctx context.Context, r *reading) (created bool, err error) {
	defer l.app.progress("storing " + r.Label)()
	c, err := l.identify(ctx, r.Revision)
	if err != nil {
		return false, err
	}
	found, err := keepable(c)
	if err != nil {
		return false, err
	}
	created, err = l.store.SaveRevision(ctx, r.Revision, r.data, found)
	if created {
		l.imported[r.Label] = true
	}
	return created, err
}

// identify gives every provision its identity: a first revision's are its own,
// a later one's come from the comparison with its base, which is returned.
func (l *library) identify(ctx context.Context, r *revision.Revision) (*compare.Comparison, error) {
	if r.Base == "" {
		r.Walk(func(p *revision.Provision) bool {
			p.WID = compare.FirstWID(r.Label, p)
			return true
		})
		return nil, nil
	}
	base, err := l.store.RevisionByLabel(ctx, r.Base)
	if err != nil {
		return nil, fmt.Errorf("the base of %q: %w", r.Label, err)
	}
	c, err := compare.Compare(base, r)
	if err != nil {
		return nil, fmt.Errorf("compare %q with its base %q: %w", r.Label, r.Base, err)
	}
	compare.InheritWIDs(c)
	return c, nil
}

// keepable is what this build of the program found between a revision and its
// base, as it is stored with it, so that the commands after it need not find it
// again. c is nil where there is no base.
func keepable(c *compare.Comparison) (store.Found, error) {
	if c == nil || buildID() == "" {
		return store.Found{}, nil
	}
	data, err := c.Marshal()
	return store.Found{Build: buildID(), Data: data}, err
}

// found is what this build of the program found between a stored revision and its
// base: as it is kept, else found now and kept for the next command. A store that
// cannot be written to at the moment keeps nothing, which costs time alone.
func (l *library) found(ctx context.Context, base, r *revision.Revision) (*compare.Comparison, error) {
	data, err := l.store.Comparison(ctx, r.Label, buildID())
	if err != nil {
		return nil, err
	}
	if data != nil {
		c, err := compare.Unmarshal(base, r, data)
		if err != nil {
			err = fault.Hint(fmt.Errorf("%w: %w", store.ErrDamaged, err), "conceptdiff verify says what is wrong with it; conceptdiff restore takes a backup")
		}
		return c, err
	}
	defer l.app.progress("comparing " + base.Label + " with " + r.Label)()
	c, err := compare.Compare(base, r)
	if err != nil {
		return nil, fmt.Errorf("compare %s with %s: %w", base.Label, r.Label, err)
	}
	found, err := keepable(c)
	if err != nil {
		return nil, err
	}
	if found.Build == "" {
		return c, nil
	}
	soon, cancel := context.WithTimeout(ctx, keepWithin)
	defer cancel()
	err = l.store.SaveComparison(soon, r.Label, found)
	for _, passing := range []error{store.ErrReadOnly, store.ErrBusy, store.ErrFull, soon.Err()} {
		if ctx.Err() == nil && passing != nil && errors.Is(err, passing) {
			err = nil
		}
	}
	return c, err
}

// keepWithin is how long a command that only reads waits for others to write.
const keepWithin = 100 * time.Millisecond
