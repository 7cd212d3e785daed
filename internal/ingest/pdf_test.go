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
	for _, name := range []string{"charter-chromium", "columns-chromium", "footnotes-libreoffice"} {
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

// The ways in which the 2007 text is set for the printer.
var pageStyles = []struct{ name, css string }{
	{"ragged, white space between paragraphs", ""},
	{"justified, indented, headings in the middle", "@page { margin: 20mm 30mm } body { font: 12pt/1.25 serif; text-align: justify } p { margin: 0; text-indent: 1.25cm } h1, h2, h3, h4 { text-align: center; margin: .5em 0; font-size: 12pt } ul { margin: 0 }"},
	{"two columns", "@page { margin: 20mm } body { font: 10pt/1.25 serif; columns: 2; column-gap: 8mm; text-align: justify } h1 { font-size: 14pt } h2 { font-size: 12pt } h3, h4 { font-size: 10pt } ul { padding-left: 1.2em }"},
	{"parted words", "@page { margin: 40mm } body { font: 12pt/1.2 sans-serif; hyphens: auto; text-align: justify }"},
	{"indented, no white space", "body { font: 12pt/1.3 serif } p { margin: 0; text-indent: 2em } h1, h2, h3, h4 { font-size: 12pt; margin: 0; text-indent: 2em } ul { margin: 0 }"},
}

// TestPrintedConcept prints the 2007 text with Chromium in several settings and
// with LibreOffice, and reads the same tree from every print.
func TestPrintedConcept(t *testing.T) {
	if testing.Short() {
		t.Skip("prints the text six times")
	}
	text, _ := readConcept(t)
	want := treeLines(text.Components)
	dir := t.TempDir()
	for i, style := range pageStyles {
		t.Run("Chromium, "+style.name, func(t *testing.T) {
			needProgram(t, "chromium")
			page := filepath.Join(dir, fmt.Sprintf("%d.html", i))
			out := filepath.Join(dir, fmt.Sprintf("%d.pdf", i))
			source := strings.Replace(webPage(text.Title, text.Components), "</style>", "</style><style>"+style.css+"</style>", 1)
			if err := os.WriteFile(page, []byte(source), 0o644); err != nil {
				t.Fatal(err)
			}
			run(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
				"--disable-component-update", "--disable-sync", "--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+out, "file://"+page)
			checkPrint(t, out, want)
		})
	}
	t.Run("LibreOffice", func(t *testing.T) {
		needProgram(t, "soffice")
		page := filepath.Join(dir, "office.html")
		if err := os.WriteFile(page, []byte(webPage(text.Title, text.Components)), 0o644); err != nil {
			t.Fatal(err)
		}
		run(t, "soffice", "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "office"), "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", dir, page)
		checkPrint(t, filepath.Join(dir, "office.pdf"), want)
	})
}

func checkPrint(t *testing.T, path string, want []string) {
	t.Helper()
	res := readFile(t, path)
	if diff := cmp.Diff(want, treeLines(res.Components)); diff != "" {
		t.Errorf("(-text +PDF):\n%s", diff)
	}
	checkCharacters(t, path, res)
}

// checkCharacters compares the characters that were read, and those that were
// dropped, with what pdftotext reads: neither has one that the other has not.
// Drawn bullets are not characters, and hyphens at the ends of lines are counted
// by neither.
func checkCharacters(t *testing.T, path string, res *Result) {
	t.Helper()
	needProgram(t, "pdftotext")
	got := printed(res.Components)
	for _, d := range res.Dropped {
		if !strings.HasPrefix(d.Why, "hyphens") {
			got += d.Text
		}
	}
	count := func(s string) map[rune]int {
		m := map[rune]int{}
		for _, r := range visible(s) {
			if !strings.ContainsRune("-\u2010\u00ad•◦▪", r) {
				m[r]++
			}
		}
		return m
	}
	if diff := cmp.Diff(count(run(t, "pdftotext", path, "-")), count(got)); diff != "" {
		t.Errorf("characters (-pdftotext +read):\n%s", diff)
	}
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
