package onto

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/wordtest"
)

// readWord reads a Word file in one state of its changes; nil when it holds no
// text.
func readWord(name string, file []byte, changes flow.Changes) *revision.Revision {
	res, err := ingest.ReadWith(context.Background(), name, file, ingest.Options{Changes: changes})
	if err != nil {
		return nil
	}
	return &revision.Revision{Meta: revision.Meta{Label: strings.TrimSuffix(name, ".docx"), Language: "en"}, Components: res.Components}
}

func lines(rev *revision.Revision) string {
	return strings.Join(wordtest.PrintedLines(rev, func(num string) string { return num }), "\n")
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// checkPair holds the redline between two Word files to its law by the rules of
// the standard and by our own reader. It is nil for a pair that is not compared.
func checkPair(t failer, oldFile, newFile []byte) []byte {
	t.Helper()
	old, now := readWord("old.docx", oldFile, ""), readWord("new.docx", newFile, "")
	if old == nil || now == nil {
		return nil
	}
	changed, err := onto(newFile, old, now, oldFile)
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, side := range []struct {
		name    string
		accept  bool
		file    []byte
		changes flow.Changes
		text    *revision.Revision
	}{{"reject", false, oldFile, flow.RejectChanges, old}, {"accept", true, newFile, flow.AcceptChanges, now}} {
		want, err := wordtest.Blocks(side.file, true)
		if err != nil {
			t.Fatalf("%v", err)
		}
		got, err := wordtest.Blocks(changed, side.accept)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if got != want {
			t.Fatalf("%s all: %s\nall of it:\n%s", side.name, difference(got, want), want)
		}
		back := readWord("redline.docx", changed, side.changes)
		if back == nil {
			t.Fatalf("%s all: our reader finds no text", side.name)
		}
		if got, want := lines(back), lines(side.text); got != want {
			t.Fatalf("our reader, %s all: %s\nall of it:\n%s", side.name, difference(got, want), want)
		}
	}
	return changed
}

func TestOntoRandomWordFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := wordtest.RandomWordPair.Draw(t, "pair")
		if dir := os.Getenv("CONCEPTDIFF_KEEP"); dir != "" {
			_ = os.WriteFile(filepath.Join(dir, "old.docx"), p.Old, 0o644)
			_ = os.WriteFile(filepath.Join(dir, "new.docx"), p.New, 0o644)
		}
		checkPair(t, p.Old, p.New)
		checkPair(t, p.New, p.Old) // what was cut in two is joined
	})
}

// With an old text of which there is no Word file, all accepted is the file
// again, and all rejected holds the old words in their order: numbers are counted
// anew and rows may stand as paragraphs. (Tables without tables in them.)
func TestOntoRandomWordFilesFromText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := wordtest.RandomWordPair.Draw(t, "pair")
		old, now := readWord("old.docx", p.Old, ""), readWord("new.docx", p.New, "")
		text, _ := wordtest.Blocks(p.Old, true)
		want, _ := wordtest.Blocks(p.New, true)
		if old == nil || now == nil || nested(text) || nested(want) {
			return
		}
		changed, err := onto(p.New, old, now)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if got, err := wordtest.Blocks(changed, true); got != want || err != nil {
			t.Fatalf("accept all: %v\n%s\nwant\n%s", err, got, want)
		}
		back := readWord("redline.docx", changed, flow.RejectChanges)
		if back == nil {
			t.Fatalf("reject all: our reader finds no text")
		}
		if got, want := bare(back), bare(old); got != want {
			t.Fatalf("reject all:\n%s\nwant\n%s", got, want)
		}
	})
}

// nested reports whether a table stands in another: which cell a word of the old
// text stood in cannot be told from its line then.
func nested(blocks string) bool {
	depth := 0
	for _, r := range blocks {
		switch r {
		case '[':
			if depth++; depth > 1 {
				return true
			}
		case ']':
			depth--
		}
	}
	return false
}

// counted are numbers and bullets that a program counts, and strokes between cells.
var counted = regexp.MustCompile(`(?m)(^|[\s|.])([a-z]{1,2}\)|[0-9]+\.|[•|])`)

// bare is the visible text without what is counted anew.
func bare(rev *revision.Revision) string {
	text := lines(rev)
	for text != counted.ReplaceAllString(text, "$1") {
		text = counted.ReplaceAllString(text, "$1")
	}
	return strings.Join(strings.Fields(text), "")
}

