package words

import (
	"strings"
	"testing"
)

func TestScan(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"hyphens and apostrophes part words", "The Euro-Atlantic, country's", "the euro atlantic country s"},
		{"any hyphen", "Euro\u2011Atlantic Euro\u2010Atlantic", "euro atlantic euro atlantic"},
		{"soft hyphens are not seen", "occu\u00adpation", "occupation"},
		{"no-break spaces part words", "132\u00a0km", "132 km"},
		{"Azerbaijani and English capitals meet", "İŞĞAL IŞĞAL işğal ışğal", "işğal işğal işğal işğal"},
		{"a dot put on i by a mark", "I\u0307ran i\u0307ran", "iran iran"},
		{"composed and not", "ə\u0301 é e\u0301", "ə\u0301 é é"},
		{"ё is е", "Ещё ЕЩЕ", "еще еще"},
		{"a lone mark is no word", "a \u0307 b", "a b"},
		{"quotation marks", "«uncontrolled» “areas”", "uncontrolled areas"},
	} {
		var got []string
		for _, w := range Scan(c.text) {
			got = append(got, w.Fold)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: Scan(%q) = %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestInOrder(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"one two three", "One, two; three!", 1},
		{"one two", "two one", 0.5},
		{"one two three", "one three", 0.8},
		{"one", "two", 0},
		{"", "", 0},
	} {
		if got := InOrder(Scan(c.a), Scan(c.b)); got != c.want {
			t.Errorf("InOrder(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
