package web

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"testing"
	"time"

	"conceptdiff/internal/review"
	"conceptdiff/internal/store/sqlite"
	"conceptdiff/internal/workspace"
)

// site is a server of a workspace of its own, with the texts of this repository or
// with invented ones.
type site struct {
	URL  string
	Work *workspace.Workspace
	stop func() error
}

// newSite serves a copy of the repository's revisions.
func newSite(t testing.TB, members ...string) *site {
	t.Helper()
	dir := t.TempDir()
	from := filepath.Join("..", "..", "revisions")
	if err := os.CopyFS(filepath.Join(dir, "revisions"), os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	return serveFolder(t, dir, "127.0.0.1:0", members...)
}

// serveFolder serves a workspace. The first member is the chair.
func serveFolder(t testing.TB, dir, address string, members ...string) *site {
	t.Helper()
	w := workspace.New(workspace.Options{Dir: dir, Driver: sqlite.Driver{}, Build: "test build"})
	t.Cleanup(func() {
		if err := w.Close(); err != nil {
			t.Error(err)
		}
	})
	for i, name := range members {
		role := review.Ordinary
		if i == 0 {
			role = review.Chair
		}
		if _, err := w.Enrol(t.Context(), workspace.Enrolment{Name: name, Role: role, By: members[0]}); err != nil {
			t.Fatal(err)
		}
	}
	return serveWorkspace(t, w, address)
}

func serveWorkspace(t testing.TB, w *workspace.Workspace, address string, more ...func(*Options)) *site {
	t.Helper()
	opts := Options{Workspace: w, Address: address, Log: t.Logf}
	for _, set := range more {
		set(&opts)
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ready, ended := make(chan string, 1), make(chan error, 1)
	opts.Ready = func(url string) { ready <- url }
	go func() { ended <- serve(ctx, opts, listener) }()
	s := &site{Work: w, stop: func() error {
		cancel()
		select {
		case err := <-ended:
			ended <- err
			return err
		case <-time.After(10 * time.Second):
			t.Error("the server does not stop")
			return nil
		}
	}}
	t.Cleanup(func() {
		if err := s.stop(); err != nil {
			t.Error(err)
		}
	})
	select {
	case s.URL = <-ready:
	case err := <-ended:
		t.Fatal(err)
	}
	return s
}