// A file against itself stays the same to the byte.
func TestOntoNothingChanged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := wordtest.RandomWordPair.Draw(t, "pair")
		now := readWord("new.docx", p.New, "")
		if now == nil {
			return
		}
		for _, old := range [][]byte{p.New, nil} {
			changed, err := onto(p.New, now, now, old)
			if err != nil {
				t.Fatalf("%v", err)
			}
			before, _, _ := wordtest.ReadParts(p.New)
			after, _, _ := wordtest.ReadParts(changed)
			if string(before[documentPart]) != string(after[documentPart]) {
				t.Fatalf("with an old file: %t: the text changed: %s", old != nil, difference(string(after[documentPart]), string(before[documentPart])))
			}
		}
	})
}

// difference is where two texts part.
func difference(got, want string) string {
	n := 0
	for n < len(got) && n < len(want) && got[n] == want[n] {
		n++
	}
	from := max(0, n-200)
	return "…" + got[from:min(len(got), n+300)] + "…\nwant\n…" + want[from:min(len(want), n+100)] + "…"
}

// LibreOffice, as a person would use it, comes to the texts of both files. A
// subtest a pair: the long run can be cut with -run.
func TestOfficeRandomWordFiles(t *testing.T) {
	o := wordtest.OpenOffice(t)
	pairs := 6
	if os.Getenv("CONCEPTDIFF_LONG") != "" {
		pairs = 300
	}
	for seed := range pairs {
		t.Run(strconv.Itoa(seed), func(t *testing.T) {
			p := wordtest.RandomWordPair.Example(seed)
			checkOfficePair(t, o, p.Old, p.New)
		})
	}
}

// checkOfficePair holds the redline between two Word files to its law in
// LibreOffice.
func checkOfficePair(t *testing.T, o *wordtest.Office, old, now []byte) {
	t.Helper()
	changed := checkPair(t, old, now)
	if changed == nil {
		return
	}
	for _, side := range []struct {
		mode string
		file []byte
	}{{"accept", now}, {"reject", old}} {
		got, want := full(o.Settle(t, changed, side.mode)), full(o.Settle(t, side.file, "keep"))
		if unspaced(got) == unspaced(want) && firstNoteEnds(t, changed, side.mode) {
			continue
		}
		if d := wordtest.FirstDifference(got, want); d != "" {
			t.Errorf("%s all: %s", side.mode, d)
		}
	}
	if dir := os.Getenv("CONCEPTDIFF_KEEP"); dir != "" && t.Failed() {
		for name, data := range map[string][]byte{"old": old, "new": now, "redline": changed} {
			_ = os.WriteFile(filepath.Join(dir, strings.ReplaceAll(t.Name(), "/", "-")+"-"+name+".docx"), data, 0o644)
		}
	}
}

// unspaced are lines joined, without white space.
func unspaced(lines []string) string {
	return strings.Join(strings.Fields(strings.Join(lines, " ")), "")
}

// firstNoteEnds reports whether the file's first footnote goes in that mode from a
// paragraph whose mark goes, too, while some of its text stays: LibreOffice does not
// join that text with the next paragraph. docs/redline.md has a file of two
// paragraphs that shows it.
func firstNoteEnds(t *testing.T, file []byte, mode string) bool {
	t.Helper()
	parts, _, err := wordtest.ReadParts(file)
	if err != nil {
		t.Fatal(err)
	}
	going := map[string][]string{"accept": {"del", "moveFrom"}, "reject": {"ins", "moveTo"}}[mode]
	ends, seen := false, false
	var walk func(n, paragraph *wordtest.Node, gone bool)
	walk = func(n, paragraph *wordtest.Node, gone bool) {
		name := n.XMLName.Local
		gone = gone || slices.Contains(going, name)
		switch {
		case name == "p":
			paragraph = n
		case name == "footnoteReference" && !seen:
			seen = true
			if gone && paragraph.Child("pPr") != nil && paragraph.Child("pPr").Child("rPr") != nil {
				mark := paragraph.Child("pPr").Child("rPr")
				for _, tag := range going {
					ends = ends || mark.Child(tag) != nil
				}
			}
		}
		for i := range n.Children {
			walk(&n.Children[i], paragraph, gone)
		}
	}
	walk(wordtest.MustParse(t, parts[documentPart]), nil, false)
	return ends
}

// full are the lines that hold text: LibreOffice keeps an empty paragraph where
// one before a table goes, and prints a character for each of its anchors.
func full(lines []string) []string {
	var out []string
	for _, l := range lines {
		l = strings.NewReplacer("\u200b", "", "\u200d", "").Replace(l)
		if strings.TrimSpace(l) != "" {
			out = append(out, l)
		}
	}
	return out
}
