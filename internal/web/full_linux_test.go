package web

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// smallDisk is a folder on a file system of its own that holds so many bytes.
func smallDisk(t *testing.T, bytes string) string {
	t.Helper()
	dir := t.TempDir()
	err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+bytes)
	if errors.Is(err, syscall.EPERM) {
		t.Skip("a disk of its own needs the right to mount one")
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	return dir
}

// A mark on a full disk is a page that says so and keeps what was typed; the record stays
// as it was, reading goes on, and when there is room the same form is taken.
func TestDiskFull(t *testing.T) {
	dir := smallDisk(t, "48m")
	if err := os.CopyFS(filepath.Join(dir, "revisions"), os.DirFS(filepath.Join("..", "..", "revisions"))); err != nil {
		t.Fatal(err)
	}
	s := serveFolder(t, dir, "127.0.0.1:0", "Zeynal")
	v := visit(t, s, "Zeynal")
	v.post("/mark", fields("on", "2007/4.1.2", "verdict", "keep"), http.StatusOK)
	filler := filepath.Join(dir, "filler")
	if err := fill(filler); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	form := fields("on", "2007/4.1.1", "verdict", "keep", "note", "three lines of careful thought", "back", "/r/2007/4.1.1")
	page := v.post("/mark", form, http.StatusInsufficientStorage)
	for _, want := range []string{"no room left on the disk", "Make room on the disk", "three lines of careful thought", `name="verdict" value="keep"`, "Send it again"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %q: %.600s", want, page[strings.Index(page, "<main"):])
		}
	}
	before, err := s.Work.Record(t.Context())
	if err != nil || len(before.Statements()) != 2 {
		t.Fatalf("the record is not as it was: %d entries, %v", len(before.Statements()), err)
	}
	v.get("/c/2007/draft", http.StatusOK)
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	if page := v.post("/mark", form, http.StatusOK); !strings.Contains(page, "three lines of careful thought") {
		t.Error("with room on the disk the form is not taken")
	}
	if _, wrong, err := s.Work.VerifyRecord(t.Context()); err != nil || len(wrong) > 0 {
		t.Errorf("the record is not sound: %v, %v", wrong, err)
	}
}

// fill writes a file until there is no room for more.
func fill(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for block := make([]byte, 1<<20); ; {
		if _, err := f.Write(block); err != nil {
			return err
		}
	}
}
