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
	labelBareParagraphs(lines)
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

// labelBareParagraphs finds the paragraphs of articles that are numbered by a
// bare or raised number, as in Swiss law: «Art. 5 Principles / 1 The law is the
// basis. / 2 State action is in the public interest.» It takes them for labels
// where a third of the articles, and at least three, have a 1 there.
func labelBareParagraphs(lines []line) {
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
				lines[j].label, lines[j].rest, _ = revision.CutBare(lines[j].text)
				last = n
			}
		}
	}
}

func isArticle(ln *line) bool {
	return ln.label.Unit == revision.UnitArticle || ln.label.Unit == revision.UnitClause
}

// opensBare is the line with a bare 1 below the article at line i, 0 if there is
// none.
func opensBare(lines []line, i int) int {
	const far = 3 // the heading may take a line or two
	for j := i + 1; j <= i+far && j < len(lines) && !isArticle(&lines[j]); j++ {
		if bareNumber(&lines[j]) == 1 {
			return j
		}
	}
	return 0
}

// bareNumber is the value of the bare number that a line opens with, 0 for none.
func bareNumber(ln *line) int {
	if ln.labelled() {
		return 0
	}
	if l, rest, ok := revision.CutBare(ln.text); ok && rest != "" {
		return number(l.Num)
	}
	return 0
}

// splitCompound cuts blocks that open with two labels, «§ 3. (1) The Minister…»,
// «(2) (a) Where…», into two.
func splitCompound(blocks []block) []block {
	var out []block
	for i := range blocks {
		blk := blocks[i]
		for blk.numbered() && blk.level == 0 {
			l, rest, ok := revision.CutLabel(blk.text)
			if !ok || rest == "" || !opensInside(blk.label, l) {
				break
			}
			if out == nil {
				out = append(make([]block, 0, len(blocks)+16), blocks[:i]...)
			}
			head := blk
			head.text, head.notes = "", nil
			out = append(out, head)
			blk.label, blk.text = l, rest
		}
		if out != nil {
			out = append(out, blk)
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

// opensInside reports whether the label l, right after another, is the first of
// a sequence inside it.
func opensInside(outer, l revision.Label) bool {
	if l.Unit != "" || l.Form == revision.FormBullet || !isFirst(l) {
		return false
	}
	switch l.Form {
	case revision.FormParens, revision.FormParen:
		return outer.Form != l.Form || (len(outer.Decimal()) > 0) != (len(l.Decimal()) > 0)
	case revision.FormDot:
		return outer.Unit != "" && len(l.Decimal()) == 1
	}
	return false
}
