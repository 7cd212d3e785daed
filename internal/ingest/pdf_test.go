package ingest

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/ingest/pdf"
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
			if !isHyphen(r) && !strings.ContainsRune("•◦▪", r) {
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

// pageOf makes a page of lines: left edge, base line, size, text; a size below
// zero is bold.
func pageOf(number int, lines ...pdf.Line) pdf.Page {
	return pdf.Page{Number: number, Width: 600, Height: 800, Lines: lines}
}

// setLine is a line as a printer would set it, half an em to the letter.
func setLine(left, base, size float64, text string) pdf.Line {
	width := func(s string) float64 { return float64(len([]rune(s))) * size / 2 }
	first, _, _ := strings.Cut(text, " ")
	return pdf.Line{Left: left, Right: left + width(text), Base: base, Size: size, FirstWord: width(first), Text: text}
}

func TestPageFurniture(t *testing.T) {
	var pages []pdf.Page
	for n := 1; n <= 3; n++ {
		pages = append(pages, pageOf(n,
			setLine(50, 30, 8, fmt.Sprintf("Official Journal No. %d", 40+n)),
			setLine(50, 100, 12, fmt.Sprintf("Article %d", n)),
			setLine(50, 120, 12, "The same words stand in each article here."),
			setLine(300, 780, 8, fmt.Sprintf("- %d -", n+10)),
		))
	}
	doc := readPages(pages)
	var why []string
	for _, d := range doc.Dropped {
		why = append(why, fmt.Sprintf("%s %s: %s", d.Place, d.Why, d.Text))
	}
	want := []string{
		"page 1, line 1 running header or footer: Official Journal No. 41", "page 1, line 4 page number: - 11 -",
		"page 2, line 1 running header or footer: Official Journal No. 42", "page 2, line 4 page number: - 12 -",
		"page 3, line 1 running header or footer: Official Journal No. 43", "page 3, line 4 page number: - 13 -",
	}
	if diff := cmp.Diff(want, why); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(doc.Blocks) != 6 {
		t.Errorf("%d blocks, want 6", len(doc.Blocks))
	}
}

// A browser's header and footer are known on a single page.
func TestBrowserFurniture(t *testing.T) {
	doc := readPages([]pdf.Page{pageOf(1,
		setLine(24, 22, 8, "21.11.2026, 19:17 Law on Words"), setLine(50, 100, 12, "1. Words are free."), setLine(24, 790, 8, "https://example.org/law 1/1"),
	)})
	if len(doc.Blocks) != 1 || len(doc.Dropped) != 2 {
		t.Errorf("blocks %+v, dropped %+v", doc.Blocks, doc.Dropped)
	}
}

func TestHyphens(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		want  string
	}{
		{"the document writes the word without", []string{"The conflict and con-", "flict again"}, "The conflict and conflict again"},
		{"the document writes it with", []string{"well-being, con-", "flict or conflict, well-", "being"}, "well-being, conflict or conflict, well-being"},
		{"unknown words in a document that parts words", []string{"conflict con-", "flict inde-", "pendence"}, "conflict conflict independence"},
		{"unknown words in one that does not", []string{"Euro-Atlantic and the Caspian-", "Caucasus region"}, "Euro-Atlantic and the Caspian-Caucasus region"},
		{"a soft hyphen", []string{"re\u00ad", "gion"}, "region"},
		{"numbers", []string{"in 2007-", "2008"}, "in 2007-2008"},
	}
	for _, tt := range tests {
		var lines []pageLine
		for _, s := range tt.lines {
			lines = append(lines, pageLine{Line: pdf.Line{Text: s}, page: 1})
		}
		h := newHyphenator(lines)
		var text []byte
		for i := range lines {
			text = h.join(text, &lines[i])
		}
		if string(text) != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, text, tt.want)
		}
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

// BenchmarkReadPages joins the lines of 300 pages.
func BenchmarkReadPages(b *testing.B) {
	var pages []pdf.Page
	for n := range 300 {
		var lines []pdf.Line
		for i := range 40 {
			lines = append(lines, setLine(50, 60+float64(i)*15, 12, "which the parties to the agreement have in mind when they speak of the well-"))
		}
		pages = append(pages, pageOf(n+1, lines...))
	}
	for b.Loop() {
		readPages(slices.Clone(pages))
	}
}

// Nothing is lost: every character of drawn pages is in a block, in a note or in
// the list of what was dropped; raised figures as raised ones.
func TestReadPagesLosesNothing(t *testing.T) {
	lower := strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
	texts := []string{
		"1. Words", "1.1. A sentence that goes on", "and ends here.", "(a) a point;", "• an item", "Article 5", "Chapter 2", "con-", "flict", "12", "Page 3 of 4",
		"Contents", "Words ............ 7", "IN CAPITALS", "well-being of the", "The end.", "the", "1 Scope", "№ 5", "*", "1 A note on something",
	}
	rapid.Check(t, func(t *rapid.T) {
		var pages []pdf.Page
		count := map[rune]int{}
		for n := 1; n <= rapid.IntRange(1, 4).Draw(t, "pages"); n++ {
			var lines []pdf.Line
			base := 20.0
			for range rapid.IntRange(0, 12).Draw(t, "lines") {
				base += rapid.SampledFrom([]float64{12, 15, 15, 15, 24, 60}).Draw(t, "step")
				l := setLine(rapid.SampledFrom([]float64{50, 50, 50, 74, 200}).Draw(t, "left"), base,
					rapid.SampledFrom([]float64{12, 12, 12, 8, 16}).Draw(t, "size"), rapid.SampledFrom(texts).Draw(t, "text"))
				l.Bold = rapid.Bool().Draw(t, "bold")
				l.Column = rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(t, "column")
				if rapid.IntRange(0, 5).Draw(t, "raised") == 0 {
					l.Marks = []pdf.Mark{{Start: len(l.Text), End: len(l.Text) + 1}}
					l.Text += "1"
				}
				lines = append(lines, l)
				for _, r := range visible(l.Text) {
					count[r]++
				}
			}
			pages = append(pages, pageOf(n, lines...))
		}
		doc := readPages(pages)
		notes := 0
		for _, b := range doc.Blocks {
			notes += len(b.Notes)
			for _, r := range visible(lower.Replace(b.Num + b.Text)) {
				count[r]--
			}
			for _, n := range b.Notes {
				for _, r := range visible(n.Mark + n.Mark + n.Text) { // it stood in the text and before the note
					count[r]--
				}
			}
		}
		for _, d := range doc.Dropped {
			if strings.HasPrefix(d.Why, "hyphens") {
				count['-'] -= strings.Count(d.Text, "-")
				continue
			}
			for _, r := range visible(d.Text) {
				count[r]--
			}
		}
		for r, n := range count {
			if n != 0 && !(r == '.' && n <= notes) { // «1. See above» loses its mark's full stop
				t.Fatalf("%q: %d too few or too many in\n%+v\nof %+v", r, n, doc, pages)
			}
		}
	})
}
