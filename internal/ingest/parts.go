package ingest

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/ingest/zipdoc"
)

// origin is where a block of a revision in several files stands: a file of the
// archive, and the place in it.
type origin struct {
	file  string
	place flow.Place
}

// readParts reads an archive of files as one text, in the order in which they stand
// in it: chapters kept apart, as legal databases and wikis do. What numbers and
// headings mean is told from the whole. The blocks of all files are joined and the
// tree is made of them once, so that an article may run on into the next file and
// numbering is judged over all. A file that cannot be read refuses the whole: a text
// with a chapter missing would compare as one with a chapter repealed. Warnings of
// the parts' own outlines are left aside for those of the whole.
func readParts(ctx context.Context, name string, f *zipdoc.File, opts Options) (*Result, error) {
	whole := &Result{Format: FormatParts}
	var blocks []layout.Block
	var origins []origin
	var encodings []string
	for _, part := range f.Names() {
		if isPacking(part) {
			continue
		}
		res, err := readPart(ctx, name, part, f, opts)
		if err != nil {
			return nil, err
		}
		for i, b := range res.blocks {
			at := origin{part, flow.Place{Line: b.Line}}
			if res.places != nil {
				at.place = res.places[i]
			}
			origins = append(origins, at)
			// The outline's warnings come back with this number, from 1.
			b.Line = len(origins)
			blocks = append(blocks, b)
		}
		whole.Parts = append(whole.Parts, part)
		if !slices.Contains(encodings, res.Encoding) && res.Encoding != "" {
			encodings = append(encodings, res.Encoding)
		}
		for _, d := range res.Dropped {
			d.File = part
			whole.Dropped = append(whole.Dropped, d)
		}
		for _, w := range res.told {
			w.File = part
			whole.Warnings = append(whole.Warnings, w)
		}
	}
	if len(whole.Parts) == 0 {
		return nil, &Error{File: name, Msg: "the archive holds no files"}
	}
	res := outlined(blocks)
	for _, w := range res.Warnings {
		if w.Line > 0 {
			at := origins[w.Line-1]
			w.File, w.Page, w.Line = at.file, at.place.Page, at.place.Line
		}
		whole.Warnings = append(whole.Warnings, w)
	}
	whole.Components, whole.Title = res.Components, res.Title
	whole.Encoding = strings.Join(encodings, ", ")
	whole.Language = guessLanguage(treeSample(res.Components))
	return whole, nil
}

// readPart reads one file of an archive, by its content as any. Refused are an
// archive of files inside the archive (documents that are ZIP archives are read) and
// a file that is a whole revision with its own tree, Akoma Ntoso or JSON, which
// cannot be joined.
func readPart(ctx context.Context, name, part string, f *zipdoc.File, opts Options) (*Result, error) {
	full := name + "/" + part
	data, err := f.Bytes(part)
	var refused *flow.Error
	if errors.As(err, &refused) {
		return nil, &Error{File: full, Msg: refused.Msg, Hint: refused.Hint}
	}
	if err != nil {
		return nil, &Error{File: full, Msg: err.Error()}
	}
	if zipdoc.Is(data) {
		if inner, err := zipdoc.Open(data); err == nil && !isDocument(inner) {
			return nil, &Error{File: full, Msg: "is an archive inside an archive", Hint: "unpack it first"}
		}
	}
	res, err := ReadWith(ctx, full, data, opts)
	if err != nil {
		return nil, err
	}
	if res.blocks == nil {
		return nil, &Error{File: full, Msg: fmt.Sprintf("is a whole revision (%s), not a part of one", res.Format), Hint: "read it by itself"}
	}
	return res, nil
}

// isPacking reports whether a name in an archive is of no text: a folder, or
// what systems leave behind.
func isPacking(name string) bool {
	return strings.HasSuffix(name, "/") || strings.HasPrefix(name, "__MACOSX/") || strings.HasPrefix(path.Base(name), ".")
}
