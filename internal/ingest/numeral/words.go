package numeral

import "strings"

// English cardinals by value: ones from 1 to 19, tens by their number of tens. The
// empty strings are places that nothing asks for.
var (
	ones = []string{
		"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
		"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	}
	tens = []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	// ordinals are those that take more than «th».
	ordinals = map[string]string{
		"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
	}
)

// Words writes a number in English as Word does, «Twenty-one» or, as an ordinal,
// «Twenty-first»; false for one below 1 or above 9999.
func Words(n int, ordinal bool) (string, bool) {
	if n < 1 || n > 9999 {
		return "", false
	}
	var parts []string
	if n >= 1000 {
		parts = append(parts, ones[n/1000], "thousand")
	}
	if n = n % 1000; n >= 100 {
		parts = append(parts, ones[n/100], "hundred")
	}
	switch n = n % 100; {
	case n >= 20 && n%10 > 0:
		parts = append(parts, tens[n/10]+"-"+ones[n%10])
	case n >= 20:
		parts = append(parts, tens[n/10])
	case n > 0:
		parts = append(parts, ones[n])
	}
	s := strings.Join(parts, " ")
	if ordinal {
		s = ordinalOf(s)
	}
	return strings.ToUpper(s[:1]) + s[1:], true
}

// ordinalOf makes an ordinal of a number in words: its last word changes
// («twenty-one» → «twenty-first», «twenty» → «twentieth»).
func ordinalOf(s string) string {
	at := strings.LastIndexAny(s, " -") + 1
	head, last := s[:at], s[at:]
	switch stem, ty := strings.CutSuffix(last, "y"); {
	case ordinals[last] != "":
		return head + ordinals[last]
	case ty:
		return head + stem + "ieth"
	}
	return head + last + "th"
}
