package build

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestBuildID(t *testing.T) {
	path, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("go", "tool", "buildid", path).Output()
	if err != nil {
		t.Skipf("go tool buildid: %v", err)
	}
	if want := strings.TrimSpace(string(out)); want == "" || ID() != want {
		t.Errorf("build ID %q, want %q", ID(), want)
	}
	for name, head := range map[string]string{
		"nothing":            "",
		"no note":            "\x7fELF and so on",
		"a note cut off":     "\x7f\x50\x00\x00\x00\x04\x00\x00\x00Go\x00\x00abc",
		"a note and no room": "\x04\x00\x00\x00Go\x00\x00abc",
		"an empty one":       "\xff Go build ID: \"\"",
	} {
		if got := findBuildID([]byte(head)); got != "" {
			t.Errorf("%s: found %q", name, got)
		}
	}
	if got := findBuildID([]byte("\xff Go build ID: \"a/b\"\n \xff")); got != "a/b" {
		t.Errorf("found %q between quotes", got)
	}
}
