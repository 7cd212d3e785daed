package concord

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// facts are what of a passage no language changes.
type facts struct {
	numbers []string // in figures, in one form
	dates   []string // ISO 8601
	spelled []string // numbers written as words or in Roman numerals, in figures
	months  []string // months without a day or a year, as ISO 8601 has them: --06
}

// factsOf finds the numbers and dates of a passage.
func factsOf(text, lang string) facts {
	spoken := spellingOf(lang)
	list := spoken.days(tokens(text))
	var f facts
	used := make([]bool, len(list))
	for i := range list {
		if date, from, to, ok := dateAt(list, i); ok && !anyUsed(used[from:to]) {
			f.dates = append(f.dates, date)
			for k := from; k < to; k++ {
				used[k] = true
			}
		}
	}
	for i := 0; i < len(list); i++ {
		t := list[i]
		switch {
		case used[i]:
		case t.number:
			if iso, ok := dotted(t.text); ok {
				f.dates = append(f.dates, iso)
				continue
			}
			n := canonical(t.text)
			if i+1 < len(list) && !used[i+1] {
				if by := spoken.scale(list[i+1].text); by > 1 {
					n = times(n, by)
					i++
				}
			}
			f.numbers = append(f.numbers, n)
		case aloneMonth(list, i) > 0:
			f.months = append(f.months, fmt.Sprintf("--%02d", aloneMonth(list, i)))
		case t.roman > 0:
			f.spelled = append(f.spelled, strconv.Itoa(t.roman))
		default:
			free := i
			for free < len(list) && !used[free] && !list[free].number {
				free++
			}
			if n, k := spoken.number(list[i:free]); k > 0 {
				f.spelled = append(f.spelled, strconv.Itoa(n))
				i += k - 1
			}
		}
	}
	return f
}

// times is a number in one form multiplied: 1.25 by a million is 1250000.
func times(n string, by int) string {
	f, err := strconv.ParseFloat(n, 64)
	if err != nil {
		return n
	}
	return strconv.FormatFloat(f*float64(by), 'f', -1, 64)
}

func anyUsed(list []bool) bool {
	for _, u := range list {
		if u {
			return true
		}
	}
	return false
}

// token is a folded word, or a number as it is written.
type token struct {
	text   string
	number bool
	roman  int // what a word is as a Roman numeral, 0 for none
}

// tokens cuts a text into words and numbers; the ending of a number («2007-ci») is no
// word, and a space inside a number of thousands does not part it.
func tokens(text string) []token {
	var out []token
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsDigit(r):
			end := i + numberLen(text[i:])
			if iso, n := isoDate(text[i:]); n > 0 {
				out = append(out, token{text: iso, number: true})
				i += n
				continue
			}
			out = append(out, token{text: strings.TrimRight(text[i:end], ".,"), number: true})
			i = end
			if strings.HasPrefix(text[i:], "-") { // an ending
				rest := text[i+1:]
				if k := letters(rest); k > 0 && k <= 8 {
					i += 1 + k
				}
			} else if k := letters(text[i:]); k > 0 { // 8th, 12b
				i += k
			}
		case unicode.IsLetter(r):
			k := letters(text[i:])
			out = append(out, token{text: words.Fold(text[i : i+k]), roman: roman(text[i : i+k])})
			i += k
		default:
			i += n
		}
	}
	return out
}

func letters(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
	}
	return len(s)
}

// numberLen is the length in bytes of the number that s begins with: figures, full stops
// and commas between figures, and a space before three of them.
func numberLen(s string) int {
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsDigit(r):
			i += n
		case (r == '.' || r == ',') && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			i += n
		case (r == ' ' || r == '\u00a0' || r == '\u202f') && threes(s[i+n:]) && i <= 7 && i > 0 && !strings.ContainsAny(s[:i], ".,"):
			i += n
		default:
			return i
		}
	}
	return i
}

// threes reports whether three figures follow and then no other.
func threes(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

// canonical is one form of a number: no sign between thousands, a full stop before
// decimals, clause numbers as they are.
func canonical(s string) string {
	s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "").Replace(s)
	if strings.Count(s, ".") > 1 && !thousands(s, '.') {
		return s // 4.1.1
	}
	for _, sep := range []byte{',', '.'} {
		if thousands(s, sep) {
			s = strings.ReplaceAll(s, string(sep), "")
		}
	}
	return strings.ReplaceAll(s, ",", ".")
}

// thousands reports whether a sign parts groups of three figures.
func thousands(s string, sep byte) bool {
	parts := strings.Split(s, string(sep))
	if len(parts) < 2 || len(parts[0]) > 3 || len(parts[0]) == 0 || parts[0] == "0" {
		return false
	}
	for _, p := range parts[1:] {
		if len(p) != 3 || strings.Trim(p, "0123456789") != "" {
			return false
		}
	}
	return true
}

// months are the names of months by folded word, in all three languages.
var months = sync.OnceValue(func() map[string]int {
	m := map[string]int{}
	for _, list := range []string{
		"january february march april may june july august september october november december",
		"yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
		"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
		"январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
		"январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
	} {
		for i, w := range strings.Fields(list) {
			m[words.Fold(w)] = i + 1
		}
	}
	return m
})

