package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/russian"
)

// Stemmer gives the forms of a word one stem: «resolutions» and «resolution»,
// «ərazinin» and «əraziləri», «войсками» and «войска». A stem is for looking up,
// not for people to read, and two words may share one by chance. The zero value
// stems words of English and, told by their letters, Russian and Azerbaijani.
//
// English and Russian words follow the Snowball algorithms (M. F. Porter), which
// the library kljensen/snowball implements. For Azerbaijani there is no such
// algorithm: endings of number, possession, case and predicate are taken off as
// long as four letters are left (see azeriEndings).
type Stemmer struct {
	azeri bool
	met   map[string]string // stems by word; nil where none are kept
}

// NewStemmer returns the stemmer for texts of the language with that BCP 47 tag.
func NewStemmer(lang string) Stemmer {
	switch Primary(lang) {
	case "az", "aze", "azj", "azb":
		return Stemmer{azeri: true}
	}
	return Stemmer{}
}

// Remembering is a stemmer that finds out the stem of each word once. It is not for
// concurrent use.
func (s Stemmer) Remembering() Stemmer {
	s.met = make(map[string]string)
	return s
}

// Stem is the stem of a folded word, see [Folder.Fold]. Numbers and words of fewer
// than four letters are their own stems.
func (s Stemmer) Stem(folded string) string {
	stem, met := s.met[folded]
	if !met {
		stem = s.stem(folded)
		if s.met != nil {
			s.met[folded] = stem
		}
	}
	return stem
}

func (s Stemmer) stem(folded string) string {
	first, _ := utf8.DecodeRuneInString(folded)
	switch {
	case len(folded) < StemLetters || unicode.IsDigit(first):
		return folded
	case unicode.Is(unicode.Cyrillic, first):
		return russian.Stem(folded, false)
	case s.azeri || strings.ContainsRune(folded, 'ə'):
		return stemAzeri(folded)
	case IsASCII(folded):
		return stemEnglish(strings.TrimSuffix(folded, "'s"))
	}
	return folded
}

// stemEnglish stems a word, spelled the British way or the American one. What is
// named after a country or a party has its stem: Armenian, terrorist.
func stemEnglish(word string) string {
	for _, s := range [][2]string{{"our", "or"}, {"isation", "ization"}, {"ise", "ize"}, {"ising", "izing"}, {"ised", "ized"}, {"fence", "fense"}, {"licence", "license"}, {"tre", "ter"}, {"ogramme", "ogram"}, {"ogue", "og"}} {
		if i := strings.Index(word, s[0]); i >= 3 || i >= 0 && len(s[0]) > 4 {
			word = word[:i] + s[1] + word[i+len(s[0]):]
			break
		}
	}
	if strings.HasPrefix(word, "internation") {
		return "internation" // which Snowball stems like «internal»
	}
	if word == "integrity" {
		return word // which Snowball stems like «integration»
	}
	word = english.Stem(word, false)
	for _, ending := range []string{"ian", "ist", "an", "n"} {
		if rest := strings.TrimSuffix(word, ending); rest != word && len(rest) >= 6 {
			return english.Stem(rest, false)
		}
	}
	return word
}

// azeriEndings are the endings of Azerbaijani nouns and of what they are the
// predicate of, folded (ı is i), the longest first. The shorter one is, the more letters
// must stand before it, since many stems end like it: qanun, dövlət, ordu.
var azeriEndings = func() []string {
	list := strings.Fields(`
	lar lər
	imiz umuz ümüz iniz unuz ünüz si su sü
	nin nun nün in un ün ni nu nü na nə ya yə yi yu yü i u ü a ə
	da də nda ndə dan dən ndan ndən la lə yla ylə
	dir dur dür dirlar dirlər durlar dürlər
	ki daki dəki ndaki ndəki ca cə
	maq mək malidir məlidir acaq əcək mişdir muşdur müşdür ilmiş ulmuş ülmüş`)
	slices.SortStableFunc(list, func(a, b string) int { return utf8.RuneCountInString(b) - utf8.RuneCountInString(a) })
	return list
}()

// stemAzeri takes endings off, one after the other, then undoes the softening of
// the last consonant: torpağ(ı) is torpaq, üzvlüy(ü) is üzvlük.
func stemAzeri(word string) string {
	for {
		cut := azeriCut(word)
		if cut == len(word) {
			// «qanunun» is qanun-un or qanu-nun: a last n tells nothing.
			if n := strings.TrimSuffix(word, "n"); utf8.RuneCountInString(n) >= StemLetters {
				return n
			}
			return word
		}
		word = word[:cut]
		switch {
		case strings.HasSuffix(word, "ğ"):
			word = strings.TrimSuffix(word, "ğ") + "q"
		case strings.HasSuffix(word, "liy"), strings.HasSuffix(word, "luy"), strings.HasSuffix(word, "lüy"), strings.HasSuffix(word, "əy"):
			word = strings.TrimSuffix(word, "y") + "k"
		}
	}
}

// azeriCut is where the longest ending of a word begins, its length when it has none.
func azeriCut(word string) int {
	letters := utf8.RuneCountInString(word)
	for _, ending := range azeriEndings {
		n := utf8.RuneCountInString(ending)
		least := StemLetters
		if n <= 2 && !slices.Contains([]string{"si", "da", "də", "in", "un", "ün"}, ending) {
			least = StemLetters + 1
		}
		if letters-n < least || !strings.HasSuffix(word, ending) {
			continue
		}
		rest := word[:len(word)-len(ending)]
		if ending[0] == 'y' && (strings.HasSuffix(rest, "li") || strings.HasSuffix(rest, "lu") || strings.HasSuffix(rest, "lü")) {
			continue // the y is the softened k of -lik
		}
		return len(rest)
	}
	return len(word)
}
