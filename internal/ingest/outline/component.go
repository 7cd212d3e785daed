package outline

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// span is the blocks of one component, from first up to, not including, end; eid is
// its address, "" for the main text. Spans of a text follow each other without a gap.
type span struct {
	first, end int
	eid        string
	num        string // "Annex II"
	order      bool   // an order or the like, ahead of what it approves
}

// acts are the words by which an act in front of a text is known, with the EID
// its component gets. English, Azerbaijani, Russian, French.
var acts = []struct {
	word, eid string
	inflected bool // endings may follow
}{
	{"order", "order", false},
	{"sərəncam", "order", true},
	{"распоряжени", "order", true},
	{"приказ", "order", true},
	{"əmr", "order", true},
	{"decree", "decree", false},
	{"fərman", "decree", true},
	{"указ", "decree", true},
	{"décret", "decree", false},
	{"resolution", "resolution", false},
	{"постановлени", "resolution", true},
	{"qərar", "decision", true},
	{"решени", "decision", true},
	{"decision", "decision", false},
	{"law", "law", false},
	{"qanun", "law", true},
	{"закон", "law", true},
}

// splitComponents finds the components of a text: an act and what it approves, then
// annexes. What parts an act from its text is, in this order, a stamp of approval;
// numbering that starts again below a heading, in a text that begins as an act does;
// and an annex far longer than the act that brings it in. There is at least one
// component.
func (b *builder) splitComponents() []span {
	blocks := b.blocks
	var spans []span
	first := 0
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
		b.warn(blocks[first].Line, flow.OddUnapproved)
	} else {
		for _, h := range heads {
			b.heads[h] = true
		}
	}
	main := len(spans)
	text := span{first: first, end: len(blocks)}
	if first < len(blocks) && opensAnnex(&blocks[first]) {
		text.num = blocks[first].Label.Printed // the annex of something that is not here
	}
	spans = append(spans, text)
	spans = appendAnnexes(spans, blocks)
	if main == 0 && len(spans) == 2 && approvesAnnex(blocks, spans[0], spans[1]) {
		spans[0].eid, spans[0].order = actEID(blocks[:spans[0].end]), true
		spans[1].eid = ""
	}
	return spans
}

// appendAnnexes cuts the annexes off the last span. An annex whose number stands
// twice has the count behind it in its address, as provisions do («annex-1~2»).
func appendAnnexes(spans []span, blocks []layout.Block) []span {
	used := map[string]int{}
	for i := spans[len(spans)-1].first + 1; i < len(blocks); i++ {
		if !opensAnnex(&blocks[i]) {
			continue
		}
		eid := "annex"
		if n := blocks[i].Label.Num; n != "" {
			eid += "-" + strings.ToLower(n)
		}
		if used[eid]++; used[eid] > 1 {
			eid += "~" + strconv.Itoa(used[eid])
		}
		spans[len(spans)-1].end = i
		spans = append(spans, span{first: i, end: len(blocks), eid: eid, num: blocks[i].Label.Printed})
	}
	return spans
}

// approvesAnnex reports whether a short act of plain numbers only brings its one
// annex into force, so that the annex is the text.
func approvesAnnex(blocks []layout.Block, act, annex span) bool {
	const longest = 12 // numbers in the act
	numbers := 0
	for _, blk := range blocks[act.first:act.end] {
		if blk.Label.Unit != "" {
			return false
		}
		if blk.Numbered() {
			numbers++
		}
	}
	return numbers <= longest && annex.end-annex.first > 2*(act.end-act.first) && actEID(blocks[:act.end]) != ""
}

// actEID names an act by the first words of its kind in its first lines that are
// no sentences; "" when there are none.
func actEID(blocks []layout.Block) string {
	for i := range blocks[:min(len(blocks), 6)] {
		if layout.EndsSentence(blocks[i].Text) {
			continue
		}
		low := strings.ToLower(blocks[i].Text)
		best, at := "", len(low)
		for _, a := range acts {
			if k := indexWord(low, a.word, a.inflected); k >= 0 && k < at {
				best, at = a.eid, k
			}
		}
		if best != "" {
			return best
		}
	}
	return ""
}

// indexWord finds a word in s, with any ending if it is inflected; -1 if it is not
// there. A letter before or, without inflection, after it makes it a part of another
// word: «disorder» is no order.
func indexWord(s, word string, inflected bool) int {
	for from := 0; ; {
		k := strings.Index(s[from:], word)
		if k < 0 {
			return -1
		}
		k += from
		before, _ := utf8.DecodeLastRuneInString(s[:k])
		after, _ := utf8.DecodeRuneInString(s[k+len(word):])
		if !unicode.IsLetter(before) && (inflected || !unicode.IsLetter(after)) {
			return k
		}
		from = k + len(word)
	}
}

// opensAnnex reports whether a block is the heading of an annex. After a dash it may
// end in a full stop: «EXHIBIT A - Form of notice.» Other lines that begin so are
// sentences about an annex: «Annex 2 lists the fees.»
func opensAnnex(blk *layout.Block) bool {
	const short = 80 // bytes
	if blk.Label.Num == "" && layout.StartsSmall(blk.Label.Printed) {
		return false // «əlavə», a word of a torn line
	}
	return blk.Label.Unit == numbering.UnitAnnex && (blk.Text == "" || belongs(blk.Text) || layout.LooksLikeHeading(afterRemark(blk.Text)) || isRemark(blk.Text) ||
		len(blk.Text) <= short && strings.IndexByte(blk.Text, '.') == len(blk.Text)-1 && strings.ContainsAny(blk.Label.Printed, "-–—"))
}

