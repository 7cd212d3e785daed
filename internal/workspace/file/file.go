// Package file reads files that others wrote, whole and no further than a limit.
// What is no file (a folder, a device, a pipe that nobody may ever fill) is refused
// with what it is, so that a mistaken or hostile name neither hangs the program nor
// fills its memory.
package file

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"conceptdiff/internal/fault"
)

// SideLimit bounds in bytes what lies beside a text: a revision.yaml, a file with
// claims, a key. MaxText of package ingest bounds the texts.
const SideLimit = 4 << 20

// TooLargeError says that a file is beyond its limit.
type TooLargeError struct {
	Path  string
	Limit int64 // bytes
}

func (e *TooLargeError) Error() string {
	return fmt.Sprintf("%s: larger than %d MB, the most that is read", e.Path, e.Limit>>20)
}

// Read reads a file of at most limit bytes. Links are followed.
func Read(path string, limit int64) ([]byte, error) {
	if err := regular(path); err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Size() <= limit {
		b.Grow(int(info.Size()) + bytes.MinRead)
	}
	if _, err := b.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, err
	}
	if int64(b.Len()) > limit {
		return nil, &TooLargeError{path, limit}
	}
	return b.Bytes(), nil
}

// regular refuses what is no file. A pipe is read only where the shell made it for
// this very run, as in «conceptdiff diff <(one) <(other)».
func regular(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return missing(path)
	case err != nil:
		return err
	case info.Mode().IsRegular():
		return nil
	case info.IsDir():
		return fmt.Errorf("%s is a folder, not a file", path)
	case info.Mode()&fs.ModeNamedPipe != 0 && fromShell(path):
		return nil
	}
	return fault.Hint(fmt.Errorf("%s is %s, not a file", path, kind(info.Mode())), "copy what it holds to a file, or pipe it in and name it -")
}

func missing(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s: a link that leads to no file", path)
	}
	return &missingError{path}
}

// missingError is an [fs.ErrNotExist] in the words of this program.
type missingError struct{ path string }

func (e *missingError) Error() string     { return e.path + ": no such file" }
func (e *missingError) Is(err error) bool { return err == fs.ErrNotExist }

func fromShell(path string) bool {
	return strings.HasPrefix(path, "/dev/fd/") || strings.HasPrefix(path, "/proc/self/fd/") || path == "/dev/stdin"
}

func kind(m fs.FileMode) string {
	switch {
	case m&fs.ModeNamedPipe != 0:
		return "a pipe"
	case m&fs.ModeSocket != 0:
		return "a socket"
	case m&fs.ModeDevice != 0:
		return "a device"
	}
	return "something special"
}

// Inside refuses a path that leads out of a folder by a link: a workspace that was
// received from others must not make the program read what lies elsewhere.
func Inside(root, path string) error {
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return nil // whoever reads it says what is wrong
	}
	top, err := filepath.EvalSymlinks(root)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(top, real); err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return fault.Hint(fmt.Errorf("%s is a link that leads out of %s, to %s", path, root, real),
			"put a copy of the file in its place")
	}
	return nil
}

// IsDir reports whether a path is that of a folder.
func IsDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// Digest is the SHA-256 of data in lower-case hex.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
