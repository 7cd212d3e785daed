package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// Join makes blocks of lines. Where a line is a paragraph there is nothing to
// decide. Otherwise a paragraph goes on until one of these, in this order:
//
//  1. the next line opens with a bullet, or with a number at a place where a
//     provision can start (after a mark, a short line, blank lines that count,
//     or where it comes right after the last number of its kind);
//  2. blank lines that carry information, or the indent of first lines;
//  3. never before a line that starts with a small letter, nor after a line
//     that ends in a hyphen, a comma or a word like «of»;
//  4. the line is short: the first word of the next line would have fitted on it;
//  5. a heading's line, when a sentence follows;
//  6. a sentence of just one line, when the next line opens with the same words.
//
// What is left is a full line whose sentence ends there while the next line starts
// with a capital: nothing shows a paragraph's end, so it goes on. Lines must have
// their labels. Each block has the line, indent, gap and label of its first line.
func Join(lines []Line, lay *Setting) []Block {
	var blocks []Block
	if !lay.wrapped {
		blocks = make([]Block, 0, len(lines))
	}
	var text strings.Builder // of the last block, where it has several lines
	flush := func() {
		if text.Len() > 0 {
			blocks[len(blocks)-1].Text = text.String()
			text.Reset()
		}
	}
	j := joiner{lay: lay, notes: noteList(lines), last: map[numbering.Class]numbering.Label{}, indent: map[numbering.Class]int{}}
	for i := range lines {
		ln := &lines[i]
		if i > 0 && (lay.wrapped && !j.startsParagraph(&blocks[len(blocks)-1], lines, i) || !lay.wrapped && lay.tears.goesOn(lines, i, blocks[len(blocks)-1].Numbered())) {
			if text.Len() == 0 {
				text.WriteString(blocks[len(blocks)-1].Text)
			}
			AppendLine(&text, ln.Text)
			j.count++
			continue
		}
		flush()
		if ln.labelled() {
			j.last[ln.Label.Class()], j.indent[ln.Label.Class()] = ln.Label, ln.indent
		}
		j.titled = !ln.labelled() && len(blocks) > 0 && blocks[len(blocks)-1].Label.Unit != "" && blocks[len(blocks)-1].Text == ""
		blocks = append(blocks, Block{Line: ln.No, Indent: ln.indent, Label: ln.Label, Text: ln.rest, Level: ln.level, Gap: ln.gap, Row: ln.row})
		j.count = 1
	}
	flush()
	if !lay.wrapped {
		return cutRepeated(blocks)
	}
	return blocks
}

// AppendLine adds a line of the same paragraph. A word broken at the line's end keeps
// its hyphen and loses the space, as do the two years of «2019–2020»; «pre- and
// post-war» keeps both. Nothing is taken away: whether a hyphen is the word's own or
// the line's cannot be told here, and a comparison knows both.
func AppendLine(b *strings.Builder, s string) {
	sofar := b.String()
	if sofar == "" {
		b.WriteString(s)
		return
	}
	if !BreaksWord(sofar, s) {
		b.WriteByte(' ')
	}
	b.WriteString(s)
}

