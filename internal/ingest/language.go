package ingest

import (
	"strings"

	"conceptdiff/internal/words"
)

// telling are words and letters that tell one language from the others, by tag: a
// word counts that is one of them or holds one of the letters, and counts against a
// language to which one of its letters is foreign. Order decides ties. Words are
// folded, so that a text typed with letters of another script (vә with the Cyrillic
// ә) is known by them, too.
var telling = []struct {
	tag     string
	words   string
	letters string
	foreign string
}{
	{"en", "the of and to in is be by for shall", "", ""},
	{"az", "və bu ilə üçün olan bir edilir maddə tərəfindən qanun respublikasının", "ə", ""},
	{"az", "вә бу илә үчүн олан бир едилир маддә тәрәфиндән ганун республикасынын", "ҹҝ", ""}, // in Cyrillic
	{"ru", "и в не на с по для или статья от за из о при также", "ыэ", "іїєґўәөүңғқұһҹҝјљњћђџѓќѕ"},
	{"fr", "le la les des et est du une dans par", "", ""},
	{"de", "der die und das den von ist des nicht zu", "", ""},
	{"tr", "ve bir bu ile için olan madde tarafından olarak kanun", "", ""},
	{"es", "el los las de que del una por para con", "", ""},
	{"it", "il di che gli della per una sono nel dei", "", ""},
	{"uk", "та і у на що до з або стаття від", "їєґ", ""},
}

// guessLanguage counts telling words in the beginning of a text (12,000 bytes), which
// may be a few lines, and answers with the tag of the language that has most. It
// answers "" when they are fewer than one in fifty words, as in a list of names.
func guessLanguage(text string) string {
	const sample = 12_000
	if len(text) > sample {
		text = text[:sample]
	}
	// One form may belong to several languages: «bir» is Azerbaijani and Turkish.
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
		word := words.Fold(text[start:end])
		for _, i := range byWord[word] {
			counts[i]++
		}
		if words.IsASCII(word) {
			continue // the letters are all beyond it
		}
		for i, t := range telling {
			if strings.ContainsAny(word, t.letters) {
				counts[i]++
			}
			if strings.ContainsAny(word, t.foreign) {
				counts[i]--
			}
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
