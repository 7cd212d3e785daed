package ingest

import (
	"slices"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/ingest/markdown"
	"conceptdiff/internal/ingest/outline"
)

// readText reads a plain text. Lines are first mended (a label alone on its line gets
// its words back), then stripped of e-mail and page headers, then labelled; artefacts
// of pages are found by the labels, families of labels by the lines that are left,
// and paragraphs joined by the width that the lines turn out to have. What was
// dropped is told in the order of the file.
func readText(name, text string) (*Result, error) {
	lines, headers := layout.CutHeaders(layout.JoinLabels(layout.SplitLines(text)))
	lines = layout.SplitRunIn(lines)
	layout.LabelLines(lines)
	lines, dropped := layout.DropArtefacts(lines)
	layout.FindFamilies(lines)
	blocks := layout.Join(lines, layout.Measure(lines))
	if err := checkBlocks(blocks); err != nil {
		return nil, asError(name, err)
	}
	res := outlined(takeEndnotes(blocks))
	res.Format = FormatText
	dropped = append(dropped, headers...)
	slices.SortStableFunc(dropped, func(a, b flow.Dropped) int { return a.Line - b.Line })
	res.drop(dropped)
	return res, nil
}

// readMarkdown reads Markdown that any program wrote. Its blocks are known, so only
// labels and contents are looked for. Struck-out words («~~old~~») are treated as
// those of any format.
func readMarkdown(name, text string, opts Options) (*Result, error) {
	read, refused := markdown.Blocks(text, opts.Struck == flow.KeepStruck)
	if refused != nil {
		return nil, asError(name, refused)
	}
	doc := &flow.Document{Struck: read.Struck, Dropped: read.Dropped}
	for i := range read.Blocks {
		doc.Blocks = append(doc.Blocks, flow.Block{Text: read.Blocks[i].Text})
	}
	if err := refuseStruck(doc, opts.Struck); err != nil {
		return nil, asError(name, err)
	}
	tellStruck(doc)
	if err := checkBlocks(read.Blocks); err != nil {
		return nil, asError(name, err)
	}
	blocks, contents := layout.DropMarkdownContents(takeEndnotes(read.Blocks))
	layout.FindBlockFamilies(blocks)
	res := outlined(blocks)
	res.Format = FormatMarkdown
	res.drop(append(doc.Dropped, contents...))
	for _, w := range doc.Warnings {
		res.told = append(res.told, warned(flow.Place{Line: w.Line}, w))
	}
	res.Warnings = append(res.Warnings, res.told...)
	return res, nil
}

// outlined is the result of the blocks that a reader found, one for each place
// that it knows.
func outlined(blocks []layout.Block) *Result {
	tree := outline.Build(blocks)
	res := &Result{Components: tree.Components, Title: tree.Title, blocks: blocks, above: tree.Above}
	for _, w := range tree.Warnings {
		res.Warnings = append(res.Warnings, warned(w.Place, w))
	}
	return res
}

// drop tells what a reader took out. The file is set by readParts where there are
// several.
func (r *Result) drop(dropped []flow.Dropped) {
	for _, d := range dropped {
		r.Dropped = append(r.Dropped, Dropped{Page: d.Page, Line: d.Line, Text: d.Text, Why: d.Why})
	}
}
