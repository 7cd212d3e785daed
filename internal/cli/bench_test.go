package cli

import (
	"io"
	"path/filepath"
	"testing"

	"conceptdiff/internal/cli/terminal"
)

// BenchmarkDiff is the whole of «diff 2007 draft --format json» on a filled
// store, without starting a process.
func BenchmarkDiff(b *testing.B) {
	benchmarkRun(b, "diff", "2007", "draft", "--format", "json")
}

// BenchmarkDiffFiles is the same of the two files, which are read and compared anew.
func BenchmarkDiffFiles(b *testing.B) {
	revisions := filepath.Join(repository(b), "revisions")
	benchmarkRun(b, "diff", filepath.Join(revisions, "2007"), filepath.Join(revisions, "draft"), "--format", "json")
}

// BenchmarkReport is the whole of «report 2007 draft --format html».
func BenchmarkReport(b *testing.B) {
	benchmarkRun(b, "report", "2007", "draft", "--format", "html")
}

// BenchmarkShow is opening the store, looking through the workspace and loading
// one revision.
func BenchmarkShow(b *testing.B) {
	benchmarkRun(b, "show", "2007", "1")
}

func benchmarkRun(b *testing.B, args ...string) {
	args = append(args, "--workspace", repository(b))
	once := func() {
		if code := Run(b.Context(), args, terminal.Streams{Out: io.Discard, Err: io.Discard}); code != exitDone {
			b.Fatalf("exit %d", code)
		}
	}
	once() // fills the store
	b.ReportAllocs()
	for b.Loop() {
		once()
	}
}
