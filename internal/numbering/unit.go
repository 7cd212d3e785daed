package numbering

import (
	"strings"
	"sync"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// Unit is what a label's word numbers, whatever its language.
type Unit string

// The units, from the widest to the narrowest.
const (
	UnitAnnex      Unit = "annex"
	UnitAppendix   Unit = "appendix"
	UnitBook       Unit = "book"
	UnitPart       Unit = "part"
	UnitSubpart    Unit = "subpart"
	UnitTitle      Unit = "title"
	UnitSubtitle   Unit = "subtitle"
	UnitDivision   Unit = "division"
	UnitChapter    Unit = "chapter"
	UnitSection    Unit = "section"
	UnitSubsection Unit = "subsection"
	UnitArticle    Unit = "article"
	UnitClause     Unit = "clause" // clause, paragraph, rule, bənd, пункт
	UnitPoint      Unit = "point"  // point, yarımbənd, подпункт
)

// unitWords says what each word numbers. Book … subsection group clauses
// without prefixing their numbers.
var unitWords = unitTable(map[Unit]string{
	UnitAnnex:      "annex schedule exhibit attachment addendum annexe anhang anlage əlavə приложение додаток anexo allegato bijlage załącznik příloha bilaga anexa bilag vedlegg liite melléklet",
	UnitAppendix:   "appendix",
	UnitBook:       "book livre buch книга kitab kitap libro boek",
	UnitPart:       "part partie teil часть hissə kısım parte deel część partea afsnit",
	UnitSubpart:    "subpart",
	UnitTitle:      "title titre titel título titolo tytuł titlul",
	UnitSubtitle:   "subtitle untertitel",
	UnitDivision:   "division bölmə раздел розділ dział bo'lim",
	UnitChapter:    "chapter chapitre kapitel fəsil глава bölüm capítulo capitolo capo hoofdstuk rozdział hlava kapittel kap тарау bob capitolul",
	UnitSection:    "section sec abschnitt параграф paraqraf sección sezione afdeling oddział secção seção secțiunea",
	UnitSubsection: "subsection sous-section sub-section подраздел yarımbölmə yarımfəsil unterabschnitt",
	UnitArticle:    "article art artikel maddə madde статья стаття ст artículo articolo artigo articles статьи článek čl članak член чл бап modda articolul",
	UnitClause:     "clause rule paragraph para regulation bənd пункт п paragraphe parágrafo canon bylaw",
	UnitPoint:      "point subparagraph item yarımbənd подпункт пп stk",
})

// unitTable turns lists of words into a table by folded word, when it is first
// asked for: most runs read no numbers.
func unitTable(lists map[Unit]string) func() map[string]Unit {
	return sync.OnceValue(func() map[string]Unit {
		table := map[string]Unit{}
		for unit, list := range lists { // no word stands in two lists
			for w := range strings.FieldsSeq(list) {
				table[foldWord(w)] = unit
			}
		}
		return table
	})
}

// Groups reports whether the unit groups clauses without its number becoming
// part of theirs. A section does so only where articles stand below it; that is
// for the reader to find out.
func (u Unit) Groups() bool {
	switch u {
	case UnitBook, UnitPart, UnitSubpart, UnitTitle, UnitSubtitle, UnitDivision, UnitChapter, UnitSection, UnitSubsection:
		return true
	}
	return u.Plans()
}

// foldWord folds a word, so that İ, I, ı and i agree, and the Cyrillic ә of
// «Maddә» with the ə of «Maddə».
func foldWord(s string) string {
	if isLowerASCII(s) {
		return s
	}
	return words.Fold(s)
}

func isLowerASCII(s string) bool {
	for i := range len(s) {
		if (s[i] < 'a' || s[i] > 'z') && s[i] != '-' {
			return false
		}
	}
	return true
}

// UnitOf looks a word up, "" when it is none.
func UnitOf(word string) Unit {
	if word == "" || len(word) > 28 {
		return ""
	}
	return unitWords()[foldWord(word)]
}

// unitPairs are the first two letters, a to z, of the words that number provisions.
var unitPairs = sync.OnceValue(func() *[26][26]bool {
	var pairs [26][26]bool
	for w := range unitWords() {
		if len(w) > 1 && isLowerASCII(w[:2]) && w[0] != '-' && w[1] != '-' {
			pairs[w[0]-'a'][w[1]-'a'] = true
		}
	}
	return &pairs
})

// MayBeginUnit tells quickly of a line that it begins with no word that numbers
// provisions, nor with the letters of one set apart, nor with a Roman numeral.
func MayBeginUnit(s string) bool {
	if len(s) < 2 {
		return true
	}
	a, b := s[0]|('a'-'A'), s[1]|('a'-'A')
	if a < 'a' || a > 'z' || b < 'a' || b > 'z' {
		return true // beyond ASCII, or one letter
	}
	return unitPairs()[a-'a'][b-'a'] || Roman(s[:1]) > 0 && Roman(s[1:2]) > 0
}

// IsUnitWord reports whether s is a word that a number follows: «paragraph»,
// «maddə», «пункт», or a plural or case of one that begins with it.
func IsUnitWord(s string) bool {
	s = strings.TrimRight(s, ".")
	for range 4 { // paragraphs, articles, пункте, maddənin
		if UnitOf(s) != "" {
			return true
		}
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return false
}

// IsUnit reports whether u is one of the units that the tables know, and not a word
// that was found in a text.
func IsUnit(u Unit) bool {
	switch u {
	case UnitAnnex, UnitAppendix, UnitArticle, UnitClause, UnitPoint:
		return true
	}
	return u.Groups()
}
