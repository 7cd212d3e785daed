package workspace

import (
	"context"
	"fmt"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/relate/concord"
	"conceptdiff/internal/relate/search"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Search finds passages of the named revisions or, where none is named, of all that are
// stored, of the documents around them and of what the claims files quote. most is how
// many are told, 0 for all.
func (w *Workspace) Search(ctx context.Context, query string, args []string, most int) ([]search.Hit, error) {
	everything := len(args) == 0
	if everything {
		for _, m := range w.PeekRevisions(ctx) {
			args = append(args, m.Label)
		}
	}
	var in []search.Text
	for _, arg := range args {
		doc, err := w.Document(ctx, arg)
		if err != nil {
			return nil, err
		}
		in = append(in, search.Text{Text: relate.TextOf(doc.Revision), Kind: "revision"})
		sources, err := doc.Sources()
		if err != nil {
			return nil, err
		}
		for _, s := range sources {
			t := &relate.Text{Key: s.Key, Language: s.Language}
			for _, c := range s.Claims {
				t.Passages = append(t.Passages, relate.Passage{Address: c.Key, Clause: c.Key, Text: c.Quote + c.Reported})
			}
			in = append(in, search.Text{Text: t, Kind: "source"})
		}
	}
	if everything {
		documents, err := w.RelatedDocuments(ctx)
		if err != nil {
			return nil, err
		}
		for _, d := range documents {
			in = append(in, search.Text{Text: d.Text(), Kind: "document"})
		}
	}
	return search.Find(query, in, most), nil
}

// Concord holds two languages of one text against each other. Two texts in one language
// are refused: they are revisions, and diff compares those.
func (w *Workspace) Concord(ctx context.Context, a, b string) (x, y *revision.Revision, differences []concord.Difference, err error) {
	docs, err := w.Documents(ctx, a, b)
	if err != nil {
		return nil, nil, nil, err
	}
	x, y = docs[0].Revision, docs[1].Revision
	if l := words.Primary(x.Language); l == words.Primary(y.Language) && l != "" && a != b {
		return nil, nil, nil, fault.Hint(fmt.Errorf("%s and %s are both in the language %q", x.Label, y.Label, l),
			"conceptdiff diff %s %s compares two texts in one language", a, b)
	}
	return x, y, concord.Check(x, y), nil
}
