package related

import (
	"context"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/sheet"
)

// concordOptions are what the command line says: two revisions of one text, in any
// order.
type concordOptions struct {
	a, b                     string
	check                    bool
	format, output, language string
}

// newConcord makes concord, which treats its two texts alike: neither is the
// original.
func newConcord(env *command.Env) *cobra.Command {
	var opts concordOptions
	cmd := &cobra.Command{
		Use:     "concord REVISION REVISION",
		GroupID: command.GroupRelated,
		Short:   "Hold two languages of one text against each other",
		Long: `Say whether two languages of one text have the same clauses, and in each the same
paragraphs and items, numbers, dates and names, and list what differs. Nothing is
translated and nothing guessed: what the words say is for one who knows both.

A text in another language is a revision with a label of its own, for example
2007@az. --check exits 3 if anything differs.`,
		Example: `  conceptdiff concord old.txt old-az.txt
  conceptdiff concord old.txt old-az.txt --check --lang az --format md`,
		Args:              command.Arguments(2, 2),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 2}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.a, opts.b = args[0], args[1]
			return runConcord(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().BoolVar(&opts.check, "check", false, "exit 3 if anything differs")
	command.EnumVar(cmd, cmd.Flags(), &opts.format, "format", "text", command.SheetNames(), "format of the list")
	command.LanguageVar(cmd, &opts.language)
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to `file`")
	return cmd
}

// runConcord lists what two languages of one text do not say alike. With --check,
// differences end in a [command.FindingsError]. Which of the two is right is not
// said: either may be the translation.
func runConcord(ctx context.Context, env *command.Env, opts concordOptions) error {
	env.SendTo(opts.output)
	a, b, list, err := env.Workspace().Concord(ctx, opts.a, opts.b)
	if err != nil {
		return err
	}
	if err := env.Sheet(ctx, opts.format, opts.output, sheet.Concord(a, b, list, render.Options{Language: opts.language})); err != nil {
		return err
	}
	if opts.check && len(list) > 0 {
		return &command.FindingsError{What: phrase.Plural(len(list), "difference") + " between " + a.Label + " and " + b.Label}
	}
	return nil
}
