package ingest

import (
	"context"
	"errors"

	"conceptdiff/internal/ingest/akn"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// isAKN leaves the name out of account: the root element is in the first bytes of any
// Akoma Ntoso file, whatever the file is called.
func isAKN(_ string, data []byte) bool { return akn.Is(data) }

// readAKN reads Akoma Ntoso, whose hierarchy is taken as the file lays it out. The
// tree is checked as one from JSON is: a file by hand may give an address twice or
// put a component inside a clause, which no later step expects. Where the file names
// no language it is guessed from the text.
func readAKN(_ context.Context, name string, data []byte, _ Options) (*Result, error) {
	doc, err := akn.Read(data)
	if err != nil {
		var refused *flow.Error
		if errors.As(err, &refused) {
			return nil, &Error{File: name, Line: refused.Line, Msg: refused.Msg, Hint: refused.Hint}
		}
		return nil, &Error{File: name, Msg: err.Error()}
	}
	if err := validTree(doc.Components); err != nil {
		return nil, &Error{File: name, Msg: err.Error()}
	}
	res := &Result{Components: doc.Components, Meta: doc.Meta, Title: doc.Meta.Title, Language: doc.Meta.Language, Format: FormatAKN, Encoding: "UTF-8"}
	if res.Language == "" {
		res.Language = guessLanguage(treeSample(doc.Components))
	}
	for _, w := range doc.Warnings {
		res.Warnings = append(res.Warnings, warned(flow.Place{Line: w.Line}, w))
	}
	for _, d := range doc.Dropped {
		res.Dropped = append(res.Dropped, Dropped{Text: d.Text, Why: d.Why})
	}
	return res, nil
}

// treeSample is the beginning of a tree's text, enough to guess its language:
// headings and texts in order, a line a provision. It stops some provisions after
// 40,000 bytes, since a walk can leave out only what stands below.
func treeSample(components []*revision.Provision) string {
	const enough = 40_000
	var all []byte
	for _, c := range components {
		c.Walk(func(p *revision.Provision) bool {
			all = append(append(all, p.Heading+" "+p.Text...), '\n')
			return len(all) < enough
		})
	}
	return string(all)
}
