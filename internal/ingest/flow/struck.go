package flow

import (
	"strings"
	"unicode"

	"conceptdiff/internal/numbering"
)

// Marks around struck-out words in text that a reader has not cut yet: two code
// points that Unicode reserves for such internal use (noncharacters) and no file may
// hold as text.
const (
	StruckFrom = "\ufdd0"
	StruckTo   = "\ufdd1"
)

// CutStruck cuts the struck-out words out of marked text and gives them by runs; with
// keep they are text. The marks go in either case. Words around a run are parted by
// one space, and none stands before a full stop.
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

// OnlyLabel reports whether a text is empty or nothing but the label of a provision
// and marks behind it, which the line did not reach. Such a block is a provision that
// is struck out whole: its number stays as a place that nothing fills. The label is
// as printed, the marks («—», «.») are what follows it.
func OnlyLabel(text string) (label, marks string, ok bool) {
	text = strings.TrimSpace(text)
	if _, rest, labelled := numbering.CutLabel(text); labelled {
		label, text = strings.TrimSpace(strings.TrimSuffix(text, rest)), strings.TrimSpace(rest)
	}
	return label, text, !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}
