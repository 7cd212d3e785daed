package redline

import (
	"os"
	"path/filepath"
	"testing"

	"conceptdiff/internal/wordtest"
)

func checkOffice(t *testing.T, o *wordtest.Office, p pair) bool {
	t.Helper()
	ok := true
	for _, side := range []struct {
		mode string
		want []string
	}{{"accept", wordtest.PrintedLines(p.new, wordtest.OneBullet)}, {"reject", wordtest.PrintedLines(p.old, wordtest.OneBullet)}} {
		if d := wordtest.FirstDifference(o.Settle(t, p.docx, side.mode), side.want); d != "" {
			t.Errorf("%s all: %s", side.mode, d)
			ok = false
		}
	}
	return ok
}

// LibreOffice, as a person would use it, comes to the same two texts.
func TestOffice(t *testing.T) {
	o := wordtest.OpenOffice(t)
	t.Run("the Concept", func(t *testing.T) { checkOffice(t, o, realPair(t)) })
	t.Run("hostile", func(t *testing.T) { checkOffice(t, o, hostilePair(t)) })
	t.Run("random", func(t *testing.T) {
		for seed := range 60 {
			drawn := wordtest.RandomPair.Example(seed)
			p := mustPair(t, drawn[0], drawn[1])
			if !checkOffice(t, o, p) {
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
				checkOffice(t, o, mustPair(t, wordtest.MustRead(t, "old", filepath.Join(dir, "old.txt")), wordtest.MustRead(t, "new", filepath.Join(dir, "new.txt"))))
			})
		}
	})
}
