package ingest_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/render/document"
	"conceptdiff/internal/revision"
)

// ways are the files that scripts/same-text writes, and what of the text each
// cannot hold.
var ways = []struct {
	file, how string
	// bullets says that the format shows bullets of its own instead of the text's;
	// numbers names provisions of which it shows another number, and why.
	bullets      bool
	numbers, why string
}{
	{file: "automatic.docx", how: "Word, numbers counted by the program"},
	{file: "typed.docx", how: "Word, numbers typed"},
	{file: "automatic.odt", how: "OpenDocument, numbers counted"},
	{file: "typed.odt", how: "OpenDocument, numbers typed"},
	{file: "automatic.rtf", how: "Rich Text, numbers counted"},
	{file: "typed.rtf", how: "Rich Text, numbers typed"},
	{
		file: "automatic.html", how: "web page, numbers counted", bullets: true, numbers: "order/4.1 order/4.2",
		why: "lists of a page count 1., 2.: LibreOffice leaves the «4.» of order/4.1 and 4.2 out",
	},
	{file: "typed.html", how: "web page, numbers typed"},
	{file: "automatic.pdf", how: "PDF, numbers counted", bullets: true},
	{file: "typed.pdf", how: "PDF, numbers typed"},
}

// The 2007 text, written by LibreOffice in every way, reads back to the tree of
// the text file. The table in docs/formats.md is of this run: with
// CONCEPTDIFF_UPDATE=1 it is written again.
func TestSameTextEveryWay(t *testing.T) {
	folder := writeSameText(t)
	path := filepath.Join("..", "..", "revisions", "2007", "concept-2007.txt")
	want := listed(t, path)
	table := "| written as | provisions | as in the text file | differences |\n| --- | ---: | ---: | --- |\n"
	for _, w := range ways {
		got := listed(t, filepath.Join(folder, w.file))
		same, diffs := compareListed(want, got, func(p listedProvision) bool {
			return w.bullets && p.kind == "item" || slices.Contains(strings.Fields(w.numbers), p.address)
		})
		var notes []string
		if w.bullets {
			notes = append(notes, "the format shows bullets of its own, • for the text's U+F0A7")
		}
		if w.why != "" {
			notes = append(notes, w.why)
		}
		if len(diffs) > 0 {
			t.Errorf("%s: %d of %d provisions as in the text file:\n%s", w.file, same, len(want), strings.Join(diffs[:min(len(diffs), 12)], "\n"))
			notes = append(notes, fmt.Sprintf("%d provisions differ", len(diffs)))
		}
		note := strings.Join(notes, "; ")
		if note == "" {
			note = "none"
		}
		table += fmt.Sprintf("| %s | %d | %d | %s |\n", w.how, len(got), same, note)
	}
	checkDocumented(t, table)
}

func writeSameText(t *testing.T) string {
	t.Helper()
	missing := ""
	if _, err := exec.LookPath("soffice"); err != nil {
		missing = "LibreOffice is missing (Debian: libreoffice-writer)"
	} else if err := exec.Command("/usr/bin/python3", "-c", "import uno").Run(); err != nil {
		missing = "python3-uno is missing"
	}
	if missing != "" {
		if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") == "1" {
			t.Fatal(missing)
		}
		t.Skip(missing)
	}
	data, err := os.ReadFile(filepath.Join("..", "..", "revisions", "2007", "concept-2007.txt"))
	if err != nil {
		t.Fatal(err)
	}
	res, err := ingest.Read("concept-2007.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	r := &revision.Revision{Meta: revision.Meta{Title: res.Title}, Components: res.Components}
	var tree bytes.Buffer
	if err := document.JSON(&tree, r); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	input := filepath.Join(dir, "tree.json")
	if err := os.WriteFile(input, tree.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	script := filepath.Join("..", "..", "scripts", "same-text")
	if out, err := exec.Command("/usr/bin/python3", script, input, dir).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", script, err, out)
	}
	return dir
}

// listedProvision is what is compared of one.
type listedProvision struct{ kind, address, num, heading, text string }

func listed(t *testing.T, path string) []listedProvision {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	res, err := ingest.Read(filepath.Base(path), data)
	if err != nil {
		t.Fatal(err)
	}
	var out []listedProvision
	for _, c := range res.Components {
		c.Walk(func(p *revision.Provision) bool {
			out = append(out, listedProvision{string(p.Kind), p.Address(), inked(p.Num), inked(p.Heading), inked(p.Text)})
			return true
		})
	}
	return out
}

// inked is s without white space.
func inked(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// compareListed counts the provisions that are the same and names those that
// differ, by address. Of some another number is expected.
func compareListed(want, got []listedProvision, otherNumber func(listedProvision) bool) (same int, diffs []string) {
	byAddress := make(map[string]int, len(got))
	for i, p := range got {
		byAddress[p.address] = i
	}
	last := -1
	for _, w := range want {
		at, found := byAddress[w.address]
		g := listedProvision{}
		if found {
			g = got[at]
		}
		if otherNumber(w) && g.num != "" {
			g.num = w.num
		}
		switch {
		case !found:
			diffs = append(diffs, w.address+": missing")
		case g != w:
			diffs = append(diffs, fmt.Sprintf("%s:\n  want %.160v\n  got  %.160v", w.address, w, g))
		case at < last:
			diffs = append(diffs, w.address+": stands at another place")
		default:
			same++
		}
		last = max(last, at)
		delete(byAddress, w.address)
	}
	for _, p := range got {
		if _, extra := byAddress[p.address]; extra {
			diffs = append(diffs, fmt.Sprintf("%s: is not in the text file: %.160v", p.address, p))
		}
	}
	return same, diffs
}

const (
	tableBegin = "<!-- table: same text, every way -->\n"
	tableEnd   = "<!-- end of table -->"
)

// checkDocumented compares the table with the one in the documentation.
func checkDocumented(t *testing.T, table string) {
	t.Helper()
	path := filepath.Join("..", "..", "docs", "formats.md")
	data, err := os.ReadFile(path)
	if errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	before, rest, ok1 := strings.Cut(string(data), tableBegin)
	shown, after, ok2 := strings.Cut(rest, tableEnd)
	if !ok1 || !ok2 {
		t.Fatalf("%s has no place for the table", path)
	}
	if shown == table {
		return
	}
	if os.Getenv("CONCEPTDIFF_UPDATE") == "1" {
		if err := os.WriteFile(path, []byte(before+tableBegin+table+tableEnd+after), 0o644); err != nil { //nolint:gosec // documentation
			t.Fatal(err)
		}
		return
	}
	t.Errorf("the table in %s is of another run (CONCEPTDIFF_UPDATE=1 writes it again); this one:\n%s", path, table)
}
