package ingest

import (
	"strconv"
	"strings"

	"conceptdiff/internal/revision"
)

// span is the blocks of one component.
type span struct {
	first, end int
	eid        string
	num        string // "Annex II"
	order      bool   // an order or the like, ahead of what it approves
}

// stamps open the lines that say by which act a text was approved. What comes
// before such a line is the act, what follows it the text.
var stamps = []string{
	"approved", "adopted by", "təsdiq edilmişdir", "təsdiq edilib", "təsdiq olunub", "təsdiq olunmuşdur", "təsdi̇q edi̇lmi̇şdi̇r",
	"утвержден", "утверждён", "одобрен", "onaylanmıştır", "approuvé", "genehmigt",
}

// acts are the words by which an act in front of a text is known, with the EID
// its component gets. English, Azerbaijani, Russian, French.
var acts = []struct{ word, eid string }{
	{"order", "order"},
	{"sərəncam", "order"},
	{"распоряжени", "order"},
	{"приказ", "order"},
	{"əmr", "order"},
	{"decree", "decree"},
	{"fərman", "decree"},
	{"указ", "decree"},
	{"décret", "decree"},
	{"resolution", "resolution"},
	{"постановлени", "resolution"},
	{"qərar", "decision"},
	{"решени", "decision"},
	{"decision", "decision"},
	{"law", "law"},
	{"qanun", "law"},
	{"закон", "law"},
}

// maxStamp is the length of the longest stamp of approval, in bytes.
const maxStamp = 400

func isStamp(s string) bool {
	if len(s) > maxStamp || ends(s) {
		return false
	}
	low := strings.ToLower(strings.TrimLeft(s, "«\"“ "))
	low = strings.ReplaceAll(low, "i\u0307", "i")
	for _, st := range stamps {
		if strings.HasPrefix(low, st) {
			return true
		}
	}
	// «… Sərəncamı ilə təsdiq edilmişdir»
	return strings.HasSuffix(low, "ilə təsdiq edilmişdir") || strings.HasSuffix(low, "ilə təsdiq olunmuşdur") || strings.HasSuffix(low, "ilə təsdiq edilib")
}

// splitComponents finds the components of a text: an act and what it approves,
// then annexes.
func (b *builder) splitComponents() []span {
	blocks := b.blocks
	var spans []span
	first := 0
	main := span{first: 0, end: len(blocks)}
	if i := b.findStamp(); i > 0 {
		eid := actEID(blocks[:i])
		if eid == "" {
			eid = "order"
		}
		spans = append(spans, span{first: 0, end: i, eid: eid, order: true})
		first = i
	} else if heads := restarts(blocks); len(heads) == 1 && actEID(blocks[:heads[0]]) != "" {
		first = heads[0]
		spans = append(spans, span{first: 0, end: first, eid: actEID(blocks[:first]), order: true})
		b.warn(blocks[first].line, "numbering starts again without a mark of approval: taken for the text that the act before it approves")
	} else {
		for _, h := range heads {
			b.heads[h] = true
		}
	}
	main.first = first
	used := map[string]int{}
	for i := first; i < len(blocks); i++ {
		if !opensAnnex(blocks, i) {
			continue
		}
		if main.end == len(blocks) {
			main.end = i
			if main.first < main.end {
				spans = append(spans, main)
			}
		} else {
			spans[len(spans)-1].end = i
		}
		eid := "annex"
		if n := blocks[i].label.Num; n != "" {
			eid += "-" + strings.ToLower(n)
		}
		if used[eid]++; used[eid] > 1 {
			eid += "~" + strconv.Itoa(used[eid])
		}
		spans = append(spans, span{first: i, end: len(blocks), eid: eid, num: blocks[i].label.Printed})
	}
	if main.end == len(blocks) {
		spans = append(spans, main)
	}
	return spans
}

// findStamp is the block in which an approved text begins, 0 if there is none:
// a stamp of approval with numbered clauses, or words that name an act, before
// it, and numbers that start again after it.
func (b *builder) findStamp() int {
	blocks := b.blocks
	act := false
	for i := range blocks {
		blk := &blocks[i]
		if blk.numbered() || i > 1 && i < 6 && actEID(blocks[:i]) != "" {
			act = true
		}
		if act && !blk.labelled() && blk.level == 0 && isStamp(blk.text) && i+1 < len(blocks) {
			if next := b.next[i]; next < 0 || isFirst(blocks[next].label) {
				return i
			}
		}
	}
	return 0
}

// actEID names an act by the first words of its kind in its first lines; "" when
// there are none.
func actEID(blocks []block) string {
	for i := range blocks[:min(len(blocks), 6)] {
		low := strings.ToLower(blocks[i].text)
		best, at := "", len(low)
		for _, a := range acts {
			if k := strings.Index(low, a.word); k >= 0 && k < at {
				best, at = a.eid, k
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// opensAnnex reports whether block i is the heading of an annex.
func opensAnnex(blocks []block, i int) bool {
	blk := &blocks[i]
	return blk.label.Unit == revision.UnitAnnex && (blk.text == "" || looksLikeHeading(blk.text))
}
