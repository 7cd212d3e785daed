package docx

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// office is a LibreOffice that stays open.
type office struct {
	dir string
	in  io.Writer
	out *bufio.Reader
}

// python is Debian's, which has the bridge to LibreOffice.
const python = "/usr/bin/python3"

// openOffice starts LibreOffice. Where it is missing the test is skipped, or
// fails when CONCEPTDIFF_REQUIRE_TOOLS is set.
func openOffice(t *testing.T) *office {
	t.Helper()
	missing := func(what string) {
		t.Helper()
		if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") != "" {
			t.Fatal(what)
		}
		t.Skip(what)
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		missing("no LibreOffice: apt-get install libreoffice-writer python3-uno")
	}
	if err := exec.Command(python, "-c", "import uno").Run(); err != nil {
		missing("no bridge to LibreOffice: apt-get install python3-uno")
	}
	dir := t.TempDir()
	cmd := exec.Command(python, filepath.Join("testdata", "office.py"), filepath.Join(dir, "profile"))
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		in.Close()
		if err := cmd.Wait(); err != nil {
			t.Errorf("LibreOffice: %v", err)
		}
	})
	o := &office{dir, in, bufio.NewReader(out)}
	o.expect(t)
	return o
}

func (o *office) expect(t *testing.T) {
	t.Helper()
	answer, err := o.out.ReadString('\n')
	if err != nil || answer != "ok\n" {
		t.Fatalf("LibreOffice: %s %v", strings.TrimSpace(answer), err)
	}
}

// settle opens a document, accepts or rejects everything and returns the text,
// a line a paragraph.
func (o *office) settle(t *testing.T, data []byte, mode string) []string {
	t.Helper()
	source, target := filepath.Join(o.dir, "in.docx"), filepath.Join(o.dir, "out.txt")
	if err := os.WriteFile(source, data, 0o600); err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(o.in, "%s\t%s\t%s\n", mode, source, target)
	o.expect(t)
	text, err := os.ReadFile(target)
	if err != nil {
		t.Fatal(err)
	}
	s := strings.TrimSuffix(strings.TrimPrefix(string(text), "\ufeff"), "\n")
	lines := strings.Split(s, "\n")
	return bulleted(lines)
}

// bulleted takes the indent off lists and gives all the same bullet: the export
// to text writes one of its own for each level.
func bulleted(lines []string) []string {
	for i := range lines {
		lines[i] = strings.TrimLeft(lines[i], " ")
		for _, b := range []string{"◦ ", "▪ "} {
			if rest, found := strings.CutPrefix(lines[i], b); found {
				lines[i] = "• " + rest
			}
		}
	}
	return lines
}

func oneBullet(string) string { return "•" }

func (o *office) checkLaw(t *testing.T, p pair) bool {
	t.Helper()
	ok := true
	for _, side := range []struct {
		mode string
		want []string
	}{{"accept", printedLines(p.new, oneBullet)}, {"reject", printedLines(p.old, oneBullet)}} {
		if d := firstDifference(o.settle(t, p.docx, side.mode), side.want); d != "" {
			t.Errorf("%s all: %s", side.mode, d)
			ok = false
		}
	}
	return ok
}

// checkOnto holds the user's own file with tracked changes to its law.
func (o *office) checkOnto(t *testing.T) {
	t.Helper()
	file, old, now := userFile(t)
	changed, err := onto(file, old, now)
	if err != nil {
		t.Fatal(err)
	}
	if d := firstDifference(o.settle(t, changed, "accept"), o.settle(t, file, "keep")); d != "" {
		t.Errorf("accept all: %s", d)
	}
	want := printedLines(old, oneBullet)
	for i, l := range o.settle(t, changed, "reject") {
		l = strings.TrimSuffix(l, "1") // the footnote's mark
		if i < 11 && l != want[i] {
			t.Errorf("reject all: line %d is %q, want %q", i+1, l, want[i])
		}
	}
}

// checkItem holds an item that was cut in two, in a file that others stand in.
func (o *office) checkItem(t *testing.T, others ...string) {
	t.Helper()
	old, now := itemCutInTwo(others...)
	_, changed := clearOnto(t, old, now)
	if d := firstDifference(o.settle(t, changed, "accept"), printedLines(now, oneBullet)); d != "" {
		t.Errorf("accept all: %s", d)
	}
	if d := firstDifference(o.settle(t, changed, "reject"), printedLines(old, oneBullet)); d != "" {
		t.Errorf("reject all: %s", d)
	}
}

// LibreOffice, as a person would use it, comes to the same two texts.
func TestOffice(t *testing.T) {
	o := openOffice(t)
	t.Run("the Concept", func(t *testing.T) { o.checkLaw(t, realPair(t)) })
	t.Run("hostile", func(t *testing.T) { o.checkLaw(t, hostilePair(t)) })
	t.Run("the user's file", func(t *testing.T) { o.checkOnto(t) })
	t.Run("an item cut in two", func(t *testing.T) {
		for _, others := range [][]string{nil, {"Defence."}} {
			o.checkItem(t, others...)
		}
	})
	t.Run("random", func(t *testing.T) {
		for seed := range 60 {
			drawn := randomPair.Example(seed)
			p := mustPair(t, drawn[0], drawn[1])
			if !o.checkLaw(t, p) {
				t.Logf("seed %d", seed)
			}
		}
	})
	t.Run("alignment", func(t *testing.T) {
		for _, dir := range alignmentPairs(t) {
			name := filepath.Base(dir)
			if small := name == "eu_insolvency" || name == "nist800171"; !small && os.Getenv("CONCEPTDIFF_LONG") == "" {
				continue
			}
			t.Run(name, func(t *testing.T) {
				o.checkLaw(t, mustPair(t, mustRead(t, "old", filepath.Join(dir, "old.txt")), mustRead(t, "new", filepath.Join(dir, "new.txt"))))
			})
		}
	})
}
