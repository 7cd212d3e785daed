// Package numeral writes the numbers that word processors count: Roman, lettered,
// padded. Which format calls for which is for the reader of the format to say.
package numeral

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// The alphabets of lettered lists, in small letters; who wants capitals makes them of
// the result.
const (
	Latin = "abcdefghijklmnopqrstuvwxyz"
	// Cyrillic is Word's Russian alphabet for lists, 29 letters (ECMA-376,
	// 17.18.59): without ё, й, ъ and ь.
	Cyrillic = "абвгдежзиклмнопрстуфхцчшщыэюя"
)

// Zeros pads a number with zeros on the left to a width in digits: 7 to 2 is «07». A
// number that is wider is not cut.
func Zeros(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(width-len(s), 0)) + s
}

// Letter is the letter at place n, from 1, which is repeated after the alphabet's
// end: z, aa, bb, as Word counts in lists. It answers in digits below 1 and beyond 30
// rounds of the alphabet, so that a counter of some millions in a file does not make
// a label of their length.
func Letter(n int, alphabet string) string {
	count := utf8.RuneCountInString(alphabet)
	if n < 1 || n > 30*count {
		return strconv.Itoa(n)
	}
	i := 0
	for _, r := range alphabet {
		if i == (n-1)%count {
			return strings.Repeat(string(r), (n-1)/count+1)
		}
		i++
	}
	return ""
}

// Roman is a Roman numeral in small letters, or digits where there is none: below 1,
// and beyond 32,767, the largest number that a list can count to, whose 32 m are the
// longest answer.
func Roman(n int) string {
	if n < 1 || n > 32767 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{
		{1000, "m"},
		{900, "cm"},
		{500, "d"},
		{400, "cd"},
		{100, "c"},
		{90, "xc"},
		{50, "l"},
		{40, "xl"},
		{10, "x"},
		{9, "ix"},
		{5, "v"},
		{4, "iv"},
		{1, "i"},
	} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.text)
		}
	}
	return b.String()
}

// OrdinalEnding is what makes an English number an ordinal: 1st, 2nd, 3rd, 4th; 11th
// to 13th and 111th to 113th are the exceptions. n is not negative.
func OrdinalEnding(n int) string {
	if n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

// Letters counts on after the alphabet's end as columns of a sheet do: z, aa, ab. It
// answers in digits below 1.
func Letters(n int, alphabet string) string {
	abc := []rune(alphabet)
	if n < 1 {
		return strconv.Itoa(n)
	}
	var out []rune
	for ; n > 0; n = (n - 1) / len(abc) {
		out = append([]rune{abc[(n-1)%len(abc)]}, out...)
	}
	return string(out)
}
