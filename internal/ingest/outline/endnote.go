package outline

import (
	"strings"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/lazy"
	"conceptdiff/internal/revision"
)

// The mark of an endnote: a number in square brackets, raised or not, or the sign
// of a decision of the Constitutional Court, which stands without them.
var (
	markAtStart = lazy.Regexp(`^(?:\[([0-9⁰¹²³⁴-⁹]{1,4}|KMQ?[0-9]{1,3})\]|(KMQ?[0-9]{1,3})(?:\s|$))`)
	lowered     = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
)

// cutMark separates the mark at the start of an endnote from its text. The mark comes
// in plain figures without brackets, "" where there is none. «[12] By Act …» gives 12
// and «By Act …».
func cutMark(s string) (mark, rest string) {
	m := markAtStart().FindStringSubmatchIndex(s)
	if m == nil {
		return "", s
	}
	return lowered.Replace(strings.Trim(strings.TrimSpace(s[:m[1]]), "[]")), strings.TrimSpace(s[m[1]:])
}

// endnote is what stands behind a mark.
type endnote struct {
	text   string
	blocks []int // of its list
	called bool  // a mark in the text calls for it
}

// attachEndnotes gives the notes of the text, which its marks became before, the
// whole of their endnotes, with the former wordings: what an endnote says stands
// with the provision that it is about, and no longer in the list, whose numbers
// every consolidation gives anew. What no mark calls for stays in the list.
func attachEndnotes(text []layout.Block, lists []register) []layout.Block {
	for k := range lists {
		if lists[k].eid == eidSources {
			continue
		}
		notes := endnotesOf(&lists[k])
		for i := range text {
			complete(text[i].Notes, notes)
		}
		taken := map[int]bool{}
		for _, n := range notes {
			for _, i := range n.blocks {
				taken[i] = n.called
			}
		}
		left := lists[k].blocks[:0:0]
		for i, blk := range lists[k].blocks {
			if !taken[i] {
				left = append(left, blk)
			}
		}
		lists[k].blocks = left
	}
	return text
}

// complete gives notes the whole text of their endnotes.
func complete(of []revision.Note, notes map[string]*endnote) {
	for i := range of {
		if of[i].Kind != revision.NoteEditorial {
			continue
		}
		if n := notes[lowered.Replace(strings.Trim(of[i].Mark, "[]"))]; n != nil {
			of[i].Text, n.called = n.text, true
		}
	}
}

// endnotesOf reads the endnotes of a list by their marks. An endnote goes on over the
// blocks without a mark after it, as former wordings do; one whose block has notes of
// its own ends before it, so that these are not lost.
func endnotesOf(r *register) map[string]*endnote {
	notes := map[string]*endnote{}
	var open *endnote
	for i := range r.blocks {
		blk := &r.blocks[i]
		s := whole(blk)
		if mark, rest := cutMark(s); mark != "" {
			open = nil
			if notes[mark] == nil { // the first of two with one mark
				open = &endnote{}
				notes[mark] = open
			}
			s = rest
		}
		if open == nil || len(blk.Notes) > 0 {
			open = nil
			continue
		}
		open.text = strings.TrimSpace(open.text + " " + s)
		open.blocks = append(open.blocks, i)
	}
	for mark, n := range notes {
		if n.text == "" {
			delete(notes, mark)
		}
	}
	return notes
}
