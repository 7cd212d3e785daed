package json

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/render"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// docs/rebuild-texts.py, written after docs/json.md alone, rebuilds both texts of 2007
// and the draft, and of 300 texts and what became of them at random. The seed is fixed.
func TestScriptRebuildsBothTexts(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: the short script is not tried")
	}
	in, err := rendertest.RealInput()
	if err != nil {
		t.Fatal(err)
	}
	pairs := []*compare.Comparison{in.Comparison}
	random := rand.New(rand.NewPCG(18, 300))
	for range 300 {
		old := randomText(random)
		c, err := compare.Compare(mustRead(t, "old", old), mustRead(t, "new", edited(random, old)))
		if err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, c)
	}
	checkRebuilt(t, python, pairs)
}

// The same on the revisions of laws and standards that lie beside the repository.
func TestScriptRebuildsRealTexts(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is not installed: the short script is not tried")
	}
	found, err := filepath.Glob(filepath.Join("..", "..", "..", "..", "shared", "alignment", "*", "old.txt"))
	if err != nil || len(found) == 0 {
		t.Skipf("no pairs beside the repository: ../shared/alignment (%v)", err)
	}
	var pairs []*compare.Comparison
	for _, path := range found {
		var side [2]*revision.Revision
		for i, label := range []string{"old", "new"} {
			text, err := os.ReadFile(filepath.Join(filepath.Dir(path), label+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			side[i] = mustRead(t, label, string(text))
		}
		c, err := compare.Compare(side[0], side[1])
		if err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, c)
	}
	checkRebuilt(t, python, pairs)
}

// checkRebuilt holds the texts that the script makes of comparisons against theirs.
func checkRebuilt(t *testing.T, python string, pairs []*compare.Comparison) {
	t.Helper()
	dir := t.TempDir()
	args := []string{filepath.Join("..", "..", "..", "docs", "rebuild-texts.py")}
	for i, c := range pairs {
		r, err := report.Build(report.Input{Comparison: c})
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if err := Diff(&b, r, render.Options{}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, fmt.Sprintf("%d.json", i))
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	out, err := exec.Command(python, args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := bytes.Split(bytes.TrimSpace(out), []byte("\n"))
	if len(lines) != len(pairs) {
		t.Fatalf("%d texts of %d comparisons", len(lines), len(pairs))
	}
	for i, line := range lines {
		var got struct{ Old, New map[string]string }
		if err := json.Unmarshal(line, &got); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(clauseTexts(pairs[i].OldClauses), got.Old); d != "" {
			t.Errorf("%d: old text (-want +got)\n%s", i, d)
		}
		if d := cmp.Diff(clauseTexts(pairs[i].NewClauses), got.New); d != "" {
			t.Errorf("%d: new text (-want +got)\n%s", i, d)
		}
	}
}

func mustRead(t *testing.T, label, text string) *revision.Revision {
	t.Helper()
	res, err := ingest.Read(label+".txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return &revision.Revision{Meta: revision.Meta{Label: label, Language: "en"}, Components: res.Components}
}

var someWords = strings.Fields("the a quarry gate cart scale stone slate is shall not open closed «swept» “daily” on Mondays and by all members, 4 1990; (a) – “never”")

func randomLine(random *rand.Rand) string {
	var words []string
	for range 2 + random.IntN(14) {
		words = append(words, someWords[random.IntN(len(someWords))])
	}
	return strings.Join(words, " ") + "."
}

// randomText has a few clauses, some of them without any text.
func randomText(random *rand.Rand) string {
	var b strings.Builder
	for i := range 2 + random.IntN(6) {
		fmt.Fprintf(&b, "%d. ", i+1)
		if random.IntN(5) > 0 {
			b.WriteString(randomLine(random))
		}
		b.WriteString("\n\n")
		for j := range random.IntN(4) {
			if random.IntN(3) == 0 {
				fmt.Fprintf(&b, "%d.%d ", i+1, j+1)
			}
			b.WriteString(randomLine(random) + "\n\n")
		}
	}
	return b.String()
}

// edited takes out, puts in and exchanges words and paragraphs.
func edited(random *rand.Rand, text string) string {
	paragraphs := strings.Split(strings.TrimSpace(text), "\n\n")
	for range 1 + random.IntN(5) {
		at := random.IntN(len(paragraphs))
		switch random.IntN(5) {
		case 0:
			if len(paragraphs) > 2 {
				paragraphs = slices.Delete(paragraphs, at, at+1)
			}
		case 1:
			paragraphs = slices.Insert(paragraphs, at, randomLine(random))
		case 2:
			other := random.IntN(len(paragraphs))
			paragraphs[at], paragraphs[other] = paragraphs[other], paragraphs[at]
		case 3:
			paragraphs[at] = strings.NewReplacer("“", "\"", "”", "\"", "–", "-", "is", "was").Replace(paragraphs[at])
		default:
			words := strings.Fields(paragraphs[at])
			i := random.IntN(len(words))
			paragraphs[at] = strings.Join(slices.Insert(words, i, someWords[random.IntN(len(someWords))]), " ")
		}
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}
