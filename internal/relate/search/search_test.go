package search_test

import (
	"strings"
	"testing"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/relate/search"
	"pgregory.net/rapid"
)

func texts() []search.Text {
	text := func(key, lang string, passages ...string) search.Text {
		t := &relate.Text{Key: key, Language: lang}
		for i, p := range passages {
			t.Passages = append(t.Passages, relate.Passage{Address: string(rune('1' + i)), Text: p})
		}
		return search.Text{Text: t, Kind: "revision"}
	}
	return []search.Text{
		text("en", "en", "The lamp keepers write resolutions in a green book.", "A resolution of the harbour council.", "Green lamps, and a book of keepers."),
		text("az", "az", "Liman şurasının qərarları.", "Təhlükəsizliyin təmin edilməsi."),
		text("ru", "ru", "Войска охраняют границу.", "Книга о маяках."),
	}
}

// All forms of a word are found in three languages, phrases to the letter only, and
// letters without their marks where nothing else is.
func TestFind(t *testing.T) {
	for q, want := range map[string]string{
		"resolution":             "en 2, en 1",
		`"green book"`:           "en 1",
		"green book":             "en 3, en 1",
		"qərar":                  "az 1",
		"təhlükəsizlik":          "az 2",
		"tehlukesizlik":          "az 2",
		"войсками":               "ru 1",
		"the of":                 "",
		"unicorn":                "",
		`"book of keepers" lamp`: "en 3",
		`«harbour council»`:      "en 2",
		"":                       "",
		`"`:                      "",
	} {
		var got []string
		for _, h := range search.Find(q, texts(), 0) {
			got = append(got, h.In.Key+" "+h.Passage.Address)
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: found %q, want %q", q, s, want)
		}
	}
}

// Every word of a text finds the passage that it stands in, and the places told are
// inside the passage.
func TestFindsWhatStands(t *testing.T) {
	all := texts()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(all).Draw(t, "text")
		p := rapid.IntRange(0, len(text.Passages)-1).Draw(t, "passage")
		w := rapid.SampledFrom(strings.Fields(text.Passages[p].Text)).Draw(t, "word")
		hits := search.Find(`"`+w+`"`, all, 0)
		for _, h := range hits {
			for _, at := range h.At {
				if at.Start < 0 || at.End > len(h.Passage.Text) || at.Start >= at.End {
					t.Fatalf("a place outside the passage: %v", at)
				}
			}
			if h.Passage == &text.Passages[p] {
				return
			}
		}
		t.Fatalf("%q does not find its passage", w)
	})
}
