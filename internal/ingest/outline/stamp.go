package outline

import (
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/ingest/layout"
)

// stamps open the lines that say by which act a text was approved. What comes
// before such a line is the act, what follows it the text.
var stamps = []string{
	"approved", "adopted by", "təsdiq edilmişdir", "təsdiq edilib", "təsdiq olunub", "təsdiq olunmuşdur", "təsdi̇q edi̇lmi̇şdi̇r",
	"утвержден", "утверждён", "одобрен", "onaylanmıştır", "approuvé", "genehmigt",
}

// maxStamp is the length of the longest stamp of approval, in bytes.
const maxStamp = 400

// isStamp reports whether a line opens or, in Azerbaijani, closes a stamp of
// approval. A stamp is no sentence.
func isStamp(s string) bool {
	if len(s) > maxStamp || layout.Ends(s) {
		return false
	}
	low := layout.Lower(strings.TrimLeft(s, "«\"“ "))
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
	const most = 4 // lines
	start := i
	for start > 1 && i-start < most && goesOnToStamp(&blocks[start-1]) {
		start--
	}
	return start
}

// stampEndings end the lines of a stamp above its verb, in Azerbaijani: who approves, in
// the genitive, the date and number of the act, the act.
var stampEndings = []string{"nın", "nin", "nun", "nün", "tarixli", "nömrəli", "saylı", " ilə", "qərarı", "fərmanı", "sərəncamı", "qanunu", "əmri"}

// goesOnToStamp reports whether a block is a line of a stamp above its verb.
func goesOnToStamp(blk *layout.Block) bool {
	if blk.Labelled() || blk.Level > 0 || layout.Ends(blk.Text) || len(blk.Text) > maxSigner {
		return false
	}
	low := strings.ToLowerSpecial(unicode.AzeriCase, strings.TrimRight(blk.Text, " "))
	return slices.ContainsFunc(stampEndings, func(e string) bool { return strings.HasSuffix(low, e) })
}
