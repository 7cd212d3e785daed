package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/store/sqlite"
)

// app is what the commands of one run share.
type app struct {
	streams      Streams
	workspace    string // --workspace
	database     string // --db
	color        string // --color
	changes      string // --changes
	changesGiven bool   // --changes was given
	struck       string // --struck, "" when it was not given
	stdinRead    bool   // the standard input has been read
	lib          *library
}

func (a *app) notice(format string, args ...any) {
	fmt.Fprintf(a.streams.Err, "conceptdiff: %s\n", plain(fmt.Sprintf(format, args...)))
}

func (a *app) warn(format string, args ...any) {
	a.notice("warning: "+format, args...)
}

// useColor decides by --color and the terminal.
func (a *app) useColor() bool {
	switch a.color {
	case "always":
		return true
	case "never":
		return false
	}
	return a.streams.Terminal && !a.streams.NoColor
}

// access says what a command wants of the store.
type access int

const (
	toRead  access = iota // what is stored, after the workspace was looked through
	toStore               // a store that may yet have to be made
)

// library opens the store and brings it up to date with the workspace. Later
// calls of the same run return the same library.
func (a *app) library(ctx context.Context, want access) (*library, error) {
	if a.lib != nil {
		return a.lib, nil
	}
	workspace, database, err := a.places(want)
	if err != nil {
		return nil, err
	}
	_, missing := os.Stat(database)
	folders := sync.OnceValues(func() ([]folder, error) { return readFolders(workspace) })
	if workspace != "" {
		go folders() // while the store is opened
	}
	store, err := sqlite.Open(ctx, database)
	if err != nil {
		return nil, err
	}
	a.lib = newLibrary(a, store, workspace)
	if workspace == "" {
		return a.lib, nil
	}
	if missing != nil {
		a.notice("first use of this workspace: %s is made from %s", database, filepath.Join(workspace, revisionsFolder))
	}
	lying, err := folders()
	if err != nil {
		return a.lib, err
	}
	return a.lib, a.lib.sync(ctx, lying)
}

// places finds the workspace, which may be "", and the database.
func (a *app) places(want access) (workspace, database string, err error) {
	workspace = a.workspace
	if workspace == "" {
		if workspace, err = findWorkspace("."); err != nil {
			return "", "", err
		}
		workspace = shorten(workspace)
	} else if !isDir(filepath.Join(workspace, revisionsFolder)) {
		return "", "", fault.Hint(fmt.Errorf("%s is no workspace: it holds no folder called %s", workspace, revisionsFolder),
			"mkdir %s", filepath.Join(workspace, revisionsFolder))
	}
	switch {
	case a.database != "":
		if _, err := os.Stat(a.database); err != nil && workspace == "" && want != toStore {
			return "", "", fault.Hint(fmt.Errorf("%s: no such database", a.database), "conceptdiff import FILE --db %s makes one", a.database)
		}
		return workspace, a.database, nil
	case workspace == "":
		return "", "", fault.Hint(errNoWorkspace, "go to your workspace or name it with --workspace; "+
			"a file needs none: name it by its path")
	}
	return workspace, filepath.Join(workspace, databaseFile), nil
}

var errNoWorkspace = errors.New("no workspace: neither this folder nor one above it holds a folder called " + revisionsFolder)

// shorten makes a path relative to the working directory where that is
// shorter to read.
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

func (a *app) close() error {
	if a.lib == nil {
		return nil
	}
	return a.lib.store.Close()
}
