package workspace_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"conceptdiff/internal/review"
	"conceptdiff/internal/store/sqlite"
	"conceptdiff/internal/workspace"
)

// lay makes a workspace of two invented revisions.
func lay(t testing.TB, name string) *workspace.Workspace {
	t.Helper()
	dir := t.TempDir()
	for path, text := range map[string]string{
		"old/revision.yaml": "label: old\ntitle: " + name + " rules\nstatus: in force\nlanguage: en\nfile: text.txt\n",
		"old/text.txt":      "1. Aims\n\nThe " + name + " stays open to all. It is swept on Mondays.\n\n2. Gates\n\nBoth gates are painted green every spring.\n",
		"new/revision.yaml": "label: new\ntitle: " + name + " rules\nstatus: draft\nlanguage: en\nbase: old\nfile: text.txt\n",
		"new/text.txt":      "1. Aims\n\nThe " + name + " stays open to all. It is swept on Fridays.\n\n2. Walls\n\nThe north wall is kept in repair.\n",
	} {
		path = filepath.Join(dir, "revisions", path)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return workspace.New(workspace.Options{Dir: dir, Driver: sqlite.Driver{}, Build: "test build"})
}

// Two workspaces are driven in one process by many callers at once. No statement is
// lost, no caller sees the other workspace, and nothing outlives Close.
func TestManyCallers(t *testing.T) {
	ctx := t.Context()
	before := runtime.NumGoroutine()
	names := []string{"orchard", "quay"}
	var spaces []*workspace.Workspace
	for _, name := range names {
		w := lay(t, name)
		spaces = append(spaces, w)
		for _, member := range []string{"Ann", "Bo", "Cy"} {
			if _, err := w.Enrol(ctx, workspace.Enrolment{Name: member, By: member}); err != nil {
				t.Fatal(err)
			}
		}
	}
	const rounds = 6
	var callers sync.WaitGroup
	for i, w := range spaces {
		for _, member := range []string{"Ann", "Bo", "Cy"} {
			callers.Go(func() { mark(t, w, member, rounds) })
		}
		for range 2 {
			callers.Go(func() { read(t, w, names[i], rounds) })
		}
	}
	callers.Wait()
	for i, w := range spaces {
		record, err := w.Record(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := len(record.Statements()), 3+3*rounds; got < want {
			t.Errorf("%s: %d entries, want at least %d: a statement was lost", names[i], got, want)
		}
		if s, err := w.Verify(ctx); err != nil || len(s.Problems) > 0 {
			t.Errorf("%s: %v, %q", names[i], err, s.Problems)
		}
		if err := w.Close(); err != nil {
			t.Error(err)
		}
		if err := w.Close(); err != nil {
			t.Errorf("closed twice: %v", err)
		}
	}
	for deadline := time.Now().Add(10 * time.Second); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			buf := make([]byte, 1<<16)
			t.Fatalf("%d goroutines before, %d after Close\n%s", before, runtime.NumGoroutine(), buf[:runtime.Stack(buf, true)])
		}
	}
}

// Verify looks at one moment: what others enter and store meanwhile is no false alarm.
func TestVerifyBesideWriters(t *testing.T) {
	ctx := t.Context()
	w := lay(t, "quarry")
	defer w.Close()
	if _, err := w.Enrol(ctx, workspace.Enrolment{Name: "Ann", By: "Ann"}); err != nil {
		t.Fatal(err)
	}
	extra := filepath.Join(t.TempDir(), "text.txt")
	if err := os.WriteFile(extra, []byte("1. Aims\n\nThe quarry is closed on feast days.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	var writers sync.WaitGroup
	writers.Go(func() { mark(t, w, "Ann", 20) })
	writers.Go(func() {
		for i := range 6 {
			label := fmt.Sprintf("extra-%d", i)
			o := workspace.Import{Paths: []string{extra}, Base: "old"}
			o.Given.Label = label
			if _, err := w.Import(ctx, o); err != nil {
				t.Error(err)
			}
			if _, err := w.Mark(ctx, workspace.Mark{Revision: label, Address: "1", Verdict: review.Keep, By: "Ann"}); err != nil {
				t.Error(err)
			}
		}
	})
	done := make(chan struct{})
	go func() { writers.Wait(); close(done) }()
	runs := 0
	for ended := false; !ended; runs++ {
		select {
		case <-done:
			ended = true
		default:
		}
		if s, err := w.Verify(ctx); err != nil || len(s.Problems) > 0 {
			t.Fatalf("run %d: %v, %q", runs, err, s.Problems)
		}
		if _, problems, err := w.VerifyRecord(ctx); err != nil || len(problems) > 0 {
			t.Fatalf("run %d: %v, %q", runs, err, problems)
		}
	}
	t.Logf("figure: verified %d times beside writers", runs)
	if runs < 3 {
		t.Errorf("verified %d times only beside the writers", runs)
	}
}

func mark(t *testing.T, w *workspace.Workspace, member string, rounds int) {
	for i := range rounds {
		_, err := w.Mark(t.Context(), workspace.Mark{
			Revision: "old", Address: "2", Verdict: review.Keep, By: member, Note: fmt.Sprintf("round %d", i),
		})
		if err != nil {
			t.Errorf("%s, round %d: %v", member, i, err)
		}
	}
}

func read(t *testing.T, w *workspace.Workspace, own string, rounds int) {
	ctx := t.Context()
	for range rounds {
		r, err := w.FullReport(ctx, "old", "new")
		if err != nil {
			t.Error(err)
			continue
		}
		if !strings.Contains(r.Old.Title, own) {
			t.Errorf("the report of %s is of %q", own, r.Old.Title)
		}
		if _, err := w.History(ctx, "1", ""); err != nil {
			t.Error(err)
		}
		if listed, err := w.Revisions(ctx); err != nil || len(listed) != 2 {
			t.Errorf("%d revisions, %v", len(listed), err)
		}
		if err := w.Refresh(ctx); err != nil {
			t.Error(err)
		}
	}
}

// A caller whose context ends gets its error, and the next caller is served.
func TestCancelledCaller(t *testing.T) {
	w := lay(t, "meadow")
	defer w.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := w.Documents(ctx, "old", "new"); !errors.Is(err, context.Canceled) {
		t.Errorf("want the context's error, got %v", err)
	}
	if _, err := w.FullReport(t.Context(), "old", "new"); err != nil {
		t.Error(err)
	}
}
