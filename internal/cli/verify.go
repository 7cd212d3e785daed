package cli

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

func newVerify(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "verify",
		GroupID: groupStore,
		Short:   "Check that the store is sound",
		Long: `Read everything in the database and check it: SQLite's own structures, that every
text and file has the digest under which it is stored, that every revision can
be loaded and compared with its base and comes out as it is stored, that the
committee's record holds together and is about the stored words, and that the
files in revisions/ still are those that were stored. Exits 1 when something is
wrong.`,
		Example: `  conceptdiff verify
  conceptdiff verify --db ~/archive/conceptdiff.db`,
		Args:              arguments(0, 0),
		ValidArgsFunction: a.completer(takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runVerify(cmd.Context(), a) },
	}
}

func runVerify(ctx context.Context, a *app) error {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	problems, err := lib.store.Integrity(ctx)
	if err != nil {
		return err
	}
	if len(problems) == 0 {
		revisions, err := lib.all(ctx)
		if err != nil {
			return err
		}
		for _, r := range revisions {
			problems = append(problems, lib.verifyRevision(ctx, revisions, r)...)
		}
		record, found, err := lib.recordProblems(ctx)
		if err != nil {
			return err
		}
		problems = append(problems, found...)
		for _, label := range slices.Sorted(maps.Keys(lib.refused)) {
			problems = append(problems, lib.refused[label].Error())
		}
		if len(problems) == 0 {
			return a.printTo(a.streams.Out, func(p *printer) {
				p.printf("%s: sound, %s and %s in the record\n", lib.store.Path(), plural(len(revisions), "revision"),
					count(len(record.Entries()), "entry", "entries"))
			})
		}
	}
	if err := a.printTo(a.streams.Out, func(p *printer) {
		for _, s := range problems {
			p.text("", "  ", s)
		}
	}); err != nil {
		return err
	}
	return fmt.Errorf("%s: %s", lib.store.Path(), plural(len(problems), "problem"))
}

func (l *library) verifyRevision(ctx context.Context, all []*revision.Revision, r *revision.Revision) []string {
	var out []string
	switch path, err := l.changedSource(r.Label); {
	case err != nil:
		out = append(out, fmt.Sprintf("%s: %v", r.Label, err))
	case path != "":
		out = append(out, fmt.Sprintf("%s: %s is no longer the file that was stored", r.Label, path))
	}
	if err := l.badClaims[r.Label]; err != nil {
		out = append(out, fmt.Sprintf("%s: %v", r.Label, err))
	}
	for _, base := range all {
		if base.Label != r.Base {
			continue
		}
		if err := l.verifyComparison(ctx, base, r); err != nil {
			out = append(out, fmt.Sprintf("%s: %v", r.Label, err))
		}
	}
	return out
}

// verifyComparison compares a revision with its base and with what is stored of
// that.
func (l *library) verifyComparison(ctx context.Context, base, r *revision.Revision) error {
	c, err := compare.Compare(base, r)
	if err != nil {
		return fmt.Errorf("cannot be compared with its base %s: %w", base.Label, err)
	}
	found, err := c.Marshal()
	if err != nil {
		return err
	}
	kept, err := l.store.Comparison(ctx, r.Label, buildID())
	if err == nil && kept != nil && !bytes.Equal(kept, found) {
		err = fmt.Errorf("what is stored of its comparison with %s is not what is found now", base.Label)
	}
	return err
}
