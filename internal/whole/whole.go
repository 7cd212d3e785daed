// Package whole writes files that are whole or not there. What is written stands beside
// its place first, under a name that says which process of which machine writes it, and
// takes its place when it is done. A run that is killed leaves such a part; the next run
// that writes into the folder removes it.
package whole

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// Replace lets write fill an empty file and puts it in the place of path. A file that was
// there gives it its permissions, and stays as it is when anything fails. An error of
// write is returned as it is.
func Replace(path string, write func(part string) error) error {
	return beside(path, write, os.Rename)
}

// Create is [Replace] where nothing stands yet. A file that is there, or comes into being
// meanwhile, is left as it is, with an error that wraps [fs.ErrExist].
func Create(path string, write func(part string) error) error {
	if err := vacant(path); err != nil {
		return err
	}
	return beside(path, write, func(part, path string) error {
		// A link is refused where a file is; not every file system has them.
		if err := os.Link(part, path); err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
		if err := vacant(path); err != nil {
			return err
		}
		return os.Rename(part, path)
	})
}

// Folder makes a new folder, which nobody else may read, in that of temporary files. It
// is its user's to remove.
func Folder() (string, error) {
	dir := os.TempDir()
	sweep(dir)
	return os.MkdirTemp(dir, mine()+"*")
}

func beside(path string, write func(part string) error, place func(part, path string) error) error {
	dir := filepath.Dir(path)
	sweep(dir)
	part, err := begin(dir, path)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, errors.Unwrap(err))
	}
	defer os.Remove(part) // there is none any more once it was renamed
	if err := write(part); err != nil {
		return err
	}
	if err := place(part, path); err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("write %s: %w", path, errors.Unwrap(err))
	} else if err != nil {
		return fmt.Errorf("%s: %w", path, fs.ErrExist)
	}
	return nil
}

// begin makes an empty file in a folder, with the permissions of the one at path or those
// that the user gives new files.
func begin(dir, path string) (string, error) {
	mode := fs.FileMode(0o666)
	info, err := os.Stat(path)
	known := err == nil
	if known {
		mode = info.Mode().Perm()
	}
	for n := 0; ; n++ {
		part := filepath.Join(dir, mine()+strconv.Itoa(n))
		f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode|0o200)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		if known {
			err = f.Chmod(mode) // without what the user takes from new files
		}
		if closed := f.Close(); err == nil {
			err = closed
		}
		return part, err
	}
}

func vacant(path string) error {
	switch _, err := os.Lstat(path); {
	case err == nil:
		return fmt.Errorf("%s: %w", path, fs.ErrExist)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return nil
}

// A part is named PREFIX MACHINE-PROCESS-NUMBER; what SQLite writes beside one begins
// with its name.
const prefix = ".conceptdiff-part-"

// machine tells the processes of this machine from those of others that use the folder.
var machine = sync.OnceValue(func() string {
	name, _ := os.Hostname() // those without a name share one
	return fmt.Sprintf("%s%.4x-", prefix, sha256.Sum256([]byte(name)))
})

func mine() string { return machine() + strconv.Itoa(os.Getpid()) + "-" }

// sweep removes what processes of this machine that are gone left in a folder.
func sweep(dir string) {
	entries, _ := os.ReadDir(dir) // what cannot be listed cannot be swept
	for _, e := range entries {
		rest, ours := strings.CutPrefix(e.Name(), machine())
		number, _, _ := strings.Cut(rest, "-")
		if pid, err := strconv.Atoi(number); ours && err == nil && !alive(pid) {
			left := filepath.Join(dir, e.Name())
			if os.Remove(left) != nil { // a folder; what stays is tried again by the next run
				_ = os.RemoveAll(left)
			}
		}
	}
}
