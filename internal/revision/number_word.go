package revision

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Unit is what a label's word numbers, whatever its language.
type Unit string

// The units, from the widest to the narrowest.
const (
	UnitAnnex      Unit = "annex"
	UnitAppendix   Unit = "appendix"
	UnitBook       Unit = "book"
	UnitPart       Unit = "part"
	UnitTitle      Unit = "title"
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
	UnitAnnex:      "annex schedule annexe anhang anlage əlavə приложение додаток anexo allegato bijlage załącznik příloha bilaga",
	UnitAppendix:   "appendix",
	UnitBook:       "book livre buch книга kitab kitap libro boek",
	UnitPart:       "part partie teil часть hissə kısım parte deel część",
	UnitTitle:      "title titre titel título titolo tytuł",
	UnitDivision:   "division bölmə раздел розділ dział bo'lim",
	UnitChapter:    "chapter chapitre kapitel fəsil глава bölüm capítulo capitolo capo hoofdstuk rozdział hlava kapittel kap тарау bob",
	UnitSection:    "section sec abschnitt параграф paraqraf sección sezione afdeling oddział",
	UnitSubsection: "subsection sous-section sub-section подраздел yarımbölmə unterabschnitt",
	UnitArticle:    "article art artikel maddə madde статья стаття ст artículo articolo artigo článek čl članak член чл бап modda",
	UnitClause:     "clause rule paragraph para regulation bənd пункт п paragraphe",
	UnitPoint:      "point subparagraph item yarımbənd подпункт пп stk",
})

// unitTable turns lists of words into a table by folded word.
func unitTable(lists map[Unit]string) map[string]Unit {
	table := map[string]Unit{}
	for unit, words := range lists { // no word stands in two lists
		for w := range strings.FieldsSeq(words) {
			table[foldWord(w)] = unit
		}
	}
	return table
}

// Groups reports whether the unit groups clauses without its number becoming
// part of theirs. A section does so only where articles stand below it; that is
// for the reader to find out.
func (u Unit) Groups() bool {
	switch u {
	case UnitBook, UnitPart, UnitTitle, UnitDivision, UnitChapter, UnitSection, UnitSubsection:
		return true
	}
	return false
}

