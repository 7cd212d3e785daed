package committee

import (
	"context"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// decideOptions are what the command line says: the provision, the verdict as typed,
// who enters it, and the vote as FOR/AGAINST/ABSTAIN, "" where there was none.
type decideOptions struct {
	revision, address, verdict string // revision may be ""
	by, votes, note            string
}

// newDecide makes decide, which takes two arguments or three: with three the first is
// the revision.
func newDecide(env *command.Env) *cobra.Command {
	var opts decideOptions
	cmd := &cobra.Command{
		Use:     "decide [REVISION] ADDRESS VERDICT",
		GroupID: command.GroupCommittee,
		Short:   "Enter a decision of the committee",
		Long: `Enter the committee's verdict on a provision. It stands above the marks of the
members and can only be entered by a chair. The verdicts are those of «mark»;
withdraw takes a decision back.

Without REVISION it is the one on which that provision is marked; when there are
several it must be named.`,
		Example: `  conceptdiff decide 2007 4.1.1/p5 obsolete --by Aygün --votes 5/1/0
  conceptdiff decide 4.1.1/p5 keep --by Aygün --note "reopened on 12 March"`,
		Args:              command.Arguments(2, 3),
		ValidArgsFunction: completeMark(env, 0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 3 {
				opts.revision, args = args[0], args[1:]
			}
			opts.address, opts.verdict = args[0], args[1]
			return runDecide(cmd.Context(), env, opts)
		},
	}
	byVar(env, cmd, &opts.by)
	cmd.Flags().StringVar(&opts.votes, "votes", "", "the vote, as `FOR/AGAINST/ABSTAIN`")
	cmd.Flags().StringVar(&opts.note, "note", "", "why, in any `words`")
	return cmd
}

// runDecide enters what the committee decided. Who may, and that the words are still
// those of the stored text, package review checks. A verdict or vote that is none is
// misuse; a member who is no chair is refused.
func runDecide(ctx context.Context, env *command.Env, opts decideOptions) error {
	v, err := review.ParseVerdict(opts.verdict)
	if err != nil {
		return err
	}
	said := workspace.Decision{Revision: opts.revision, Address: opts.address, Verdict: v, By: opts.by, Note: opts.note}
	if opts.votes != "" {
		if said.Votes, err = review.ParseVotes(opts.votes); err != nil {
			return fault.Misuse(err)
		}
	}
	e, err := env.Workspace().Decide(ctx, said)
	return tell(env, &e, err)
}
