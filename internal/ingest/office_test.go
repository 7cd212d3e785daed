package ingest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// shown prints a tree with its notes, one provision a line.
func shown(components []*revision.Provision) string {
	var b strings.Builder
	for _, c := range components {
		c.Walk(func(p *revision.Provision) bool {
			b.WriteString(strings.Join([]string{string(p.Kind), p.Address(), p.Num, p.Heading, p.Text}, " | "))
			for _, n := range p.Notes {
				b.WriteString(" {" + string(n.Kind) + " " + n.Mark + n.Author + ": " + n.Text + "}")
			}
			b.WriteByte('\n')
			return true
		})
	}
	return b.String()
}

const richAfter = `component | preface |  | Закон о Ə «ş» | 
clause | 1 | 1. | Общие | 
paragraph | 1/p1 |  |  | Текст — слово дальше строка таб {footnote 1: сноска}
clause | 1.a | (a) |  | point one;
clause | 1.b | (b) |  | point two.
clause | 2 | 2. | Second | 
item | 2/i1 | • |  | bullet one
item | 2/i1/i1 | – |  | inner
item | 2/i2 | • |  | bullet two
clause | 2.а | а) |  | буква;
clause | 2.б | б) |  | вторая.
paragraph | 2/p1 |  |  | a | b
paragraph | 2/p2 |  |  | c | d
paragraph | 2/p3 |  |  | The state shall act.
paragraph | 2/p4 |  |  | A new paragraph.
paragraph | 2/p5 |  |  | hidden: seen‑softly
paragraph | 2/p6 |  |  | Commented {comment A. Member: why?}
paragraph | 2/p7 |  |  | end
`

var richBefore = strings.NewReplacer("shall act", "may act", "A new paragraph.", "An old one.").Replace(richAfter)

// A document with all that word processors have is the same tree in both states,
// and stays it when LibreOffice writes it in its own formats.
func TestRichDocument(t *testing.T) {
	source := filepath.Join("testdata", "rich.docx")
	checkBoth(t, source)
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") == "1" {
			t.Fatal("LibreOffice is missing (Debian: libreoffice-writer)")
		}
		t.Skip("LibreOffice is missing (Debian: libreoffice-writer)")
	}
	dir := t.TempDir()
	for _, format := range []string{"odt", "rtf", "docx"} {
		out, err := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", format, "--outdir", dir, source).CombinedOutput()
		if err != nil {
			t.Fatalf("soffice: %v\n%s", err, out)
		}
		checkBoth(t, filepath.Join(dir, "rich."+format))
	}
}

func checkBoth(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Read(path, data); err == nil || !strings.Contains(err.Error(), "tracked change") {
		t.Errorf("%s: not refused: %v", filepath.Base(path), err)
	}
	for changes, want := range map[flow.Changes]string{flow.AcceptChanges: richAfter, flow.RejectChanges: richBefore} {
		res, err := ReadWith(t.Context(), path, data, Options{Changes: changes})
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
			continue
		}
		// LibreOffice writes bullets into a Word file in a font of symbols.
		got := strings.NewReplacer("\uf0b7", "•", "\uf02d", "–").Replace(shown(res.Components))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, %s (-want +got):\n%s", filepath.Base(path), changes, diff)
		}
	}
}
