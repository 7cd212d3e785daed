package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

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

func readClaims(f folder) ([]store.ClaimFile, error) {
	paths, err := f.claimPaths()
	if err != nil {
		return nil, err
	}
	return readClaimPaths(paths)
}

func readClaimPaths(paths []string) ([]store.ClaimFile, error) {
	var out []store.ClaimFile
	for _, path := range paths {
		data, err := readBytes(path)
		if err != nil {
			return nil, err
		}
		out = append(out, store.ClaimFile{Name: filepath.Base(path), SHA256: digest(data), Data: data})
	}
	return out, nil
}

func sameClaims(files []store.ClaimFile, stored map[string]string) bool {
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
func checkClaims(dir string, files []store.ClaimFile) error {
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

func (a *app) noticeClaims(label string, files []store.ClaimFile, stored map[string]string) {
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
