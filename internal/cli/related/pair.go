package related

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// newPair is the command related pair. as is read before the command runs, once the
// flags are known.
func newPair(env *command.Env) *cobra.Command {
	var as string
	given := workspace.RelationRuling{}
	cmd := ruling(env, &given, &cobra.Command{
		Use:   "pair REVISION KEY ADDRESS=ADDRESS",
		Short: "Rule that a provision and a passage of a document are related",
		Long: `Rule that a provision of REVISION and a passage of the related document KEY speak of
the same, whatever the computation finds. The ruling is entered in the record with
the member's name and the reason, and wins from then on. It holds for later drafts
that keep the provision's words, and finds the passage again when the document is
read anew; where either is gone, that is told.

--as contrary says that the two contradict each other, which only a person can say.`,
		Example: `  conceptdiff related pair 2007 fp2017 4.1.1/p4=p8/i1 --by Aygün --note "same aim"
  conceptdiff related pair 2007 mns 4.3.5=p2 --as contrary --by Aygün --note "see p2"`,
		PreRun: func(*cobra.Command, []string) { given.As = as },
	})
	command.EnumVar(cmd, cmd.Flags(), &as, "as", "same subject", review.RelationKinds, "what the two are to each other")
	return cmd
}

// newUnpair makes unpair, which holds against whatever the program finds, until a
// later pair.
func newUnpair(env *command.Env) *cobra.Command {
	given := workspace.RelationRuling{Apart: true}
	return ruling(env, &given, &cobra.Command{
		Use:   "unpair REVISION KEY ADDRESS=ADDRESS",
		Short: "Rule that a provision and a passage are not related",
		Long: `Rule that a provision of REVISION and a passage of the related document KEY do not
speak of the same, whatever the computation finds. The ruling is entered in the
record with the member's name and the reason; a later «related pair» of the two
takes its place.`,
		Example: `  conceptdiff related unpair 2007 fp2017 2/p1=p8/i1 --by Aygün --note "other subject"`,
	})
}

// ruling is a command by which a member says that a provision and a passage do, or do
// not, speak of the same. Both are named in one argument, ADDRESS=ADDRESS; a reason
// is required, since the ruling goes before what the program finds. given is filled
// in from flags and arguments when the command runs; cmd has its words and examples
// already.
func ruling(env *command.Env, given *workspace.RelationRuling, cmd *cobra.Command) *cobra.Command {
	cmd.Args = command.Arguments(3, 3)
	cmd.ValidArgsFunction = env.Complete(command.Takes{Revisions: 1})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var ok bool
		if given.Address, given.Passage, ok = strings.Cut(args[2], "="); !ok || given.Address == "" || given.Passage == "" {
			return fault.Hint(fault.Misusef("%q does not name a provision and a passage", args[2]), "write it as ADDRESS=ADDRESS, the provision first")
		}
		if err := review.CheckReason("ruling", given.Note); err != nil {
			return fault.Hint(err, "--note WHY")
		}
		given.Revision, given.Document = args[0], args[1]
		e, err := env.Workspace().RuleRelation(cmd.Context(), *given)
		if err != nil {
			return err
		}
		return env.PrintTo(env.Out, func(p *terminal.Printer) {
			said := e.Says.(review.Relation)
			p.Text("", "  ", fmt.Sprintf("%s: %s", e.By, e.Summary()))
			p.Text("  ", "  ", "“"+terminal.Short(said.On.Quote)+"”")
			p.Text("  ", "  ", "“"+terminal.Short(said.Passage.Quote)+"”")
			p.Text("  ", "  ", fmt.Sprintf("entry %d, %s", e.Seq, e.Hash))
		})
	}
	cmd.Flags().StringVar(&given.By, "by", "", "the `member` who says it (default: the one named by «member use»)")
	command.CompleteFlag(cmd, "by", env.CompleteMember)
	cmd.Flags().StringVar(&given.Note, "note", "", "the reason, in any `words`")
	return cmd
}