// BreaksWord reports whether a line ends in the hyphen of a word that the next goes
// on with; «pre- and post-war» is no such word. Dashes count as hyphens
// («2019–/2020»), a soft hyphen too.
func BreaksWord(a, b string) bool {
	r, n := utf8.DecodeLastRuneInString(a)
	if !strings.ContainsRune("-\u2010\u2011\u00ad–—", r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(a[:len(a)-n])
	next, _ := utf8.DecodeRuneInString(b)
	if !unicode.IsLetter(before) && !unicode.IsDigit(before) || !unicode.IsLetter(next) && !unicode.IsDigit(next) {
		return false
	}
	word := b
	if i := strings.IndexFunc(b, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		word = b[:i]
	}
	switch word {
	case "and", "or", "und", "oder", "et", "ou", "и", "или", "və":
		return false
	}
	return true
}

// joiner knows the layout, how many lines the block at hand has, whether it is
// the title below a number that stands alone, and the last label of each class
// with its indent.
type joiner struct {
	lay    *Setting
	count  int
	titled bool
	notes  int // the line with which a list of endnotes begins, the number of all where there is none
	last   map[numbering.Class]numbering.Label
	indent map[numbering.Class]int
}

// startsParagraph reports whether line i opens a new block rather than going on with
// cur. The order of the steps is that of their certainty, as at [Join].
func (j *joiner) startsParagraph(cur *Block, lines []Line, i int) bool {
	prev, ln := &lines[i-1], &lines[i]
	if prev.level > 0 || ln.level > 0 || i > j.notes && opensNote(ln.Text) {
		return true
	}
	if onlyNote(ln.Text) && i < j.notes || onlyNote(prev.Text) && StartsSmall(ln.Text) && !ln.labelled() && !Ends(withoutMarks(lines, i-1).Text) {
		return false // a raised mark that stands in the paragraph
	}
	item := cur.Bullet()
	if i < j.notes { // raised marks widen no line
		prev = withoutMarks(lines, i-1)
	}
	fullLine := j.lay.full(prev, ln.Text, item)
	prev = withoutMarks(lines, i-1)
	wide := j.lay.spaced && ln.gap > j.lay.gap
	if wide && ln.page {
		wide = Ends(prev.Text) || !fullLine // the page ended, perhaps not the paragraph
	}
	if ln.labelled() && j.startsProvision(prev, ln, fullLine, wide) {
		return true
	}
	if wide || j.lay.indent > 0 && ln.indent == j.lay.indent && j.startsIndented(prev) {
		return true
	}
	if StartsSmall(ln.Text) {
		// «the following: / apples; / pears»: a short line and a mark.
		mark := LastMark(prev.Text)
		return (mark == ';' || mark == ':') && !cur.Bullet() && !j.lay.full(prev, ln.Text, item)
	}
	if Hangs(prev.Text) && (fullLine || LastMark(prev.Text) != ',') {
		return false
	}
	if !fullLine {
		return true
	}
	if j.count == 1 && EndsSentence(prev.Text) && sameOpening(prev.Text, ln.Text) {
		return true
	}
	if j.count == 1 && cur.Numbered() && j.lay.titled[cur.Label.Class()] && !Ends(prev.Text) {
		return !wrapsHeading(lines, i, j.lay)
	}
	if j.count == 1 && capitals(prev.Text) && !AllCaps(ln.Text) {
		return true // the text below a heading
	}
	return EndsSentence(prev.Text) && (standsAlone(lines, i) || capitals(ln.Text) && !AllCaps(prev.Text))
}

// startsIndented reports whether a line in the indent of first lines opens a paragraph:
// the one before it is finished, or stands further out.
func (j *joiner) startsIndented(prev *Line) bool {
	return Ends(prev.Text) || prev.indent < j.lay.indent
}

// capitals reports whether a line is two words or more in capitals without a final
// mark: a heading, wherever the line before ended.
func capitals(s string) bool { return AllCaps(s) && strings.Contains(s, " ") && !Ends(s) }

// standsAlone reports whether a line is a heading between two numbered provisions: a
// few words without a final mark, and a number on the next line. The last line of a
// paragraph has its mark.
func standsAlone(lines []Line, i int) bool {
	const longest = 40 // characters
	ln := &lines[i]
	return i+1 < len(lines) && !ln.labelled() && lines[i+1].labelled() && lines[i+1].Label.Form != numbering.FormBullet &&
		utf8.RuneCountInString(ln.Text) <= longest && !Ends(ln.Text) && !Hangs(ln.Text)
}

// startsProvision reports whether a line that looks labelled can open a provision
// where it stands. «5.» at the start of a line of a page may as well be the end of a
// sentence («in paragraph / 5. The owner …»), so the question is how the line before
// ended, what room it had, and whether the number comes next in its order. The cases
// stand from the surest down.
func (j *joiner) startsProvision(prev, ln *Line, fullLine, wide bool) bool {
	l := ln.Label
	if l.Form == numbering.FormBullet {
		r, _ := utf8.DecodeRuneInString(l.Printed)
		if r != '-' && r != '–' && r != '—' && r != '*' && r != '+' {
			return true
		}
	}
	ended := Ends(prev.Text) && LastMark(prev.Text) != ',' || l.First() && endsDash(prev.Text)
	switch {
	case wide:
		return true
	case l.Unit != "" && StartsSmall(l.Printed): // «art. 5» in running text
		return EndsSentence(prev.Text)
	case l.Unit == "" && l.Depth() == 0 && l.Form != numbering.FormBullet && !l.First() && !j.continues(l):
		return ended && l.Form == numbering.FormParens // «… ends in / a. Then …»
	case ended:
		return true
	case ln.indent != prev.indent && j.continues(l) && ln.indent == j.indent[l.Class()]:
		return true // in the column of the last one
	case j.titled && l.First() && !Hangs(prev.Text):
		return true
	case l.First() && l.Unit == "" && (l.Form == numbering.FormParens || l.Form == numbering.FormParen) && !fullLine && !readsOn(ln.rest):
		return true // «does not apply to / (a) a child»
	case l.Unit == "" && j.continues(l) && endsPoint(prev.Text) && !readsOn(ln.rest):
		return true
	case j.lay.spaced:
		return !fullLine && (!Hangs(prev.Text) || j.continues(l) && mayEnd(prev.Text, true))
	case !fullLine || ln.indent != prev.indent:
		return !Hangs(prev.Text) || LastMark(prev.Text) == ',' || j.continues(l)
	case l.Unit != "":
		// A line that holds nothing else is a heading, not the rest of a sentence.
		return ln.rest == "" && !Hangs(prev.Text) && !strings.HasSuffix(l.Printed, ".")
	}
	return j.continues(l) && mayEnd(prev.Text, l.Depth() == 0)
}

// endsDash reports whether s ends in a dash that announces a list: «in this
// title--».
func endsDash(s string) bool {
	return strings.HasSuffix(s, "--") || strings.HasSuffix(s, "—") || strings.HasSuffix(s, ",-")
}

// continues reports whether l comes right after the last label of its class.
func (j *joiner) continues(l numbering.Label) bool {
	last, ok := j.last[l.Class()]
	return ok && last.FollowedBy(l)
}

// conjunctions end the last point but one of a list, in the languages read here.
var conjunctions = []string{"and", "or", "və", "və ya", "и", "или", "et", "ou", "und", "oder", "y", "e"}

// endsPoint reports whether s ends as a point of a list does before the next:
// with a semicolon or comma, with «; and» or «, or», or with «; or,».
func endsPoint(s string) bool {
	t := strings.TrimRight(s, ",")
	if slices.Contains(conjunctions, t) {
		return true // on a line of its own
	}
	for _, c := range conjunctions {
		if u, ok := strings.CutSuffix(t, " "+c); ok {
			return strings.HasSuffix(u, ";") || strings.HasSuffix(u, ",")
		}
	}
	return len(t) < len(s) || strings.HasSuffix(s, ";")
}

// readsOn reports whether what follows a label shows that a sentence goes on
// from it: «points (a), / (b) and (c) of paragraph 1», «(a) to / (d) of».
func readsOn(rest string) bool {
	word, after, _ := strings.Cut(rest, " ")
	switch word = strings.TrimRight(word, ",;."); word {
	case "", "of", "above", "below", "de", "des", "du", "der", "bis":
		return true
	case "to":
		return strings.HasPrefix(after, "(")
	}
	return slices.Contains(conjunctions, word)
}

// mayEnd reports whether a provision can end in s although no mark says so: not
// in a word that calls for more, nor in one that a number belongs to («referred
// to in paragraph / 2. …»). A point may end in «; and».
func mayEnd(s string, point bool) bool {
	if point {
		for _, c := range conjunctions {
			if strings.HasSuffix(s, " "+c) {
				return endsPoint(s)
			}
		}
	}
	return !Hangs(s) && !numbering.IsUnitWord(s[strings.LastIndexByte(s, ' ')+1:])
}

// wrapsHeading reports whether line i is the rest of a heading that began on
// the line before: a short line without a final mark, after which something new
// starts.
func wrapsHeading(lines []Line, i int, lay *Setting) bool {
	if Ends(lines[i].Text) || i+1 >= len(lines) {
		return false
	}
	return !lay.full(&lines[i], lines[i+1].Text, false) && !StartsSmall(lines[i+1].Text)
}

// sameOpening reports whether two lines begin with the same two words, as the entries
// of a list without marks do: «The owner shall …».
func sameOpening(a, b string) bool {
	n := 0
	for i := 0; i < len(a) && i < len(b) && a[i] == b[i]; i++ {
		if a[i] == ' ' {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}
