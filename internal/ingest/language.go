package ingest

import (
	"strings"
	"unicode"
)

// telling are words and letters that tell one language from the others, by tag.
// Order decides ties.
var telling = []struct {
	tag   string
	words string
}{
	{"en", "the of and to in is be by for shall"},
	{"az", "və bu ilə üçün olan bir edilir maddə tərəfindən qanun respublikasının"},
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
			byWord[w] = append(byWord[w], i)
		}
	}
	counts := make([]int, len(telling))
	words := 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\u0307' }) {
		words++
		for _, i := range byWord[strings.ToLower(w)] {
			counts[i]++
		}
	}
	best := 0
	for i, n := range counts {
		if n > counts[best] {
			best = i
		}
	}
	if counts[best]*50 < words || counts[best] == 0 {
		return ""
	}
	return telling[best].tag
}
