package workspace_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"conceptdiff/internal/store/sqlite"
	"conceptdiff/internal/workspace"
)

// A search looks at a file that lies in the folder once, and again when its time is
// another: what was written over it since is not passed off as what was stored.
func TestSearchSeesAnotherFile(t *testing.T) {
	dir := t.TempDir()
	place := filepath.Join(dir, "revisions", "old")
	put := func(name, text string, age time.Duration) {
		t.Helper()
		path := filepath.Join(place, name)
		at := time.Now().Add(-age)
		if err := os.MkdirAll(place, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	find := func() error {
		w := workspace.New(workspace.Options{Dir: dir, Driver: sqlite.Driver{}, Build: "test build"})
		defer w.Close()
		hits, err := w.Search(t.Context(), "painted", nil, 0)
		if err == nil && len(hits) != 1 {
			t.Fatalf("found %+v", hits)
		}
		return err
	}
	put("revision.yaml", "label: old\ntitle: Quay rules\nstatus: in force\nlanguage: en\nfile: text.txt\n", time.Hour)
	put("text.txt", "1. Gates\n\nBoth gates are painted green every spring.\n", time.Hour)
	for range 3 {
		if err := find(); err != nil {
			t.Fatal(err)
		}
	}
	put("text.txt", "1. Gates\n\nBoth gates are painted white every spring.\n", time.Minute)
	if err := find(); err == nil {
		t.Fatal("a file of the same length and another text is taken for the one that was stored")
	}
}
