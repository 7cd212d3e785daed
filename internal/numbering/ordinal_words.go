package numbering

import (
	"strconv"
	"strings"
	"sync"
)

// tens open an ordinal of two words, «on birinci», «двадцать первая»; the word
// after them must be an ordinal below ten of the same language.
var tens = map[string]int{
	"on": 10, "iyirmi": 20, "otuz": 30, "qirx": 40, "əlli": 50, "altmiş": 60, "yetmiş": 70, "səksən": 80, "doxsan": 90, "yüz": 100,
	"двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70, "восемьдесят": 80, "девяносто": 90,
}

// azOrdinals are the ordinals of Azerbaijani, folded.
const azOrdinals = "birinci 1 ikinci 2 üçüncü 3 dördüncü 4 beşinci 5 altinci 6 yeddinci 7 səkkizinci 8 doqquzuncu 9 onuncu 10 " +
	"iyirminci 20 otuzuncu 30 qirxinci 40 əllinci 50 altmişinci 60 yetmişinci 70 səksəninci 80 doxsaninci 90 yüzüncü 100"

// ruOrdinals are the ordinals of Russian without their endings.
const ruOrdinals = "перв 1 втор 2 трет 3 четверт 4 четвёрт 4 пят 5 шест 6 седьм 7 восьм 8 девят 9 десят 10 одиннадцат 11 двенадцат 12 тринадцат 13 " +
	"четырнадцат 14 пятнадцат 15 шестнадцат 16 семнадцат 17 восемнадцат 18 девятнадцат 19 двадцат 20 тридцат 30 сороков 40 пятидесят 50 шестидесят 60"

const ruEndings = "ая ый ой ое ья ий ье"

// ordinals gives the value of the ordinals of both languages.
var ordinals = sync.OnceValue(func() map[string]int {
	values := map[string]int{}
	add := func(list string, endings []string) {
		fields := strings.Fields(list)
		for i := 0; i+1 < len(fields); i += 2 {
			v, _ := strconv.Atoi(fields[i+1])
			for _, e := range endings {
				values[foldWord(fields[i]+e)] = v
			}
		}
	}
	add(azOrdinals, []string{""})
	add(ruOrdinals, strings.Fields(ruEndings))
	return values
})

// scanOrdinalWords reads a number in words, an ordinal of one or two: «Birinci»,
// «On birinci», «двадцать первая». It returns its digits and the bytes read, 0
// when there is none.
func scanOrdinalWords(s string) (num string, n int) {
	n = WordEnd(s)
	if n == 0 || n > 40 {
		return "", 0
	}
	word := foldWord(s[:n])
	if ten := tens[word]; ten > 0 {
		rest := trimLeft(s[n:])
		k := WordEnd(rest)
		one := ordinals()[foldWord(rest[:k])]
		if len(rest) < len(s)-n && one > 0 && one < 10 {
			return strconv.Itoa(ten + one), len(s) - len(rest) + k
		}
	}
	if v := numberWords[word]; v != "" {
		return v, n
	}
	if v := ordinals()[word]; v > 0 {
		return strconv.Itoa(v), n
	}
	return "", 0
}

// scanRomanian reads an ordinal of Romanian behind its word: «Secțiunea a 2-a»,
// «Capitolul al II-lea».
func scanRomanian(s string) (num string, n int) {
	for _, form := range [2][2]string{{"a ", "-a"}, {"al ", "-lea"}} {
		t, ok := strings.CutPrefix(s, form[0])
		if !ok {
			continue
		}
		num := LeadingDigits(t)
		if word := t[:WordEnd(strings.ReplaceAll(t, "-", " "))]; num == "" && Roman(word) > 0 {
			num = word
		}
		if num != "" && strings.HasPrefix(t[len(num):], form[1]) && spaceOrEnd(t[len(num)+len(form[1]):]) {
			return num, len(form[0]) + len(num) + len(form[1])
		}
	}
	return "", 0
}

// scanRomanInsertion reads what was inserted after a chapter by its Roman number:
// the -I of «XVIII-I fəsil», the -1 of «VII-1 fəsil», a raised figure.
func scanRomanInsertion(s string) (num string, n int) {
	var b strings.Builder
	if n := scanSuperscript(&b, s); n > 0 {
		return b.String(), n
	}
	if !strings.HasPrefix(s, "-") {
		return "", 0
	}
	if k := WordEnd(s[1:]); k > 0 && Roman(s[1:1+k]) > 0 {
		return s[:1+k], 1 + k
	}
	if n := scanInsertions(&b, s); n > 0 {
		return b.String(), n
	}
	return "", 0
}
