package texts

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/render/json"
)

// newList makes list, which is no sheet, as it is about the store and not about a
// text; scripts take its JSON.
func newList(env *command.Env) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "list",
		GroupID: command.GroupTexts,
		Short:   "List the stored revisions",
		Long: `List the stored revisions: label, date, status, base, language, size and title.
A base stands before what revises it.`,
		Example: `  conceptdiff list
  conceptdiff list --db ~/archive/conceptdiff.db
  conceptdiff list --format json`,
		Args:              command.Arguments(0, 0),
		ValidArgsFunction: env.Complete(command.Takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runList(cmd.Context(), env, format) },
	}
	command.EnumVar(cmd, cmd.Flags(), &format, "format", "text", []string{"text", "json"}, "format of the list")
	return cmd
}

// runList lists the stored revisions. A file that no longer holds the text that was
// stored is told on standard error.
func runList(ctx context.Context, env *command.Env, format string) error {
	revisions, err := env.Workspace().Revisions(ctx)
	if err != nil {
		return err
	}
	if len(revisions) == 0 {
		env.Notice("nothing is stored yet: conceptdiff import FILE")
	}
	var listed []json.Listed
	for _, r := range revisions {
		// The stored text stays what it is; the file in the folder was edited since.
		if r.Changed != "" {
			env.Warn("%s is no longer the text stored as %q", r.Changed, r.Label)
		}
		listed = append(listed, json.Listed{Meta: r.Meta, Clauses: r.Clauses, Words: r.Words, Changed: r.Changed != ""})
	}
	if format == "json" {
		return env.WriteTo(ctx, "", func(w io.Writer) error { return json.Revisions(w, listed) })
	}
	return env.PrintTo(env.Out, func(p *terminal.Printer) { printList(p, listed) })
}

// printList prints a table with a row for each revision, in the order of the list;
// nothing where there is none.
func printList(p *terminal.Printer, listed []json.Listed) {
	if len(listed) == 0 {
		return
	}
	rows := [][]string{{"LABEL", "DATE", "STATUS", "BASE", "LANGUAGE", "CLAUSES", "WORDS", "TITLE"}}
	for _, r := range listed {
		rows = append(rows, []string{
			r.Label, terminal.Dash(r.Date), string(r.Status), terminal.Dash(r.Base), terminal.Dash(r.Language),
			phrase.Thousands(r.Clauses), phrase.Thousands(r.Words), terminal.Dash(r.Title),
		})
	}
	p.Table(rows)
}
