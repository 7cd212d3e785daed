package figure

import (
	"fmt"
	"strconv"
	"strings"
)

// IsYear reports whether s is the number of a year: four digits.
func IsYear(s string) bool { return len(s) == 4 && isDigits(s) }

// Day is the number of a day without zeros before it and an ending; "" for what is
// none.
func Day(s string) string {
	digits, letters := Split(s)
	if len(digits) > 2 || letters != "" && !IsEnglishEnding(letters) || !isDigits(digits) {
		return ""
	}
	return strings.TrimLeft(digits, "0")
}

// Month is the number of a month in one or two digits; 0 for what is none.
func Month(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || len(s) > 2 || n > 12 {
		return 0
	}
	return n
}

// Date writes a date in one form; what of it is not known is empty or 0.
func Date(year string, month int, day string) string {
	return fmt.Sprintf("%s-%d-%s", year, month, day)
}

// DottedDate reads a date such as 23.05.2007.
func DottedDate(s string) (day string, month int, year string, ok bool) {
	first, rest, _ := strings.Cut(s, ".")
	second, year, _ := strings.Cut(rest, ".")
	day, month = Day(first), Month(second)
	return day, month, year, day != "" && month > 0 && IsYear(year)
}
