package redline

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/wordtest"
)

// pair is two revisions and the redline between them.
type pair struct {
	old, new *revision.Revision
	report   report.Report
	docx     []byte
}

func mustPair(tb testing.TB, old, now *revision.Revision, sources ...*claim.Source) pair {
	tb.Helper()
	p, err := newPair(old, now, sources...)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func newPair(old, now *revision.Revision, sources ...*claim.Source) (pair, error) {
	p := pair{old: old, new: now}
	c, err := compare.Compare(old, now)
	if err != nil {
		return p, err
	}
	in := report.Input{Comparison: c, Sources: sources, Flags: claim.Against(c, claim.Flags(old, sources))}
	if p.report, err = report.Build(in); err != nil {
		return p, err
	}
	var b bytes.Buffer
	err = Redline(&b, p.report, render.Options{})
	p.docx = b.Bytes()
	return p, err
}

// realPair is the Concept of 2007 and the illustrative draft, with what sources
// say: the standing case.
func realPair(tb testing.TB) pair {
	tb.Helper()
	dir := filepath.Join("..", "..", "..", "..", "revisions")
	old := wordtest.MustRead(tb, "2007", filepath.Join(dir, "2007", "concept-2007.txt"))
	now := wordtest.MustRead(tb, "draft", filepath.Join(dir, "draft", "concept-draft.md"))
	now.Status, now.Date, now.Note = revision.Illustrative, "2026-11-21", "It was written to show how the tool works."
	files, err := filepath.Glob(filepath.Join(dir, "2007", "claims", "*.yaml"))
	if err != nil || len(files) == 0 {
		tb.Fatalf("no claims: %v", err)
	}
	var sources []*claim.Source
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		src, err := claim.Parse(filepath.Base(f), data)
		if err != nil {
			tb.Fatal(err)
		}
		sources = append(sources, src)
	}
	return mustPair(tb, old, now, sources...)
}
