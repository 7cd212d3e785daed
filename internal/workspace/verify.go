package workspace

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

// Soundness is what came of checking a store.
type Soundness struct {
	Path      string // of the store
	Revisions int
	Entries   int      // what members entered in the record
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
	held := lib.held()
	snap, err := lib.store.Snapshot(ctx, w.opts.Build, true)
	if s.Problems = snap.Problems; err != nil || len(s.Problems) > 0 {
		return s, err
	}
	for _, r := range snap.Revisions {
		s.Problems = append(s.Problems, verifyRevision(held, snap, r)...)
	}
	s.Problems = append(s.Problems, recordProblems(snap)...)
	for _, label := range slices.Sorted(maps.Keys(held.refused)) {
		s.Problems = append(s.Problems, held.refused[label].Error())
	}
	s.Revisions, s.Entries = len(snap.Revisions), len(snap.Record.Statements())
	return s, nil
}

func verifyRevision(held *holdings, snap store.Snapshot, r *revision.Revision) []string {
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
	for _, base := range snap.Revisions {
		if base.Label != r.Base {
			continue
		}
		if err := verifyComparison(base, r, snap.Comparisons[r.Label]); err != nil {
			out = append(out, problem(r.Label, err))
		}
	}
	return out
}

// verifyComparison compares a revision with its base and with what is kept of that; nil
// when nothing is.
func verifyComparison(base, r *revision.Revision, kept []byte) error {
	c, err := compare.Compare(base, r)
	if err != nil {
		return fmt.Errorf("cannot be compared with its base %s: %w", base.Label, err)
	}
	found, err := c.Marshal()
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
