package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// Torn text: each line is a paragraph, but the program that took the text out of
// a PDF ended some at the end of a page or of a line of type. What goes on in
// small letters shows it.

// fewTears is how many lines must go on in small letters before a text counts as
// torn: one or two are items of a list.
const fewTears = 3

// tears is how a text whose lines are paragraphs is torn.
type tears struct {
	torn bool // by pages: blank lines say nothing where a sentence goes on
	// close: lines without a blank line between them are one paragraph.
	close bool
	// column is where the margin stands to which a few lines were typed, 0 for none.
	column int
}

// findTears finds how the text is torn. Pages tear it where at least half of the
// lines that begin small go on from one that is long or cannot end; lines without a
// blank line between are one paragraph where a third of them go on so, while blank
// lines stand between most others.
func findTears(lines []Line) tears {
	goesOn, small, closed, close, apart := 0, 0, 0, 0, 0
	for i := 1; i < len(lines); i++ {
		prev, ln := &lines[i-1], &lines[i]
		if ln.gap > 0 {
			apart++
		}
		if ln.labelled() {
			continue
		}
		open := unfinished(prev.Text) && (Hangs(prev.Text) || utf8.RuneCountInString(prev.Text) > shortTorn)
		if StartsSmall(ln.Text) {
			if small++; open {
				goesOn++
			}
		}
		if ln.gap == 0 && !ln.page {
			if close++; open {
				closed++
			}
		}
	}
	t := tears{torn: goesOn >= fewTears && 2*goesOn >= small}
	t.close = closed >= fewTears && 3*closed >= close && 2*apart > len(lines)
	return t
}

// shortTorn is the length of the longest line that may be a heading or an item of its
// own rather than the beginning of a sentence, in characters: a line of a page holds
// more.
const shortTorn = 60

// longTitle is the length of the longest line taken for the second one of a title, in
// characters.
const longTitle = 90

// unfinished reports whether no mark ends a line; a comma does not.
func unfinished(s string) bool { return !Ends(s) || LastMark(s) == ',' }

// goesOn reports whether line i goes on with the paragraph of the line before it;
// labelled says that this paragraph opens with a number. A label, a heading, a row of
// a table always begin anew.
func (t tears) goesOn(lines []Line, i int, labelled bool) bool {
	prev, ln := &lines[i-1], &lines[i]
	switch {
	case ln.tail && ln.gap == 0:
		return true
	case ln.labelled() || ln.level > 0 || prev.level > 0 || ln.row || prev.row:
		return false
	case !unfinished(prev.Text):
		return t.close && ln.gap == 0 && EndsSentence(prev.Text) && utf8.RuneCountInString(prev.Text) > shortTorn
	case t.torn && (StartsSmall(ln.Text) || BreaksWord(prev.Text, ln.Text) || Hangs(prev.Text)):
		return true
	case ln.gap > 0 || ln.page:
		return false
	case t.column > 0 && StartsSmall(ln.Text) && !AllCaps(prev.Text) && neededWidth(Metrics[0], prev, ln.Text) > t.column:
		return true
	case t.torn && (labelled || i == 1) && LooksLikeHeading(prev.rest) && LooksLikeHeading(ln.Text) && utf8.RuneCountInString(ln.Text) <= longTitle && (i+1 == len(lines) || lines[i+1].gap > 0):
		return true // a heading of two lines
	}
	return t.close && utf8.RuneCountInString(prev.Text) > shortTorn
}

// JoinLabels puts labels together that text taken from a PDF has on two lines, since
// their letters stand apart on the page: «Maddə / 1 . Fields», «I / fəsil». What the
// program that took it out put between the two, marks of endnotes and the end of the
// heading, comes after them. Three of a text are needed. The lines between keep their
// order; marks stay lines, since they belong to the end of a paragraph and not to its
// label.
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

// opensNumber reports whether a line begins with a number and a full stop, and goes
// on with a capital or a quotation: «12. Fields», «1 2 . Fields», «7-1.»; «12.5
// tonnes» does not.
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
