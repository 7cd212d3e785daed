package cli

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/store/sqlite"
	"conceptdiff/internal/workspace/folder"
)

// conceptdiff is the real program in a process of its own: the test binary
// under that name, see TestMain.
func conceptdiff(ctx context.Context, t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	binary, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(ctx, binary)
	cmd.Args = append([]string{"conceptdiff"}, args...)
	return cmd
}

// An import that is killed at any moment leaves each revision whole or absent,
// and the next command completes the work.
func TestKilledImport(t *testing.T) {
	start := time.Now()
	whole := repository(t)
	if out, err := conceptdiff(t.Context(), t, "list", "--workspace", whole).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	took := time.Since(start)
	want := loadAll(t, whole)
	if len(want) < 2 {
		t.Fatalf("%d revisions were imported", len(want))
	}

	const kills = 16
	cut := 0
	for i := range kills {
		dir := repository(t)
		ctx, cancel := context.WithTimeout(t.Context(), took*time.Duration(i+1)/kills)
		_ = conceptdiff(ctx, t, "list", "--workspace", dir).Run() // killed, or done
		if ctx.Err() != nil {
			cut++
		}
		cancel()
		for label, r := range loadAll(t, dir) {
			if diff := cmp.Diff(want[label], r); diff != "" {
				t.Errorf("killed after %d/%d: %s is not whole\n%s", i+1, kills, label, diff)
			}
		}
		if out, err := conceptdiff(t.Context(), t, "verify", "--workspace", dir).CombinedOutput(); err != nil {
			t.Errorf("killed after %d/%d: %v: %s", i+1, kills, err, out)
		}
		if diff := cmp.Diff(want, loadAll(t, dir)); diff != "" {
			t.Errorf("killed after %d/%d: the next command did not complete it\n%s", i+1, kills, diff)
		}
	}
	t.Logf("figure: %d imports killed before their end, each completed by the next command", cut)
	if cut == 0 {
		t.Errorf("none of %d kills came before the end (whole run: %v)", kills, took)
	}
}

// loadAll loads what is stored in a workspace; nothing when there is no
// database yet.
func loadAll(t *testing.T, workspace string) map[string]*revision.Revision {
	t.Helper()
	path := filepath.Join(workspace, folder.Database)
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	metas, err := s.Revisions(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]*revision.Revision)
	for _, m := range metas {
		r, err := s.RevisionByLabel(t.Context(), m.Label)
		if err != nil {
			t.Fatal(err)
		}
		out[m.Label] = r
	}
	return out
}

// The database of a newer program is refused by every command, and left as it is.
func TestNewerDatabase(t *testing.T) {
	dir := repository(t)
	if out, err := conceptdiff(t.Context(), t, "list", "--workspace", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	path := filepath.Join(dir, folder.Database)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(data[60:], []byte{0, 0, 99, 0}) // where SQLite keeps user_version
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"list"},
		{"diff", "2007", "draft"},
		{"mark", "2007", "3.11", "keep", "--by", "Aygün"},
		{"import", filepath.Join(dir, folder.Revisions, "2007"), "--label", "x"},
		{"member", "add", "Aygün"},
		{"verify"},
		{"backup", filepath.Join(dir, "copy.db")},
		{"serve", "--port", "0"},
	} {
		out, err := conceptdiff(t.Context(), t, append(args, "--workspace", dir)...).CombinedOutput()
		for _, want := range []string{"written by a newer version of conceptdiff", "hint: use the newer conceptdiff"} {
			if err == nil || !strings.Contains(string(out), want) {
				t.Errorf("%v: %v: %q is not in %s", args, err, want, out)
			}
		}
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, data) {
		t.Errorf("the database was changed (%v)", err)
	}
	if entries, err := filepath.Glob(filepath.Join(dir, "*")); err != nil || len(entries) != 2 {
		t.Errorf("the workspace holds %v", entries)
	}
}

// Two first commands at the same time both succeed.
func TestConcurrentFirstUse(t *testing.T) {
	dir := repository(t)
	first := conceptdiff(t.Context(), t, "diff", "2007", "draft", "--stat", "--workspace", dir)
	second := conceptdiff(t.Context(), t, "flags", "2007", "--workspace", dir)
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	if out, err := second.CombinedOutput(); err != nil {
		t.Errorf("second: %v: %s", err, out)
	}
	if err := first.Wait(); err != nil {
		t.Errorf("first: %v", err)
	}
}
