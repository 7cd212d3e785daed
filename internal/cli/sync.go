package cli

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"conceptdiff/internal/revision"
)

// sync takes what is new in the workspace's revisions folder into the store:
// revisions that are not stored yet, and claims files that were added, changed
// or removed. Each revision is stored whole or not at all; what an interruption
// leaves out the next command takes in.
func (l *library) sync(ctx context.Context) error {
	folders, err := readFolders(l.workspace)
	if err != nil {
		return err
	}
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
			if err := l.checkSource(f, m); err != nil {
				return err
			}
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
	r, err := readRevisionFolder(f)
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

// checkSource compares a folder's file with what is stored under its label. A
// file that is gone is of no interest: its bytes are in the store.
func (l *library) checkSource(f folder, m revision.Meta) error {
	if fields := f.differs(m); len(fields) > 0 {
		l.app.warn("%s gives another %s than was stored with %q; what was stored holds",
			filepath.Join(f.dir, metadataFile), andList(fields), f.Label)
	}
	info, err := os.Stat(f.sourcePath())
	if err != nil {
		return nil
	}
	if info.Size() == m.Source.Size {
		data, err := readBytes(f.sourcePath())
		if err != nil {
			return err
		}
		if digest(data) == m.Source.SHA256 {
			return nil
		}
	}
	l.changed[f.Label] = f.sourcePath()
	return nil
}
