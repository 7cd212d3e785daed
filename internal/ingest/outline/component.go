package outline

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
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

// maxStamp is the length of the longest stamp of approval, in bytes.
const maxStamp = 400

func isStamp(s string) bool {
	if len(s) > maxStamp || layout.Ends(s) {
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

// stampEnd is the block with which the stamp at block i ends: the one that holds
// the number or date of the act that approves, «by Decree of the President / of
// 2 July 2021 No. 400», when it stands a few lines below.
func stampEnd(blocks []layout.Block, i int) int {
	const far = 4 // blocks
	for j := i; j <= i+far && j < len(blocks) && !blocks[j].Labelled(); j++ {
		if t := blocks[j].Text; strings.ContainsAny(t, "0123456789") && len(t) <= maxSigner {
			return j
		}
	}
	return i
}

// splitComponents finds the components of a text: an act and what it approves,
// then annexes.
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
		b.warn(blocks[first].Line, "numbering starts again without a mark of approval: taken for the text that the act before it approves")
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

// appendAnnexes cuts the annexes off the last span.
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

// findStamp is the block in which an approved text begins, 0 if there is none:
// a stamp of approval with numbered clauses, or words that name an act and a
// sentence, before it, and numbers that start again after it. («Adopted by the
// State Duma / Approved by the Council» below a law's title is none.)
func (b *builder) findStamp() int {
	blocks := b.blocks
	act, sentence := false, false
	for i := range blocks {
		blk := &blocks[i]
		if blk.Numbered() || sentence && i < 6 && actEID(blocks[:i]) != "" {
			act = true
		}
		sentence = sentence || layout.EndsSentence(blk.Text)
		if act && !blk.Labelled() && blk.Level == 0 && isStamp(blk.Text) && i+1 < len(blocks) {
			if next := b.next[i]; next < 0 || blocks[next].Label.First() {
				return stampStart(blocks, i)
			}
		}
	}
	return 0
}

// stampStart is the block with which the stamp begins that ends at block i: the lines
// above its verb name the act, «Nazirlər Kabinetinin / 2020-ci il 5 may tarixli 10
// nömrəli Qərarı ilə / təsdiq edilmişdir».
func stampStart(blocks []layout.Block, i int) int {
	const most = 3 // lines
	goesOn := func(ending string) bool { return strings.HasSuffix(strings.ToLower(blocks[i-1].Text), ending) }
	if i == 0 || !slices.ContainsFunc([]string{" ilə", " tarixli", " nömrəli"}, goesOn) {
		return i
	}
	start := i
	for start > 1 && i-start < most {
		if above := &blocks[start-1]; above.Labelled() || above.Level > 0 || layout.Ends(above.Text) || len(above.Text) > maxSigner {
			break
		}
		start--
	}
	return start
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

// indexWord finds a word in s, with any ending if it is inflected; -1 if it is
// not there.
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

// opensAnnex reports whether a block is the heading of an annex. After a dash it
// may end in a full stop: «EXHIBIT A - Form of notice.»
func opensAnnex(blk *layout.Block) bool {
	const short = 80 // bytes
	if blk.Label.Num == "" && layout.StartsSmall(blk.Label.Printed) {
		return false // «əlavə», a word of a torn line
	}
	return blk.Label.Unit == numbering.UnitAnnex && (blk.Text == "" || layout.LooksLikeHeading(afterRemark(blk.Text)) || isRemark(blk.Text) ||
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

// joinRemarks joins the remark below an annex's number with the title after it:
// «Annex A / (normative) / Controls». Together they are its heading.
func joinRemarks(blocks []layout.Block) []layout.Block {
	var out []layout.Block
	for i := 0; i < len(blocks); i++ {
		first, blk := i, &blocks[i]
		for blk.Label.Unit == numbering.UnitAnnex && blk.Level == 0 && i+1 < len(blocks) && takesTitle(blk, blocks[i+1]) {
			if i++; i == first+1 {
				joined := *blk
				blk = &joined
			}
			blk.Text = strings.TrimSpace(blk.Text + " " + whole(&blocks[i]))
			blk.Notes = append(blk.Notes, blocks[i].Notes...)
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

// takesTitle reports whether the block after an annex's number is a remark, or
// the title after one.
func takesTitle(annex *layout.Block, next layout.Block) bool {
	switch {
	case next.Level > 0 || next.Plain:
		return false
	case next.Labelled(): // «Schedule 1 / Section 10», which brings it in
		return next.Text == "" && next.Label.Unit == numbering.UnitSection && !next.Label.First()
	case annex.Text == "":
		return isRemark(next.Text)
	}
	return isRemark(annex.Text) && layout.LooksLikeHeading(next.Text)
}
