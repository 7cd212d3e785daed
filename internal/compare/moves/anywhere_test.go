package moves_test

import (
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// text makes a revision of one section a paragraph.
func text(label string, sections ...string) *revision.Revision {
	main := &revision.Provision{Kind: revision.KindComponent}
	for i, s := range sections {
		main.Children = append(main.Children, &revision.Provision{
			Kind: revision.KindClause, Num: string(rune('1'+i)) + ".",
			Children: []*revision.Provision{{Kind: revision.KindParagraph, Text: s}},
		})
	}
	revision.AssignEIDs([]*revision.Provision{main})
	return &revision.Revision{Meta: revision.Meta{Label: label, Language: "en"}, Components: []*revision.Provision{main}}
}

func filler(word string, n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(word + string(rune('a'+i%26)) + string(rune('a'+i/26)) + " ")
	}
	return b.String()
}

// In a text that was written anew eight words in a row have moved, wherever they stand;
// where most is kept they are a phrase.
func TestRowsMoveInRewrittenTexts(t *testing.T) {
	const row = "the lanterns of the northern quay burn until the last ferry"
	for _, c := range []struct {
		name     string
		old, new []string
		moved    int
	}{
		{"written anew", []string{filler("ox", 60) + row + " " + filler("elk", 30) + "."}, []string{filler("hen", 50) + ".", filler("yak", 20) + row + " " + filler("cod", 20) + "."}, 11},
		{"mostly kept", []string{filler("ox", 300) + ".", filler("elk", 20) + row + filler("cat", 20) + "."}, []string{filler("ox", 300) + row + filler("cod", 40) + ".", filler("hen", 50) + "."}, 0},
	} {
		got, err := compare.Compare(text("old", c.old...), text("new", c.new...))
		if err != nil {
			t.Fatal(err)
		}
		if got.Summary.MovedWords != c.moved {
			t.Errorf("%s: %d words moved, want %d", c.name, got.Summary.MovedWords, c.moved)
		}
	}
}
