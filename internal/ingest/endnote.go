package ingest

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/ingest/layout/endnote"
	"conceptdiff/internal/numbering"
)

// takeFlowEndnotes makes notes of the marks of endnotes in what a format's reader
// found, before labels are looked for: «12.2.[7]» is number 12.2. It sees all blocks
// at once, since the list of the endnotes' texts stands at the end of the document.
// Blocks are changed in place; none goes.
func takeFlowEndnotes(blocks []flow.Block) {
	paragraphs := make([]endnote.Paragraph, len(blocks))
	for i := range blocks {
		paragraphs[i].Text = blocks[i].Text
	}
	endnote.Take(paragraphs)
	for i, p := range paragraphs {
		if len(p.Notes) > 0 {
			blocks[i].Text, blocks[i].Notes = p.Text, append(blocks[i].Notes, p.Notes...)
		}
	}
}

// takeFlowRemarks makes notes of what a consolidation says of itself. A paragraph that
// was nothing else goes with the notes to the one before it.
func takeFlowRemarks(blocks []flow.Block) {
	unnumbered := func(i int) string {
		if blocks[i].Num != "" || blocks[i].Row {
			return ""
		}
		return blocks[i].Text
	}
	for i := range blocks {
		for end := flow.RemarkEnd(unnumbered, len(blocks), i); end > i; end-- {
			blocks[end-1].Text, blocks[end].Text = blocks[end-1].Text+" "+blocks[end].Text, ""
		}
		b := &blocks[i]
		if b.Row || b.Num != "" && strings.HasPrefix(b.Text, "(") {
			continue // of a provision with a number it is the text
		}
		if rest, notes := flow.CutRemarks(b.Text, false); len(notes) > 0 {
			b.Text, b.Notes = rest, append(b.Notes, notes...)
		}
	}
}

// takeEndnotes makes notes of both in blocks of a text or of Markdown, whose labels
// are cut already. One that was nothing but such a mark or remark goes; its notes
// belong to the block before it. It reuses the array of blocks.
func takeEndnotes(blocks []layout.Block) []layout.Block {
	paragraphs := make([]endnote.Paragraph, len(blocks))
	for i := range blocks {
		paragraphs[i].Text = blocks[i].Text
		if b := &blocks[i]; b.Label.Form == numbering.FormCode { // «KMQ1», the mark of an entry
			paragraphs[i].Text = b.Label.Printed + " " + b.Text
		}
	}
	endnote.Take(paragraphs)
	unlabelled := func(i int) string {
		if blocks[i].Labelled() || blocks[i].Row {
			return ""
		}
		return blocks[i].Text
	}
	out := blocks[:0]
	for i := 0; i < len(blocks); i++ {
		b, p := blocks[i], paragraphs[i]
		for end := flow.RemarkEnd(unlabelled, len(blocks), i); i < end; i++ {
			b.Text += " " + blocks[i+1].Text
		}
		if len(p.Notes) > 0 {
			b.Text, b.Notes = p.Text, append(b.Notes, p.Notes...)
		}
		// A labelled block that would be left without words keeps its remark: «5.
		// (Repealed by Act No. 12 of 2019.)» is what the provision says.
		if rest, notes := flow.CutRemarks(b.Text, false); len(notes) > 0 && !b.Row && (rest != "" || !b.Labelled()) {
			b.Text, b.Notes = rest, append(b.Notes, notes...)
		}
		if b.Text == "" && len(b.Notes) > 0 && !b.Labelled() && len(out) > 0 {
			last := &out[len(out)-1]
			last.Notes = append(last.Notes, b.Notes...)
			continue
		}
		out = append(out, b)
	}
	return out
}