// foldWord lowers a word so that İ, I, ı and i agree.
func foldWord(s string) string {
	if isLowerASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch r {
		case 'İ', 'ı', 'I':
			return 'i'
		case '\u0307': // the dot that lower-casing İ leaves behind
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

func isLowerASCII(s string) bool {
	for i := range len(s) {
		if (s[i] < 'a' || s[i] > 'z') && s[i] != '-' {
			return false
		}
	}
	return true
}

// unitOf looks a word up, "" when it is none.
func unitOf(word string) Unit {
	if word == "" || len(word) > 28 {
		return ""
	}
	return unitWords[foldWord(word)]
}

// IsUnitWord reports whether s is a word that a number follows: «paragraph»,
// «maddə», «пункт», or a plural or case of one that begins with it.
func IsUnitWord(s string) bool {
	s = strings.TrimRight(s, ".")
	for range 4 { // paragraphs, articles, пункте, maddənin
		if unitOf(s) != "" {
			return true
		}
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	return false
}

// cutWord reads "Article 12.", "Article premier", "§ 5", "ГЛАВА II", "Maddə 12-1.",
// "Приложение № 1", "PART ONE", "Часть первая".
func cutWord(s string) (Label, string, bool) {
	unit, n := Unit(""), 0
	if strings.HasPrefix(s, "§") {
		unit = UnitClause
		for strings.HasPrefix(s[n:], "§") {
			n += len("§")
		}
	} else {
		n = wordEnd(s)
		unit = unitOf(s[:n])
		if unit == "" {
			return Label{}, "", false
		}
		if strings.HasPrefix(s[n:], ".") && n <= 6 {
			n++ // Art. 12
		}
	}
	start := n
	n += len(s[n:]) - len(trimLeft(s[n:]))
	if strings.HasPrefix(s, "§") {
		start = n
	} else if n == start {
		// Nothing between word and number: the word alone ("Annex").
		if s[n:] != "" || unit != UnitAnnex {
			return Label{}, "", false
		}
		return Label{Printed: s, Unit: unit, Form: FormWord}, "", true
	}
	for _, no := range []string{"№", "N°", "No.", "No", "Nr.", "nr.", "N"} {
		if strings.HasPrefix(s[n:], no) {
			t := trimLeft(s[n+len(no):])
			if t != "" && isDigit(t[0]) {
				n = len(s) - len(t)
				break
			}
		}
	}
	num, k := scanAnyNumber(s[n:])
	if k == 0 {
		return Label{}, "", false
	}
	n += k
	return finishWord(s, n, unit, num)
}

// finishWord takes the punctuation after a word's number and rejects running
// text («Article 12 of the Treaty», «Article 12(2)»).
func finishWord(s string, n int, unit Unit, num string) (Label, string, bool) {
	l := Label{Unit: unit, Num: num, Form: FormWord}
	rest := s[n:]
	for _, p := range []string{".–", ".—", ".-", ". –", ". —", " –", " —", " -", ".", ":"} {
		if strings.HasPrefix(rest, p) && spaceOrEnd(rest[len(p):]) {
			l.Printed = s[:n+len(p)]
			return l, trimLeft(rest[len(p):]), true
		}
	}
	// Part 1-Preliminary
	if r, k := utf8.DecodeRuneInString(rest); unit.Groups() && strings.ContainsRune("-–—", r) && len(rest) > k && startsTitle(rest[k:]) {
		l.Printed = s[:n+k]
		return l, rest[k:], true
	}
	if !spaceOrEnd(rest) {
		return Label{}, "", false
	}
	l.Printed = s[:n]
	rest = trimLeft(rest)
	if !startsTitle(rest) && !strings.HasPrefix(rest, "*") {
		// § 3 (1) The Minister …
		if _, inner, ok := cutAfter(rest); !ok || inner == "" || !startsTitle(inner) {
			return Label{}, "", false
		}
	}
	return l, rest, true
}

// cutAfter reads a second label, in brackets.
func cutAfter(s string) (Label, string, bool) {
	if !strings.HasPrefix(s, "(") {
		return Label{}, "", false
	}
	return cutParens(s)
}

// scanAnyNumber reads an Arabic number, a Roman numeral, one letter or a number
// word.
func scanAnyNumber(s string) (string, int) {
	if num, n := scanNumber(s); n > 0 {
		return num, n
	}
	if num, n := scanAppendix(s); n > 0 {
		return num, n
	}
	if num, n := scanCode(s); n > 0 {
		return num, n
	}
	n := wordEnd(s)
	if n == 0 {
		return "", 0
	}
	word := s[:n]
	if Roman(word) > 0 {
		var b strings.Builder
		k := scanLatinOrdinal(&b, s[n:])
		if k == 0 {
			k = scanOrdinalSuffix(s[n:])
		}
		return word + b.String(), n + k
	}
	if v := numberWords[foldWord(word)]; v != "" {
		return v, n
	}
	if utf8.RuneCountInString(word) == 1 {
		return word, n
	}
	return "", 0
}

// scanCode reads the number of an article of a French code: L121-1, R. 123-4-1.
func scanCode(s string) (string, int) {
	if s == "" || !strings.ContainsRune("LRDA", rune(s[0])) {
		return "", 0
	}
	t := strings.TrimLeft(s[1:], ".* \u00a0")
	num, n := scanNumber(t)
	if n == 0 || len(s)-len(t) > 5 {
		return "", 0
	}
	return s[:1] + num, len(s) - len(t) + n
}

// cutOrdinalWord reads labels that put the number first: «1-ci maddə»,
// «I fəsil», «Birinci bölmə», «12-ci maddə.», «1-бап», «2 kap.», «3 a §».
func cutOrdinalWord(s string) (Label, string, bool) {
	num, n := "", 0
	if isDigit(s[0]) {
		digits := leadingDigits(s)
		k := scanOrdinalSuffix(s[len(digits):])
		if k == 0 {
			return cutNumberWord(s, digits)
		}
		num, n = digits, len(digits)+k
	} else {
		n = wordEnd(s)
		if n == 0 || n > 24 {
			return Label{}, "", false
		}
		if word := s[:n]; Roman(word) > 0 {
			num = word
		} else if num = numberWords[foldWord(word)]; num == "" {
			return Label{}, "", false
		}
	}
	t := trimLeft(s[n:])
	if len(t) == len(s[n:]) {
		return Label{}, "", false
	}
	k := wordEnd(t)
	unit := unitOf(t[:k])
	if unit == "" || unit == UnitClause || unit == UnitPoint {
		return Label{}, "", false
	}
	return finishWord(s, len(s)-len(t)+k, unit, num)
}

// cutNumberWord reads a number that a hyphen or a space parts from its word.
func cutNumberWord(s, digits string) (Label, string, bool) {
	t := s[len(digits):]
	if strings.HasPrefix(t, "-") {
		k := wordEnd(t[1:])
		if unit := unitOf(t[1 : 1+k]); unit != "" {
			return finishWord(s, len(digits)+1+k, unit, digits)
		}
		return Label{}, "", false
	}
	num := digits
	t = trimLeft(t)
	if len(t) > 2 && t[0] >= 'a' && t[0] <= 'z' && t[1] == ' ' {
		num += t[:1]
		t = trimLeft(t[1:])
	}
	unit, k := Unit(""), 0
	switch {
	case strings.HasPrefix(t, "§"):
		unit, k = UnitClause, len("§")
	case strings.HasPrefix(t, "kap."):
		unit, k = UnitChapter, len("kap.")
	default:
		return Label{}, "", false
	}
	return finishWord(s, len(s)-len(t)+k, unit, num)
}

// wordEnd is the length of the word at the start of s; a hyphen inside counts
// as part of it (sous-section).
func wordEnd(s string) int {
	for i, r := range s {
		if unicode.IsLetter(r) || r == '\u0307' {
			continue
		}
		if (r == '-' || r == '\'') && i > 0 && i+1 < len(s) {
			if next, _ := utf8.DecodeRuneInString(s[i+1:]); unicode.IsLower(next) {
				continue
			}
		}
		return i
	}
	return len(s)
}

// numberWords are the ordinals and cardinals that stand for a number in labels.
var numberWords = map[string]string{
	"premier": "1", "première": "1",
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
	"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8", "ninth": "9", "tenth": "10",
	"birinci": "1", "ikinci": "2", "üçüncü": "3", "dördüncü": "4", "beşinci": "5", "altinci": "6", "yeddinci": "7", "səkkizinci": "8", "doqquzuncu": "9", "onuncu": "10",
	"первая": "1", "вторая": "2", "третья": "3", "четвертая": "4", "четвёртая": "4", "пятая": "5", "шестая": "6", "седьмая": "7", "восьмая": "8", "девятая": "9", "десятая": "10",
	"erste": "1", "erster": "1", "erstes": "1", "zweite": "2", "zweiter": "2", "zweites": "2", "dritte": "3", "dritter": "3", "drittes": "3",
	"vierte": "4", "vierter": "4", "viertes": "4", "fünfte": "5", "fünfter": "5", "fünftes": "5", "sechste": "6", "sechster": "6", "sechstes": "6",
	"siebte": "7", "siebter": "7", "siebenter": "7", "achte": "8", "achter": "8", "neunte": "9", "neunter": "9", "zehnte": "10", "zehnter": "10",
	"primero": "1", "segundo": "2", "tercero": "3", "cuarto": "4", "quinto": "5", "sexto": "6", "séptimo": "7", "octavo": "8", "noveno": "9", "décimo": "10",
	"deuxième": "2", "troisième": "3", "quatrième": "4", "cinquième": "5",
	"первый": "1", "второй": "2", "третий": "3", "четвертый": "4", "пятый": "5",
}
