package phrase_test

import (
	"testing"

	"conceptdiff/internal/phrase"
)

func TestPhrases(t *testing.T) {
	for want, got := range map[string]string{
		"":               phrase.Or(nil),
		"hay":            phrase.And([]string{"hay"}),
		"hay or oats":    phrase.Or([]string{"hay", "oats"}),
		"a, b and c":     phrase.And([]string{"a", "b", "c"}),
		"1 ferry":        phrase.Count(1, "ferry", "ferries"),
		"0 ferries":      phrase.Count(0, "ferry", "ferries"),
		"9,012 words":    phrase.Plural(9012, "word"),
		"1,000,000 rows": phrase.Plural(1_000_000, "row"),
		"100":            phrase.Thousands(100),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
