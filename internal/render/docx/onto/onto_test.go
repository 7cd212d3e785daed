package onto

import (
	"archive/zip"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"conceptdiff/internal/render/docx/redline"
	"conceptdiff/internal/wordtest"

	"pgregory.net/rapid"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// reportOf is the report of a comparison.
func reportOf(old, now *revision.Revision) (report.Report, error) {
	c, err := compare.Compare(old, now)
	if err != nil {
		return report.Report{}, err
	}
	return report.Build(report.Input{Comparison: c})
}

// redlineOf is the redline between two texts, as a Word file of its own.
func redlineOf(old, now *revision.Revision) ([]byte, error) {
	r, err := reportOf(old, now)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = redline.Redline(&b, r, render.Options{})
	return b.Bytes(), err
}

// clearFile is a revision as a Word file without tracked changes.
func clearFile(rev *revision.Revision) ([]byte, error) { return redlineOf(rev, rev) }

// onto writes the changes between two texts onto the file of the new one, and
// where there is one, with the file of the old one.
func onto(file []byte, old, now *revision.Revision, oldFile ...[]byte) ([]byte, error) {
	r, err := reportOf(old, now)
	if err != nil {
		return nil, err
	}
	files := Files{New: file}
	if len(oldFile) > 0 {
		files.Old = oldFile[0]
	}
	var b bytes.Buffer
	err = Write(&b, files, r, render.Options{})
	return b.Bytes(), err
}

// realPair is the Concept of 2007 and the illustrative draft.
func realPair(tb testing.TB) (old, now *revision.Revision) {
	tb.Helper()
	dir := filepath.Join("..", "..", "..", "..", "revisions")
	return wordtest.MustRead(tb, "2007", filepath.Join(dir, "2007", "concept-2007.txt")),
		wordtest.MustRead(tb, "draft", filepath.Join(dir, "draft", "concept-draft.md"))
}

// checkOnto holds the changed file to its law.
func checkOnto(t interface {
	Helper()
	Fatalf(string, ...any)
}, file, changed []byte, old *revision.Revision,
) {
	t.Helper()
	before, err := wordtest.Read(file)
	if err != nil {
		t.Fatalf("%v", err)
	}
	after, err := wordtest.Read(changed)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if d := wordtest.FirstDifference(wordtest.Texts(after.Settle(true)), wordtest.Texts(before.Settle(true))); d != "" {
		t.Fatalf("accepted: %s", d)
	}
	var got []string
	for _, s := range after.Settle(false) {
		if s.Format.List > 0 {
			s.Text = "•" + s.Text[len(after.Bullets[s.Format.List]):]
		}
		for _, b := range []string{"– ", "\uf0a7 "} { // typed, where the file has no such list
			if rest, found := strings.CutPrefix(s.Text, b); found {
				s.Text = "• " + rest
			}
		}
		got = append(got, s.Text)
	}
	if d := wordtest.FirstDifference(got, wordtest.PrintedLines(old, wordtest.OneBullet)); d != "" {
		t.Fatalf("rejected: %s", d)
	}
	wordtest.CheckStructure(t, changed)
}

func TestOntoRandomPairs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		drawn := wordtest.RandomPair.Draw(t, "pair")
		if len(drawn[1].Clauses()) == 0 && len(drawn[1].Components[0].Num) == 0 {
			return // a file without text is not read
		}
		file, err := clearFile(drawn[1])
		if err != nil {
			t.Fatal(err)
		}
		changed, err := onto(file, drawn[0], drawn[1])
		if err != nil {
			t.Fatal(err)
		}
		checkOnto(t, file, changed, drawn[0])
	})
}

// itemCutInTwo is an item that became two paragraphs, before other items or
// alone: in a document with a list or without one.
func itemCutInTwo(others ...string) (old, now *revision.Revision) {
	const head, tail = "Security of the region and of its borders.", "Policy of peace and of law for every citizen."
	text := func(cs ...*revision.Provision) *revision.Revision {
		for _, o := range others {
			cs = append(cs, &revision.Provision{Kind: revision.KindItem, Num: "-", Text: o})
		}
		rev := &revision.Revision{Components: []*revision.Provision{{Kind: revision.KindComponent, Children: cs}}}
		revision.AssignEIDs(rev.Components)
		return rev
	}
	old = text(&revision.Provision{Kind: revision.KindItem, Num: "-", Text: head + " " + tail})
	now = text(&revision.Provision{Kind: revision.KindParagraph, Text: head}, &revision.Provision{Kind: revision.KindParagraph, Text: tail})
	return old, now
}

