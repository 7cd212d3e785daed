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

// pairOptions are what the command line says: the two revisions, the address in each,
// whether the clauses belong together or apart, who rules so, and why.
type pairOptions struct {
	old, new string
	from, to string
	apart    bool
	by, note string
}

// newPair makes pair, which differs from unpair in one word of the ruling: one
// function declares both.
func newPair(env *command.Env) *cobra.Command {
	return pairCommand(env, pairOptions{}, &cobra.Command{
		Use:   "pair OLD NEW ADDRESS=ADDRESS",
		Short: "Rule that an old and a new clause belong together",
		Long: `Rule that a clause of OLD became a clause of NEW, whatever the computation finds.
The ruling is entered in the record with the member's name and the reason. From
then on it wins in every comparison of the two, and in comparisons with later
drafts as long as both clauses keep their words; where one was changed since, the
ruling is reported and not applied.

«explain OLD NEW CLAUSE» shows why a pair was made and what came second.`,
		Example: `  conceptdiff pair 2007 draft 3.10=3.5 --by Aygün --note "put anew"
  conceptdiff explain 2007 draft 3.10`,
	})
}

// newUnpair makes unpair, which is pair with the ruling turned round; the later of
// two rulings on the same clauses holds.
func newUnpair(env *command.Env) *cobra.Command {
	return pairCommand(env, pairOptions{apart: true}, &cobra.Command{
		Use:   "unpair OLD NEW ADDRESS=ADDRESS",
		Short: "Rule that an old and a new clause do not belong together",
		Long: `Rule that a clause of OLD did not become that clause of NEW, whatever the
computation finds. The ruling is entered in the record with the member's name and
the reason, and wins from then on; a later «pair» of the two takes its place.`,
		Example: `  conceptdiff unpair 2007 draft 4.2=4.2 --by Aygün --note "another subject"
  conceptdiff pair 2007 draft 4.2=4.2 --by Aygün --note "the same after all"`,
	})
}

// pairCommand completes cmd with what pair and unpair have in common. opts says which
// of the two it is. Both addresses stand in one argument, since either may hold
// spaces; a reason is required, because the ruling goes before what the program
// finds.
func pairCommand(env *command.Env, opts pairOptions, cmd *cobra.Command) *cobra.Command {
	cmd.GroupID = command.GroupCommittee
	cmd.Args = command.Arguments(3, 3)
	cmd.ValidArgsFunction = env.Complete(command.Takes{Revisions: 2})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var ok bool
		// The first sign of equality parts them.
		if opts.from, opts.to, ok = strings.Cut(args[2], "="); !ok || opts.from == "" || opts.to == "" {
			return fault.Hint(fault.Misusef("%q does not name two clauses", args[2]), "write it as ADDRESS=ADDRESS, the old clause first")
		}
		if err := review.CheckReason("ruling", opts.note); err != nil {
			return fault.Hint(err, "--note WHY")
		}
		opts.old, opts.new = args[0], args[1]
		return runPair(cmd.Context(), env, opts)
	}
	byVar(env, cmd, &opts.by)
	cmd.Flags().StringVar(&opts.note, "note", "", "the reason, in any `words`")
	return cmd
}

// runPair enters the ruling. That a clause does not exist is an error with the
// nearest addresses.
func runPair(ctx context.Context, env *command.Env, opts pairOptions) error {
	e, err := env.Workspace().Rule(ctx, workspace.Ruling{
		Old: opts.old, New: opts.new, From: opts.from, To: opts.to, Apart: opts.apart, By: opts.by, Note: opts.note,
	})
	return tell(env, &e, err)
}