// month tells the month of a word with any Azerbaijani ending: «mayın», «avqustun».
func month(w string) int {
	if n := months()[w]; n > 0 {
		return n
	}
	for name, n := range months() {
		if rest, ok := strings.CutPrefix(w, name); ok && len(name) >= 3 && slices.Contains(azeriCases, rest) {
			return n
		}
	}
	return 0
}

// aloneMonth is the month that a word is the name of where no date has it. English «may»
// and «march» are that only behind a word that goes with times.
func aloneMonth(list []token, i int) int {
	switch list[i].text {
	case "may", "march":
		if i == 0 || !slices.Contains([]string{"in", "of", "since", "until", "by", "from"}, list[i-1].text) {
			return 0
		}
	}
	return month(list[i].text)
}

var azeriCases = strings.Fields("in un ün da də dan dən a ə na nə i u ü ina inə inda ində unda ündə indan indən undan ündən")

// dateAt reads a date whose month stands at i: «23 May 2007», «May 23, 2007», «2007-ci il
// mayın 23-ü», «2007-ci il 23 may», «23 мая 2007 года»; without a year «--05-23», without
// a day «2007-05». from and to are its words.
func dateAt(list []token, i int) (iso string, from, to int, ok bool) {
	if list[i].number {
		return "", 0, 0, false
	}
	m := month(list[i].text)
	if m == 0 {
		return "", 0, 0, false
	}
	num := func(k int) int {
		if k < 0 || k >= len(list) || !list[k].number {
			return 0
		}
		n, err := strconv.Atoi(list[k].text)
		if err != nil {
			return 0
		}
		return n
	}
	day := func(n int) bool { return n >= 1 && n <= 31 }
	year := func(n int) bool { return n >= 1000 && n <= 2999 }
	il := func(k int) bool {
		return k >= 0 && k < len(list) && strings.HasPrefix(list[k].text, "il") && len(list[k].text) <= 5
	}
	make := func(y, d, from, to int) (string, int, int, bool) {
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d), from, to, true
	}
	of := func(k int) bool { return k >= 0 && k < len(list) && list[k].text == "of" }
	switch {
	case day(num(i-1)) && year(num(i+1)):
		return make(num(i+1), num(i-1), i-1, i+2)
	case of(i-1) && day(num(i-2)) && year(num(i+1)):
		return make(num(i+1), num(i-2), i-2, i+2)
	case day(num(i+1)) && year(num(i+2)):
		return make(num(i+2), num(i+1), i, i+3)
	case day(num(i+1)) && il(i-1) && year(num(i-2)):
		return make(num(i-2), num(i+1), i-2, i+2)
	case day(num(i-1)) && il(i-2) && year(num(i-3)):
		return make(num(i-3), num(i-1), i-3, i+1)
	case day(num(i - 1)):
		return fmt.Sprintf("--%02d-%02d", m, num(i-1)), i - 1, i + 1, true
	case of(i-1) && day(num(i-2)):
		return fmt.Sprintf("--%02d-%02d", m, num(i-2)), i - 2, i + 1, true
	case day(num(i + 1)):
		return fmt.Sprintf("--%02d-%02d", m, num(i+1)), i, i + 2, true
	case year(num(i + 1)):
		return fmt.Sprintf("%04d-%02d", num(i+1), m), i, i + 2, true
	case of(i+1) && year(num(i+2)):
		return fmt.Sprintf("%04d-%02d", num(i+2), m), i, i + 3, true
	case il(i-1) && year(num(i-2)):
		return fmt.Sprintf("%04d-%02d", num(i-2), m), i - 2, i + 1, true
	}
	return "", 0, 0, false
}

// isoDate reads a date in figures that a text begins with, 2007-05-23 or 23/05/2007, as
// the text that [dotted] reads, and its length; 0 for none.
func isoDate(s string) (dotted string, n int) {
	figures := func(from, to int) bool {
		return to <= len(s) && strings.Trim(s[from:to], "0123456789") == ""
	}
	ends := len(s) == 10 || len(s) > 10 && (s[10] < '0' || s[10] > '9')
	switch {
	case len(s) < 10 || !ends:
	case s[4] == '-' && s[7] == '-' && figures(0, 4) && figures(5, 7) && figures(8, 10):
		return s[8:10] + "." + s[5:7] + "." + s[:4], 10
	case s[2] == '/' && s[5] == '/' && figures(0, 2) && figures(3, 5) && figures(6, 10):
		return s[:2] + "." + s[3:5] + "." + s[6:10], 10
	}
	return "", 0
}

// dotted reads 23.05.2007 as a date.
func dotted(s string) (string, bool) {
	parts := strings.Split(s, ".")
	if len(parts) != 3 || len(parts[2]) != 4 {
		return "", false
	}
	d, err1 := strconv.Atoi(parts[0])
	m, err2 := strconv.Atoi(parts[1])
	y, err3 := strconv.Atoi(parts[2])
	if err1 != nil || err2 != nil || err3 != nil || d < 1 || d > 31 || m < 1 || m > 12 {
		return "", false
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d), true
}
