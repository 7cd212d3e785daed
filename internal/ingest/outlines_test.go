package ingest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Invented texts of many kinds and languages, each with what its clauses are
// addressed as: the text, a line of dashes, the addresses. With CONCEPTDIFF_UPDATE=1
// the addresses are written anew.
func TestOutlinesOfKinds(t *testing.T) {
	const parting = "\n--------\n"
	files, err := filepath.Glob("testdata/outlines/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no outlines: ", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			text, want, _ := strings.Cut(string(data), parting)
			list, res := addresses(t, "x.txt", text)
			got := strings.ReplaceAll(list, " | ", "\n") + "\n"
			checkTree(t, res)
			checkNothingLost(t, res, text)
			if os.Getenv("CONCEPTDIFF_UPDATE") != "" {
				if err := os.WriteFile(file, []byte(text+parting+got), 0o644); err != nil {
					t.Fatal(err)
				}
			} else if got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}
