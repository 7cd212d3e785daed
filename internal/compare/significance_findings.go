package compare

import (
	"cmp"
	"fmt"
	"slices"
)

// rank orders the reasons of a change: what binds first.
type rank int

const (
	rankModality rank = iota
	rankNegation
	rankNumber
	rankName
	rankWording
	rankPlace
	rankEditorial
)

// maxReasons is how many reasons are given in full.
const maxReasons = 6

// findings gathers the reasons of one change.
type findings struct {
	substance, form []reason
}

type reason struct {
	rank rank
	text string
}

func (f *findings) substantive(r rank, format string, args ...any) {
	f.substance = append(f.substance, reason{r, fmt.Sprintf(format, args...)})
}

func (f *findings) editorial(r rank, format string, args ...any) {
	f.form = append(f.form, reason{r, fmt.Sprintf(format, args...)})
}

// verdict is the significance with its reasons, the weightiest first, each once.
// It is "" when nothing at all was found.
func (f *findings) verdict() (Significance, []string) {
	switch {
	case len(f.substance) > 0:
		return Substantive, texts(f.substance)
	case len(f.form) > 0:
		return Editorial, texts(f.form)
	}
	return "", nil
}

func texts(reasons []reason) []string {
	slices.SortStableFunc(reasons, func(a, b reason) int { return cmp.Compare(a.rank, b.rank) })
	var out []string
	for _, r := range reasons {
		if !slices.Contains(out, r.text) {
			out = append(out, r.text)
		}
	}
	if n := len(out); n > maxReasons {
		out = append(out[:maxReasons-1], fmt.Sprintf("and %d more", n-maxReasons+1))
	}
	return out
}
