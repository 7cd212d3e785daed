package sqlite

import (
	"os"
	"path/filepath"
	"testing"
)

// A closed store holds no file: on some systems it could be neither moved nor read by
// others, and a backup of it could not be put in its place.
func TestCloseLetsGo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.db")
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Version(t.Context()); err != nil {
		t.Fatal(err)
	}
	if held(t, path) == 0 {
		t.Error("an open store is not seen to hold its file")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if n := held(t, path); n > 0 {
		t.Errorf("the file is open %d times", n)
	}
}

// held counts how often this process has a file open.
func held(t *testing.T, path string) int {
	t.Helper()
	open, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, fd := range open {
		if to, err := os.Readlink(filepath.Join("/proc/self/fd", fd.Name())); err == nil && to == path {
			n++
		}
	}
	return n
}
