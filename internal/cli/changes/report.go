package changes

import (
	"context"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

type reportOptions struct {
	old, new string
	shape
}

// newReport makes report, which takes none of the flags on tracked changes and
// layout: it is for readers who have not seen the texts, and whole always.
func newReport(env *command.Env) *cobra.Command {
	var opts reportOptions
	cmd := &cobra.Command{
		Use:     "report OLD NEW",
		GroupID: command.GroupCompare,
		Short:   "Write the «what changed» report",
		Long: `Write a report for readers who have not seen either text: what was compared, how
the clauses add up, the most important changes first with old and new words side
by side, what the committee decided and whether the new text does it, then what
became of every clause, and what sources said of the provisions.
Nothing in it is asserted that does not stand in a text or in a claim.

--for says whom it is for. A journalist gets it in this order. A drafter is told
first which clauses bear other numbers and which references to check, then every
clause in its order with all its changes; the committee first its decisions and
marks, and what sources speak of and the new text still says. All are told the
same.

The HTML report is one file without references to any other; it can be printed
and mailed. The svg and png formats are a card: the figures, the standing of the
texts and the sources in one picture, to be shown beside a link. --embargo and
--do-not-quote stand at the head of every format and on every page.`,
		Example: `  conceptdiff report 2007 draft --format html -o report.html
  conceptdiff report 2007 draft --format pdf -o report.pdf
  conceptdiff report 2007 draft --format png -o card.png
  conceptdiff report 2007 draft --for drafter | less
  conceptdiff report 2007 draft --lang ru | less`,
		Args:              command.Arguments(2, 2),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 2}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.old, opts.new = args[0], args[1]
			if err := opts.check(cmd.Flags()); err != nil {
				return err
			}
			return runReport(cmd.Context(), env, opts)
		},
	}
	audienceVar(cmd, &opts.audience)
	outputVars(cmd, &opts.shape, formatNames(reportFormats))
	return cmd
}

// runReport writes the report on what a new text did to an old one, with marks,
// claims and related documents where the workspace has any.
func runReport(ctx context.Context, env *command.Env, opts reportOptions) error {
	r, err := env.Workspace().FullReport(ctx, opts.old, opts.new)
	if err != nil {
		return err
	}
	return write(ctx, env, reportFormats, opts.shape, r)
}
