package workspace

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"conceptdiff/internal/phrase"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/reading"
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
	if _, err := held.related(ctx); err != nil {
		s.Problems = append(s.Problems, err.Error())
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
	b, err := find(base, r)
	if err != nil {
		return fmt.Errorf("cannot be compared with its base %s: %w", base.Label, err)
	}
	found, err := b.pack()
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
	if _, err := lib.held().related(ctx); err != nil {
		w.log.Warn("the backup holds the related documents as they were stored last: %v", err)
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

// holdings is what a folder holds and the store could not take in, or holds
// otherwise, by label. It matters only to those who ask for that label.
type holdings struct {
	imported  map[string]bool     // stored by this look
	refused   map[string]error    // why its text is not stored
	badClaims map[string]error    // why its claims files were not taken
	unread    map[string][]string // what lies among them and is none
	onDisk    map[string]*onDisk  // files of stored revisions
	// related are the documents around the revisions, read when they are first asked for
	// or have changed.
	related func(context.Context) ([]*relate.Document, error)
}

func newHoldings(l *library) *holdings {
	return &holdings{
		imported:  make(map[string]bool),
		refused:   make(map[string]error),
		badClaims: make(map[string]error),
		unread:    make(map[string][]string),
		onDisk:    make(map[string]*onDisk),
		related:   once(l.syncRelated),
	}
}

// once asks until there is an answer, and gives the same from then on. An error is one,
// unless the asker gave up.
func once[T any](ask func(context.Context) (T, error)) func(context.Context) (T, error) {
	var mu sync.Mutex
	var asked bool
	var answer T
	var err error
	return func(ctx context.Context) (T, error) {
		mu.Lock()
		defer mu.Unlock()
		if !asked {
			answer, err = ask(ctx)
			asked = err == nil || ctx.Err() == nil
		}
		return answer, err
	}
}

// onDisk is the file in the folder that a stored revision was read from.
type onDisk struct {
	path    string
	stored  string               // SHA-256 of the bytes that are stored
	changed func() (bool, error) // whether it is another now; looked up once
}

// settled is how old a file's time must be for a later change to give it another: file
// systems round times.
const settled = 2 * time.Second

// stamp is another once the file was written to; "" where that cannot be told.
func (d *onDisk) stamp() string {
	info, err := os.Stat(d.path)
	if err != nil || time.Since(info.ModTime()) < settled {
		return ""
	}
	return fmt.Sprintf("%s %d %d %s", d.path, info.Size(), info.ModTime().UnixNano(), d.stored)
}

// watch warns where a folder's metadata says something else than is stored, and
// remembers its file.
func (h *holdings) watch(log Log, f folder.Folder, m revision.Meta) {
	if fields := f.Differs(m); len(fields) > 0 {
		log.Warn("%s gives another %s than was stored with %q; what was stored holds",
			filepath.Join(f.Dir, folder.File), phrase.And(fields), f.Label)
	}
	path := f.SourcePath()
	h.onDisk[f.Label] = &onDisk{path, m.Source.SHA256, sync.OnceValues(func() (bool, error) { return differsFrom(path, m.Source) })}
}

// differsFrom reports whether a file is no longer the one that was stored. A file
// that is gone is of no interest: its bytes are in the store.
func differsFrom(path string, stored revision.Source) (bool, error) {
	info, err := os.Stat(path)
	if err != nil {
		return false, nil
	}
	if info.Size() != stored.Size {
		return true, nil
	}
	data, err := reading.Bytes(path)
	return err == nil && file.Digest(data) != stored.SHA256, err
}

// changedSource is the path of the file that was stored with a label and is another
// now, or "".
func (h *holdings) changedSource(label string) (string, error) {
	source := h.onDisk[label]
	if source == nil {
		return "", nil
	}
	if changed, err := source.changed(); err != nil || !changed {
		return "", err
	}
	return source.path, nil
}
