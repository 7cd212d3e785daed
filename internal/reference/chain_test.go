package reference

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Where a chain begins the token may begin one.
func TestMayBegin(t *testing.T) {
	for lang, list := range map[string]string{
		"en": "this that the these Article Articles paragraph section(s) § §§ Annex point first second 1 12(2) 4.3.10 II (a) \"b\" of and to Law Chapter A indent",
		"az": "bu həmin maddə maddəsinin bəndi bəndlərinin fəsil birinci on iyirmi beşinci 12.1-ci 5 XVIII-I (2) “Qeyd” a) b) A hissəsi Məcəllənin Qanunun və ya abzasının",
		"ru": "настоящей указанной этой статьи статья пункта пп. ст. части второй первым абзац 5 12.1 12-1 II (а) «б» и или главы Кодекса А приложение № подпункт",
		"fr": "présent cette article articles l'article paragraphe premier deuxième alinéa 5 3.4) II (a) « b » du et à annexe point le la",
	} {
		f := newFinder(lang, "")
		drawn := strings.Fields(list)
		rapid.Check(t, func(t *rapid.T) {
			words := rapid.SliceOfN(rapid.SampledFrom(drawn), 1, 8).Draw(t, "words")
			tokens := f.lex(strings.Join(words, rapid.SampledFrom([]string{" ", ""}).Draw(t, "joint")))
			for i := range tokens {
				if _, ok := f.chain(tokens, i); ok && !f.mayBegin(&tokens[i]) {
					t.Fatalf("%s: a chain begins with %q in %q", lang, tokens[i].text, words)
				}
			}
		})
	}
}
