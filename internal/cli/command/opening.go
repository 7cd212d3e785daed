package command

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Opening is a clause's heading or, without one, its first words.
func Opening(v *revision.Provision) string {
	text := v.Heading
	if text == "" {
		text = v.Text
	}
	for _, c := range v.Children {
		if text == "" && !c.IsClause() {
			text = c.Text
		}
	}
	const most = 70 // characters
	if runes := []rune(text); v.Heading == "" && len(runes) > most {
		text = string(runes[:most])
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			text = text[:i] // no half words
		}
		text = strings.TrimRight(text, " ,;:") + " …"
	}
	return text
}

// Facets are what a change is beside its kind, in words.
func Facets(ch *compare.Change) []string {
	var out []string
	for _, f := range []struct {
		on   bool
		name string
	}{{ch.Renumbered, "renumbered"}, {ch.Moved, "moved"}, {ch.Retitled, "retitled"}} {
		if f.on {
			out = append(out, f.name)
		}
	}
	return out
}
