package html

import (
	"slices"
	"strings"
)

// marking writes a text with the given words, as they stand there, marked.
func (m *markup) marking(text string, words []string) {
	type stretch struct{ from, to int }
	var found []stretch
	for _, w := range words {
		if w == "" {
			continue
		}
		for from := 0; ; {
			i := strings.Index(text[from:], w)
			if i < 0 {
				break
			}
			found = append(found, stretch{from + i, from + i + len(w)})
			from += i + len(w)
		}
	}
	slices.SortFunc(found, func(a, b stretch) int {
		if a.from != b.from {
			return a.from - b.from
		}
		return b.to - a.to
	})
	at := 0
	for _, f := range found {
		if f.from < at {
			continue
		}
		m.text(text[at:f.from])
		m.WriteString("<mark>")
		m.text(text[f.from:f.to])
		m.WriteString("</mark>")
		at = f.to
	}
	m.text(text[at:])
}
