package ingest

import (
	"unicode/utf8"

	"conceptdiff/internal/revision"
)

// maxBareTitle is the length of the longest line taken for a bare number with
// its title, in characters.
const maxBareTitle = 160

// labelLines finds the label of each line.
func labelLines(lines []line) {
	for i := range lines {
		ln := &lines[i]
		var ok bool
		if ln.label, ln.rest, ok = revision.CutLabel(ln.text); !ok {
			ln.label, ln.rest = revision.Label{Form: revision.FormUnknown}, ln.text
		}
	}
	labelBare(lines)
}

// labelBare finds the lines that open with a number without any mark, as the
// sections of British acts and of standards do: «1 The principal duty». One
// such line proves nothing. A run from 1 up, of three or more short titles that
// are most of the candidates, does, where no other numbering of that rank
// (articles, 1.) stands beside it.
func labelBare(lines []line) {
	type candidate struct{ i, value int }
	var found []candidate
	marked := 0
	for i := range lines {
		ln := &lines[i]
		if ln.labelled() {
			l := ln.label
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
		return
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
		return
	}
	for _, c := range run {
		lines[c.i].label, lines[c.i].rest, _ = revision.CutBare(lines[c.i].text)
	}
}
