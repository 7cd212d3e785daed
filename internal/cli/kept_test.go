package cli

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"conceptdiff/internal/store"
	"conceptdiff/internal/store/sqlite"
	"conceptdiff/internal/workspace/build"
	"conceptdiff/internal/workspace/folder"
)

// What is kept of a comparison is used by the build that found it and by no other,
// which finds it anew and keeps that; it shows in nothing.
func TestKeptComparison(t *testing.T) {
	w := repository(t)
	if got := run(t, nil, "list", "--workspace", w); got.code != exitDone {
		t.Fatal(got.err)
	}
	s, err := sqlite.Open(t.Context(), filepath.Join(w, folder.Database))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ctx := context.Background()
	kept, err := s.Comparison(ctx, "draft", build.ID())
	if err != nil || kept == nil {
		t.Fatalf("import kept %d bytes, %v", len(kept), err)
	}
	put := func(build string, data []byte) {
		t.Helper()
		if err := s.SaveComparison(ctx, "draft", store.Found{Build: build, Data: data}); err != nil {
			t.Fatal(err)
		}
	}
	commands := [][]string{
		{"diff", "2007", "draft", "--format", "json"},
		{"report", "2007", "draft", "--format", "md"},
		{"table", "2007", "draft", "--format", "md"},
		{"flags", "2007", "--against", "draft"},
		{"explain", "2007", "draft", "4.1.1"},
		{"diff", "draft", "2007", "--format", "json"},
	}
	all := func() (out []outcome) {
		for _, c := range commands {
			out = append(out, run(t, nil, append(c, "--workspace", w)...))
		}
		return out
	}
	with := all()
	put("another build", []byte("what it found"))
	for i, without := range all() {
		if with[i] != without || without.code != exitDone {
			t.Errorf("%v differs without what is kept (exit %d, %d)\n%s", commands[i], with[i].code, without.code, without.err)
		}
	}
	if again, err := s.Comparison(ctx, "draft", build.ID()); err != nil || string(again) != string(kept) {
		t.Errorf("found anew, %d bytes are kept instead of %d, %v", len(again), len(kept), err)
	}
	if got := run(t, nil, "verify", "--workspace", w); got.code != exitDone {
		t.Errorf("verify: %s%s", got.out, got.err)
	}
	// It is used, so what does not fit the texts is an error, and verify finds it.
	put(build.ID(), kept[:len(kept)/2])
	if got := run(t, nil, append(commands[0], "--workspace", w)...); got.code != exitFailure || got.out != "" {
		t.Errorf("half a comparison: exit %d, %d bytes", got.code, len(got.out))
	}
	if got := run(t, nil, "verify", "--workspace", w); got.code != exitFailure || !strings.Contains(got.out, "is not what is found now") {
		t.Errorf("verify finds nothing in half a comparison: %s", got.out)
	}
}
