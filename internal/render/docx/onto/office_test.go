package onto

import (
	"strings"
	"testing"

	"conceptdiff/internal/wordtest"
)

// checkOfficeFile holds the user's own file with tracked changes to its law.
func checkOfficeFile(t *testing.T, o *wordtest.Office) {
	t.Helper()
	file, old, now := userFile(t)
	changed, err := onto(file, old, now)
	if err != nil {
		t.Fatal(err)
	}
	if d := wordtest.FirstDifference(o.Settle(t, changed, "accept"), o.Settle(t, file, "keep")); d != "" {
		t.Errorf("accept all: %s", d)
	}
	want := wordtest.PrintedLines(old, wordtest.OneBullet)
	for i, l := range o.Settle(t, changed, "reject") {
		l = strings.TrimSuffix(l, "1") // the footnote's mark
		if i < 11 && l != want[i] {
			t.Errorf("reject all: line %d is %q, want %q", i+1, l, want[i])
		}
	}
}

// checkOfficeItem holds an item that was cut in two, in a file that others stand in.
func checkOfficeItem(t *testing.T, o *wordtest.Office, others ...string) {
	t.Helper()
	old, now := itemCutInTwo(others...)
	_, changed := clearOnto(t, old, now)
	if d := wordtest.FirstDifference(o.Settle(t, changed, "accept"), wordtest.PrintedLines(now, wordtest.OneBullet)); d != "" {
		t.Errorf("accept all: %s", d)
	}
	if d := wordtest.FirstDifference(o.Settle(t, changed, "reject"), wordtest.PrintedLines(old, wordtest.OneBullet)); d != "" {
		t.Errorf("reject all: %s", d)
	}
}

// LibreOffice, as a person would use it, comes to the same two texts.
func TestOffice(t *testing.T) {
	o := wordtest.OpenOffice(t)
	t.Run("the user's file", func(t *testing.T) { checkOfficeFile(t, o) })
	t.Run("an item cut in two", func(t *testing.T) {
		for _, others := range [][]string{nil, {"Defence."}} {
			checkOfficeItem(t, o, others...)
		}
	})
}
