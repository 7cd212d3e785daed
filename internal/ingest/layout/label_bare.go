package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// MaxBareTitle is the length of the longest line taken for a bare number with its
// title, in characters: longer ones begin with a figure («12 ships …»).
const MaxBareTitle = 160

// labelBare finds the lines that open with a number without any mark, as the
// sections of British acts and of standards do: «1 The principal duty». One
// such line proves nothing. A run from 1 up, of three or more short titles that
// are most of the candidates, does, where no other numbering of that rank
// (articles, 1.) stands beside it. In annexes the run starts again, and its
// lines may be sentences or open with a label of their own: «1 (1) This applies».
func labelBare(lines []Line) {
	var main, sentences, annex []bareLine
	marked := 0
	inAnnex := 0
	for i := range lines {
		ln := &lines[i]
		if ln.labelled() {
			l := ln.Label
			switch {
			case l.Unit == numbering.UnitAnnex:
				inAnnex++
			case inAnnex == 0 && (l.Unit == numbering.UnitArticle || l.Unit == numbering.UnitClause || l.Form == numbering.FormDot && l.Depth() == 1):
				marked++
			}
			continue
		}
		l, rest, ok := numbering.CutBare(ln.Text)
		switch {
		case !ok || rest == "":
		case inAnnex > 0:
			annex = append(annex, newBareLine(i, l, inAnnex))
		case Ends(rest) && !strings.HasPrefix(rest, "(1)"):
			sentences = append(sentences, newBareLine(i, l, 0))
		case strings.HasPrefix(rest, "(1)") || !Ends(rest) && utf8.RuneCountInString(ln.Text) <= MaxBareTitle:
			main = append(main, newBareLine(i, l, 0))
		}
	}
	run := bareRun(main)
	padded := len(run) > 1 && lines[run[0].i].Text[0] == '0'
	sure := padded || headsDotted(lines, run) || len(run) >= 3 && len(run) == len(main) && standApart(lines, run)
	if len(run) < 3 && !padded || !sure && (marked > len(main) || len(run)*3 < len(main)*2) {
		all := append(main, sentences...)
		slices.SortFunc(all, func(x, y bareLine) int { return x.i - y.i })
		run = nil
		if marked == 0 && len(sentences) > 0 {
			run = sentenceRun(all)
		}
		if run == nil && marked <= len(all) {
			run = bareWithParts(lines, all)
		}
		if run == nil {
			return
		}
	}
	for _, c := range append(run, bareRun(annex)...) {
		lines[c.i].Label, lines[c.i].rest, _ = numbering.CutBare(lines[c.i].Text)
	}
}

// standApart reports whether blank lines stand around all lines of a run: chapters
// above paragraphs that are numbered through beside them. The first and the last line
// of the text need none on their outer side.
func standApart(lines []Line, run []bareLine) bool {
	for _, c := range run {
		if c.i > 0 && lines[c.i].gap == 0 || c.i+1 < len(lines) && lines[c.i+1].gap == 0 {
			return false
		}
	}
	return true
}

// headsDotted reports whether most lines of a run head the dotted numbers after them:
// 1 before 1.1, 2 before 2.1. Then lists numbered 1. beside them say nothing. Two
// thirds of the lines must, and two at least.
func headsDotted(lines []Line, run []bareLine) bool {
	heads := 0
	for _, c := range run {
		const far = 40 // lines
		for j := c.i + 1; j < len(lines) && j <= c.i+far; j++ {
			if d := lines[j].Label.Decimal(); len(d) > 1 {
				if numbering.DigitValue(d[0]) == c.value {
					heads++
				}
				break
			}
		}
	}
	return heads > 1 && 3*heads >= 2*len(run)
}

// sentenceRun is, of lines in order, the run of the sections of a text that are
// sentences, as in Canadian acts: «1 This Act may be cited.» Four are needed, with
// little else that opens with a number, and with text between them, unlike footnotes:
// half as many lines again as sections. It is nil where that does not hold.
func sentenceRun(found []bareLine) []bareLine {
	run := bareRun(found)
	if n := len(run); n < 4 || n*10 < len(found)*9 || 2*(run[n-1].i-run[0].i) < 3*(n-1) {
		return nil
	}
	return run
}

