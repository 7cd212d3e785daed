package fault

import "strings"

// Or reads "a", "a or b", "a, b or c", as hints list what could be meant.
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
