package layout

import (
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/numbering/family"
)

// LabelLines finds the label of each line, and closes up the word that opens it where
// its letters stand apart. It goes by the line alone at first, then by what the lines
// around show: initials lose their label, bare numbers and letters that count get
// one. [FindFamilies] goes further and needs more of the text.
func LabelLines(lines []Line) {
	for i := range lines {
		ln := &lines[i]
		ln.Text = CloseUp(ln.Text)
		var ok bool
		if ln.Label, ln.rest, ok = numbering.CutLabel(ln.Text); !ok {
			ln.Label, ln.rest = numbering.Label{Form: numbering.FormUnknown}, ln.Text
		}
	}
	dropInitials(lines)
	labelBare(lines)
	labelBareParagraphs(lines)
	labelBareLetters(lines)
}

// dropInitials takes the labels from lines that open with a capital letter and
// a full stop out of every order: «H. R. 12», «J. Smith, Director». Letters and
// Roman numerals are two orders: «V.» comes after «IV.», whatever letters stand
// between.
func dropInitials(lines []Line) {
	letter, roman := "", ""
	for i := range lines {
		ln := &lines[i]
		num := ln.Label.Num
		r, n := utf8.DecodeRuneInString(num)
		if ln.Label.Form != numbering.FormDot || !unicode.IsUpper(r) || ln.Label.Depth() > 0 {
			continue
		}
		switch {
		case len(num) > n:
			if numbering.Roman(num) > 0 {
				roman = num
			} else {
				letter = num
			}
		case num == "I":
			roman = num
			if comesAfter(letter, num) {
				letter = num
			}
		case ln.Label.First():
			letter = num
		case comesAfter(letter, num), comesAfter(roman, num):
			if comesAfter(letter, num) {
				letter = num
			}
			if comesAfter(roman, num) && numbering.Roman(roman) > 0 && numbering.Roman(num) > 0 {
				roman = num
			}
		default:
			ln.Label, ln.rest = numbering.Label{Form: numbering.FormUnknown}, ln.Text
		}
	}
}

// comesAfter reports whether a letter or Roman numeral can follow another, though up
// to three between them may have been repealed. Letters are counted in each alphabet
// that numbers provisions.
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

// FindFamilies gives lines the labels that only the text as a whole shows: openings
// with one form that count, such as «KREU I», whose word no list of ours holds.
// Nothing changes where there are none.
func FindFamilies(lines []Line) {
	openings := make([]family.Opening, len(lines))
	for i := range lines {
		ln := &lines[i]
		openings[i] = family.Opening{Text: ln.Text, Label: ln.Label, Rest: ln.rest, Level: ln.level, Apart: startsApart(lines, i)}
	}
	if len(family.Find(openings)) == 0 {
		return
	}
	for i := range lines {
		lines[i].Label, lines[i].rest = openings[i].Label, openings[i].Rest
	}
}

// startsApart reports whether a line can open a block: it stands apart from the line
// before, or that one is finished or short (60 bytes, less than any full line of a
// page).
func startsApart(lines []Line, i int) bool {
	const short = 60 // bytes
	return i == 0 || lines[i].gap > 0 || Ends(lines[i-1].Text) || len(lines[i-1].Text) <= short
}
