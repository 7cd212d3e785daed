package outline

import (
	"strings"
	"unicode"

	"conceptdiff/internal/ingest/layout"
)

// titleWords are the words by which a line is told to name an act, in the case in
// which its title has them.
var titleWords = map[string]bool{
	"qanunu": true, "məcəlləsi": true, "qərari": true, "fərmani": true, "sərəncami": true, "konstitusiyasi": true,
	"закон": true, "кодекс": true, "указ": true, "постановление": true, "приказ": true, "распоряжение": true, "конституция": true,
}

// titleLines is how many of a component's first blocks are lines of its title:
// «AZƏRBAYCAN RESPUBLİKASININ / QANUNU», «РОССИЙСКАЯ ФЕДЕРАЦИЯ / ФЕДЕРАЛЬНЫЙ
// ЗАКОН / О полях». They open the text, none of them ends or holds a figure (who adopted it, and when, is no part
// of it), and one names an act. 0
// when the title is a single line or of another kind.
func titleLines(blocks []layout.Block) int {
	const most = 4
	n, named := 0, false
	for n < len(blocks) && n < most {
		blk := &blocks[n]
		if blk.Labelled() || blk.Plain || blk.Text == "" || isStamp(blk.Text) || isNamed(blk.Text) || layout.Ends(blk.Text) || layout.StartsSmall(blk.Text) || strings.ContainsAny(blk.Text, "0123456789") {
			break
		}
		named = named || namesAct(blk.Text)
		n++
	}
	switch {
	case n < 2 || !named || n == len(blocks):
		return 0
	case n == most && !blocks[n].Labelled() && layout.LooksLikeHeading(blocks[n].Text):
		return 0 // a list of lines, not a title
	}
	return n
}

// annexWords name a text that an act approves, on the last line of its title:
// «Tarla / QAYDASI».
var annexWords = map[string]bool{
	"qaydasi": true, "qaydalari": true, "əsasnaməsi": true, "nizamnaməsi": true, "təlimati": true, "proqrami": true, "konsepsiyasi": true,
	"strategiyasi": true, "siyahisi": true, "plani": true, "правила": true, "положение": true, "порядок": true,
}

// titleEnds is the last block of a title that begins at block i.
func titleEnds(blocks []layout.Block, i int) int {
	if i+1 >= len(blocks) {
		return i
	}
	next := &blocks[i+1]
	if next.Labelled() || next.Level != blocks[i].Level || !layout.AllCaps(next.Text) || !annexWords[squeezed(next.Text)] {
		return i
	}
	return i + 1
}

func namesAct(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		if titleWords[squeezed(w)] {
			return true
		}
	}
	return titleWords[squeezed(s)] // Q A N U N U
}

// joined is the text of several blocks on one line.
func joined(blocks []layout.Block) string {
	var lines []string
	for i := range blocks {
		lines = append(lines, blocks[i].Text)
	}
	return strings.Join(lines, " ")
}
