package wordtest

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Office is a LibreOffice that stays open.
type Office struct {
	dir string
	in  io.Writer
	out *bufio.Reader
}

//go:embed office.py
var officeScript []byte

// python is Debian's, which has the bridge to LibreOffice.
const python = "/usr/bin/python3"

// OpenOffice starts LibreOffice. Where it is missing the test is skipped, or
// fails when CONCEPTDIFF_REQUIRE_TOOLS is set.
func OpenOffice(t *testing.T) *Office {
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
	script := filepath.Join(dir, "office.py")
	if err := os.WriteFile(script, officeScript, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(python, script, filepath.Join(dir, "profile"))
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
	o := &Office{dir, in, bufio.NewReader(out)}
	o.expect(t)
	return o
}

func (o *Office) expect(t *testing.T) {
	t.Helper()
	answer, err := o.out.ReadString('\n')
	if err != nil || answer != "ok\n" {
		t.Fatalf("LibreOffice: %s %v", strings.TrimSpace(answer), err)
	}
}

// Settle opens a document, accepts or rejects everything and returns the text,
// a line a paragraph.
func (o *Office) Settle(t *testing.T, data []byte, mode string) []string {
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

func OneBullet(string) string { return "•" }
