package layout

import "unicode/utf8"

// Torn text: each line is a paragraph, but the program that took the text out of
// a PDF ended some at the end of a page or of a line of type. What goes on in
// small letters shows it.

// fewTears is how many lines must go on in small letters before a text counts as
// torn.
const fewTears = 3

// tears is how a text whose lines are paragraphs is torn.
type tears struct {
	torn bool // by pages: blank lines say nothing where a sentence goes on
	// close: lines without a blank line between them are one paragraph.
	close bool
}

// findTears finds how the text is torn.
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

// shortTorn is the length of the longest line that may be a heading or an item of
// its own rather than the beginning of a sentence, in characters.
const shortTorn = 60

// longTitle is the length of the longest line taken for the second one of a title.
const longTitle = 90

// unfinished reports whether no mark ends a line; a comma does not.
func unfinished(s string) bool { return !Ends(s) || LastMark(s) == ',' }

// goesOn reports whether line i goes on with the paragraph of the line before it,
// which may open with a number.
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
	case t.torn && (labelled || i == 1) && LooksLikeHeading(prev.rest) && LooksLikeHeading(ln.Text) && utf8.RuneCountInString(ln.Text) <= longTitle && (i+1 == len(lines) || lines[i+1].gap > 0):
		return true // a heading of two lines
	}
	return t.close && utf8.RuneCountInString(prev.Text) > shortTorn
}
