package search

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// reading is a way to read the words of a text in a language: how their stems are written
// more plainly before they are held against each other; nil for as they are.
type reading func(language string) func(stem string) string

func asWritten(string) func(string) string { return nil }

// withoutMarks writes letters without their marks, as people type who lack them.
func withoutMarks(string) func(string) string { return plainLetters }

func plainLetters(s string) string { return plain.Replace(s) }

var plain = strings.NewReplacer("ə", "e", "ğ", "g", "ş", "s", "ç", "c", "ö", "o", "ü", "u")

// looseForms takes off what the stemmer leaves for fear of taking too much: of short
// Azerbaijani words the endings («qazın», «yollardan»), of Russian ones the vowel that
// comes and goes before the last consonant («ёлок», «ребёнок»).
func looseForms(language string) func(string) string {
	azeri := words.Primary(language) == "az"
	return func(s string) string {
		s = plainLetters(s)
		if azeri {
			return shortNoun(s)
		}
		if last, n := utf8.DecodeLastRuneInString(s); strings.ContainsRune(consonants, last) {
			before := s[:len(s)-n]
			vowel, m := utf8.DecodeLastRuneInString(before)
			if (vowel == 'о' || vowel == 'е') && utf8.RuneCountInString(before) >= 3 {
				return before[:len(before)-m] + string(last)
			}
		}
		return s
	}
}

// shortNoun is the noun of three or four letters that a word without marks is a form of,
// else the word.
func shortNoun(word string) string {
	rest := word
	for _, ending := range []string{"dan", "den", "da", "de", "in", "un", "i", "u", "lar", "ler"} { // as they stand, from the last
		if left := strings.TrimSuffix(rest, ending); len(left) >= 3 {
			rest = left
		}
	}
	if len(rest) > 4 {
		return word
	}
	return rest
}

// consonants are those of Russian.
const consonants = "бвгджзклмнпрстфхцчшщ"
