package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The tests that docs/faults.md names are there.
func TestFaultsHaveTests(t *testing.T) {
	root := filepath.Join("..", "..")
	table, err := os.ReadFile(filepath.Join(root, "docs", "faults.md"))
	if err != nil {
		t.Fatal(err)
	}
	named := 0
	for _, cell := range regexp.MustCompile("`([a-z/]+)` ((?:Test[A-Za-z0-9]+(?:/[a-z_]+)?(?:, )?)+)").FindAllStringSubmatch(string(table), -1) {
		folder := filepath.Join(root, "internal", filepath.FromSlash(cell[1]))
		for _, name := range strings.Split(cell[2], ", ") {
			named++
			if !hasTest(t, folder, name) {
				t.Errorf("%s has no %s", cell[1], name)
			}
		}
	}
	if named < strings.Count(string(table), "Test") || named == 0 {
		t.Errorf("%d of %d tests could be read", named, strings.Count(string(table), "Test"))
	}
}

// hasTest reports whether a folder holds a test, or the story that it is given.
func hasTest(t *testing.T, folder, name string) bool {
	t.Helper()
	name, story, _ := strings.Cut(name, "/")
	if story != "" {
		if _, err := os.Stat(filepath.Join(folder, "testdata", "script", story+".txtar")); err != nil {
			return false
		}
	}
	files, err := filepath.Glob(filepath.Join(folder, "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), "func "+name+"(t *testing.T)") {
			return true
		}
	}
	return false
}
