package committee

import (
	"context"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// markOptions are what the command line says: the provision, the verdict as typed,
// who gives it, why, on which source, and with «amend» the words proposed.
type markOptions struct {
	revision, address, verdict string
	by, note, source, words    string
}

// newMark makes mark, which always names the revision, unlike decide: a member may
// speak of a provision on which nobody has spoken yet.
func newMark(env *command.Env) *cobra.Command {
	var opts markOptions
	cmd := &cobra.Command{
		Use:     "mark REVISION ADDRESS VERDICT",
		GroupID: command.GroupCommittee,
		Short:   "Enter a member's verdict on a clause, a paragraph or a list item",
		Long: `Enter a member's verdict on a provision of a stored revision: a clause (4.1.1), a
paragraph in it (4.1.1/p5) or a list item (4.1.1/p6/i2). «show REVISION CLAUSE»
prints these addresses. The verdict is one of

  obsolete    it should go: what it relies on has ended
  fulfilled   it should go: what it wants has been done
  keep        it should stand as it is
  amend       it should stand in other words
  disputed    it needs talking about
  withdraw    the member takes back what he or she said of it

A later verdict of the same member on the same provision stands above the earlier
one, which stays in the record. With amend, --words proposes what is to stand in
the paragraph's place.`,
		Example: `  conceptdiff mark 2007 4.1.1/p5 obsolete --by Aygün --note "it was closed"
  conceptdiff mark 2007 1/p4 fulfilled --by Rəşad --source modern-az-2025-10-17`,
		Args:              command.Arguments(3, 3),
		ValidArgsFunction: completeMark(env, 0),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision, opts.address, opts.verdict = args[0], args[1], args[2]
			return runMark(cmd.Context(), env, opts)
		},
	}
	byVar(env, cmd, &opts.by)
	cmd.Flags().StringVar(&opts.note, "note", "", "why, in any `words`")
	cmd.Flags().StringVar(&opts.words, "words", "", "with amend: the `text` proposed for the paragraph")
	cmd.Flags().StringVar(&opts.source, "source", "", "`key` of the source relied on, see «conceptdiff claims»")
	return cmd
}

// runMark enters a member's verdict on a provision. A verdict that is none is misuse;
// what the store does not have, or the member may not say, is refused by package
// review.
func runMark(ctx context.Context, env *command.Env, opts markOptions) error {
	v, err := review.ParseVerdict(opts.verdict)
	if err != nil {
		return err
	}
	e, err := env.Workspace().Mark(ctx, workspace.Mark{
		Revision: opts.revision, Address: opts.address, Verdict: v, By: opts.by, Note: opts.note, Source: opts.source, Words: opts.words,
	})
	return tell(env, &e, err)
}

// completeMark completes REVISION ADDRESS VERDICT, of which the first skip are left
// out: addresses are those of the revision that was typed.
func completeMark(env *command.Env, skip int) cobra.CompletionFunc {
	first := env.Complete(command.Takes{Revisions: 1, Clauses: true})
	return func(cmd *cobra.Command, args []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args)+skip < 2 {
			return first(cmd, args, prefix)
		}
		if len(args)+skip == 2 {
			return review.VerdictNames(), cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
}
