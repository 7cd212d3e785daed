package flow

import (
	"strings"
	"unicode"

	"conceptdiff/internal/numbering"
)

// Marks around struck-out words in text that a reader has not cut yet: two code
// points that stand for no character.
const (
	StruckFrom = "\ufdd0"
	StruckTo   = "\ufdd1"
)

// CutStruck cuts the struck-out words out of marked text and gives them by runs;
// with keep they are text.
func CutStruck(marked string, keep bool) (text string, struck []string) {
	if !strings.Contains(marked, StruckFrom) {
		return strings.ReplaceAll(marked, StruckTo, ""), nil
	}
	p := Prose{KeepStruck: keep}
	var script Script
	for marked != "" {
		i := strings.IndexAny(marked, StruckFrom+StruckTo)
		if i < 0 {
			i = len(marked)
		}
		p.Write(marked[:i], script)
		if marked = marked[i:]; marked != "" {
			script.Struck = strings.HasPrefix(marked, StruckFrom)
			marked = marked[len(StruckFrom):]
		}
	}
	return p.String(), p.Struck()
}

// OnlyLabel reports whether a text is empty or nothing but the label of a provision and
// marks behind it, which the line did not reach.
func OnlyLabel(text string) (label, marks string, ok bool) {
	text = strings.TrimSpace(text)
	if _, rest, labelled := numbering.CutLabel(text); labelled {
		label, text = strings.TrimSpace(strings.TrimSuffix(text, rest)), strings.TrimSpace(rest)
	}
	return label, text, !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}
