package render

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// visible replaces what would act on a terminal, a browser or the reading
// order instead of being read: control characters by their pictures (␛),
// directional overrides, line separators and invalid bytes by U+FFFD, tabs and
// line breaks by spaces.
func visible(s string) string {
	for _, r := range s {
		if r < ' ' || acts(r) {
			return strings.Map(picture, s)
		}
	}
	return s
}

func picture(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case acts(r):
		return utf8.RuneError
	}
	return r
}

// acts reports whether r is DEL, a C1 control, a line or paragraph separator,
// a bidirectional embedding, override or isolate, or an invalid byte.
func acts(r rune) bool {
	switch {
	case r < 0x7f:
		return false
	case r <= 0x9f, r == utf8.RuneError:
		return true
	case r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	}
	return false
}

// facets names what stands beside a change's kind, in a fixed order.
func facets(c *report.Change) []string {
	var out []string
	for _, f := range []struct {
		on   bool
		name string
	}{{c.Renumbered, "renumbered"}, {c.Moved, "moved"}, {c.Retitled, "retitled"}, {c.Uncertain, "uncertain"}} {
		if f.on {
			out = append(out, f.name)
		}
	}
	return out
}

// kindPhrase is a change's kind with its facets: "amended, renumbered".
func kindPhrase(c *report.Change) string {
	return strings.Join(append([]string{kindWord(c)}, facets(c)...), ", ")
}

func kindWord(c *report.Change) string {
	switch c.Kind {
	case compare.Split:
		return "split into " + number(len(c.New))
	case compare.Merged:
		return number(len(c.Old)) + " merged into " + number(len(c.New))
	}
	return string(c.Kind)
}

// number writes small counts as words.
func number(n int) string {
	words := []string{"none", "one", "two", "three", "four", "five", "six"}
	if n < len(words) {
		return words[n]
	}
	return report.Thousands(n)
}

// wordPhrase counts a change's words: "9 words deleted, 12 inserted".
func wordPhrase(c *report.Change) string {
	w := c.Words
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{w.Deleted, "deleted"}, {w.Inserted, "inserted"}, {w.MovedOut, "moved away"}, {w.MovedIn, "moved here"}} {
		if p.n == 0 {
			continue
		}
		if len(parts) == 0 {
			parts = append(parts, report.Count(p.n, "word")+" "+p.what)
			continue
		}
		parts = append(parts, report.Thousands(p.n)+" "+p.what)
	}
	return strings.Join(parts, ", ")
}

// numbersPhrase says which numbers a change bore and bears, when they differ:
// "4.3.2 → 4.3.3".
func numbersPhrase(c *report.Change) string {
	old, now := labels(c.Old), labels(c.New)
	if old == "" || now == "" || old == now {
		return old + strings.TrimPrefix(now, old)
	}
	return old + " → " + now
}

func labels(cs []*report.Clause) string {
	names := make([]string, len(cs))
	for i, c := range cs {
		names[i] = c.Label()
	}
	return strings.Join(names, ", ")
}

// title is how a change is called beside its numbers.
func title(c *report.Change) string {
	cs := c.New
	if len(cs) == 0 {
		cs = c.Old
	}
	if len(cs) == 0 || cs[0].Label() == cs[0].Title {
		return ""
	}
	return cs[0].Title
}

// bullet is how what stands before a line is shown: marks of bulleted lists,
// also those of symbol fonts that no other font has, as a dot.
func bullet(num string) string {
	if r := []rune(num); len(r) == 1 && (r[0] >= 0xe000 && r[0] <= 0xf8ff || strings.ContainsRune("-*+", r[0])) {
		return "•"
	}
	return visible(num)
}