// isRemark reports whether a line holds nothing but words in brackets, or where
// an annex belongs: (normative), [See section 3], Section 10.
func isRemark(s string) bool {
	if s == "" || len(s) > maxSigner || layout.Ends(s) {
		return false
	}
	if s[0] == '(' && strings.HasSuffix(s, ")") || s[0] == '[' && strings.HasSuffix(s, "]") {
		return true
	}
	_, rest, ok := numbering.CutLabel(s)
	return ok && rest == "" && numbering.IsUnitWord(s[:max(0, strings.IndexByte(s, ' '))])
}

// afterRemark is a heading without the remark in brackets that opens it.
func afterRemark(s string) string {
	if i := strings.IndexAny(s, ")]"); i > 0 && (s[0] == '(' || s[0] == '[') {
		return strings.TrimSpace(s[i+1:])
	}
	return s
}

// joinAnnexHeads gives the label of an annex with its number in front the lines above it
// that say to what it belongs: «“Tarla Qaydası”na / 1 nömrəli əlavə», «… Fərmanı ilə /
// təsdiq edilmişdir / 2 nömrəli əlavə». They are the annex's, and not the last words of
// the provision before it.
func joinAnnexHeads(blocks []layout.Block) []layout.Block {
	numberFirst := func(b layout.Block) bool {
		p := b.Label.Printed
		return b.Label.Unit == numbering.UnitAnnex && b.Text == "" && p != "" && p[0] >= '0' && p[0] <= '9'
	}
	if !slices.ContainsFunc(blocks, numberFirst) {
		return blocks
	}
	out := blocks[:0:0]
	for _, blk := range blocks {
		for goesUp := numberFirst(blk) && len(out) > 0; goesUp; {
			above := &out[len(out)-1]
			l, rest, ok := numbering.CutLabel(above.Text + " " + blk.Label.Printed)
			if above.Labelled() || above.Level > 0 || layout.Ends(above.Text) || !ok || rest != "" || l.Unit != numbering.UnitAnnex {
				break
			}
			blk.Label, blk.Gap, blk.Notes = l, above.Gap, slices.Concat(above.Notes, blk.Notes)
			out = out[:len(out)-1]
			goesUp = len(out) > 0 && goesOnToStamp(&out[len(out)-1])
		}
		out = append(out, blk)
	}
	return out
}

// joinRemarks joins the remark below an annex's number with the title after it:
// «Annex A / (normative) / Controls». Together they are its heading.
func joinRemarks(blocks []layout.Block) []layout.Block {
	var out []layout.Block
	for i := 0; i < len(blocks); i++ {
		first, blk := i, &blocks[i]
		for blk.Label.Unit == numbering.UnitAnnex && blk.Level == 0 && i+1 < len(blocks) && takesTitle(blk, blocks[i+1]) {
			if i == first {
				joined := *blk
				blk = &joined
			}
			last := remarkEnds(blocks, i+1)
			for ; i < last; i++ {
				blk.Text = strings.TrimSpace(blk.Text + " " + whole(&blocks[i+1]))
				blk.Notes = append(blk.Notes, blocks[i+1].Notes...)
			}
		}
		if i > first && out == nil {
			out = append(make([]layout.Block, 0, len(blocks)), blocks[:first]...)
		}
		if out != nil {
			out = append(out, *blk)
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

// remarkEnds is the last block of the remark or title at block i: a Russian one that says
// to what the annex belongs, «к постановлению Правительства / от 14 мая 2020 г. № 33»,
// goes on to the number of the act.
func remarkEnds(blocks []layout.Block, i int) int {
	const most = 4 // lines
	if !belongs(blocks[i].Text) || strings.ContainsAny(blocks[i].Text, "0123456789") {
		return titleEnds(blocks, i)
	}
	for j := i + 1; j < len(blocks) && j < i+most; j++ {
		switch t := blocks[j].Text; {
		case blocks[j].Labelled() || blocks[j].Level > 0 || layout.Ends(t) || layout.AllCaps(t) || len(t) > maxSigner:
			return i
		case strings.ContainsAny(t, "0123456789"):
			return j
		}
	}
	return i
}

// belongs reports whether words say in Russian to what an annex belongs: «к Правилам
// содержания колодцев».
func belongs(s string) bool {
	return (strings.HasPrefix(s, "к ") || strings.HasPrefix(s, "ко ")) && !layout.Ends(s)
}

// takesTitle reports whether the block after an annex's number is a remark, or
// the title after one.
func takesTitle(annex *layout.Block, next layout.Block) bool {
	switch {
	case next.Level > 0 || next.Plain:
		return false
	case next.Labelled(): // «Schedule 1 / Section 10», which brings it in
		return next.Text == "" && next.Label.Unit == numbering.UnitSection && !next.Label.First()
	case annex.Text == "":
		return isRemark(next.Text) || belongs(next.Text)
	}
	return (isRemark(annex.Text) || belongs(annex.Text)) && layout.LooksLikeHeading(next.Text)
}
