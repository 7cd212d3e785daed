package align

import (
	"testing"

	"conceptdiff/internal/textdiff"
)

func TestStems(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		shared int // words
	}{
		{"Registrations of methods", "Registration of a method", 2},
		{"Основные направления", "Основное направление", 1},
		{"Təhlükəsizlik siyasəti", "Təhlükəsizliyin siyasəti", 2},
		{"Port numbers", "Ports in numbers", 1},
		{"Registration, registrations", "Registration", 1},
	} {
		lex := textdiff.NewLexicon("")
		a, b := lex.Tokens(c.a), lex.Tokens(c.b)
		f := newFeatures(uint32(lex.Size()))
		f.weight = make([]float64, len(f.df))
		for i := range f.weight {
			f.weight[i] = 1
		}
		if got := f.shared(f.headingWords(a, lex), f.headingWords(b, lex)); int(got) != c.shared {
			t.Errorf("%q and %q share %v words, want %d", c.a, c.b, got, c.shared)
		}
		if hashTitle(a) == hashTitle(b) {
			t.Errorf("%q and %q count as the same heading", c.a, c.b)
		}
	}
}
