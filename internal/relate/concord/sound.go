package concord

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// sound is how a word is heard: the classes of its consonants in order, and the first
// vowel. It is the same for a name in the three alphabets: Heydər, Гейдар and Heydar, Bakı,
// Баку and Baku, Xankəndi, Ханкенди and Khankendi.
//
// The classes lie where the alphabets write one sound in several ways: h, x, q, k, g and
// their like are one, so are the hissing ones of one sort, y and й are none.
type sound struct {
	consonants string
	vowel      byte // the first, by its place in the mouth; 0 for none
}

// leastHeard is how many consonants a word must have to be known by them alone.
const leastHeard = 3

// same reports whether one word may be the other with or without an ending.
func (a sound) same(b sound) bool {
	x, y := a.consonants, b.consonants
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) >= 2 && strings.HasPrefix(y, x) && len(y)-len(x) <= 2 && (len(x) >= leastHeard || a.vowel == b.vowel)
}

var (
	latinSounds = map[rune]byte{
		'b': 'b', 'd': 'd', 'f': 'f', 'g': 'k', 'ğ': 'k', 'h': 'k', 'x': 'k', 'k': 'k', 'q': 'k', 'l': 'l', 'm': 'm', 'n': 'n', 'p': 'p',
		'r': 'r', 's': 's', 'ş': 's', 't': 't', 'v': 'v', 'w': 'v', 'z': 'z', 'ç': 'c', 'j': 'c', 'c': 'c',
		'a': 'A', 'ə': 'A', 'e': 'A', 'i': 'I', 'ı': 'I', 'o': 'U', 'ö': 'U', 'u': 'U', 'ü': 'U',
	}
	cyrillicSounds = map[rune]byte{
		'б': 'b', 'в': 'v', 'г': 'k', 'д': 'd', 'ж': 'c', 'з': 'z', 'к': 'k', 'л': 'l', 'м': 'm', 'н': 'n', 'п': 'p', 'р': 'r', 'с': 's',
		'т': 't', 'ф': 'f', 'х': 'k', 'ц': 's', 'ч': 'c', 'ш': 's', 'щ': 's',
		'а': 'A', 'э': 'A', 'е': 'A', 'ё': 'U', 'и': 'I', 'ы': 'I', 'о': 'U', 'у': 'U', 'ю': 'U', 'я': 'A',
	}
	// english writes some sounds with two letters, russian one of Azerbaijani with two.
	latinPairs    = strings.NewReplacer("tch", "ç", "sh", "ş", "ch", "ç", "kh", "x", "gh", "ğ", "ph", "f", "zh", "j", "ck", "k", "qu", "kv", "dj", "j")
	cyrillicPairs = strings.NewReplacer("дж", "ж")
)

// soundOf is the sound of a word as it stands in a text of a language.
func soundOf(word, lang string) sound {
	folder := words.NewFolder(lang)
	w := folder.Small(word)
	if spellingOf(lang) == azeri() {
		w = words.NewStemmer(lang).Stem(w) // Gəncədədir
	}
	cyrillic := strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
	table := latinSounds
	azeri := spellingOf(lang) == azeri()
	switch {
	case cyrillic:
		table, w = cyrillicSounds, cyrillicPairs.Replace(w)
	case !azeri:
		w = latinPairs.Replace(w)
	}
	var s sound
	var b strings.Builder
	last := byte(0)
	for i, r := range w {
		class := table[r]
		if r == 'c' && !azeri && !cyrillic {
			class = 'k'
			if next, _ := utf8.DecodeRuneInString(w[i+1:]); strings.ContainsRune("eiy", next) {
				class = 's'
			}
		}
		switch {
		case class == 0:
		case class < 'a':
			if s.vowel == 0 {
				s.vowel = class
			}
		case class != last:
			b.WriteByte(class)
		}
		if class != 0 {
			last = class
		}
	}
	s.consonants = b.String()
	return s
}
