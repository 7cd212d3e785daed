package family

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// A counter is one step of a number as a value: 7 of «7», «VII», «g», «七» and
// «siebente». Insertions («7a», «7-1») count as the number that they follow.
type counter struct {
	val int
	sys system
}

// system is what a counter counts with. A Roman i is also a letter: which of the
// two it is the counters beside it say.
type system uint8

const (
	digits system = iota
	upperRoman
	lowerRoman
	upperLetter
	lowerLetter
	ordinal // a word
	han     // Chinese numerals
	greek   // letters with a stroke: Α΄, ΙΒ΄
)

// cutCounter reads a counter at the start of s and gives its length in bytes, 0
// for none. A letter counts only alone, a Roman numeral only in capitals.
func cutCounter(s string) (counter, int) {
	if s == "" {
		return counter{}, 0
	}
	r, size := utf8.DecodeRuneInString(s)
	if unicode.IsDigit(r) {
		return cutDigits(s)
	}
	n := letters(s)
	if n == 0 || n > 8 {
		return counter{}, 0
	}
	word := s[:n]
	if stroke, k := utf8.DecodeRuneInString(s[n:]); strings.ContainsRune("΄ʹ´’'", stroke) && unicode.IsUpper(r) {
		if v := numbering.Greek(word); v > 0 {
			return counter{v, greek}, n + k
		}
	}
	if v := numbering.Roman(word); v > 0 && unicode.IsUpper(r) {
		return counter{v, upperRoman}, n
	}
	if n == size && unicode.IsUpper(r) {
		for abc := range numbering.Alphabets() {
			if v := numbering.Letter(word, abc); v > 0 {
				return counter{v, upperLetter}, n
			}
		}
	}
	return counter{}, 0
}

// cutDigits reads a number of at most three digits of any script, with the
// letter set close behind it that marks an insertion: 12, 12a, ๑๒.
func cutDigits(s string) (counter, int) {
	const most = 3
	v, n, count := 0, 0, 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		d := digitValue(r)
		if d < 0 {
			break
		}
		if count++; count > most {
			return counter{}, 0
		}
		v, n = v*10+d, n+size
	}
	if n == 0 {
		return counter{}, 0
	}
	if k := raised(s[n:]); k > 0 { // 2¹ was inserted after 2
		return counter{v, digits}, n + k
	}
	if k := letters(s[n:]); k > 0 {
		if utf8.RuneCountInString(s[n:n+k]) > 1 {
			return counter{}, 0
		}
		n += k
	}
	return counter{v, digits}, n
}

// cutDotted reads a counter, or a number of several parts with dots, «1.2.1», whose
// last part counts.
func cutDotted(s string) (counter, int) {
	c, n := cutCounter(s)
	for c.sys == digits && n > 0 && n+1 < len(s) && s[n] == '.' {
		next, k := cutDigits(s[n+1:])
		if k == 0 {
			break
		}
		c, n = next, n+1+k
	}
	return c, n
}

// cutInserted is cutDotted with the mark of a provision that was inserted behind the
// number: 3-1, 3/1, 3(1).
func cutInserted(s string) (counter, int) {
	c, n := cutDotted(s)
	if c.sys != digits || n == 0 || n == len(s) || strings.IndexByte("-/(", s[n]) < 0 {
		return c, n
	}
	number := asciiDigits(s[n+1:])
	end := n + 1 + len(number)
	if s[n] == '(' {
		if !strings.HasPrefix(s[end:], ")") {
			return c, n
		}
		end++
	}
	if next, _ := utf8.DecodeRuneInString(s[end:]); number == "" || len(number) > 2 || unicode.IsLetter(next) || unicode.IsDigit(next) {
		return c, n
	}
	return c, end
}

// digitValue is the value of a decimal digit of any script, -1 for other
// characters. The ten digits of a script stand in a row in Unicode.
func digitValue(r rune) int {
	if r >= '0' && r <= '9' {
		return int(r - '0')
	}
	if r < 0x660 || !unicode.IsDigit(r) {
		return -1
	}
	zero := r
	for unicode.IsDigit(zero-1) && r-zero < 9 {
		zero--
	}
	return int(r - zero)
}

// letters is the length of the word at the start of s, marks of its letters
// included.
func letters(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			return i
		}
	}
	return len(s)
}

// hanDigits are the Chinese numerals, as laws use them.
const hanDigits = "〇一二三四五六七八九"

// cutHan reads a Chinese numeral, 十二 or 第's 12, and gives its value and length.
func cutHan(s string) (val, n int) {
	total, digit := 0, 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if i := strings.IndexRune(hanDigits, r); i >= 0 {
			digit = utf8.RuneCountInString(hanDigits[:i])
		} else if d := digitValue(r); d >= 0 {
			digit = digit*10 + d
		} else if r == '零' {
			digit = 0
		} else if r == '十' || r == '百' || r == '千' {
			unit := map[rune]int{'十': 10, '百': 100, '千': 1000}[r]
			total, digit = total+max(digit, 1)*unit, 0
		} else {
			break
		}
		n += size
	}
	return total + digit, n
}

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// raised is the length of the run of raised digits at the start of s.
func raised(s string) int {
	return len(s) - len(strings.TrimLeft(s, raisedDigits))
}

// lowered is a number with its raised digits behind a hyphen: 2-1 of 2¹.
func lowered(s string) string {
	i := strings.IndexAny(s, raisedDigits)
	if i < 0 {
		return s
	}
	out := s[:i] + "-"
	for _, r := range s[i:] {
		out += strconv.Itoa(utf8.RuneCountInString(raisedDigits[:strings.IndexRune(raisedDigits, r)]))
	}
	return out
}

// behindHyphen writes an inserted number behind a hyphen: 3-1 for 3/1 and 3(1).
var behindHyphen = strings.NewReplacer("/", "-", "(", "-", ")", "")

// canonical is the spelling of a counter in addresses.
func (c counter) canonical(printed string) string {
	printed = lowered(printed)
	switch c.sys {
	case digits, upperRoman, upperLetter, lowerLetter, lowerRoman:
		if printed != "" && c.sys != digits || isASCIIDigits(printed) {
			return behindHyphen.Replace(printed)
		}
	}
	return strconv.Itoa(c.val)
}

func isASCIIDigits(s string) bool {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return false
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
