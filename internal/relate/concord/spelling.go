package concord

import (
	"strconv"
	"strings"
	"sync"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/words"
)

// spelling is how a language writes numbers as words.
type spelling struct {
	values map[string]int // by folded word, in all its forms; what comes before tens, hundreds and scales adds up
	scales map[string]int // thousand and more, which multiply what stands before them
}

var (
	english = newSpelling(`2=two second twice both double 3=three third thirds thrice 4=four fourth quarter quarters 5=five fifth 6=six sixth 7=seven seventh
	8=eight eighth 9=nine ninth 10=ten tenth 11=eleven eleventh 12=twelve twelfth dozen 13=thirteen thirteenth 14=fourteen fourteenth
	15=fifteen fifteenth 16=sixteen sixteenth 17=seventeen seventeenth 18=eighteen eighteenth 19=nineteen nineteenth
	20=twenty twentieth 30=thirty thirtieth 40=forty fortieth 50=fifty fiftieth 60=sixty sixtieth 70=seventy seventieth
	80=eighty eightieth 90=ninety ninetieth 1=one first 100=hundred hundredth`,
		`1000=thousand thousandth 1000000=million mln 1000000000=billion bn bln`)
	azeri = newSpelling(`1=bir birinci 2=iki ikinci 3=üç üçüncü 4=dörd dördüncü rüb 5=beş beşinci 6=altı altıncı 7=yeddi yeddinci
	8=səkkiz səkkizinci 9=doqquz doqquzuncu 10=on onuncu 20=iyirmi iyirminci 30=otuz otuzuncu 40=qırx qırxıncı 50=əlli əllinci
	60=altmış altmışıncı 70=yetmiş yetmişinci 80=səksən səksəninci 90=doxsan doxsanıncı 100=yüz yüzüncü`,
		`1000=min mininci 1000000=milyon mln 1000000000=milyard mlrd`)
	russian = newSpelling(`1=один одна одно одного одной одному одним первый 2=два две двух двум двумя двое двоих оба обе обоих обеих дважды вдвое второй
	3=три трех трем тремя трое троих трижды втрое третий третья третье третьего третьей третью третьи третьих треть трети третью
	4=четыре четырех четырем четырьмя четверо четвертый четверть четверти четвертью четвертей квартал квартала квартале кварталов кварталы 5=пять пяти пятью пятеро пятый 6=шесть шести шестью шестеро шестой
	7=семь семи семью семеро седьмой 8=восемь восьми восемью восьмеро восьмой 9=девять девяти девятью девятый
	10=десять десяти десятью десятый 11=одиннадцать одиннадцати одиннадцатый 12=двенадцать двенадцати двенадцатый дюжина
	13=тринадцать тринадцати тринадцатый 14=четырнадцать четырнадцати четырнадцатый 15=пятнадцать пятнадцати пятнадцатый
	16=шестнадцать шестнадцати шестнадцатый 17=семнадцать семнадцати семнадцатый 18=восемнадцать восемнадцати восемнадцатый
	19=девятнадцать девятнадцати девятнадцатый 20=двадцать двадцати двадцатый 30=тридцать тридцати тридцатый 40=сорок сорока сороковой
	50=пятьдесят пятидесяти пятидесятый 60=шестьдесят шестидесяти шестидесятый 70=семьдесят семидесяти семидесятый
	80=восемьдесят восьмидесяти восьмидесятый 90=девяносто девяноста девяностый 100=сто ста сотый 200=двести двухсот
	300=триста трехсот 400=четыреста четырехсот 500=пятьсот пятисот 600=шестьсот шестисот 700=семьсот семисот 800=восемьсот восьмисот
	900=девятьсот девятисот`,
		`1000=тысяча тысячи тысяч тысячу тысячам тысячами тыс 1000000=миллион миллиона миллионов млн 1000000000=миллиард миллиарда миллиардов млрд`)
)

// newSpelling reads the lists when the language is first asked for.
func newSpelling(values, scales string) func() *spelling {
	return sync.OnceValue(func() *spelling {
		return &spelling{values: spelledList(values), scales: spelledList(scales)}
	})
}

// spelledList reads «2=two second 3=three», and forms the cases of Russian ordinals.
func spelledList(list string) map[string]int {
	m := map[string]int{}
	n := 0
	for _, w := range strings.Fields(list) {
		if figures, word, ok := strings.Cut(w, "="); ok {
			n, w = 0, word
			for _, d := range figures {
				n = 10*n + int(d-'0')
			}
		}
		m[words.Fold(w)] = n
		for _, ending := range []string{"ый", "ой"} {
			if root, ok := strings.CutSuffix(w, ending); ok {
				for _, e := range strings.Fields("ый ой ая ое ого ую ому ым ом ые ых ыми") {
					m[words.Fold(root+e)] = n
				}
			}
		}
	}
	return m
}

