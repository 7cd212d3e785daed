package office

import (
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/render/sheet"
)

func TestDocxWidths(t *testing.T) {
	long := strings.Repeat("word ", 200)
	word := strings.Repeat("x", 60)
	for _, c := range []struct {
		name    string
		columns []string
		row     sheet.Row
		widest  int // column
	}{
		{"a long text", []string{"Address", "Words", "Now"}, sheet.Row{{"4.1.1"}, {long}, {"kept"}}, 1},
		{"a long word", []string{"Address", "Words"}, sheet.Row{{word}, {"a b"}}, 0},
		{"too many long words", []string{"A", "B", "C", "D", "E", "F", "G"}, sheet.Row{{word}, {word}, {word}, {word}, {word}, {word}, {word}}, 0},
		{"nothing", []string{"", ""}, sheet.Row{nil, nil}, 0},
	} {
		widths := docxWidths(c.columns, []sheet.Row{c.row})
		sum := 0
		for _, w := range widths {
			sum += w
		}
		if sum > docxWidth || slices.Min(widths) < docxPadding || widths[c.widest] != slices.Max(widths) {
			t.Errorf("%s: widths %v of %d", c.name, widths, docxWidth)
		}
	}
}
