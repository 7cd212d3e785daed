package docx

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// LibreOffice shows the numbers of drawn documents as we count them. Left out is
// what it is known to do otherwise than Word: legal numbering, levels that never
// start again, and levels that were left out.
func TestNumberingAsLibreOfficeShowsIt(t *testing.T) {
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") == "1" {
			t.Fatal("LibreOffice is missing (Debian: libreoffice-writer)")
		}
		t.Skip("LibreOffice is missing (Debian: libreoffice-writer)")
	}
	dir := t.TempDir()
	draw := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // drawn the same every time
	const documents = 40
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", dir}
	var want []string
	for i := range documents {
		p := drawNumbered(draw)
		name := filepath.Join(dir, fmt.Sprintf("%d.docx", i))
		if err := os.WriteFile(name, p.file(t), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, name)
		want = append(want, strings.NewReplacer("[", "", "]", "").Replace(p.blocks(t, "")))
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
	for i := range documents {
		shown, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%d.txt", i)))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for line := range strings.Lines(strings.TrimPrefix(string(shown), "\ufeff")) {
			got = append(got, strings.Join(strings.Fields(line), " "))
		}
		if s := strings.Join(got, "\n"); s != want[i] {
			t.Errorf("document %d: LibreOffice shows\n%s\nwe count\n%s\nof %s", i, s, want[i], drawnNumbering[i])
		}
	}
}

var drawnNumbering []string

// drawNumbered draws two abstract lists, lists of them, and paragraphs in them
// that go down one level at a time.
func drawNumbered(draw *rand.Rand) testParts {
	formats := []string{"decimal", "lowerLetter", "upperRoman", "lowerRoman", "upperLetter"}
	numbering := ""
	for a := range 2 {
		var levels []string
		for i := range 3 {
			text := ""
			for k := range i + 1 {
				text += fmt.Sprintf("%%%d.", k+1)
			}
			if draw.IntN(3) == 0 {
				text = fmt.Sprintf("(%%%d)", i+1)
			}
			levels = append(levels, strings.Replace(lvl(i, formats[draw.IntN(len(formats))], text, ""), `w:start w:val="1"`, fmt.Sprintf(`w:start w:val="%d"`, 1+draw.IntN(2)*draw.IntN(4)), 1))
		}
		numbering += abstract(a, levels...)
	}
	for n := 1; n <= 4; n++ {
		more := ""
		if n > 2 && draw.IntN(2) == 0 {
			more = startAt(0, 1+draw.IntN(5))
		}
		numbering += num(n, n%2, more)
	}
	body, level, list := "", -1, 1
	seen := map[int]bool{}
	for range 14 {
		if draw.IntN(4) == 0 {
			list = 1 + draw.IntN(4)
			level = -1
		}
		level = draw.IntN(min(level+2, 3))
		if !seen[list] {
			level, seen[list] = 0, true
		}
		body += numbered("x", list, level)
	}
	drawnNumbering = append(drawnNumbering, numbering)
	return testParts{"document": body, "numbering": numbering}
}
