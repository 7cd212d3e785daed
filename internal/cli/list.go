package cli

import (
	"context"

	"github.com/spf13/cobra"

	"conceptdiff/internal/render"
)

func newList(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "list",
		GroupID: groupTexts,
		Short:   "List the stored revisions",
		Long: `List the stored revisions: label, date, status, base, language, size and title.
A base stands before what revises it.`,
		Example: `  conceptdiff list
  conceptdiff list --db ~/archive/conceptdiff.db
  conceptdiff list --format json`,
		Args:              arguments(0, 0),
		ValidArgsFunction: a.completer(takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runList(cmd.Context(), a, format) },
	}
	enumVar(cmd, cmd.Flags(), &format, "format", "text", []string{"text", "json"}, "format of the list")
	return cmd
}

func runList(ctx context.Context, a *app, format string) error {
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
	}
	var listed []render.Listed
	for _, m := range metas {
		r, err := lib.store.RevisionByLabel(ctx, m.Label)
		if err != nil {
			return err
		}
		path, err := lib.changedSource(m.Label)
		if err != nil {
			return err
		}
		if path != "" {
			a.warn("%s is no longer the text stored as %q", path, m.Label)
		}
		t := tallyOf(r)
		listed = append(listed, render.Listed{Meta: r.Meta, Clauses: t.clauses, Words: t.words, Changed: path != ""})
	}
	if format == "json" {
		return render.RevisionsJSON(a.streams.Out, listed)
	}
	return a.printTo(a.streams.Out, func(p *printer) { printList(p, listed) })
}

func printList(p *printer, listed []render.Listed) {
	if len(listed) == 0 {
		return
	}
	rows := [][]string{{"LABEL", "DATE", "STATUS", "BASE", "LANGUAGE", "CLAUSES", "WORDS", "TITLE"}}
	for _, r := range listed {
		rows = append(rows, []string{
			r.Label, dash(r.Date), string(r.Status), dash(r.Base), dash(r.Language),
			thousands(r.Clauses), thousands(r.Words), dash(r.Title),
		})
	}
	p.table(rows)
}

// dash stands for what is not known.
func dash(s string) string {
	if s == "" {
		return "-"
	}
	return plain(s)
}
