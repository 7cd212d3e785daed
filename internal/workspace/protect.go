package workspace

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/workspace/folder"
)

// Protect refuses to let a result be written to a path where it would destroy what
// this program works from: its store or another, the texts and claims in revisions/,
// a text that was read for the result itself. path has no links in it.
func (w *Workspace) Protect(path string) error {
	elsewhere := func(err error) error { return fault.Hint(err, "name another file with -o") }
	info, err := os.Stat(path)
	if err == nil && isDatabase(path) {
		return elsewhere(fmt.Errorf("%s is a database, which a result would destroy", path))
	}
	dir, database, missing := w.places(toStore)
	if missing == nil {
		for _, suffix := range []string{"", "-journal", "-wal", "-shm"} {
			if same(path, database+suffix) {
				return elsewhere(fmt.Errorf("%s is the store of this workspace", path))
			}
		}
	}
	if dir != "" && missing == nil {
		if rel, inside := within(filepath.Join(dir, folder.Revisions), path); inside {
			parts := strings.Split(filepath.ToSlash(rel), "/")
			switch {
			case err == nil:
				return elsewhere(fmt.Errorf("%s belongs to a revision of this workspace", path))
			case len(parts) > 2 && parts[1] == folder.Claims, parts[len(parts)-1] == folder.File:
				return elsewhere(fmt.Errorf("%s would be taken for a part of a revision of this workspace", path))
			}
		}
	}
	if err != nil {
		return nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, read := range w.read {
		if other, err := os.Stat(read); err == nil && os.SameFile(info, other) {
			return elsewhere(fmt.Errorf("%s is one of the texts that the result is made from", path))
		}
	}
	return nil
}

// isDatabase reports whether a file is one of SQLite.
func isDatabase(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, 16)
	_, err = io.ReadFull(f, head)
	return err == nil && bytes.Equal(head, []byte("SQLite format 3\x00"))
}

func same(a, b string) bool {
	x, errX := real(a)
	y, errY := real(b)
	return errX == nil && errY == nil && x == y
}

// real is an absolute path without links, also of a file that is not there yet.
func real(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	for top, rest := abs, ""; ; rest, top = filepath.Join(filepath.Base(top), rest), filepath.Dir(top) {
		if whole, err := filepath.EvalSymlinks(top); err == nil {
			return filepath.Join(whole, rest), nil
		}
		if top == filepath.Dir(top) {
			return abs, nil
		}
	}
}

// within is the path of a file below a folder.
func within(dir, path string) (rel string, inside bool) {
	top, errTop := real(dir)
	file, errFile := real(path)
	if errTop != nil || errFile != nil {
		return "", false
	}
	rel, err := filepath.Rel(top, file)
	return rel, err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
