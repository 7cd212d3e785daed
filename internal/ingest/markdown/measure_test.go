package markdown

import (
	"strings"
	"testing"
)

func TestMeasure(t *testing.T) {
	repeat := strings.Repeat
	for _, tc := range []struct{ name, src, want string }{
		{"a text", "# Aims\n\n- a\n  - b\n\n> c\n> > d\n\n1. e\n\n| f | g |\n|---|---|\n", ""},
		{"a rule", repeat("- ", 40) + "\n", ""},
		{"lists one after the other", repeat("- a\n  - b\n", 300), ""},
		{"a figure in the text", repeat("1990 was cold.\n\n", 300), ""},
		{"lists on a line", repeat("- ", 101) + "a\n", "deep"},
		{"lists on lines", func() string {
			var b strings.Builder
			for i := range 102 {
				b.WriteString(repeat("  ", i) + "- a\n")
			}
			return b.String()
		}(), "deep"},
		{"quotations", repeat(">", 101) + " a\n", "deep"},
		{"signs", repeat("[", 40_000) + "\n", "signs"},
		{"signs in many paragraphs", repeat("*a* [b](c) `d`\n\n", 20_000), ""},
		{"footnotes", repeat("a[^1]\n\n[^1]: b\n\n", 20_000), "signs"},
		{"a wide table", "|" + repeat("a|", 2000) + "\n" + repeat("|a|\n", 200), "cells"},
		{"a long paragraph", repeat("gate ", 1<<18), "a paragraph of more than 1 MB"},
	} {
		got := ""
		if err := measure(tc.src); err != nil {
			got = err.Error()
		}
		if (got == "") != (tc.want == "") || !strings.Contains(got, tc.want) {
			t.Errorf("%s: got %q, want %q", tc.name, got, tc.want)
		}
	}
}
