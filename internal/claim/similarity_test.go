package claim

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/words"
)

// What is like enough is among the candidates, as long as no word stands in more
// sentences than the index looks at.
func TestLikenessOverlooksNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) *sentence {
			words := rapid.SliceOfN(rapid.IntRange(0, 400), 1, 12).Draw(t, label)
			text := make([]string, len(words))
			for i, w := range words {
				text[i] = fmt.Sprintf("word%d", w)
			}
			return &sentence{text: strings.Join(text, " ")}
		}
		all := make([]*sentence, crowd+20) // enough for an index, and no word in too many but by chance
		for i := range all {
			all[i] = draw("sentence")
		}
		asked := draw("asked")
		if rapid.Bool().Draw(t, "near one") { // else hardly ever like any
			asked = &sentence{text: all[0].text + " " + asked.text}
		}
		least := rapid.SampledFrom([]float64{sameThought, farThought, 1}).Draw(t, "least")
		found := newSimilarity(all).near(asked.telling(), least)
		if !slices.IsSorted(found) {
			t.Fatal("out of order")
		}
		for i, s := range all {
			if d := words.Dice(asked.telling(), s.telling()); d >= least && !slices.Contains(found, i) {
				t.Fatalf("%q is like %q by %.2f and is not found", s.text, asked.text, d)
			}
		}
	})
}

func TestDigest(t *testing.T) {
	same := []string{"The Euro-Atlantic AREA, in 2007", "the euro atlantic area in 2007", "«THE» euro\u2011atlantic ar\u00adea — in 2007"}
	for _, s := range same[1:] {
		if a, b := digestOf(same[0]), digestOf(s); a != b || !slices.Equal(tellingOf(same[0]), tellingOf(s)) {
			t.Errorf("%q and %q have the same words", same[0], s)
		}
	}
	for _, s := range []string{"", "area euro atlantic the in 2007", "the euro atlantic area in 2007 in"} {
		if digestOf(s) == digestOf(same[0]) {
			t.Errorf("%q and %q have not the same words in the same order", same[0], s)
		}
	}
	if d := tellingOf("to be or not to be"); len(d) != 6 {
		t.Errorf("where no word tells, all do: %d", len(d))
	}
	if d := tellingOf("İŞĞAL işğal ışğal of"); len(d) != 3 || d[0] != d[2] {
		t.Errorf("%v", d)
	}
	if openingOf("One two three four five") != openingOf("one, two; three four — six") || openingOf("one two") == openingOf("one three") {
		t.Error("openings are their first words")
	}
}