// bareLine is a line that opens with a bare number: its index, the number's
// value, the last value where it stands for several, and how many annexes have begun
// before it.
type bareLine struct{ i, value, last, annex int }

// newBareLine is the line at index i that opens with that label. A range («4 to 6
// [Repealed]») ends in its last number.
func newBareLine(i int, l numbering.Label, annex int) bareLine {
	return bareLine{i, numbering.DigitValue(l.Num), max(numbering.DigitValue(l.Num), l.RangeEnd()), annex}
}

// bareRun picks the lines that number from 1 up, in each annex anew. After three
// lines a few numbers may be missing, as repealed sections are, at most two in a row.
// A number may stand twice in a row.
func bareRun(found []bareLine) []bareLine {
	const enough, gap = 3, 3 // lines after which a few numbers may be missing; how many
	var run []bareLine
	last, annex := 0, 0
	for _, c := range found {
		if c.annex != annex {
			last, annex = 0, c.annex
		}
		if c.value == last+1 || c.value == last && last > 0 || len(run) >= enough && c.value > last && c.value <= last+gap {
			run = append(run, c)
			last = c.last
		}
	}
	return run
}

// labelBareParagraphs finds the paragraphs of articles that are numbered by a
// bare or raised number, as in Swiss law: «Art. 5 Principles / 1 The law is the
// basis. / 2 State action is in the public interest.» It takes them for labels
// where a third of the articles, and at least three, have a 1 there.
func labelBareParagraphs(lines []Line) {
	articles, numbered := 0, 0
	for i := range lines {
		if isArticle(&lines[i]) {
			articles++
			if opensBare(lines, i) > 0 {
				numbered++
			}
		}
	}
	if numbered < 3 || numbered*3 < articles {
		return
	}
	for i := range lines {
		if !isArticle(&lines[i]) {
			continue
		}
		last := 0
		for j := opensBare(lines, i); j > 0 && j < len(lines) && !isArticle(&lines[j]); j++ {
			if n := bareNumber(&lines[j]); n == last+1 || n == last && n > 1 {
				if l, rest, ok := numbering.CutBare(lines[j].Text); ok && rest != "" {
					lines[j].Label, lines[j].rest = l, rest
				} else {
					lines[j].Label, lines[j].rest = cutBareAny(lines[j].Text)
				}
				last = n
			}
		}
	}
}

// isArticle reports whether a line opens with a unit whose paragraphs may be numbered
// by a bare number.
func isArticle(ln *Line) bool {
	return ln.Label.Unit == numbering.UnitArticle || ln.Label.Unit == numbering.UnitClause
}

// opensBare is the line with a bare 1 below the article at line i, 0 if there is
// none.
func opensBare(lines []Line, i int) int {
	const far = 3 // the heading may take a line or two
	for j := i + 1; j <= i+far && j < len(lines) && !isArticle(&lines[j]); j++ {
		if bareNumber(&lines[j]) == 1 {
			return j
		}
	}
	return 0
}

// bareNumber is the value of the bare number that a line opens with, 0 for none.
func bareNumber(ln *Line) int {
	if ln.labelled() {
		return 0
	}
	if l, rest, ok := numbering.CutBare(ln.Text); ok && rest != "" {
		return numbering.DigitValue(l.Num)
	}
	if l, _ := cutBareAny(ln.Text); l.Num != "" {
		return numbering.DigitValue(l.Num)
	}
	return 0
}

// cutBareAny reads a bare number before anything that begins no word in small
// letters: «2 …», «1 100 000 readers». Two digits at most: more are a figure.
func cutBareAny(s string) (numbering.Label, string) {
	digits := numbering.LeadingDigits(s)
	rest, ok := strings.CutPrefix(s[len(digits):], " ")
	if !ok || digits == "" || len(digits) > 2 || StartsSmall(rest) {
		return numbering.Label{Form: numbering.FormUnknown}, ""
	}
	return numbering.Label{Printed: digits, Num: digits, Form: numbering.FormBare}, rest
}

// longPoint is the most lines that a point without a mark may have: it bounds the
// work, and is more than any point takes.
const longPoint = 300

