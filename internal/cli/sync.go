package cli

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/sqlite"
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
	if _, err := l.add(ctx, r); err != nil {
		return fmt.Errorf("import %s: %w", f.dir, err)
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

// syncClaims makes the stored claims files those that lie in the folders.
func (l *library) syncClaims(ctx context.Context, folders []folder, revisions map[string]revision.Meta) error {
	stored, err := l.store.ClaimDigests(ctx)
	if err != nil {
		return err
	}
	for _, f := range folders {
		if _, ok := revisions[f.Label]; !ok {
			continue
		}
		files, err := readClaims(f)
		if err != nil {
			return err
		}
		if sameClaims(files, stored[f.Label]) {
			continue
		}
		err = checkClaims(filepath.Join(f.dir, claimsFolder), files)
		if err == nil {
			err = l.store.SetClaimFiles(ctx, f.Label, files)
		}
		if err != nil {
			l.badClaims[f.Label] = err
			continue
		}
		l.app.noticeClaims(f.Label, files, stored[f.Label])
	}
	return nil
}

func readClaims(f folder) ([]sqlite.ClaimFile, error) {
	paths, err := f.claimPaths()
	if err != nil {
		return nil, err
	}
	return readClaimPaths(paths)
}

func readClaimPaths(paths []string) ([]sqlite.ClaimFile, error) {
	var out []sqlite.ClaimFile
	for _, path := range paths {
		data, err := readBytes(path)
		if err != nil {
			return nil, err
		}
		out = append(out, sqlite.ClaimFile{Name: filepath.Base(path), SHA256: digest(data), Data: data})
	}
	return out, nil
}

func sameClaims(files []sqlite.ClaimFile, stored map[string]string) bool {
	if len(files) != len(stored) {
		return false
	}
	for _, f := range files {
		if stored[f.Name] != f.SHA256 {
			return false
		}
	}
	return true
}

// checkClaims parses files before they are stored, so that what is stored can
// always be read. Its error names a file by its path.
func checkClaims(dir string, files []sqlite.ClaimFile) error {
	for _, f := range files {
		_, err := claim.Parse(f.Name, f.Data)
		var fault *claim.ParseError
		if errors.As(err, &fault) {
			located := *fault
			located.File = filepath.Join(dir, f.Name)
			return &located
		}
		if err != nil {
			return fmt.Errorf("%s: %w", filepath.Join(dir, f.Name), err)
		}
	}
	return nil
}

func (a *app) noticeClaims(label string, files []sqlite.ClaimFile, stored map[string]string) {
	left := len(stored)
	for _, f := range files {
		switch old, known := stored[f.Name]; {
		case !known:
			a.notice("read claims about %s: %s", label, f.Name)
		case old != f.SHA256:
			a.notice("read claims about %s again: %s has changed", label, f.Name)
			left--
		default:
			left--
		}
	}
	if left > 0 {
		a.notice("forgot %s about %s that the workspace no longer holds", plural(left, "claims file"), label)
	}
}
