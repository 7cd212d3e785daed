package layout

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// SplitAtBreaks opens a block of its own where a label follows a line break made
// by hand and what stands before it is finished, or is a heading before a label with
// a word; any other break is a space. Soft hyphens, which show only where a
// line is broken, go.
func SplitAtBreaks(in []flow.Block) []flow.Block {
	out := make([]flow.Block, 0, len(in))
	var early []revision.Note
	for _, b := range in {
		if b.Text == "" && b.Num == "" { // only notes: they belong to what stands before them
			if n := len(out); n > 0 {
				out[n-1].Notes = append(out[n-1].Notes, b.Notes...)
			} else {
				early = append(early, b.Notes...)
			}
			continue
		}
		b.Notes, early = append(early, b.Notes...), nil
		if strings.Contains(b.Text, softHyphen) {
			b.Text = strings.ReplaceAll(b.Text, softHyphen, "")
		}
		if !strings.Contains(b.Text, "\n") || b.Row || b.Level > 0 {
			out = append(out, b)
			continue
		}
		notes := b.Notes
		b.Notes = nil
		lines := strings.Split(b.Text, "\n")
		b.Text = lines[0]
		for _, ln := range lines[1:] {
			before := strings.TrimSpace(b.Text)
			if l, _, ok := numbering.CutLabel(ln); ok && (Ends(before) || l.Unit != "" && !StartsSmall(l.Printed) && LooksLikeHeading(before)) {
				out = append(out, b)
				b.Num, b.Text = "", ln
				continue
			}
			b.Text += "\n" + ln
		}
		b.Notes = notes
		out = append(out, b)
	}
	return out
}

// softHyphen says where a word may be broken; it is not printed elsewhere.
const softHyphen = "\u00ad"

// FromFlow finds the labels of blocks, one block for each: whoever reads their places
// goes by the index. Their lines are their numbers, from 1. A number that the format
// prints by itself is the label whatever the text opens with, a row has none unless
// its first cell is one (see labelRows), and a heading has no bullet.
func FromFlow(in []flow.Block) []Block {
	lines := make([]Line, len(in))
	for i := range in {
		lines[i] = Line{No: i + 1, Text: Squeeze(in[i].Text), indent: IndentStep*in[i].Depth + in[i].Indent}
	}
	LabelLines(lines)
	blocks := make([]Block, len(in))
	for i := range in {
		b := Block{Line: i + 1, Indent: lines[i].indent, Label: lines[i].Label, Text: lines[i].rest, Level: in[i].Level, Plain: in[i].Plain, Struck: in[i].Struck, Notes: in[i].Notes}
		if b.Row = in[i].Row; b.Row {
			b.Label, b.Text, b.Plain = numbering.Label{Form: numbering.FormUnknown}, lines[i].Text, true
		} else if mark := in[i].Num; mark != "" {
			b.Label, b.Text = markLabel(mark), lines[i].Text
		} else if b.Level > 0 && b.Bullet() {
			b.Label, b.Text = numbering.Label{Form: numbering.FormUnknown}, lines[i].Text // «— Part one —»
		}
		blocks[i] = b
	}
	findFamilies(blocks, func(i int) string {
		first, _, broken := strings.Cut(in[i].Text, "\n")
		if !broken || blocks[i].Labelled() {
			return ""
		}
		return Squeeze(first)
	})
	return blocks
}

// markLabel reads a number or bullet that a format prints by itself («2.», «Article
// 5», «✓»). Whatever it is, it is a label: one that is no number stands as a bullet.
func markLabel(mark string) numbering.Label {
	if l, rest, ok := numbering.CutLabel(mark + " X"); ok && rest == "X" {
		return l
	}
	if l, ok := numbering.ParseNum(mark); ok {
		return l
	}
	return numbering.Label{Printed: mark, Form: numbering.FormBullet}
}
