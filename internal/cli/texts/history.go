package texts

import (
	"context"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/render/sheet"
)

// newHistory makes history, which completes addresses of all revisions, since the
// clause may have had the typed number in any of them.
func newHistory(env *command.Env) *cobra.Command {
	var in string
	var form command.SheetForm
	cmd := &cobra.Command{
		Use:     "history CLAUSE",
		GroupID: command.GroupTexts,
		Short:   "Follow a clause through the stored revisions",
		Long: `Follow a clause through all stored revisions: what it is in each, under which
number, and what became of it from each base to what revises that. The clause is
sought in the oldest revision first; --in says in which it has that number. What
a register says was done to it, in notes at the clause, is listed, too.`,
		Example: `  conceptdiff history 4.1.1
  conceptdiff history 4.2 --in draft --lang ru`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.CompleteClauses,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runHistory(cmd.Context(), env, args[0], in, form)
		},
	}
	cmd.Flags().StringVar(&in, "in", "", "the `label` of the revision in which the clause has this number")
	command.CompleteFlag(cmd, "in", env.CompleteLabel)
	form.Vars(cmd)
	return cmd
}

// runHistory shows what one clause was in each revision, by the identity that it has
// through all of them; in names the revision whose address was typed, "" for the oldest
// that has it.
func runHistory(ctx context.Context, env *command.Env, typed, in string, form command.SheetForm) error {
	env.SendTo(form.Output)
	h, err := env.Workspace().History(ctx, typed, in)
	if err != nil {
		return err
	}
	// Revisions before the clause came or after it went have no place for it.
	var past []sheet.Past
	for _, r := range h.Revisions {
		// Revisions in which the clause does not stand are left out.
		if at, known := h.At[r.Label]; known {
			past = append(past, sheet.Past{Revision: r, At: at, From: h.From[r.Label]})
		}
	}
	return env.Sheet(ctx, form.Format, form.Output, sheet.History(typed, past, form.Options()))
}
