package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

// documents loads what revision arguments stand for: labels from the store, paths
// from their files, those side by side. Where all are paths the store is not touched.
func (a *app) documents(ctx context.Context, args ...string) ([]*document, error) {
	for _, arg := range args {
		if err := a.openFor(ctx, arg); err != nil {
			return nil, err
		}
	}
	docs, files, errs := make([]*document, len(args)), make([]*reading, len(args)), make([]error, len(args))
	var all sync.WaitGroup
	for i, arg := range args {
		load := func() { docs[i], files[i], errs[i] = a.load(ctx, arg) }
		switch {
		case slices.Contains(args, stdinPath): // which is read once, and first come first served
			load()
		case isPath(arg):
			all.Go(load)
		default: // one connection is faster than two that are opened for it
			load()
			if old := docs[0]; i == 0 && len(args) > 1 && old != nil {
				go func() { _, _ = old.outlook() }() // while the other is loaded; nearly every comparison asks for it
			}
		}
	}
	all.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, err
		}
		if files[i] != nil {
			a.warnings(files[i])
		}
	}
	return docs, nil
}

func (a *app) document(ctx context.Context, arg string) (*document, error) {
	docs, err := a.documents(ctx, arg)
	if err != nil {
		return nil, err
	}
	return docs[0], nil
}

// openFor opens the store if a revision argument needs it.
func (a *app) openFor(ctx context.Context, arg string) error {
	if isPath(arg) {
		return nil
	}
	_, err := a.library(ctx, toRead)
	if errors.Is(err, errNoWorkspace) {
		return fmt.Errorf("%q is no file, and there is %w", arg, err)
	}
	return err
}

// load loads what one argument stands for and, of a file, what was read.
func (a *app) load(ctx context.Context, arg string) (*document, *reading, error) {
	if isPath(arg) {
		return a.fileDocument(arg)
	}
	d, err := a.lib.document(ctx, arg)
	var missing *store.NotFoundError
	if errors.As(err, &missing) && filepath.Ext(arg) != "" {
		err = fault.Hint(fmt.Errorf("no file and no stored revision is called %q", arg), "%s", labelHint(missing))
	}
	return d, nil, err
}

func (a *app) fileDocument(path string) (*document, *reading, error) {
	r, err := a.readPath(path)
	if err != nil {
		return nil, nil, err
	}
	files, err := readClaimPaths(r.claims)
	if err != nil {
		return nil, nil, err
	}
	var bad error
	if len(r.claims) > 0 {
		bad = checkClaims(filepath.Dir(r.claims[0]), files)
	}
	return newDocument(r.Revision, sourcesOf(files, bad)), r, nil
}

// pair loads the two sides of a comparison, with the rulings on its pairs. Two files that would bear the same
// label are told apart by their paths.
func (a *app) pair(ctx context.Context, oldArg, newArg string) (old, new *document, err error) {
	docs, err := a.documents(ctx, oldArg, newArg)
	if err != nil {
		return nil, nil, err
	}
	old, new = docs[0], docs[1]
	if old.Label == new.Label && oldArg != newArg {
		if isPath(oldArg) {
			old.Label = filepath.ToSlash(oldArg)
		}
		if isPath(newArg) {
			new.Label = filepath.ToSlash(newArg)
		}
	}
	return old, new, a.settle(ctx, old, new)
}

// settle looks up what is known of a comparison before it is made: the rulings on
// pairs of the two or, where there are none, what was found between a revision and
// its base.
func (a *app) settle(ctx context.Context, old, new *document) (err error) {
	if !old.stored || !new.stored {
		return nil
	}
	if new.pins, err = a.lib.pins(ctx, old.Revision, new.Revision); err != nil || len(new.pins) > 0 || new.Base != old.Label {
		return err
	}
	new.found, err = a.lib.found(ctx, old.Revision, new.Revision)
	return err
}

// compare loads and compares two revisions.
func (a *app) compare(ctx context.Context, oldArg, newArg string) (old *document, c *compare.Comparison, err error) {
	old, new, err := a.pair(ctx, oldArg, newArg)
	if err != nil {
		return nil, nil, err
	}
	defer a.progress("comparing " + old.Label + " with " + new.Label)()
	c, err = compareDocuments(old, new)
	return old, c, err
}

// compareDocuments compares two documents that were loaded as a pair, or takes
// what was found between them before.
func compareDocuments(old, new *document) (*compare.Comparison, error) {
	if new.found != nil {
		return new.found, nil
	}
	c, err := compare.Compare(old.Revision, new.Revision, new.pins...)
	if err != nil {
		return nil, fmt.Errorf("compare %s with %s: %w", old.Label, new.Label, err)
	}
	return c, nil
}

// lookup finds the provision a person means in one of the revisions, the first
// that has it.
func lookup(typed string, revisions ...*revision.Revision) (*revision.Provision, *revision.Revision, error) {
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
		err = fault.Hint(err, "did you mean %s?", fault.Or(near))
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