// labelBareLetters finds points that are lettered without a mark, as in the
// treaties of the Council of Europe: «For the purposes of this Convention: / a
// “data” means data; / b …». One letter may be a word; a after a colon with b to
// follow, before another number, is none.
func labelBareLetters(lines []Line) {
	for i := 1; i < len(lines); i++ {
		if bareLetter(&lines[i], 'a') && LastMark(lines[i-1].Text) == ':' {
			run := []int{i}
			for j := i + 1; j < len(lines) && !lines[j].labelled() && len(run) < 26 && j-run[len(run)-1] <= longPoint; j++ {
				if bareLetter(&lines[j], byte('a'+len(run))) {
					run = append(run, j)
				}
			}
			for k, j := range run {
				if len(run) < 2 {
					break
				}
				ln := &lines[j]
				num := string(rune('a' + k))
				ln.Label, ln.rest = numbering.Label{Printed: num, Num: num, Form: numbering.FormBare}, ln.Text[2:]
			}
		}
	}
}

// bareLetter reports whether a line opens with that letter alone, before a space and
// a word.
func bareLetter(ln *Line, letter byte) bool {
	return !ln.labelled() && len(ln.Text) > 2 && ln.Text[0] == letter && ln.Text[1] == ' '
}

// bareWithParts finds the sections that open with a bare number and their first
// subsection, as Commonwealth acts print them: «12 (1) A ferryman holds a
// licence.» The (2) that comes next, or a second such section, shows them; an
// extract may begin with any number. Between them, and right before and after,
// stand sections of one sentence, «14 Cattle cross last.», that go on in order.
func bareWithParts(lines []Line, found []bareLine) []bareLine {
	var anchors []int // in found
	followed := false
	for k, c := range found {
		if opensParts(&lines[c.i]) {
			anchors = append(anchors, k)
			followed = followed || secondFollows(lines, c.i)
		}
	}
	if len(anchors) == 0 || !followed && len(anchors) < 2 {
		return nil
	}
	var run []bareLine
	first := anchors[0]
	for k, want := first-1, found[first].value-1; k >= 0 && want > 0; k-- {
		if found[k].value == want {
			run, want = append([]bareLine{found[k]}, run...), want-1
		}
	}
	last := 0
	for a, k := range anchors {
		c := found[k]
		if last > 0 && c.value < last {
			continue
		}
		run, last = append(run, c), c.value
		end, limit := len(found), last+len(found)
		if a+1 < len(anchors) {
			end, limit = anchors[a+1], found[anchors[a+1]].value
		}
		for _, next := range found[k+1 : end] {
			if next.value == last+1 && next.value < limit {
				run, last = append(run, next), next.value
			}
		}
	}
	return run
}

// opensParts reports whether a line opens with a bare number and «(1)».
func opensParts(ln *Line) bool {
	_, rest, ok := numbering.CutBare(ln.Text)
	return ok && strings.HasPrefix(rest, "(1)")
}

// secondFollows reports whether the next label in brackets below line i is (2).
func secondFollows(lines []Line, i int) bool {
	const far = 200 // lines of the first subsection
	for j := i + 1; j < len(lines) && j <= i+far && !opensParts(&lines[j]); j++ {
		if l := lines[j].Label; l.Form == numbering.FormParens && l.Depth() == 1 {
			return l.Num == "2"
		}
	}
	return false
}

// labelBareSections finds such sections among the blocks of a format with markup. It
// needs no more than the labels and texts of lines, so blocks stand in for them.
func labelBareSections(blocks []Block) {
	lines := make([]Line, len(blocks))
	var found []bareLine
	for i := range blocks {
		lines[i] = Line{Text: blocks[i].Text, Label: blocks[i].Label}
		if l, rest, ok := numbering.CutBare(blocks[i].Text); ok && rest != "" && !blocks[i].Labelled() && !blocks[i].Row {
			found = append(found, bareLine{i: i, value: numbering.DigitValue(l.Num)})
		}
	}
	for _, c := range bareWithParts(lines, found) {
		blocks[c.i].Label, blocks[c.i].Text, _ = numbering.CutBare(blocks[c.i].Text)
	}
}
