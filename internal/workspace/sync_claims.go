package workspace

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
)

// syncClaims makes the stored claims files those that lie in the folders.
func (l *library) syncClaims(ctx context.Context, folders []folder.Folder, revisions map[string]revision.Meta, held *holdings) error {
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
			held.badClaims[f.Label] = err
			continue
		}
		if sameClaims(files, stored[f.Label]) {
			continue
		}
		err = checkClaims(filepath.Join(f.Dir, folder.Claims), files)
		if err == nil {
			err = l.store.SetClaimFiles(ctx, f.Label, files)
		}
		if err != nil {
			held.badClaims[f.Label] = err
			continue
		}
		noticeClaims(l.w.log, f.Label, files, stored[f.Label])
	}
	return nil
}

func readClaims(f folder.Folder) ([]store.ClaimFile, error) {
	paths, err := f.ClaimPaths()
	if err != nil {
		return nil, err
	}
	return readClaimPaths(paths)
}

func readClaimPaths(paths []string) ([]store.ClaimFile, error) {
	var out []store.ClaimFile
	for _, path := range paths {
		data, err := file.Read(path, file.SideLimit)
		if err != nil {
			return nil, err
		}
		out = append(out, store.ClaimFile{Name: filepath.Base(path), SHA256: file.Digest(data), Data: data})
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

func noticeClaims(log Log, label string, files []store.ClaimFile, stored map[string]string) {
	left := len(stored)
	for _, f := range files {
		switch old, known := stored[f.Name]; {
		case !known:
			log.Notice("read claims about %s: %s", label, f.Name)
		case old != f.SHA256:
			log.Notice("read claims about %s again: %s has changed", label, f.Name)
			left--
		default:
			left--
		}
	}
	if left > 0 {
		log.Notice("forgot %s about %s that the workspace no longer holds", phrase.Plural(left, "claims file"), label)
	}
}
