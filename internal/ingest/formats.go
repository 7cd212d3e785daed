package ingest

import (
	"errors"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// A format is a kind of file that is not plain text. The first whose content
// fits reads the file.
type format struct {
	// is tells the format by its content; the name decides only where the
	// content leaves it open.
	is   func(name string, data []byte) bool
	read func(name string, data []byte, opts Options) (*Result, error)
}

// formats lists them. (A function: an archive of several files comes back here.)
func formats() []format {
	return []format{
		{isArchive, readArchive},
		{isCompound, readCompound},
		{isRTF, readRTF},
		{isAKN, readAKN},
		{isJSON, readJSON},
		{isMarked, readMarked},
		{isPDF, readPDF},
		{isHTML, readHTML},
	}
}

// Options say how a file is to be read.
type Options = flow.Options

const hintTracked = "say which state is meant: --changes accept (as if all were accepted) or --changes reject (as before them); import --both stores one revision of each"

// readFlow makes the tree of what a format's reader found, or tells its error.
func readFlow(name, format string, doc *flow.Document, err error) (*Result, error) {
	var refused *flow.Error
	var tracked *flow.TrackedError
	switch {
	case errors.As(err, &tracked):
		return nil, &Error{File: name, Msg: tracked.Error(), Hint: hintTracked, Err: tracked}
	case errors.As(err, &refused):
		return nil, &Error{File: name, Page: refused.Page, Line: refused.Line, Msg: refused.Msg, Hint: refused.Hint}
	case err != nil:
		return nil, &Error{File: name, Msg: err.Error()}
	}
	if doc.Blocks = splitAtBreaks(doc.Blocks); len(doc.Blocks) > flow.MaxBlocks {
		e := flow.TooMany()
		return nil, &Error{File: name, Msg: e.Msg, Hint: e.Hint}
	}
	flow.SettleHeadings(doc.Blocks)
	res := build(flowBlocks(doc.Blocks))
	res.Format, res.Encoding, res.Language = format, doc.Encoding, doc.Language
	if res.Language == "" {
		res.Language = guessLanguage(sample(doc.Blocks))
	}
	for i := range doc.Blocks {
		res.places = append(res.places, doc.Blocks[i].Place)
	}
	for i := range res.Warnings {
		w := &res.Warnings[i]
		if w.Line > 0 { // the number of a block so far
			place := doc.Blocks[w.Line-1].Place
			w.Page, w.Line = place.Page, place.Line
		}
	}
	for _, w := range doc.Warnings {
		res.told = append(res.told, Warning{Page: w.Page, Line: w.Line, Text: w.Text})
	}
	res.Warnings = append(res.Warnings, res.told...)
	for _, d := range doc.Dropped {
		res.Dropped = append(res.Dropped, Dropped{Page: d.Page, Line: d.Line, Text: d.Text, Why: d.Why})
	}
	return res, nil
}

// splitAtBreaks opens a block of its own where a label follows a line break made
// by hand; any other break is a space. Soft hyphens, which show only where a
// line is broken, go.
func splitAtBreaks(in []flow.Block) []flow.Block {
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
			if _, _, ok := numbering.CutLabel(ln); ok && ends(strings.TrimSpace(b.Text)) {
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

const softHyphen = "\u00ad"

// flowBlocks finds the labels of blocks. Their lines are their numbers, from 1.
func flowBlocks(in []flow.Block) []block {
	lines := make([]line, len(in))
	for i := range in {
		lines[i] = line{no: i + 1, text: squeeze(in[i].Text), indent: indentStep*in[i].Depth + in[i].Indent}
	}
	labelLines(lines)
	blocks := make([]block, len(in))
	for i := range in {
		b := block{line: i + 1, indent: lines[i].indent, label: lines[i].label, text: lines[i].rest, level: in[i].Level, plain: in[i].Plain, notes: in[i].Notes}
		if in[i].Row {
			b.label, b.text, b.plain = numbering.Label{Form: numbering.FormUnknown}, lines[i].text, true
		} else if mark := in[i].Num; mark != "" {
			b.label, b.text = markLabel(mark), lines[i].text
		} else if b.level > 0 && b.bullet() {
			b.label, b.text = numbering.Label{Form: numbering.FormUnknown}, lines[i].text // «— Part one —»
		}
		blocks[i] = b
	}
	return blocks
}

// markLabel reads a number or bullet that a format prints by itself. Whatever it
// is, it is a label: one that is no number stands as a bullet.
func markLabel(mark string) numbering.Label {
	if l, rest, ok := numbering.CutLabel(mark + " X"); ok && rest == "X" {
		return l
	}
	if l, ok := numbering.ParseNum(mark); ok {
		return l
	}
	return numbering.Label{Printed: mark, Form: numbering.FormBullet}
}

// sample is the beginning of the text, enough to guess its language.
func sample(blocks []flow.Block) string {
	const enough = 40_000
	var all []byte
	for i := range blocks {
		if len(all) > enough {
			break
		}
		all = append(append(all, blocks[i].Text...), '\n')
	}
	return string(all)
}
