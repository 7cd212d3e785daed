package ingest

import (
	"strings"

	"conceptdiff/internal/words"
)

// telling are words and letters that tell one language from the others, by tag.
// Order decides ties. Words are folded, so that a text typed with letters of
// another script (vә with the Cyrillic ә) is known by them, too.
var telling = []struct {
	tag   string
	words string
}{
	{"en", "the of and to in is be by for shall"},
	{"az", "və bu ilə üçün olan bir edilir maddə tərəfindən qanun respublikasının"},
	{"az", "вә бу илә үчүн олан бир едилир маддә тәрәфиндән ганун республикасынын"}, // in Cyrillic
	{"ru", "и в не на с по для или статья от"},
	{"fr", "le la les des et est du une dans par"},
	{"de", "der die und das den von ist des nicht zu"},
	{"tr", "ve bir bu ile için olan madde tarafından olarak kanun"},
	{"es", "el los las de que del una por para con"},
	{"it", "il di che gli della per una sono nel dei"},
	{"uk", "та і у на що до з або стаття від"},
}

// guessLanguage counts telling words in the beginning of a text. It answers ""
// when they are fewer than one in fifty.
func guessLanguage(text string) string {
	const sample = 12_000
	if len(text) > sample {
		text = text[:sample]
	}
	byWord := map[string][]int{}
	for i, t := range telling {
		for w := range strings.FieldsSeq(t.words) {
			byWord[words.Fold(w)] = append(byWord[words.Fold(w)], i)
		}
	}
	counts := make([]int, len(telling))
	all := 0
	for start, end := words.Next(text, 0); start < end; start, end = words.Next(text, end) {
		all++
		for _, i := range byWord[words.Fold(text[start:end])] {
			counts[i]++
		}
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	if counts[best]*50 < all || counts[best] == 0 {
		return ""
	}
	return telling[best].tag
}
