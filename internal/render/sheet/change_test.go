package sheet

import (
	"strings"
	"testing"

	"conceptdiff/internal/rendertest"
)

func TestChangePhrase(t *testing.T) {
	long := strings.Repeat("word ", 60)
	for in, want := range map[string]string{
		"It [-is-]{+was+} small.":    "It [-is-]{+was+} small.",
		"[-It is -]{+That was +}so.": "[-It is-] {+That was+} so.",
		long + "{+end+}":             "…" + long[len(long)-60+4:] + "{+end+}",
		"":                           "",
	} {
		if got := changePhrase(rendertest.ParseEdits(in)); got != want {
			t.Errorf("%q gives %q, want %q", in, got, want)
		}
	}
}
