package words

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// Folder gives words the form under which they are held to be the same word,
// however they were typed: in small letters, with one letter for I, İ, ı and i,
// with е for ё, with ə for ǝ, with all letters of one script (see script.go),
// without invisible marks.
//
// A letter that stands alone keeps its ı and its ё, since it may be the letter of
// a point: «ı)» and «i)» are two points of one list. The zero value folds words of
// no known language: one needs to be known for a lone I, and for words whose
// letters all stand in both scripts.
type Folder struct {
	turkic bool   // a lone I is ı
	home   script // of the language
}

// NewFolder returns the folder for words of the language with that BCP 47 tag.
func NewFolder(lang string) Folder {
	f := Folder{home: scriptOf(lang)}
	switch Primary(lang) {
	case "az", "aze", "azj", "azb", "tr", "tur":
		f.turkic = true
	}
	return f
}

// Primary is the first part of a BCP 47 tag in small letters: "az" of "az-Latn-AZ".
func Primary(lang string) string {
	primary, _, _ := strings.Cut(strings.ReplaceAll(lang, "_", "-"), "-")
	return strings.ToLower(primary)
}

// Fold folds a word of no known language; see [Folder].
func Fold(word string) string { return Folder{}.Fold(word) }

// Fold folds a word, or each word of a text. Folding again changes nothing.
func (f Folder) Fold(s string) string {
	if IsASCII(s) {
		if f.turkic && strings.IndexByte(s, 'I') >= 0 || f.home == cyrillicScript {
			return f.foldAny(s)
		}
		return strings.ToLower(s)
	}
	if folded, ok := f.foldPlain(s); ok {
		return folded
	}
	return f.foldAny(s)
}

// plainLetter is a letter of most words: what folding makes of it beside others, and of
// what script it is, anyScript for a Cyrillic one that looks like a Latin one.
type plainLetter struct {
	small  rune
	script script
	plain  bool
}

// plainLetters are those from U+0000 to U+04FF.
var plainLetters = func() (t [0x500]plainLetter) {
	for _, r := range "abcdefghijklmnopqrstuvwxyzàáâãäåæçèéêìíîðñòóôõöøùúûüýþăąćčďđęěğłńňőřśşšťůűźżžə" {
		t[r] = plainLetter{r, latinScript, true}
		t[unicode.ToUpper(r)] = t[r]
	}
	t['I'] = plainLetter{'i', latinScript, true}
	t['İ'], t['ı'] = t['I'], t['I']
	for _, r := range "абвгдежзийклмнопрстуфхцчшщъыьэюяё" {
		p := plainLetter{foldSpelling(r), cyrillicScript, true}
		if toLatin(p.small) != p.small {
			p.script = anyScript
		}
		t[r], t[unicode.ToUpper(r)] = p, p
	}
	return t
}()

// foldPlain is Fold for words of plain letters that stay in their script. Other words
// are not ok.
func (f Folder) foldPlain(s string) (folded string, ok bool) {
	var few [64]byte // few words are longer
	out := few[:0]
	count := 0
	var of [3]int // letters by script
	for _, r := range s {
		if int(r) >= len(plainLetters) || !plainLetters[r].plain {
			return "", false
		}
		p := plainLetters[r]
		out = utf8.AppendRune(out, p.small)
		of[p.script]++
		count++
	}
	switch {
	case count < 2:
		return "", false
	case of[latinScript] == count && f.home != cyrillicScript:
	case of[latinScript] == 0 && of[cyrillicScript] > 0:
	default:
		return "", false
	}
	if string(out) == s {
		return s, true
	}
	return string(out), true
}

// foldAny is Fold for all words and texts.
func (f Folder) foldAny(s string) string {
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		n := wordLen(s)
		if n == 0 {
			r, size := utf8.DecodeRuneInString(s)
			switch {
			case IsInvisible(r):
			case r == utf8.RuneError && size == 1:
				b.WriteByte(s[0]) // no character: kept as it is
			default:
				b.WriteRune(r)
			}
			s = s[size:]
			continue
		}
		b.WriteString(f.foldLetters(s[:n]))
		s = s[n:]
	}
	return b.String()
}

// wordLen is the length in bytes of the letters that s starts with, and of what
// is put on them.
func wordLen(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && (i == 0 || !unicode.IsMark(r) && !IsInvisible(r)) {
			return i
		}
	}
	return len(s)
}

// foldLetters folds a run of letters in NFC.
func (f Folder) foldLetters(s string) string {
	var few [48]rune // few words are longer
	letters := few[:0]
	simple, count := true, 0
	for _, r := range s {
		switch {
		case IsInvisible(r):
		case r == '\u0307' && len(letters) > 0 && strings.ContainsRune("iIıİіІ", letters[len(letters)-1]):
			// the dot that is left over where i was given one of its own
		default:
			letters = append(letters, r)
			simple = simple && r < 0x530 && unicode.IsLetter(r) && !expands(r)
			if unicode.IsLetter(r) {
				count++
			}
		}
	}
	if count > 1 {
		for i, r := range letters {
			letters[i] = foldI(r)
		}
	} else if len(letters) > 0 {
		letters[0] = f.foldLoneI(letters[0])
	}
	if simple {
		for i, r := range letters {
			letters[i] = unicode.ToLower(r)
		}
	} else {
		letters = []rune(norm.NFC.String(cases.Fold().String(string(letters))))
	}
	if count > 1 {
		n := 0
		for _, r := range letters {
			if r == '\u0308' && n > 0 && letters[n-1] == 'е' {
				continue // would make another ё of it
			}
			letters[n] = foldSpelling(r)
			n++
		}
		letters = letters[:n]
	}
	folded := string(oneScript(letters, f.home))
	if count < len(letters) { // a mark may go with the letter of the other script
		folded = norm.NFC.String(folded)
	}
	return folded
}

// foldLoneI folds the case of an i that stands alone.
func (f Folder) foldLoneI(r rune) rune {
	switch {
	case r == 'İ':
		return 'i'
	case r == 'I' && f.turkic:
		return 'ı'
	}
	return r
}

// foldI makes one letter of the four that Turkic and other languages pair in
// two ways.
func foldI(r rune) rune {
	switch r {
	case 'I', 'İ', 'ı':
		return 'i'
	}
	return r
}

// foldSpelling makes one small letter of two that are written for each other.
func foldSpelling(r rune) rune {
	switch r {
	case 'ё':
		return 'е'
	case 'ǝ': // U+01DD, typed for U+0259
		return 'ə'
	}
	return r
}

// expands reports whether r becomes more than one letter when its case is folded.
func expands(r rune) bool {
	switch r {
	case 'ß', 'ŉ', 'ǰ', 'ΐ', 'ΰ', 'ς', 'ſ', 'µ', 'ͅ':
		return true
	}
	return false
}

// Small is a text in small letters as its language has them, and otherwise as it
// was typed: for people to read, where [Folder.Fold] is for looking up.
func (f Folder) Small(s string) string {
	s = normalise(s)
	if f.turkic {
		return strings.ToLowerSpecial(unicode.AzeriCase, s)
	}
	return strings.ToLower(s)
}

// FoldAll folds each of a list of words, in place.
func FoldAll(list []string) []string {
	for i, w := range list {
		list[i] = Fold(w)
	}
	return list
}

// Folded are the words of a list, parted by white space and folded when they are first
// asked for.
func Folded(list string) func() []string {
	return sync.OnceValue(func() []string { return FoldAll(strings.Fields(list)) })
}
