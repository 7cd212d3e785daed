package rendertest

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/yaml"
)

// RevisionsDir holds the repository's own two revisions.
var RevisionsDir = filepath.Join(moduleRoot(), "revisions")

// realPair reports on the Concept of 2007 and the illustrative draft, with
// everything the sources say: the standing case.
var realPair = sync.OnceValues(func() (report.Report, error) {
	in, err := RealInput()
	if err != nil {
		return report.Report{}, err
	}
	return report.Build(in)
})

// MustRealPair is the report on the two, or the end of the test.
func MustRealPair(tb testing.TB) report.Report {
	tb.Helper()
	r, err := realPair()
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// RealInput is what that report is built from, compared anew each time.
func RealInput() (report.Input, error) {
	var in report.Input
	old, err := readRevision("2007")
	if err != nil {
		return in, err
	}
	now, err := readRevision("draft")
	if err != nil {
		return in, err
	}
	if in.Comparison, err = compare.Compare(old, now); err != nil {
		return in, err
	}
	files, err := filepath.Glob(filepath.Join(RevisionsDir, "2007", "claims", "*.yaml"))
	if err != nil {
		return in, err
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			return in, err
		}
		src, err := claim.Parse(filepath.Base(f), data)
		if err != nil {
			return in, err
		}
		in.Sources = append(in.Sources, src)
	}
	in.References = compare.References(in.Comparison)
	in.Flags = claim.Against(in.Comparison, claim.Flags(old, in.Sources))
	in.Unannounced = claim.Unannounced(in.Comparison, in.Flags)
	in.Expectations = claim.Expectations(in.Comparison, in.Sources)
	in.Echoes = claim.Echoes(in.Comparison, in.Sources)
	for _, src := range in.Sources {
		in.Checks = append(in.Checks, claim.Verify(old, src)...)
	}
	return in, nil
}

func readRevision(label string) (*revision.Revision, error) {
	dir := filepath.Join(RevisionsDir, label)
	data, err := os.ReadFile(filepath.Join(dir, "revision.yaml"))
	if err != nil {
		return nil, err
	}
	var meta struct{ Label, Title, Date, Status, Language, Base, Citation, Note, File string }
	docs, err := yaml.Parse(data)
	if err != nil {
		return nil, err
	}
	if err := docs[0].Decode(&meta); err != nil {
		return nil, err
	}
	text, err := os.ReadFile(filepath.Join(dir, meta.File))
	if err != nil {
		return nil, err
	}
	res, err := ingest.Read(meta.File, text)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(text)
	rev := &revision.Revision{Components: res.Components}
	rev.Meta = revision.Meta{
		Label: meta.Label, Title: meta.Title, Date: meta.Date, Status: revision.Status(meta.Status),
		Language: meta.Language, Base: meta.Base, Citation: meta.Citation, Note: meta.Note,
		Source: revision.Source{Name: meta.File, SHA256: hex.EncodeToString(sum[:]), Size: int64(len(text))},
	}
	return rev, nil
}

// moduleRoot is the folder of go.mod, above the package whose tests run.
func moduleRoot() string {
	dir := "."
	for range 6 {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		dir = filepath.Join(dir, "..")
	}
	return "."
}
