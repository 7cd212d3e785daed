package redline

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/docx/stream"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/wordtest"
)

// checkLaw holds a redline to its law, by the standard's rules: accepted it is
// the new text, rejected the old one, each line with its own look.
func checkLaw(t interface {
	Helper()
	Fatalf(string, ...any)
}, p pair,
) {
	t.Helper()
	f, err := wordtest.Read(p.docx)
	if err != nil {
		t.Fatalf("read back: %v", err)
	}
	if d := wordtest.FirstDifference(wordtest.Texts(f.Settle(true)), wordtest.PrintedLines(p.new, stream.Bullet)); d != "" {
		t.Fatalf("accepted: %s", d)
	}
	if d := wordtest.FirstDifference(wordtest.Texts(f.Settle(false)), wordtest.PrintedLines(p.old, stream.Bullet)); d != "" {
		t.Fatalf("rejected: %s", d)
	}
	k := &stream.Formats{}
	for _, side := range []struct {
		name   string
		accept bool
	}{{"rejected", false}, {"accepted", true}} {
		printed := p.report.Old.Printed()
		if side.accept {
			printed = p.report.New.Printed()
		}
		got := f.Settle(side.accept)
		for i := range printed {
			if want := k.Of(&printed[i]); got[i].Format != want {
				t.Fatalf("%s: line %q looks like %+v, want %+v", side.name, got[i].Text, got[i].Format, want)
			}
		}
	}
}

func TestLawOnRandomPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := wordtest.RandomPair.Draw(t, "pair")
		p, err := newPair(drawn[0], drawn[1])
		if err != nil {
			t.Fatal(err)
		}
		checkLaw(t, p)
		checkWords(t, p)
		wordtest.CheckStructure(t, p.docx)
	})
}

func TestLawOnTheRealPair(t *testing.T) {
	p := realPair(t)
	checkLaw(t, p)
	checkWords(t, p)
	wordtest.CheckStructure(t, p.docx)
	back := mustPair(t, p.new, p.old)
	checkLaw(t, back)
	checkWords(t, back)
}

// alignmentPairs are real revisions of laws and standards, outside the
// repository.
func alignmentPairs(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join("..", "..", "..", "..", "..", "shared", "alignment", "*", "old.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(found) == 0 {
		t.Skip("no pairs beside the repository: ../shared/alignment")
	}
	var out []string
	for _, f := range found {
		out = append(out, filepath.Dir(f))
	}
	return out
}

func TestLawOnRealRevisions(t *testing.T) {
	for _, dir := range alignmentPairs(t) {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			p := mustPair(t, wordtest.MustRead(t, "old", filepath.Join(dir, "old.txt")), wordtest.MustRead(t, "new", filepath.Join(dir, "new.txt")))
			checkLaw(t, p)
			checkWords(t, p)
			wordtest.CheckStructure(t, p.docx)
		})
	}
}

func TestSameInputSameBytes(t *testing.T) {
	a, b := realPair(t), realPair(t)
	if !bytes.Equal(a.docx, b.docx) {
		t.Error("two runs differ")
	}
	if dir := os.Getenv("CONCEPTDIFF_KEEP"); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, "redline.docx"), a.docx, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// A text against itself is a document without a tracked change.
func TestNothingChanged(t *testing.T) {
	p := realPair(t)
	same := mustPair(t, p.new, p.new)
	checkLaw(t, same)
	f, err := wordtest.Read(same.docx)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range f.Paragraphs {
		for _, r := range p.Runs {
			if r.Fate != "" || p.Mark != "" || r.Comment {
				t.Fatalf("%q is %s", r.Text, r.Fate)
			}
		}
	}
}

func TestFilteredIsRefused(t *testing.T) {
	p := realPair(t)
	r, err := p.report.Only(report.Filter{Substantive: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := Redline(&bytes.Buffer{}, r, render.Options{}); err == nil {
		t.Error("half a text became a redline")
	}
}

// Our own reader of Word files finds both texts in the redline, too.
func TestReadBack(t *testing.T) {
	p := realPair(t)
	for _, side := range []struct {
		changes flow.Changes
		want    *revision.Revision
	}{{flow.AcceptChanges, p.new}, {flow.RejectChanges, p.old}} {
		res, err := ingest.ReadWith(t.Context(), "redline.docx", p.docx, ingest.Options{Changes: side.changes})
		if err != nil {
			t.Fatal(err)
		}
		back := &revision.Revision{Components: res.Components}
		if d := wordtest.FirstDifference(wordtest.PrintedLines(back, wordtest.OneBullet), wordtest.PrintedLines(side.want, wordtest.OneBullet)); d != "" {
			t.Errorf("%s: %s", side.changes, d)
		}
	}
}
