package workspace

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Soundness is what came of checking a store.
type Soundness struct {
	Path      string // of the store
	Revisions int
	Entries   int      // of the record
	Problems  []string // in plain words; none when all is sound
}

// Verify reads everything in the store and checks it: the store's own structures and
// digests, that every revision can be compared with its base and comes out as it is
// kept, that the record holds together and is about the stored words, and that the
// files in the folder still are those that were stored.
func (w *Workspace) Verify(ctx context.Context) (Soundness, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return Soundness{}, err
	}
	s := Soundness{Path: lib.store.Path()}
	if s.Problems, err = lib.store.Integrity(ctx); err != nil || len(s.Problems) > 0 {
		return s, err
	}
	revisions, err := lib.all(ctx)
	if err != nil {
		return s, err
	}
	held := lib.held()
	for _, r := range revisions {
		s.Problems = append(s.Problems, lib.verifyRevision(ctx, held, revisions, r)...)
	}
	record, found, err := lib.recordProblems(ctx)
	if err != nil {
		return s, err
	}
	s.Problems = append(s.Problems, found...)
	for _, label := range slices.Sorted(maps.Keys(held.refused)) {
		s.Problems = append(s.Problems, held.refused[label].Error())
	}
	s.Revisions, s.Entries = len(revisions), len(record.Entries())
	return s, nil
}

func (l *library) verifyRevision(ctx context.Context, held *holdings, all []*revision.Revision, r *revision.Revision) []string {
	var out []string
	switch path, err := held.changedSource(r.Label); {
	case err != nil:
		out = append(out, problem(r.Label, err))
	case path != "":
		out = append(out, fmt.Sprintf("%s: %s is no longer the file that was stored", r.Label, path))
	}
	if err := held.badClaims[r.Label]; err != nil {
		out = append(out, problem(r.Label, err))
	}
	for _, base := range all {
		if base.Label != r.Base {
			continue
		}
		if err := l.verifyComparison(ctx, base, r); err != nil {
			out = append(out, problem(r.Label, err))
		}
	}
	return out
}

// verifyComparison compares a revision with its base and with what is stored of that.
func (l *library) verifyComparison(ctx context.Context, base, r *revision.Revision) error {
	c, err := compare.Compare(base, r)
	if err != nil {
		return fmt.Errorf("cannot be compared with its base %s: %w", base.Label, err)
	}
	found, err := c.Marshal()
	if err != nil {
		return err
	}
	kept, err := l.store.Comparison(ctx, r.Label, l.w.opts.Build)
	if err == nil && kept != nil && !bytes.Equal(kept, found) {
		err = fmt.Errorf("what is stored of its comparison with %s is not what is found now", base.Label)
	}
	return err
}

// Backup copies the store to a file that is not there yet, also while others write,
// and returns the path of the store.
func (w *Workspace) Backup(ctx context.Context, path string) (string, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return "", err
	}
	return lib.store.Path(), lib.store.Backup(ctx, path)
}

// Restore makes the store of this workspace from a backup, and returns its path. A
// store that is there is not overwritten.
func (w *Workspace) Restore(ctx context.Context, backup string) (string, error) {
	_, database, err := w.places(toStore)
	if err != nil {
		return "", err
	}
	return database, w.opts.Driver.Restore(ctx, backup, database)
}