// The bullet stands where the item began, not in the paragraph where it ended.
func TestOntoAnItemCutInTwo(t *testing.T) {
	for _, others := range [][]string{nil, {"Defence."}} {
		old, now := itemCutInTwo(others...)
		file, changed := clearOnto(t, old, now)
		checkOnto(t, file, changed, old)
	}
}

// clearOnto makes a file of the new text without tracked changes, and the redline
// onto it.
func clearOnto(t *testing.T, old, now *revision.Revision) (file, changed []byte) {
	t.Helper()
	file, err := clearFile(now)
	if err != nil {
		t.Fatal(err)
	}
	if changed, err = onto(file, old, now); err != nil {
		t.Fatal(err)
	}
	return file, changed
}

func TestOntoTheConcept(t *testing.T) {
	old, now := realPair(t)
	file, changed := clearOnto(t, old, now)
	checkOnto(t, file, changed, old)
}

func TestOntoRefuses(t *testing.T) {
	old, now := realPair(t)
	tracked, err := redlineOf(old, now)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := onto(tracked, old, now); !errors.Is(err, ErrTracked) {
		t.Errorf("a file with tracked changes: %v", err)
	}
	if _, err := onto([]byte("text"), old, now); !errors.Is(err, ErrNotWord) {
		t.Errorf("a file that is no Word document: %v", err)
	}
	file, err := clearFile(old)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := onto(file, old, now); err == nil {
		t.Error("a file with another text was changed")
	}
}

// userFile is a Word file as people write it (numbers counted by style, a table, a
// list, a footnote, a link, a header) and the older text of it.
func userFile(tb testing.TB) (file []byte, old, now *revision.Revision) {
	tb.Helper()
	dir := filepath.Join("testdata", "plan")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range []string{
		ooxml.TypesPart, "_rels/.rels", documentPart, linksPart, "word/styles.xml", "word/numbering.xml", "word/header1.xml", "word/footnotes.xml",
	} {
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			tb.Fatal(err)
		}
		if err := ooxml.AddFile(z, name, data); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	res, err := ingest.Read("plan.docx", b.Bytes())
	if err != nil {
		tb.Fatal(err)
	}
	now = &revision.Revision{Meta: revision.Meta{Label: "new", Language: "en", Status: revision.Draft}, Components: res.Components}
	return b.Bytes(), wordtest.MustRead(tb, "old", filepath.Join(dir, "old.md")), now
}

// The user's own file keeps all that is not text.
func TestOntoKeepsTheFile(t *testing.T) {
	file, old, now := userFile(t)
	changed, err := onto(file, old, now)
	if err != nil {
		t.Fatal(err)
	}
	wordtest.CheckStructure(t, changed)
	again, err := onto(file, old, now)
	if err != nil || !bytes.Equal(changed, again) {
		t.Error("two runs differ")
	}
	before, names, err := wordtest.ReadParts(file)
	if err != nil {
		t.Fatal(err)
	}
	after, _, err := wordtest.ReadParts(changed)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		switch same := bytes.Equal(before[name], after[name]); name {
		case ooxml.TypesPart, linksPart, documentPart:
			if same {
				t.Errorf("%s did not change", name)
			}
		default:
			if !same {
				t.Errorf("%s changed", name)
			}
		}
	}
	doc := string(after[documentPart])
	for _, want := range []string{
		`<w:trPr><w:ins `, `<w:footnoteReference w:id="2"/>`, `<w:hyperlink r:id="rId7">`, `<w:p w:rsidR="00A1">`,
		`<w:b/></w:rPr><w:t xml:space="preserve">all</w:t>`, `<w:delText xml:space="preserve">Duties</w:delText>`, `<w:commentReference `,
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %s in it", want)
		}
	}
}
