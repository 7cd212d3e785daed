package cli

import (
	"context"

	"github.com/spf13/cobra"

	"conceptdiff/internal/revision"
)

func newList(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		GroupID: groupTexts,
		Short:   "List the stored revisions",
		Long: `List the stored revisions: label, date, status, base, language, size and title.
A base stands before what revises it.`,
		Example: `  conceptdiff list
  conceptdiff list --db ~/archive/conceptdiff.db`,
		Args:              arguments(0, 0),
		ValidArgsFunction: a.completer(takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runList(cmd.Context(), a) },
	}
}

func runList(ctx context.Context, a *app) error {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	metas, err := lib.store.Revisions(ctx)
	if err != nil {
		return err
	}
	lib.warnRefused()
	if len(metas) == 0 {
		a.notice("nothing is stored yet: conceptdiff import FILE")
		return nil
	}
	rows := [][]string{{"LABEL", "DATE", "STATUS", "BASE", "LANGUAGE", "CLAUSES", "WORDS", "TITLE"}}
	for _, m := range metas {
		r, err := lib.store.RevisionByLabel(ctx, m.Label)
		if err != nil {
			return err
		}
		rows = append(rows, listRow(r))
		path, err := lib.changedSource(m.Label)
		if err != nil {
			return err
		}
		if path != "" {
			a.warn("%s is no longer the text stored as %q", path, m.Label)
		}
	}
	return a.printTo(a.streams.Out, func(p *printer) { p.table(rows) })
}

func listRow(r *revision.Revision) []string {
	t := tallyOf(r)
	return []string{
		r.Label, dash(r.Date), string(r.Status), dash(r.Base), dash(r.Language),
		thousands(t.clauses), thousands(t.words), dash(r.Title),
	}
}

// dash stands for what is not known.
func dash(s string) string {
	if s == "" {
		return "-"
	}
	return plain(s)
}
