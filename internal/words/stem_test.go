package words_test

import (
	"testing"

	"conceptdiff/internal/words"
	"pgregory.net/rapid"
)

// The forms of a word have one stem, and words of another meaning have another.
func TestStemsOfForms(t *testing.T) {
	for _, c := range []struct {
		lang  string
		forms []string
	}{
		{"en", []string{"resolution", "resolutions"}},
		{"en", []string{"cooperate", "cooperating", "cooperation"}},
		{"az", []string{"qanun", "qanunu", "qanunun", "qanunlar", "qanunlarin", "qanunlarinda"}},
		{"az", []string{"ərazi", "ərazinin", "ərazisi", "əraziləri", "ərazilərindən"}},
		{"az", []string{"torpaq", "torpağin", "torpaqlar", "torpaqlarimiz"}},
		{"az", []string{"dövlət", "dövlətin", "dövlətlər", "dövlətlərarasi"}[:3]},
		{"az", []string{"təhlükəsizlik", "təhlükəsizliyi", "təhlükəsizliyin", "təhlükəsizliyinin"}},
		{"az", []string{"neft", "neftin", "neftdən", "neftlər"}},
		{"az", []string{"ağac", "ağacin", "ağaclarin"}},
		{"az", []string{"sülh", "sülhün", "sülhdən"}},
		{"ru", []string{"войска", "войсками", "войск"}},
		{"ru", []string{"безопасность", "безопасности", "безопасностью"}},
	} {
		s := words.NewStemmer(c.lang)
		for _, form := range c.forms[1:] {
			if got, want := s.Stem(form), s.Stem(c.forms[0]); got != want {
				t.Errorf("%s: stem of %q is %q, of %q %q", c.lang, form, got, c.forms[0], want)
			}
		}
	}
	for lang, pair := range map[string][2]string{"az": {"qanun", "qanad"}, "en": {"security", "secretary"}, "ru": {"закон", "законник"}} {
		s := words.NewStemmer(lang)
		if s.Stem(pair[0]) == s.Stem(pair[1]) {
			t.Errorf("%s: %q and %q have one stem", lang, pair[0], pair[1])
		}
	}
}

// A stem is never empty, and numbers are their own.
func TestStemLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom([]string{"en", "az", "ru", ""}).Draw(t, "lang")
		w := words.Fold(rapid.StringMatching(`[a-zA-ZəğşçöüıƏİа-яёА-Я]{1,14}`).Draw(t, "word"))
		if w != "" && words.NewStemmer(lang).Stem(w) == "" {
			t.Fatalf("%q has an empty stem", w)
		}
		n := rapid.StringMatching(`[0-9]{1,9}`).Draw(t, "number")
		if got := words.NewStemmer(lang).Stem(n); got != n {
			t.Fatalf("the number %s has the stem %s", n, got)
		}
	})
}
