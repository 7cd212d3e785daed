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

// annexWords name a text that an act approves, on a line of its title: «Tarla /
// QAYDASI», «Tarla haqqında / ƏSASNAMƏ», «ПРАВИЛА / содержания полей».
var annexWords = map[string]bool{
	"qaydasi": true, "qaydalari": true, "əsasnaməsi": true, "nizamnaməsi": true, "təlimati": true, "proqrami": true, "konsepsiyasi": true,
	"strategiyasi": true, "siyahisi": true, "plani": true, "sayi": true, "jurnali": true, "cədvəli": true, "formasi": true,
	"qayda": true, "qaydalar": true, "əsasnamə": true, "nizamnamə": true, "təlimat": true, "akt": true, "siyahi": true, "ərizə": true,
	"konsepsiya": true, "strategiya": true, "proqram": true, "концепция": true, "стратегия": true,
	"правила": true, "положение": true, "порядок": true, "устав": true, "инструкция": true, "перечень": true, "список": true, "форма": true,
	"акт": true, "журнал": true, "методика": true, "регламент": true, "программа": true, "план": true, "состав": true,
}

// titleEnds is the last block of a title that begins at block i. The line that names the
// text, in capitals, is its last in Azerbaijani, and its first in Russian.
func titleEnds(blocks []layout.Block, i int) int {
	const most = 3 // lines
	goesOn := func(j int) bool {
		return j < len(blocks) && !blocks[j].Labelled() && blocks[j].Level == blocks[i].Level && blocks[j].Text != "" && !layout.Ends(blocks[j].Text)
	}
	names := func(j int) bool {
		t := blocks[j].Text
		return layout.AllCaps(t) && (annexWords[squeezed(t)] || annexWords[squeezed(t[strings.LastIndexByte(t, ' ')+1:])])
	}
	switch {
	case goesOn(i+1) && names(i+1):
		return i + 1
	case !names(i):
		return i
	}
	last := i
	for last < i+most && goesOn(last+1) && (layout.StartsSmall(blocks[last+1].Text) || layout.AllCaps(blocks[last+1].Text) && !isNamed(blocks[last+1].Text)) {
		last++
	}
	return last
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
