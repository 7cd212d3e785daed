package render_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"conceptdiff/internal/render/table"
	"conceptdiff/internal/rendertest"
)

// needs looks for a program. Where it is missing the test is skipped, or fails
// when CONCEPTDIFF_REQUIRE_TOOLS is set.
func needs(t *testing.T, name, from string) {
	t.Helper()
	if _, err := exec.LookPath(name); err == nil {
		return
	}
	if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") != "" {
		t.Fatalf("no %s: apt-get install %s", name, from)
	}
	t.Skipf("no %s: apt-get install %s", name, from)
}

// LibreOffice reads the Word file and the workbook as we mean them: on A4 pages
// across, headings and notice on each, every note there.
func TestTableInOffice(t *testing.T) {
	needs(t, "soffice", "libreoffice-writer libreoffice-calc")
	needs(t, "pdftotext", "poppler-utils")
	dir := t.TempDir()
	tab := mustTable(t, table.Options{Language: "az"}, rendertest.MustRealPair(t))
	args := []string{"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", "pdf", "--outdir", dir}
	for _, f := range tableFormats[3:] {
		var b bytes.Buffer
		if err := f.write(&b, tab); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, f.name+"."+f.name)
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v: %s", err, out)
	}
	for _, f := range tableFormats[3:] {
		path := filepath.Join(dir, f.name+".pdf")
		if _, err := os.Stat(path); err != nil {
			needs(t, "localc", "libreoffice-calc")
			t.Fatalf("%s was not read", f.name)
		}
		checkPrinted(t, f.name, path, tab)
	}
}

func checkPrinted(t *testing.T, name, path string, tab *table.Table) {
	t.Helper()
	info, err := exec.Command("pdfinfo", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(info), "841.") || !strings.Contains(string(info), "595.") {
		t.Errorf("%s is not printed on A4 across:\n%s", name, info)
	}
	text, err := exec.Command("pdftotext", "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(strings.TrimSuffix(string(text), "\f"), "\f")
	if len(pages) < 10 {
		t.Fatalf("%s: %d pages", name, len(pages))
	}
	for i, p := range pages[:len(pages)-1] { // the last may hold the sources alone
		if !strings.Contains(p, tab.Columns[0].Heading) || !strings.Contains(p, tab.Columns[1].Heading) {
			t.Errorf("%s: no headings on page %d", name, i+1)
		}
		if !strings.Contains(p, tab.Banner) {
			t.Errorf("%s: page %d does not say that the text is not official", name, i+1)
		}
	}
	for _, want := range []string{"Mahiyyətcə dəyişdirilib", "4.3.13.", "çıxarılıb"} {
		if !strings.Contains(string(text), want) {
			t.Errorf("%s does not say %s", name, want)
		}
	}
}
