package stream

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Joined, the pieces are both texts; where both sides have text they are either
// equal or differ from the first character on.
func TestTypographyIsExact(t *testing.T) {
	text := rapid.StringOf(rapid.SampledFrom([]rune("abc «»“”\"'’-–—\u00a0\u00adəё")))
	rapid.Check(t, func(t *rapid.T) {
		old, new := text.Draw(t, "old"), text.Draw(t, "new")
		var o, n strings.Builder
		for _, p := range Typography(old, new) {
			o.WriteString(p.Old)
			n.WriteString(p.New)
			if p.Old != p.New && commonPrefix(p.Old, p.New) > 0 {
				t.Fatalf("%q and %q begin alike", p.Old, p.New)
			}
			if p.Old == "" && p.New == "" {
				t.Fatal("an empty piece")
			}
		}
		if o.String() != old || n.String() != new {
			t.Fatalf("%q, %q rebuilt as %q, %q", old, new, o.String(), n.String())
		}
	})
}

func TestTypography(t *testing.T) {
	for _, tc := range []struct{ old, new, want string }{
		{"the same", "the same", "the same"},
		{"“Concept” here", "«Concept» here", "[“|«]Concept[”|»] here"},
		{"don't", "don’t", "don['|’]t"},
		{"a -- b", "a – b", "a [--|–] b"},
		{"No 5", "No\u00a05", "No[ |\u00a0]5"},
		{"so\u00adon", "soon", "so[\u00ad|]on"},
		{"end.", "end. ", "end.[| ]"},
	} {
		var got strings.Builder
		for _, p := range Typography(tc.old, tc.new) {
			if p.Old == p.New {
				got.WriteString(p.Old)
			} else {
				got.WriteString("[" + p.Old + "|" + p.New + "]")
			}
		}
		if got.String() != tc.want {
			t.Errorf("%q, %q: %s, want %s", tc.old, tc.new, got.String(), tc.want)
		}
	}
}
