package workspace

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
)

// access says what a caller wants of the store.
type access int

const (
	toRead  access = iota // what is stored, after the folder was looked through
	toStore               // a store that may yet have to be made
)

// ErrNone says that there is no workspace here.
var ErrNone = errors.New("no workspace: neither this folder nor one above it holds a folder called " + folder.Revisions)

// places finds the folder, which may be "", and the file of the store.
func (w *Workspace) places(want access) (dir, database string, err error) {
	dir, database = w.opts.Dir, w.opts.Database
	if dir == "" {
		if dir, err = folder.Find("."); err != nil {
			return "", "", err
		}
		dir = shorten(dir)
	} else if !file.IsDir(filepath.Join(dir, folder.Revisions)) {
		return "", "", fault.Hint(fmt.Errorf("%s is no workspace: it holds no folder called %s", dir, folder.Revisions),
			"mkdir %s", filepath.Join(dir, folder.Revisions))
	}
	switch {
	case database != "":
		if _, err := os.Stat(database); err != nil && dir == "" && want != toStore {
			return "", "", fault.Hint(fmt.Errorf("%s: no such database", database), "conceptdiff import FILE --db %s makes one", database)
		}
		return dir, database, nil
	case dir == "":
		return "", "", fault.Hint(ErrNone, "go to your workspace or name it with --workspace; "+
			"a file needs none: name it by its path")
	}
	return dir, filepath.Join(dir, folder.Database), nil
}

// shorten makes a path relative to the working directory where that is shorter to
// read.
func shorten(path string) string {
	wd, err := os.Getwd()
	if err != nil {
		return path
	}
	if rel, err := filepath.Rel(wd, path); err == nil && len(rel) < len(path) {
		return rel
	}
	return path
}
