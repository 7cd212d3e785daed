package outline

import (
	"strings"
	"unicode"

	"conceptdiff/internal/ingest/layout"
)

// title finds the block that is the component's title: its first one that looks
// like a heading, after a stamp of approval if there is one.
func (b *builder) title(c span) int {
	first := c.first
	if c.num != "" {
		if first++; b.blocks[c.first].Text != "" {
			return -1
		}
	}
	first = afterStamp(b.blocks[:c.end], first)
	for i := first; i < c.end && i < first+8; i++ {
		blk := &b.blocks[i]
		if blk.Labelled() || isNamed(blk.Text) && (blk.Level == 0 || b.hasLevel(1, i+1, c.end)) {
			return -1
		}
		if blk.Level > 0 {
			if blk.Level == 1 {
				return i
			}
			return -1
		}
		if isStamp(blk.Text) {
			i = stampEnd(b.blocks[:c.end], i)
			continue
		}
		if blk.Plain {
			continue
		}
		if i+1 < c.end && (layout.LooksLikeHeading(blk.Text) || titleEnds(b.blocks[:c.end], i) > i) {
			return i
		}
		return -1
	}
	return -1
}

// hasLevel reports whether one of those blocks is a heading of that level.
func (b *builder) hasLevel(level, first, end int) bool {
	for i := first; i < end; i++ {
		if b.blocks[i].Level == level {
			return true
		}
	}
	return false
}

// afterStamp is the first block after an Azerbaijani stamp of approval that opens
// a text and runs over lines, its verb on the last of them; first itself when
// there is none.
func afterStamp(blocks []layout.Block, first int) int {
	const most = 4 // lines
	for i := first; i < first+most && i < len(blocks); i++ {
		blk := &blocks[i]
		if blk.Labelled() || blk.Level > 0 || layout.EndsSentence(blk.Text) {
			break
		}
		low := layout.Lower(blk.Text)
		if isStamp(blk.Text) && (strings.HasPrefix(low, "təsdiq") || i > first && strings.Contains(low, " ilə təsdiq ")) {
			return i + 1
		}
	}
	return first
}

// titleWords are the words by which a line is told to name an act, in the case in
// which its title has them.
var titleWords = map[string]bool{
	"qanunu": true, "məcəlləsi": true, "qərari": true, "fərmani": true, "sərəncami": true, "konstitusiyasi": true,
	"закон": true, "кодекс": true, "указ": true, "постановление": true, "приказ": true, "распоряжение": true, "конституция": true,
}

// titleLines is how many of a component's first blocks are lines of its title:
// «AZƏRBAYCAN RESPUBLİKASININ / QANUNU», «РОССИЙСКАЯ ФЕДЕРАЦИЯ / ФЕДЕРАЛЬНЫЙ
// ЗАКОН / О полях». They open the text, none of them ends or holds a figure (who
// adopted it, and when, is no part of it), and one names an act. 0 when the title is a
// single line or of another kind.
func titleLines(blocks []layout.Block) int {
	const most = 4
	n, named := 0, false
	for n < len(blocks) && n < most {
		blk := &blocks[n]
		if blk.Labelled() || blk.Plain || blk.Text == "" || isStamp(blk.Text) || isAdoption(blk.Text) || isNamed(blk.Text) || layout.Ends(blk.Text) || layout.StartsSmall(blk.Text) || strings.ContainsAny(blk.Text, "0123456789") {
			break
		}
		named = named || namesAct(blk.Text)
		n++
	}
	switch {
	case n < 2 || !named || n == len(blocks):
		return 0
	case n == most && !blocks[n].Labelled() && !isAdoption(blocks[n].Text) && layout.LooksLikeHeading(blocks[n].Text):
		return 0 // a list of lines, not a title
	}
	return n
}

// isAdoption reports whether a line below a title opens those that say who adopted the
// act: «Принят / Государственной Думой / 5 мая 2001 года».
func isAdoption(s string) bool {
	first, _, _ := strings.Cut(layout.Lower(s), " ")
	return first == "принят" || first == "принята" || first == "принято" || first == "одобрен"
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

// titleEnds is the last block of a title that begins at block i. The line that names
// the text, in capitals, is its last in Azerbaijani, and its first in Russian. Three
// lines at most are a title.
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

// namesAct reports whether a line names a kind of act, in one of its words or with
// all its letters set apart.
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
