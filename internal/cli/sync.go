package cli

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/revision"
)

// sync takes what is new in the folders of the workspace into the store:
// revisions that are not stored yet, and claims files that were added, changed
// or removed. Each revision is stored whole or not at all; what an interruption
// leaves out the next command takes in.
func (l *library) sync(ctx context.Context, folders []folder) error {
	metas, err := l.store.Revisions(ctx)
	if err != nil {
		return err
	}
	stored := make(map[string]revision.Meta, len(metas))
	for _, m := range metas {
		stored[m.Label] = m
	}
	for _, f := range folders {
		if err := ctx.Err(); err != nil {
			return err
		}
		if m, ok := stored[f.Label]; ok {
			l.watch(f, m)
			continue
		}
		if err := l.take(ctx, f); err != nil {
			l.refused[f.Label] = err
		} else {
			stored[f.Label] = f.meta()
		}
	}
	return l.syncClaims(ctx, folders, stored)
}

// take imports a folder's revision and says so.
func (l *library) take(ctx context.Context, f folder) error {
	r, err := l.app.readRevisionFolder(f, f.options()) // --changes and --struck are about the file that was named
	if err != nil {
		return fmt.Errorf("import %s: %w", f.dir, err)
	}
	created, err := l.add(ctx, r)
	if err != nil {
		return fmt.Errorf("import %s: %w", f.dir, err)
	}
	if !created {
		return nil // another process was faster
	}
	l.app.notice("imported %s from %s: %s", f.Label, f.sourcePath(), tallyOf(r.Revision))
	l.app.warnings(r)
	return nil
}

// warnRefused tells of revisions that lie in the workspace and are not stored.
// A command that asks for one of them fails with the same words.
func (l *library) warnRefused() {
	for _, label := range slices.Sorted(maps.Keys(l.refused)) {
		l.app.warn("%v", l.refused[label])
	}
}

// watch warns where a folder's metadata says something else than is stored, and
// remembers its file.
func (l *library) watch(f folder, m revision.Meta) {
	if fields := f.differs(m); len(fields) > 0 {
		l.app.warn("%s gives another %s than was stored with %q; what was stored holds",
			filepath.Join(f.dir, metadataFile), fault.And(fields), f.Label)
	}
	path := f.sourcePath()
	l.lying[f.Label] = &lyingSource{path, sync.OnceValues(func() (bool, error) { return differsFrom(path, m.Source) })}
}

// lyingSource is the file in the workspace that a stored revision was read from.
type lyingSource struct {
	path    string
	changed func() (bool, error) // whether it is another now; looked up once
}

// differsFrom reports whether a file is no longer the one that was stored. A
// file that is gone is of no interest: its bytes are in the store.
func differsFrom(path string, stored revision.Source) (bool, error) {
	info, err := os.Stat(path)
	if err != nil {
		return false, nil
	}
	if info.Size() != stored.Size {
		return true, nil
	}
	data, err := readBytes(path)
	return err == nil && digest(data) != stored.SHA256, err
}

// changedSource is the path of the file that was stored with a label and is
// another now, or "".
func (l *library) changedSource(label string) (string, error) {
	source := l.lying[label]
	if source == nil {
		return "", nil
	}
	if changed, err := source.changed(); err != nil || !changed {
		return "", err
	}
	return source.path, nil
}
