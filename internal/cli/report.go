package cli

import (
	"context"

	"github.com/spf13/cobra"
)

type reportOptions struct {
	old, new       string
	format, output string
	language       string
	engine         string
}

func newReport(a *app) *cobra.Command {
	var opts reportOptions
	cmd := &cobra.Command{
		Use:     "report OLD NEW",
		GroupID: groupCompare,
		Short:   "Write the «what changed» report",
		Long: `Write a report for readers who have not seen either text: what was compared, how
the clauses add up, the most important changes first with old and new words side
by side, what the committee decided and whether the new text does it, then every
clause by its fate, and what sources said of the provisions.
Nothing in it is asserted that does not stand in a text or in a claim.

The HTML report is one file without references to any other; it can be printed
and mailed.`,
		Example: `  conceptdiff report 2007 draft --format html -o report.html
  conceptdiff report 2007 draft --format pdf -o report.pdf
  conceptdiff report 2007 draft --lang ru | less`,
		Args:              arguments(2, 2),
		ValidArgsFunction: a.completer(takes{revisions: 2}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.old, opts.new = args[0], args[1]
			return runReport(cmd.Context(), a, opts)
		},
	}
	flags := cmd.Flags()
	enumVar(cmd, flags, &opts.format, "format", "text", formatNames(reportFormats), "format of the report")
	languageVar(cmd, &opts.language)
	pdfEngineVar(cmd, &opts.engine)
	flags.StringVarP(&opts.output, "output", "o", "", "write to `file`")
	return cmd
}

func runReport(ctx context.Context, a *app, opts reportOptions) error {
	old, c, err := a.compare(ctx, opts.old, opts.new)
	if err != nil {
		return err
	}
	r, err := a.fullReport(ctx, old, c)
	if err != nil {
		return err
	}
	return a.render(ctx, reportFormats, shape{format: opts.format, output: opts.output, language: opts.language, engine: opts.engine}, r)
}
