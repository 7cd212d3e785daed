package ingest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifregular"
	"github.com/google/go-cmp/cmp"
)

// printer prints pages with Chromium and LibreOffice in typefaces that it brings
// along: what is installed on a machine does not change a print.
type printer struct {
	dir  string
	env  []string
	most []string // typefaces that the programs have
}

// newPrinter lays out the typefaces. Those that are installed are used besides
// where a long test asks for them.
func newPrinter(t *testing.T) *printer {
	t.Helper()
	p := &printer{dir: t.TempDir(), most: []string{"Liberation Serif", "DejaVu Sans"}}
	for name, ttf := range map[string][]byte{
		"serif.ttf": liberationserifregular.TTF, "serif-bold.ttf": liberationserifbold.TTF,
		"sans.ttf": dejavusans.TTF, "sans-bold.ttf": dejavusansbold.TTF,
	} {
		p.write(t, filepath.Join("fonts", name), string(ttf))
	}
	more := ""
	if os.Getenv("CONCEPTDIFF_LONG") != "" {
		more = "<dir>/usr/share/fonts</dir>"
		for _, family := range []string{"Noto Serif", "Noto Sans", "Carlito"} {
			if out, err := exec.Command("fc-match", family).Output(); err == nil && strings.Contains(string(out), family) {
				p.most = append(p.most, family)
			}
		}
	}
	conf := p.write(t, "fonts.conf", fmt.Sprintf(`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>%s</dir>%s<cachedir>%s</cachedir>
<alias><family>serif</family><prefer><family>Liberation Serif</family></prefer></alias>
<alias><family>sans-serif</family><prefer><family>DejaVu Sans</family></prefer></alias>
<alias><family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias>
</fontconfig>`, filepath.Join(p.dir, "fonts"), more, filepath.Join(p.dir, "cache")))
	p.env = append(os.Environ(), "FONTCONFIG_FILE="+conf)
	return p
}

func (p *printer) write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(p.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// chromium prints a web page and gives the path of the PDF.
func (p *printer) chromium(t *testing.T, name, page string) string {
	t.Helper()
	needProgram(t, "chromium")
	out := filepath.Join(p.dir, name+"-chromium.pdf")
	p.run(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--user-data-dir="+filepath.Join(p.dir, "profile"), "--print-to-pdf="+out,
		"file://"+p.write(t, name+".html", page))
	return out
}

// office prints a web page, as LibreOffice lays it out, and gives the path of the PDF.
func (p *printer) office(t *testing.T, name, page string) string {
	t.Helper()
	needProgram(t, "soffice")
	dir := filepath.Join(p.dir, "office-"+name)
	p.run(t, "soffice", "--headless", "-env:UserInstallation=file://"+filepath.Join(p.dir, "profile-office"),
		"--convert-to", "pdf:writer_web_pdf_Export", "--outdir", dir, p.write(t, name+".html", page))
	return filepath.Join(dir, name+".pdf")
}

func (p *printer) run(t *testing.T, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = p.env
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// styled is a web page with more rules in its style sheet.
func styled(page, css string) string {
	return strings.Replace(page, "</style>", "</style><style>"+css+"</style>", 1)
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
// with LibreOffice, and reads the same tree from every print. A long test does
// so in every typeface.
func TestPrintedConcept(t *testing.T) {
	if testing.Short() {
		t.Skip("prints the text six times")
	}
	text, _ := readConcept(t)
	want := treeLines(text.Components)
	page := webPage(text.Title, text.Components)
	p := newPrinter(t)
	for i, style := range pageStyles {
		for k, face := range p.most {
			if len(p.most) < 3 && k != i%2 {
				continue // one of the two that are brought along
			}
			t.Run("Chromium, "+style.name+", "+face, func(t *testing.T) {
				checkPrint(t, p.chromium(t, fmt.Sprintf("%d-%d", i, k), styled(page, style.css+inFace(face))), want)
			})
		}
	}
	for k, face := range p.most {
		if len(p.most) < 3 && k > 0 {
			break
		}
		t.Run("LibreOffice, "+face, func(t *testing.T) {
			checkPrint(t, p.office(t, fmt.Sprintf("office-%d", k), styled(page, inFace(face))), want)
		})
	}
}

// inFace is the rule that sets everything in one typeface.
func inFace(family string) string { return " * { font-family: '" + family + "' !important }" }

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
