package outline

import (
	"regexp"
	"strings"
	"sync"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/revision"
)

// The mark of an endnote: a number in square brackets, raised or not, or the sign
// of a decision of the Constitutional Court, which stands without them.
var (
	markAtStart = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`^(?:\[([0-9⁰¹²³⁴-⁹]{1,4}|KMQ?[0-9]{1,3})\]|(KMQ?[0-9]{1,3})(?:\s|$))`)
	})
	marks = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`[ \x{a0}]?(?:\[([0-9⁰¹²³⁴-⁹]{1,4}|KMQ?[0-9]{1,3})\]|(KMQ?[0-9]{1,3}))`)
	})
	lowered = strings.NewReplacer("⁰", "0", "¹", "1", "²", "2", "³", "3", "⁴", "4", "⁵", "5", "⁶", "6", "⁷", "7", "⁸", "8", "⁹", "9")
)

// cutMark separates the mark at the start of an endnote from its text. The mark
// comes in plain figures without brackets, "" where there is none.
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

// attachEndnotes makes notes of the endnotes of a consolidated act: each stands
// with the provision in which its mark stands, and the mark, which every new
// consolidation numbers anew, is no longer part of the text. What no mark calls
// for stays in its list.
func attachEndnotes(text []layout.Block, lists []register) []layout.Block {
	for k := range lists {
		if lists[k].eid != eidAmendments {
			continue
		}
		notes := endnotesOf(&lists[k])
		if len(notes) == 0 {
			continue
		}
		text = takeMarks(text, notes)
		left := lists[k].blocks[:0:0]
		taken := map[int]bool{}
		for _, n := range notes {
			for _, i := range n.blocks {
				taken[i] = n.called
			}
		}
		for i, blk := range lists[k].blocks {
			if !taken[i] {
				left = append(left, blk)
			}
		}
		lists[k].blocks = left
	}
	return text
}

// endnotesOf reads the endnotes of a list by their marks.
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

// takeMarks takes the marks that call for an endnote out of the text. A block that
// is nothing but marks goes; its notes go to the block after it.
func takeMarks(text []layout.Block, notes map[string]*endnote) []layout.Block {
	out := make([]layout.Block, 0, len(text))
	var early []revision.Note
	for i := range text {
		blk := text[i]
		found := marksOf(&blk, notes)
		if blk.Text == "" && !blk.Labelled() && len(found) > 0 {
			early = append(append(early, blk.Notes...), found...)
			continue
		}
		if len(early)+len(found) > 0 {
			all := append(early, blk.Notes...)
			blk.Notes, early = append(all, found...), nil
		}
		out = append(out, blk)
	}
	if n := len(out); n > 0 && len(early) > 0 {
		out[n-1].Notes = append(out[n-1].Notes, early...)
	}
	return out
}

// marksOf cuts the marks out of a block's text and gives their notes. A mark that
// stands a second time has its note a second time, without the text.
func marksOf(blk *layout.Block, notes map[string]*endnote) []revision.Note {
	if !strings.ContainsAny(blk.Text, "[K") {
		return nil
	}
	var found []revision.Note
	blk.Text = marks().ReplaceAllStringFunc(blk.Text, func(m string) string {
		printed := strings.Trim(m, " \u00a0")
		mark := lowered.Replace(strings.Trim(printed, "[]"))
		n := notes[mark]
		if n == nil {
			return m
		}
		n.called = true
		found = append(found, revision.Note{Kind: revision.NoteFootnote, Mark: printed, Text: n.text})
		return ""
	})
	if len(found) > 0 {
		blk.Text = strings.TrimSpace(blk.Text)
	}
	return found
}