func spellingOf(lang string) *spelling {
	switch words.Primary(lang) {
	case "az", "aze", "azj", "azb":
		return azeri()
	case "ru", "rus":
		return russian()
	}
	return english()
}

// value is the value of a word, 0 when it is no number. Azerbaijani numbers take the
// endings of cases, but for ten, which would be a pronoun: onu, onda.
func (s *spelling) value(w string) int {
	if n := s.values[w]; n > 0 || s != azeri() {
		return n
	}
	for i := len(w) - 1; i > 1 && i >= len(w)-5; i-- {
		if n := s.values[w[:i]]; n > 1 && n != 10 && azeriEnding()[w[i:]] {
			return n
		}
	}
	return 0
}

var azeriEnding = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, e := range strings.Fields("da də dan dən a ə ı i u ü ın in un ün nın nin nun nün ya yə sı si su sü") {
		set[words.Fold(e)] = true
	}
	return set
})

// days reads the day of a date that is written as a word: «the fifth of October», «пятого
// октября», «oktyabrın beşi».
func (s *spelling) days(list []token) []token {
	out := make([]token, 0, len(list))
	for i := 0; i < len(list); i++ {
		if n, length := s.day(list[i:]); length > 0 && s.besideMonth(list, i, length) {
			out = append(out, token{text: strconv.Itoa(n), number: true})
			i += length - 1
			continue
		}
		out = append(out, list[i])
	}
	return out
}

// day reads a number in words from one to thirty-one.
func (s *spelling) day(list []token) (n, length int) {
	if n, length = s.number(list); length == 0 {
		n, length = s.value(list[0].text), 1
	}
	if n < 1 || n > 31 {
		return 0, 0
	}
	return n, length
}

// besideMonth reports whether the words from i on stand where a language has the day: in
// Azerbaijani behind a month that has an ending, in Russian before one, in English before
// one with «of».
func (s *spelling) besideMonth(list []token, i, length int) bool {
	at := func(k int) string {
		if k < 0 || k >= len(list) || list[k].number {
			return ""
		}
		return list[k].text
	}
	switch s {
	case azeri():
		before := at(i - 1)
		return before != "" && months()[before] == 0 && month(before) > 0
	case russian():
		return month(at(i+length)) > 0
	}
	return at(i+length) == "of" && month(at(i+length+1)) > 0
}

// scale is what a word behind a figure multiplies it by, 1 for nothing.
func (s *spelling) scale(w string) int { return max(1, s.scales[w]) }

// number reads a number in words at the head of a list, and of how many words it is; none
// below two is told, since «one» and its like are articles and pronouns.
func (s *spelling) number(list []token) (n, length int) {
	total, group := 0, 0
	for k := range list {
		w := list[k].text
		v, by := s.value(w), s.scale(w)
		switch {
		case by > 1 && group > 0:
			total, group = total+group*by, 0
		case by > 1:
			return total + group, length
		case v == 100 && group > 0 && group < 10:
			group *= 100
		case v > 0 && fits(group, v):
			group += v
		case (w == "and" || w == "и" || w == "və") && length > 0 && k+1 < len(list) && group >= 100 && fits(group, s.value(list[k+1].text)) && s.value(list[k+1].text) > 0:
			continue
		default:
			return atLeastTwo(total+group, length)
		}
		length = k + 1
	}
	return atLeastTwo(total+group, length)
}

func atLeastTwo(n, length int) (number, words int) {
	if n < 2 {
		return 0, 0
	}
	return n, length
}

// fits reports whether a number goes on with another: twenty with five, a hundred with
// twenty.
func fits(group, v int) bool {
	switch {
	case group == 0:
		return true
	case v < 10:
		return group%10 == 0
	case v < 100:
		return group%100 == 0
	}
	return false
}

// roman reads a Roman numeral in capitals; 0 for anything else, and for letters that mostly
// are something else (I, C, L). Cyrillic Х stands for X in many a text.
func roman(w string) int {
	w = strings.ReplaceAll(w, "Х", "X")
	if len(w) < 2 && w != "V" && w != "X" || w != strings.ToUpper(w) {
		return 0
	}
	return numbering.Roman(w)
}
