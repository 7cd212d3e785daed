package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	latin = "abcdefghijklmnopqrstuvwxyz"
	// cyrillic is Word's Russian alphabet for lists, 29 letters (ECMA-376,
	// 17.18.59): without ё, й, ъ and ь.
	cyrillic = "абвгдежзиклмнопрстуфхцчшщыэюя"
)

// numeral writes a number in one of Word's formats. It answers in digits, and
// false, where the format is not known.
func numeral(n int, format, pattern string) (string, bool) {
	switch format {
	case "decimal", "":
		return strconv.Itoa(n), true
	case "decimalZero":
		return zeros(n, 2), true
	case "custom":
		first, _, _ := strings.Cut(pattern, ",")
		if strings.Trim(first, "0") == "1" {
			return zeros(n, len(first)), true
		}
	case "none":
		return "", true
	case "upperRoman":
		return strings.ToUpper(roman(n)), true
	case "lowerRoman":
		return roman(n), true
	case "upperLetter":
		return strings.ToUpper(letter(n, latin)), true
	case "lowerLetter":
		return letter(n, latin), true
	case "russianUpper":
		return strings.ToUpper(letter(n, cyrillic)), true
	case "russianLower":
		return letter(n, cyrillic), true
	case "ordinal":
		return strconv.Itoa(n) + ordinalEnding(n), true
	case "numberInDash":
		return "- " + strconv.Itoa(n) + " -", true
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16)), true
	case "decimalEnclosedCircle":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1)), true
		}
		return strconv.Itoa(n), true
	case "chicago":
		marks := []string{"*", "†", "‡", "§"}
		if n >= 1 && n < 100 {
			return strings.Repeat(marks[(n-1)%4], (n-1)/4+1), true
		}
	}
	return strconv.Itoa(n), false
}

func zeros(n, width int) string {
	s := strconv.Itoa(n)
	return strings.Repeat("0", max(width-len(s), 0)) + s
}

// letter repeats the letter after the alphabet's end: z, aa, bb.
func letter(n int, alphabet string) string {
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

func roman(n int) string {
	if n < 1 || n > 32767 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{
		{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"},
		{50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"},
	} {
		for ; n >= d.value; n -= d.value {
			b.WriteString(d.text)
		}
	}
	return b.String()
}

func ordinalEnding(n int) string {
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
