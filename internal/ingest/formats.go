package ingest

import (
	"context"
	"errors"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
)

// A format is a kind of file that is not plain text. The first of [formats] whose
// content fits reads the file; what fits none is text or Markdown.
type format struct {
	// is tells the format by its content; the name decides only where the
	// content leaves it open.
	is func(name string, data []byte) bool
	// read gets the file's name for its errors alone, and bytes of at most [MaxSize].
	read func(ctx context.Context, name string, data []byte, opts Options) (*Result, error)
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

// hintTracked is what helps where a file holds tracked changes and no --changes was
// given.
const hintTracked = "say which state is meant: --changes accept (as if all were accepted) or --changes reject (as before them); import --both stores one revision of each"

// readFlow makes the tree of what a format's reader found, or tells its error: err is
// the reader's, and doc may be nil where it is set. doc is changed on the way and not
// used afterwards.
//
// The order of the steps matters. Notes are taken first, because the notes of a
// consolidation decide whether struck-out words are refused; the text is then cut at
// line breaks, measured against the limits, and only then read for headings and
// contents, so that a file made to do harm costs no more than one pass.
func readFlow(name, format string, doc *flow.Document, opts Options, err error) (*Result, error) {
	if err == nil {
		takeFlowEndnotes(doc.Blocks)
		takeFlowRemarks(doc.Blocks)
		err = refuseStruck(doc, opts.Struck)
	}
	if err != nil {
		return nil, asError(name, err)
	}
	layout.KeepStruckNumbers(doc)
	tellStruck(doc)
	doc.Blocks = layout.SplitAtBreaks(doc.Blocks)
	if err := checkFlow(doc); err != nil {
		return nil, asError(name, err)
	}
	flow.SettleHeadings(doc.Blocks)
	var contents []flow.Dropped
	doc.Blocks, contents = layout.DropContents(doc.Blocks)
	doc.Dropped = append(doc.Dropped, contents...)
	res := outlined(layout.FromFlow(doc.Blocks))
	res.Format, res.Encoding, res.Language = format, doc.Encoding, doc.Language
	if res.Language == "" {
		res.Language = guessLanguage(sample(doc.Blocks))
	}
	for i := range doc.Blocks {
		res.places = append(res.places, doc.Blocks[i].Place)
	}
	// The outline knows blocks by their number, from 1, and their numbers are in Line
	// until here.
	for i := range res.Warnings {
		w := &res.Warnings[i]
		if w.Line > 0 { // the number of a block so far
			place := doc.Blocks[w.Line-1].Place
			w.Page, w.Line = place.Page, place.Line
		}
	}
	for _, w := range doc.Warnings {
		res.told = append(res.told, warned(w.Place, w))
	}
	res.Warnings = append(res.Warnings, res.told...)
	res.drop(doc.Dropped)
	noteMargins(res.Components, doc.Dropped)
	return res, nil
}

// asError is the error of a reader with the file's name and what to do. Tracked and
// struck-out words keep their own error inside, which callers ask for with errors.As
// to offer both states; any other is told in words alone.
func asError(name string, err error) *Error {
	var refused *flow.Error
	var tracked *flow.TrackedError
	var struck *flow.StruckError
	switch {
	case errors.As(err, &tracked):
		return &Error{File: name, Msg: tracked.Error(), Hint: hintTracked, Err: tracked}
	case errors.As(err, &struck):
		return &Error{File: name, Page: struck.Struck[0].Page, Line: struck.Struck[0].Line, Msg: struck.Error() + ": " + quoteFirst(struck.Struck), Hint: hintStruck, Err: struck}
	case errors.As(err, &refused):
		return &Error{File: name, Page: refused.Page, Line: refused.Line, Msg: refused.Msg, Hint: refused.Hint}
	}
	return &Error{File: name, Msg: err.Error()}
}

// sample is the beginning of the text, enough to guess its language: some 40,000
// bytes, a line a block.
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
