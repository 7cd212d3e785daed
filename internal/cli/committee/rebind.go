package committee

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// rebindOptions are what the command line says: the two revisions, the provision in
// the older one, where its marks belong in the newer one, who says so, and why.
type rebindOptions struct {
	old, new string
	from     string
	to       []string // none when nothing stands in its place
	by, note string
}

// noSuccessor is what stands for no address at all.
const noSuccessor = "none"

// newRebind makes rebind, which takes both places in one argument, several new ones
// with commas, or «none»; the reason is asked for before anything is read.
func newRebind(env *command.Env) *cobra.Command {
	var opts rebindOptions
	cmd := &cobra.Command{
		Use:     "rebind OLD NEW ADDRESS=ADDRESS",
		GroupID: command.GroupCommittee,
		Short:   "Settle where the marks on a provision belong in another revision",
		Long: `Settle where the marks on a provision of OLD belong in NEW: at one provision, at
several (with commas), or at none. It holds above what the words say, for marks
made before and after, and is entered with the member's name and the reason.

«marks NEW --from OLD» shows which marks need a look, with the best candidates.`,
		Example: `  conceptdiff rebind 2007 draft 4.1.1/p7=4.1.1/p5 --by Aygün --note "said anew"
  conceptdiff rebind 2007 draft 1/p3=none --by Aygün --note "nothing is left"`,
		Args:              command.Arguments(3, 3),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 2}),
		RunE: func(cmd *cobra.Command, args []string) error {
			from, to, ok := strings.Cut(args[2], "=")
			if !ok || from == "" || to == "" {
				return fault.Hint(fault.Misusef("%q says not where to", args[2]), "write it as ADDRESS=ADDRESS, or ADDRESS=%s", noSuccessor)
			}
			opts.old, opts.new, opts.from = args[0], args[1], from
			if to != noSuccessor {
				opts.to = strings.Split(to, ",")
			}
			if err := review.CheckReason("rebinding", opts.note); err != nil {
				return fault.Hint(err, "--note WHY")
			}
			return runRebind(cmd.Context(), env, opts)
		},
	}
	byVar(env, cmd, &opts.by)
	cmd.Flags().StringVar(&opts.note, "note", "", "the reason, in any `words`")
	return cmd
}

// runRebind enters where the marks on a provision belong.
func runRebind(ctx context.Context, env *command.Env, opts rebindOptions) error {
	e, err := env.Workspace().Rebind(ctx, workspace.Rebinding{
		Old: opts.old, New: opts.new, From: opts.from, To: opts.to, By: opts.by, Note: opts.note,
	})
	return tell(env, &e, err)
}
