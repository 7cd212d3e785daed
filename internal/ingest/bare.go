package ingest

import (
	"unicode/utf8"

	"conceptdiff/internal/revision"
)

// maxBareTitle is the length of the longest line taken for a bare number with
// its title, in characters.
const maxBareTitle = 160

// bareNumbers finds the lines that open with a number without any mark, as the
// sections of British acts and of standards do: «1 The principal duty». One
// such line proves nothing. A run from 1 up, of three or more short titles that
// are most of the candidates, does, where no other numbering of that rank
// (articles, 1.) stands beside it.
func bareNumbers(lines []line) []bool {
	type candidate struct{ i, value int }
	var found []candidate
	marked := 0
	for i, ln := range lines {
		if l, _, ok := revision.CutLabel(ln.text); ok {
			if l.Unit == revision.UnitArticle || l.Unit == revision.UnitClause || l.Form == revision.FormDot && len(l.Decimal()) == 1 {
				marked++
			}
			continue
		}
		l, rest, ok := revision.CutBare(ln.text)
		if ok && rest != "" && !ends(rest) && utf8.RuneCountInString(ln.text) <= maxBareTitle {
			found = append(found, candidate{i, number(l.Num)})
		}
	}
	if len(found) < 3 || marked > len(found) {
		return nil
	}
	var run []candidate
	last := 0
	for _, c := range found {
		if c.value == last+1 || c.value == last && last > 0 {
			run = append(run, c)
			last = c.value
		}
	}
	if len(run) < 3 || len(run)*3 < len(found)*2 {
		return nil
	}
	bare := make([]bool, len(lines))
	for _, c := range run {
		bare[c.i] = true
	}
	return bare
}

// cutLabel is [revision.CutLabel] with the bare numbers known to be labels.
func (lay *layout) cutLabel(i int, s string) (revision.Label, string, bool) {
	if lay.bare != nil && lay.bare[i] {
		return revision.CutBare(s)
	}
	return revision.CutLabel(s)
}
