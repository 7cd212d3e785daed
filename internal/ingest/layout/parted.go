package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// JoinLabels puts labels together that text taken from a PDF has on two lines, since
// their letters stand apart on the page: «Maddə / 1 . Fields», «I / fəsil». What the
// program that took it out put between the two, marks of endnotes and the end of the
// heading, comes after them. Three of a text are needed.
func JoinLabels(lines []Line) []Line {
	const least = 3
	count := 0
	for i := range lines {
		if partedLabel(lines, i) > 0 {
			count++
		}
	}
	if count < least {
		return lines
	}
	out := make([]Line, 0, len(lines))
	for i := 0; i < len(lines); i++ {
		ln, n := lines[i], partedLabel(lines, i)
		if n == 0 {
			out = append(out, ln)
			continue
		}
		ln.Text += " " + lines[i+n].Text
		var marks []Line
		for _, between := range lines[i+1 : i+n] {
			if onlyNote(between.Text) {
				marks = append(marks, between)
			} else {
				ln.Text += " " + between.Text
			}
		}
		out = append(append(out, ln), marks...)
		i += n
	}
	return out
}

// partedLabel is how many lines behind line i the other half of the label stands of
// which that is the first: a word that numbers provisions before a number with its full
// stop, or a Roman number before the word of a group; 0 where it is none.
func partedLabel(lines []Line, i int) int {
	const longest, between = 40, 2 // bytes of a word; lines
	if len(lines[i].Text) > longest {
		return 0
	}
	first := CloseUp(lines[i].Text)
	if strings.ContainsFunc(first, unicode.IsSpace) || numbering.Roman(first) == 0 && numbering.UnitOf(first) == "" {
		return 0
	}
	for n := 1; n <= between+1 && i+n < len(lines) && !lines[i+n].page; n++ {
		next := lines[i+n].Text
		if numbering.Roman(first) > 0 {
			if second := CloseUp(next); numbering.UnitOf(second).Groups() && !strings.Contains(second, " ") {
				return n
			}
		} else if opensNumber(next) {
			return n
		}
		if !onlyNote(next) && (numbering.Roman(first) > 0 || !StartsSmall(next) || Ends(next)) {
			break
		}
	}
	return 0
}

// opensNumber reports whether a line begins with a number and a full stop, and goes on
// with a capital or a quotation.
func opensNumber(s string) bool {
	number, after := digitsApart(s)
	if number == "" {
		after = strings.TrimLeft(s, "0123456789-")
		number = s[:len(s)-len(after)]
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(after, " "), ".")
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
	return number != "" && ok && (rest == "" || !unicode.IsDigit(r) && !unicode.IsLower(r))
}
