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

// In a text that was written anew a word that begins a sentence or an item, and therefore
// has a capital, moves along with the words after it; a capital within a sentence is an
// edit. Either text is there to the letter.
func TestCapitalsOfSentencesMoveAlong(t *testing.T) {
	for _, c := range []struct {
		lang, old, now string
		moved          int
	}{
		{"en", "we shall mend the lamps of the quay; paint every door in the harbour", "Mend the lamps of the quay; Paint every door in the harbour", 12},
		{"en", "mend the lamps of the northern quay and tell the State of the cost", "Mend the lamps of the northern quay and tell the state of the cost", 13},
		{"az", "biz işıqları yandıraq; indi körpünün bütün qapılarını hər gecə boyamaq lazımdır", "İşıqları yandıraq; İndi körpünün bütün qapılarını hər gecə boyamaq lazımdır", 10},
		{"ru", "мы будем чинить фонари северной пристани; красить двери каждого парома в гавани", "Чинить фонари северной пристани; Красить двери каждого парома в гавани", 10},
	} {
		old := text("old", filler("ox", 100)+c.old+" "+filler("elk", 30)+".")
		now := text("new", filler("hen", 50)+".", filler("yak", 20)+". "+c.now+" "+filler("cod", 20)+".")
		old.Language, now.Language = c.lang, c.lang
		got, err := compare.Compare(old, now)
		if err != nil {
			t.Fatal(err)
		}
		if got.Summary.MovedWords != c.moved {
			t.Errorf("%s: %d words moved of %q, want %d", c.lang, got.Summary.MovedWords, c.now, c.moved)
		}
		var was, is strings.Builder
		for i := range got.Changes {
			for _, e := range got.Changes[i].Edits {
				was.WriteString(e.Old)
				is.WriteString(e.New)
			}
		}
		if !strings.Contains(was.String(), c.old) || !strings.Contains(is.String(), c.now) {
			t.Errorf("%s: %q and %q are not in the edits", c.lang, c.old, c.now)
		}
	}
}
