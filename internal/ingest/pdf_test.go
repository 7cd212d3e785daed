package ingest

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/revision"
)

var update = flag.Bool("update", false, "write the golden files")

// treeLines writes a tree line by line: what a reader made of a file. Bullets
// are all alike: programs print other ones than the text does.
func treeLines(components []*revision.Provision) []string {
	var out []string
	var walk func(p *revision.Provision, depth int)
	walk = func(p *revision.Provision, depth int) {
		num := p.Num
		if p.Kind == revision.KindItem {
			num = "•"
		}
		line := strings.Repeat("  ", depth) + fmt.Sprintf("%s %s [%s|%s|%s]", p.Kind, p.EID, num, p.Heading, p.Text)
		for _, n := range p.Notes {
			line += fmt.Sprintf(" {%s %s: %s}", n.Kind, n.Mark, n.Text)
		}
		out = append(out, line)
		for _, c := range p.Children {
			walk(c, depth+1)
		}
	}
	for _, c := range components {
		walk(c, 0)
	}
	return out
}

func readFile(t testing.TB, path string) *Result {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	res, err := Read(path, data)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// The files that real programs wrote are read as their golden trees say.
func TestReadPDFGolden(t *testing.T) {
	for _, name := range []string{"charter-chromium", "columns-chromium", "footnotes-libreoffice", "drop-caps-libreoffice", "line-numbers-libreoffice", "raised-marks-libreoffice"} {
		res := readFile(t, filepath.Join("testdata", "pdf", name+".pdf"))
		lines := treeLines(res.Components)
		for _, d := range res.Dropped {
			lines = append(lines, fmt.Sprintf("dropped %d:%d %s: %s", d.Page, d.Line, d.Why, d.Text))
		}
		for _, w := range res.Warnings {
			lines = append(lines, fmt.Sprintf("warning %d:%d %s", w.Page, w.Line, w.Text))
		}
		got := strings.Join(lines, "\n") + "\n"
		golden := filepath.Join("testdata", "pdf", name+".tree")
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// A page in two justified columns with parted words says what the page in one
// column says, and both what the web page they were printed from says.
func TestOneCharterManyWays(t *testing.T) {
	want := treeLines(readFile(t, "testdata/pdf/charter.html").Components)
	for _, name := range []string{"charter-chromium.pdf", "columns-chromium.pdf"} {
		got := treeLines(readFile(t, filepath.Join("testdata", "pdf", name)).Components)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-web page +PDF):\n%s", name, diff)
		}
	}
}

// needProgram skips a test where a program is not installed.
func needProgram(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") != "" {
			t.Fatalf("%s is not installed", name)
		}
		t.Skipf("%s is not installed", name)
	}
}

func run(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	var out, diag strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &diag
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, diag.String())
	}
	return out.String()
}

func TestReadPDFRefuses(t *testing.T) {
	data, err := os.ReadFile("testdata/pdf/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Read("locked.pdf", data)
	var e *Error
	if !errors.As(err, &e) || e.Error() != "locked.pdf: PDF is encrypted with a password" || e.Hint == "" {
		t.Errorf("%v", err)
	}
}

func BenchmarkReadPDF(b *testing.B) {
	data, err := os.ReadFile("testdata/pdf/charter-chromium.pdf")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Read("charter.pdf", data); err != nil {
			b.Fatal(err)
		}
	}
}
