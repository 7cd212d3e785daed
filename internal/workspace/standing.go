package workspace

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// Metas tells what is known of the stored revisions, a base before what revises it.
func (w *Workspace) Metas(ctx context.Context) ([]revision.Meta, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	return lib.metas.Get(ctx, lib.store, lib.store.Revisions)
}

// RecordState is another text whenever something was added to the record, by this
// process or another.
func (w *Workspace) RecordState(ctx context.Context) (string, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return "", err
	}
	return lib.state.Get(ctx, lib.store, lib.store.RecordState)
}

// Basis is a digest of all that a comparison of two stored revisions rests on: the
// bytes of their sources, what is known of them, the claims files on the old one and
// the rulings of the record. As long as it is the same, so is [Workspace.Examine].
func (w *Workspace) Basis(ctx context.Context, old, new string) (string, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return "", err
	}
	metas, err := lib.metas.Get(ctx, lib.store, lib.store.Revisions)
	if err != nil {
		return "", err
	}
	claims, err := lib.digests.Get(ctx, lib.store, lib.store.ClaimDigests)
	if err != nil {
		return "", err
	}
	record, err := lib.soundRecord(ctx)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, label := range []string{old, new} {
		for _, m := range metas {
			if m.Label == label {
				fmt.Fprintf(sum, "%q\n", fmt.Sprint(m))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(claims[old])) {
		fmt.Fprintf(sum, "%q %s\n", name, claims[old][name])
	}
	for _, e := range record.Entries() {
		if e.Says.Kind() == review.KindPin {
			fmt.Fprintln(sum, e.Hash)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// Examination is a comparison with all that is said of it but the committee's marks,
// which change while others read it.
type Examination struct {
	Comparison *compare.Comparison
	Report     report.Report // without marks
}

// Examine compares two revisions and joins the comparison with everything that
// sources have to do with it. The result may be kept and shared: see
// [Workspace.Basis].
func (w *Workspace) Examine(ctx context.Context, old, new string) (*Examination, error) {
	in, err := w.examine(ctx, old, new)
	if err != nil {
		return nil, err
	}
	r, err := report.Build(in)
	if err != nil {
		return nil, err
	}
	return &Examination{Comparison: in.Comparison, Report: r}, nil
}

// Tally counts what a revision consists of. Words are those of headings and texts.
type Tally struct {
	Components, Clauses, Paragraphs, Items, Words int
}

// TallyOf counts what a revision consists of.
func TallyOf(r *revision.Revision) Tally {
	t := Tally{Components: len(r.Components), Clauses: len(r.Clauses())}
	lexicon := textdiff.NewLexicon(r.Language)
	var tokens []textdiff.Token // of one text after the other
	count := func(text string) int {
		tokens = lexicon.AppendTokens(tokens[:0], text)
		return textdiff.Words(tokens)
	}
	r.Walk(func(p *revision.Provision) bool {
		switch p.Kind {
		case revision.KindParagraph:
			t.Paragraphs++
		case revision.KindItem:
			t.Items++
		}
		t.Words += count(p.Heading) + count(p.Text)
		return true
	})
	return t
}

func (t Tally) String() string {
	return fmt.Sprintf("%s, %s, %s, %s, %s", phrase.Plural(t.Components, "component"), phrase.Plural(t.Clauses, "clause"),
		phrase.Plural(t.Paragraphs, "paragraph"), phrase.Plural(t.Items, "list item"), phrase.Plural(t.Words, "word"))
}
