// Package phrase puts lists and counts into the English of messages: "a, b or c",
// "1 clause", "9,012 words". What is said in a language that the reader chooses is
// said by package render/message.
package phrase

import (
	"strconv"
	"strings"
)

// Or reads "a", "a or b", "a, b or c".
func Or(items []string) string { return joinWith(items, "or") }

// And reads "a", "a and b", "a, b and c".
func And(items []string) string { return joinWith(items, "and") }

func joinWith(items []string, last string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	n := len(items) - 1
	return strings.Join(items[:n], ", ") + " " + last + " " + items[n]
}

// Plural is a number with a noun whose plural ends in s: "1 clause", "9,012 words".
func Plural(n int, noun string) string { return Count(n, noun, noun+"s") }

// Count is a number with its noun: "1 entry", "2 entries".
func Count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return Thousands(n) + " " + more
}

// Thousands writes a number that is not negative in groups of three digits.
func Thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// NotEmpty are those of the items that say something, in their order.
func NotEmpty(items ...string) []string {
	var out []string
	for _, s := range items {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
