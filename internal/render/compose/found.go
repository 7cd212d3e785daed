package compose

import (
	"slices"
	"strings"

	"conceptdiff/internal/render/model"
)

// found is a passage of a text in which the given words, as they stand there, are
// marked. Of words that overlap the one that begins first is marked, and of two at
// one place the longer; empty ones are passed over.
func found(text string, words []string) []model.Span {
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
	var out []model.Span
	add := func(s string, m model.Mark) {
		if s != "" {
			out = append(out, model.Marked(s, m))
		}
	}
	at := 0
	for _, f := range found {
		if f.from < at {
			continue
		}
		add(text[at:f.from], model.Quoted)
		add(text[f.from:f.to], model.Found)
		at = f.to
	}
	add(text[at:], model.Quoted)
	return out
}
