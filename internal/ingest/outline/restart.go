package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// restarts finds the places where top numbering starts again at 1 below an unnumbered
// heading, without a mark that says why: the index of each such heading. It looks
// only at texts whose clauses are plain numbers; under articles every paragraph 1
// starts again, and that is nothing to explain. It is nil where the text is of
// another kind.
func restarts(blocks []layout.Block) []int {
	var form numbering.Form
	var heads []int
	last, lastAt, indent := 0, -1, 0
	list := false
	dotted := dottedFrom(blocks)
	for i := range blocks {
		blk := &blocks[i]
		if !blk.Numbered() {
			continue
		}
		if blk.Label.Unit == numbering.UnitAnnex {
			break // it numbers on its own
		}
		if blk.Label.Unit != "" && !blk.Label.Unit.Groups() {
			return nil
		}
		d := blk.Label.Decimal()
		if len(d) > 1 {
			list = false
		}
		if len(d) != 1 || list || form != numbering.FormUnknown && lastAt >= 0 && (blk.Label.Form != form || !near(blk.Indent, indent)) {
			continue
		}
		if lastAt < 0 {
			form, indent = blk.Label.Form, blk.Indent
		}
		n := numbering.DigitValue(d[0])
		if n == 1 && last >= 2 {
			if next := dotted[i+1]; next == last || next == last+1 {
				list = true // of a section whose numbers go on after it
				continue
			}

			if h := headingBefore(blocks, i); h > lastAt {
				heads = append(heads, h)
			}
		}
		last, lastAt = n, i
	}
	return heads
}

// dottedFrom gives for each block, and the end, the first part of the first dotted
// number from there on, 0 if there is none.
func dottedFrom(blocks []layout.Block) []int {
	out := make([]int, len(blocks)+1)
	for i := len(blocks) - 1; i >= 0; i-- {
		out[i] = out[i+1]
		if d := blocks[i].Label.Decimal(); len(d) > 1 {
			out[i] = numbering.DigitValue(d[0])
		}
	}
	return out
}

// headingBefore finds the heading under which block i stands: the last block
// before it that looks like one, with nothing numbered between; -1 if there is
// none. An introduction belongs to the text whose title stands before it.
func headingBefore(blocks []layout.Block, i int) int {
	if i > 0 && layout.LastMark(blocks[i-1].Text) == ':' {
		return -1 // a list
	}
	for j := i - 1; j >= 0 && !blocks[j].Labelled(); j-- {
		if !blocks[j].Plain && layout.LooksLikeHeading(blocks[j].Text) && !isFront(blocks[j].Text) && blocks[j].Level == 0 {
			return j
		}
	}
	return -1
}

// maxPlainHeading is the length of the longest line taken for a heading without
// a number, in characters.
const maxPlainHeading = 130

// signers are words, in small letters, that open the line under which an act is
// signed: offices, and formulas of place and date.
var signers = []string{
	"president", "prezident", "президент", "done at", "fait à", "geschehen zu", "prime minister", "the president", "chairman",
	"speaker", "azərbaycan respublikasının prezidenti", "azərbaycan respublikasının baş naziri", "baş nazir", "председатель", "премьер-министр", "министр", "глава",
	"ilham əliyev", "le président", "der präsident", "der bundespräsident", "for the european parliament", "pour le parlement européen",
}

// signature finds where the signature at the end of a component begins: after
// its last numbered block, short lines of which one names who signs. It returns
// end when there is none.
func signature(blocks []layout.Block, first, end int) int {
	const longest = 12 // blocks
	start := end
	for i := end - 1; i >= first && end-i <= longest; i-- {
		blk := &blocks[i]
		if blk.Labelled() || blk.Level > 0 && !isSigner(blk.Text) || len(blk.Text) > 2*maxSigner || isNamed(blk.Text) {
			break
		}
		if isSigner(blk.Text) {
			start = i
		}
	}
	if start == end || start == first && (first == 0 || !layout.EndsSentence(blocks[first-1].Text)) {
		return end // the only words of the last provision
	}
	if start == first {
		return start
	}
	if name := &blocks[start-1]; isPersonName(name.Text) && !name.Labelled() && (start-1 > first || first > 0 && blocks[first-1].Text != "") {
		start--
	}
	return start
}

// isPersonName reports whether a line is two to four words in capitals, as the name of
// somebody who signs is set above the office.
func isPersonName(s string) bool {
	words := strings.Fields(strings.TrimSuffix(s, ","))
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) || strings.ContainsAny(w, "0123456789:;!?()") {
			return false
		}
	}
	return len(words) > 1 && len(words) < 5
}

// maxSigner is the length of the longest line that names who signs, in bytes.
const maxSigner = 120

// isSigner reports whether a line names who signs: by its first words or, in
// Azerbaijani, its last. A sentence about the office is none.
func isSigner(s string) bool {
	if len(s) > maxSigner {
		return false
	}
	low := layout.Lower(s)
	for _, w := range []string{" prezidenti", " naziri", " sədri"} { // the office comes last in Azerbaijani
		if strings.HasSuffix(low, w) {
			return true
		}
	}
	for _, w := range signers {
		if strings.HasPrefix(low, w) {
			return strings.HasPrefix(low, "done at") || strings.HasPrefix(low, "fait à") || strings.HasPrefix(low, "geschehen") || !layout.EndsSentence(s)
		}
	}
	return false
}
