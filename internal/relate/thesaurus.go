package relate

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"conceptdiff/internal/words"
)

//go:embed thesaurus.txt
var thesaurusText string

// conceptPart is how much a thing counts that two texts call by different words,
// beside a word that both use.
const conceptPart = 0.6

// thesaurus lists by stem the things that a word may mean, each under a key that no
// stem has. Words of three languages share the keys, so that texts in two languages
// can be related at all.
var thesaurus = sync.OnceValue(func() map[string][]string {
	languages := []string{"en", "az", "ru"}
	meant := map[string][]string{}
	n := 0
	for line := range strings.Lines(thesaurusText) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		n++
		key := "~" + strconv.Itoa(n)
		for i, list := range strings.Split(line, "|") {
			s := words.NewStemmer(languages[i])
			for _, w := range strings.Fields(list) {
				st := s.Stem(words.Fold(w))
				if have := meant[st]; len(have) == 0 || have[len(have)-1] != key {
					meant[st] = append(have, key)
				}
			}
		}
	}
	return meant
})

// Things lists the things that the words of a text may mean, under keys that are the same
// in three languages, each once and in their order.
func Things(text, lang string) []string {
	var out []string
	for _, w := range stems(words.NewStemmer(lang), text) {
		out = append(out, thesaurus()[w.key]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
