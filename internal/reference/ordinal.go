package reference

import "strings"

// Ordinals in words: «first subparagraph», «части второй», «ikinci hissəsi»,
// «otuz doqquzuncu fəsil». Of inflecting words the stem stands here.

var englishOrdinals = strings.Fields("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth")

var frenchOrdinals = [][]string{
	{"premier", "première"},
	{"deuxième", "second", "seconde"},
	{"troisième"},
	{"quatrième"},
	{"cinquième"},
	{"sixième"},
	{"septième"},
	{"huitième"},
	{"neuvième"},
	{"dixième"},
}

// russianOrdinals are stems; russianEndings what follows them. третий has its own
// soft stem.
var (
	russianOrdinals = strings.Fields("перв втор трет четверт пят шест седьм восьм девят десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат двадцат")
	russianEndings  = strings.Fields("ый ой ая ое ые ого ому ым ом ую ых ыми ий ья ье ьи ьего ьему ьим ьем ьей ью ьих ьими")
)

var (
	azerbaijaniTens = strings.Fields("on iyirmi otuz qırx əlli altmış yetmiş səksən doxsan")
	// The last word of an ordinal number bears the ending.
	azerbaijaniLast = map[string]int{
		"birinci": 1, "ikinci": 2, "üçüncü": 3, "dördüncü": 4, "beşinci": 5, "altıncı": 6, "yeddinci": 7, "səkkizinci": 8, "doqquzuncu": 9,
		"onuncu": 10, "iyirminci": 20, "otuzuncu": 30, "qırxıncı": 40, "əllinci": 50, "altmışıncı": 60, "yetmişinci": 70, "səksəninci": 80, "doxsanıncı": 90,
	}
)

// ordinalWord is the number that the words at i spell, and how many words that
// takes; 0 when they spell none.
func (f *finder) ordinalWord(tokens []token, i int) (value, size int) {
	if tokens[i].class != word {
		return 0, 0
	}
	next := ""
	if i+1 < len(tokens) {
		next = tokens[i+1].fold
	}
	value, size = Ordinal(f.lang, tokens[i].fold, next)
	return value, size
}

// beginsNumber reports whether a word in small letters or a mark may begin a number in
// front of its unit: an ordinal and, in Azerbaijani, one in brackets or quotation marks.
func (f *finder) beginsNumber(fold string) bool {
	if f.lang == "az" && (fold == "(" || fold == `"` || contains(azerbaijaniTens, fold)) {
		return true
	}
	_, size := Ordinal(f.lang, fold, "")
	return size > 0
}

// Ordinal is the number that a word spells as an ordinal in a language («en», «fr»,
// «ru» or «az»), alone or with the word after it, and how many words that takes; 0
// when they spell none. The words are in small letters.
func Ordinal(lang, word, next string) (value, size int) {
	switch lang {
	case "az":
		return azerbaijaniOrdinal(word, next)
	case "ru":
		if n := russianOrdinal(word); n > 0 {
			return n, 1
		}
	case "fr":
		for n, list := range frenchOrdinals {
			if contains(list, word) {
				return n + 1, 1
			}
		}
	case "en":
		for n, w := range englishOrdinals {
			if word == w {
				return n + 1, 1
			}
		}
	}
	return 0, 0
}

func russianOrdinal(s string) int {
	s = strings.ReplaceAll(s, "ё", "е")
	for n := len(russianOrdinals) - 1; n >= 0; n-- { // пятнадцат before пят
		if ending, ok := strings.CutPrefix(s, russianOrdinals[n]); ok && contains(russianEndings, ending) {
			return n + 1
		}
	}
	return 0
}

// azerbaijaniOrdinal reads a word with the ending, or tens before one: iyirminci, on
// birinci.
func azerbaijaniOrdinal(word, next string) (value, size int) {
	if n := azerbaijaniLast[word]; n > 0 {
		return n, 1
	}
	for n, tens := range azerbaijaniTens {
		if one := azerbaijaniLast[next]; word == tens && one > 0 && one < 10 {
			return 10*(n+1) + one, 2
		}
	}
	return 0, 0
}
