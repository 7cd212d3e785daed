package ingest

import (
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// labelLines finds the label of each line.
func labelLines(lines []line) {
	for i := range lines {
		ln := &lines[i]
		var ok bool
		if ln.label, ln.rest, ok = numbering.CutLabel(ln.text); !ok {
			ln.label, ln.rest = numbering.Label{Form: numbering.FormUnknown}, ln.text
		}
	}
	dropInitials(lines)
	labelBare(lines)
	labelBareParagraphs(lines)
	labelBareLetters(lines)
}

// dropInitials takes the labels from lines that open with a capital letter and
// a full stop out of every order: «H. R. 12», «J. Smith, Director».
func dropInitials(lines []line) {
	last := ""
	for i := range lines {
		ln := &lines[i]
		r, n := utf8.DecodeRuneInString(ln.label.Num)
		if ln.label.Form != numbering.FormDot || !unicode.IsUpper(r) || len(ln.label.Decimal()) > 0 {
			continue
		}
		if len(ln.label.Num) == n && !isFirst(ln.label) && !comesAfter(last, ln.label.Num) {
			ln.label, ln.rest = numbering.Label{Form: numbering.FormUnknown}, ln.text
			continue
		}
		last = ln.label.Num
	}
}

// comesAfter reports whether a letter or Roman numeral can follow another,
// though a few between them may have been repealed.
func comesAfter(last, num string) bool {
	const gap = 4
	if x, y := numbering.Roman(last), numbering.Roman(num); x > 0 && y > x && y <= x+gap {
		return true
	}
	for abc := range numbering.Alphabets() {
		if x, y := numbering.Letter(last, abc), numbering.Letter(num, abc); x > 0 && y > x && y <= x+gap {
			return true
		}
	}
	return false
}
