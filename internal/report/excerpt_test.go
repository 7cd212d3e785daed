package report

import (
	"fmt"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
)

func words(from, to int) string {
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "w%d ", i)
	}
	return b.String()
}

// A long unchanged stretch keeps its words next to the changes only, and no
// word stands that was not there.
func TestShorten(t *testing.T) {
	long := words(0, 100)
	runs := []Run{
		{Op: compare.Keep, Old: long, New: long},
		{Op: compare.Delete, Old: "gone"},
		{Op: compare.Keep, Old: long, New: long},
		{Op: compare.Insert, New: "came"},
		{Op: compare.Keep, Old: long, New: long},
	}
	var got strings.Builder
	for _, r := range shorten(runs, 1000) {
		if r.Elided {
			got.WriteString(" … ")
			continue
		}
		got.WriteString(r.Old)
		if r.Old == "" {
			got.WriteString(r.New)
		}
		if r.Op != compare.Keep {
			got.WriteByte(' ')
		}
	}
	want := "… " + words(86, 100) + "gone " + words(0, 14) + "… " + words(86, 100) + "came " + words(0, 14) + "… "
	if g := strings.Join(strings.Fields(got.String()), " "); g != strings.TrimSpace(want) {
		t.Errorf("got  %s\nwant %s", g, want)
	}
}

func TestOpening(t *testing.T) {
	for _, tc := range []struct {
		text string
		n    int
		want string
	}{
		{"one two three", 3, "one two three"},
		{"one two, three", 2, "one two …"},
		{"  one\u00a0two", 1, "  one …"},
		{strings.Repeat("字", 40), 2, strings.Repeat("字", 24) + "…"},
	} {
		if got := opening(tc.text, tc.n); got != tc.want {
			t.Errorf("opening(%q, %d) = %q, want %q", tc.text, tc.n, got, tc.want)
		}
	}
}
