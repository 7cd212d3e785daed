package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

// The tests in this file need processes of their own: one to kill, one without
// the rights of the user who runs the tests. The test binary plays both.
const helperVariable = "CONCEPTDIFF_SQLITE_HELPER"

func TestMain(m *testing.M) {
	if task := os.Getenv(helperVariable); task != "" {
		if err := helper(context.Background(), task, os.Args[1]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func helper(ctx context.Context, task, path string) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	defer s.Close()
	if name, ok := strings.CutPrefix(task, "mark as "); ok {
		return markMany(ctx, s, name)
	}
	switch task {
	case "save":
		r := large()
		_, err := s.SaveRevision(ctx, r, []byte(r.Citation), store.Found{})
		return err
	case "back up":
		return s.Backup(ctx, path+".copy")
	case "read":
		_, err := s.RevisionByLabel(ctx, "2007")
		return err
	}
	return fmt.Errorf("no such task: %s", task)
}

// large takes long enough to store that a kill hits the middle of it.
func large() *revision.Revision {
	r := small("large")
	for i := range 8000 {
		r.Components = append(r.Components, &revision.Provision{
			Kind: revision.KindClause, EID: fmt.Sprint(i), Text: strings.Repeat(fmt.Sprintf("word%d ", i), 50),
		})
	}
	return finish(r)
}

// A store whose writer is killed, at any moment, holds all of the new revision
// or nothing of it, and stays usable.
func TestKilledWriter(t *testing.T) {
	start := time.Now()
	if !runKilled(t, filepath.Join(t.TempDir(), "whole.db"), time.Minute) {
		t.Fatal("the process took more than a minute")
	}
	whole := time.Since(start)

	const kills = 12
	cut := 0
	for i := range kills {
		path := filepath.Join(t.TempDir(), fmt.Sprintf("kill%d.db", i))
		if i%2 == 0 { // else the kill may also hit the creation of the store
			if err := openAndSave(t.Context(), path); err != nil {
				t.Fatal(err)
			}
		}
		if !runKilled(t, path, whole*time.Duration(i+1)/kills) {
			cut++
		}
		checkAllOrNothing(t, path)
	}
	if cut == 0 {
		t.Errorf("none of %d kills came before the end (whole run: %v)", kills, whole)
	}
}

// A backup that is killed leaves no copy, and what it leaves beside goes with the next
// backup into that folder, whatever that one is called.
func TestKilledBackup(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "large.db")
	runKilled(t, path, time.Minute)
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	parts := func() []string {
		found, err := filepath.Glob(filepath.Join(dir, ".conceptdiff-part-*"))
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	target := path + ".copy"
	for tries := 0; len(parts()) == 0; tries++ {
		if tries == 100 {
			t.Fatal("no kill came before the end of a backup")
		}
		_ = os.Remove(target) // of the try before
		cmd := exec.Command(os.Args[0], path)
		cmd.Env = append(os.Environ(), helperVariable+"=back up")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		var ended atomic.Bool
		go func() {
			for len(parts()) == 0 && !ended.Load() {
			}
			_ = cmd.Process.Kill()
		}()
		_ = cmd.Wait() // killed, or done
		ended.Store(true)
	}
	if _, err := os.Stat(target); err == nil { // killed between the last two steps
		checkAllOrNothing(t, target)
	}
	other := filepath.Join(dir, "other.db")
	if err := s.Backup(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	if left := parts(); len(left) > 0 {
		t.Errorf("the next backup left %v", left)
	}
	checkAllOrNothing(t, other)
}

// runKilled stores the large revision in a process that is killed after a while,
// and reports whether the process came to its end before.
func runKilled(t *testing.T, path string, after time.Duration) (finished bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), after)
	defer cancel()
	cmd := exec.CommandContext(ctx, os.Args[0], path) // kill -9 when the time is over
	cmd.Env = append(os.Environ(), helperVariable+"=save")
	out, err := cmd.CombinedOutput()
	if err != nil && ctx.Err() == nil {
		t.Fatalf("%v: %s", err, out)
	}
	return ctx.Err() == nil
}

func checkAllOrNothing(t *testing.T, path string) {
	t.Helper()
	ctx := t.Context()
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if problems, err := s.Integrity(ctx); err != nil || len(problems) > 0 {
		t.Errorf("%s: %q, %v", path, problems, err)
	}
	want := large()
	got, err := s.RevisionByLabel(ctx, "large")
	var missing *store.NotFoundError
	switch {
	case err == nil:
		equalRevisions(t, want, got)
	case !errors.As(err, &missing):
		t.Error(err)
	case count(t, s, `SELECT count(*) FROM provision WHERE revision NOT IN (SELECT id FROM revision)`) > 0:
		t.Errorf("%s: provisions without a revision", path)
	}
	if err := openAndSave(ctx, path); err != nil {
		t.Errorf("the store cannot be written to any more: %v", err)
	}
}

// A store that may only be read is read; writing to it is refused and named.
func TestReadOnlyFolder(t *testing.T) {
	run := unprivileged(t)
	dir := openTempDir(t)
	path := filepath.Join(dir, "store.db")
	if err := openAndSave(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	chmod(t, path, 0o444)
	chmod(t, dir, 0o555)
	if out, err := run("read", path); err != nil {
		t.Errorf("read: %v: %s", err, out)
	}
	for name, path := range map[string]string{"write": path, "create": filepath.Join(dir, "new.db")} {
		out, err := run("save", path)
		if err == nil || !strings.Contains(out, store.ErrReadOnly.Error()) || !strings.Contains(out, path) {
			t.Errorf("%s: %v: %s", name, err, out)
		}
	}
}

func chmod(t *testing.T, path string, mode os.FileMode) {
	t.Helper()
	if err := os.Chmod(path, mode); err != nil {
		t.Fatal(err)
	}
}
