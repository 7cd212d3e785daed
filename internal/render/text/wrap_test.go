package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"conceptdiff/internal/render"
	"conceptdiff/internal/rendertest"

	"pgregory.net/rapid"
)

// Wrapping loses no word and passes the width nowhere.
func TestWrap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(1, 30).Draw(t, "width")
		var spans []span
		var text strings.Builder
		for range rapid.IntRange(0, 6).Draw(t, "n") {
			s := rapid.StringMatching(`[aəЖ. ]{0,20}`).Draw(t, "text")
			text.WriteString(s)
			spans = append(spans, span{s, tone(rapid.IntRange(0, 3).Draw(t, "tone"))})
		}
		var words []string
		for _, line := range wrap(spans, width) {
			got := ""
			for _, s := range line {
				got += s.text
			}
			if n := utf8.RuneCountInString(got); n > width {
				t.Fatalf("%q is %d columns wide, not %d", got, n, width)
			}
			words = append(words, got)
		}
		want := strings.Join(strings.Fields(text.String()), "")
		if got := strings.ReplaceAll(strings.Join(words, ""), " ", ""); got != want {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

// Columns stay in step whatever the runs hold.
func TestSideBySideColumns(t *testing.T) {
	var b strings.Builder
	if err := Diff(&b, rendertest.MustRealPair(t), render.Options{Width: 160}); err != nil {
		t.Fatal(err)
	}
	bars := 0
	for _, line := range strings.Split(b.String(), "\n") {
		at := strings.Index(line, " │ ")
		if at < 0 {
			continue
		}
		bars++
		if n := utf8.RuneCountInString(line[:at]); n != 2+(160-7)/2 {
			t.Fatalf("the bar stands in column %d: %q", n, line)
		}
		if n := utf8.RuneCountInString(line); n > 160 {
			t.Fatalf("%d columns: %q", n, line)
		}
	}
	if bars < 100 {
		t.Errorf("only %d lines in two columns", bars)
	}
}
