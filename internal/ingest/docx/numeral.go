package docx

import (
	"strconv"
	"strings"

	"conceptdiff/internal/ingest/numeral"
)

// format writes a number in one of Word's formats (ST_NumberFormat, ECMA-376
// 17.18.59). It answers in digits, and false, where the format is not known; pattern
// is that of a custom one. Numbers that a format cannot write (0 in Roman) stand in
// digits and count as known.
func format(n int, kind, pattern string) (string, bool) {
	switch kind {
	case "decimal", "":
		return strconv.Itoa(n), true
	case "decimalZero":
		return numeral.Zeros(n, 2), true
	case "custom":
		first, _, _ := strings.Cut(pattern, ",")
		if strings.Trim(first, "0") == "1" {
			return numeral.Zeros(n, len(first)), true
		}
	case "none":
		return "", true
	case "upperRoman":
		return strings.ToUpper(numeral.Roman(n)), true
	case "lowerRoman":
		return numeral.Roman(n), true
	case "upperLetter":
		return strings.ToUpper(numeral.Letter(n, numeral.Latin)), true
	case "lowerLetter":
		return numeral.Letter(n, numeral.Latin), true
	case "russianUpper":
		return strings.ToUpper(numeral.Letter(n, numeral.Cyrillic)), true
	case "russianLower":
		return numeral.Letter(n, numeral.Cyrillic), true
	case "ordinal":
		return strconv.Itoa(n) + numeral.OrdinalEnding(n), true
	case "ordinalText", "cardinalText":
		if words, ok := numeral.Words(n, kind == "ordinalText"); ok {
			return words, true
		}
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
