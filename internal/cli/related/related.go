package related

import (
	"context"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/sheet"
)

// relatedOptions are what the command line says; document and against choose what is
// listed, names lists something else.
type relatedOptions struct {
	revision, document, against string
	names, all                  bool
	format, output, language    string
}

// newRelated makes related, which shows one of four lists, by the flag that is given;
// --names excludes the others since it is about the revision alone. add, pair and
// unpair stand below it.
func newRelated(env *command.Env) *cobra.Command {
	var opts relatedOptions
	cmd := &cobra.Command{
		Use:     "related REVISION",
		GroupID: command.GroupRelated,
		Short:   "Say which other documents speak of what a clause does",
		Long: `Say for each clause which passages of the documents around the revision restate
it, name the same resolutions, bodies and documents, or speak of the same, with
the words that show it. Documents lie in revisions/related/KEY; where a record of
one is all that is there, its gists and facts are used, and that is said.

With --document it goes by the passages of one document, and lists those without
a counterpart. With --against it lists which relations fall out of step with a
new revision, and how. With --names it lists the bodies and documents that the
text names, where, and under which spellings.

The program never says that two passages contradict each other.`,
		Example: `  conceptdiff related 2007
  conceptdiff related 2007 --document fp2017 --all
  conceptdiff related 2007 --against draft --format md
  conceptdiff related 2007 --names`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision = args[0]
			if opts.names && (opts.document != "" || opts.against != "") {
				return fault.Misusef("--names stands alone: it is about the revision")
			}
			return runRelated(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().StringVar(&opts.document, "document", "", "the `key` of one document: by its passages")
	cmd.Flags().StringVar(&opts.against, "against", "", "the new `revision`: which relations fall out of step")
	cmd.Flags().BoolVar(&opts.names, "names", false, "the bodies and documents that the text names")
	cmd.Flags().BoolVar(&opts.all, "all", false, "with --document or --against, all guesses too")
	command.EnumVar(cmd, cmd.Flags(), &opts.format, "format", "text", command.SheetNames(), "format of the list")
	command.LanguageVar(cmd, &opts.language)
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to `file`")
	command.CompleteFlag(cmd, "against", env.CompleteLabel)
	cmd.AddCommand(newAdd(env), newPair(env), newUnpair(env))
	return cmd
}

// runRelated shows the names in a revision; or the documents around it; or of one
// document the passages that speak of the same; or with --against what falls out of
// step with a newer text. That there is no document around the revision is a notice,
// and the list is empty.
func runRelated(ctx context.Context, env *command.Env, opts relatedOptions) error {
	env.SendTo(opts.output)
	o := render.Options{Language: opts.language}
	if opts.names {
		r, names, err := env.Workspace().NamesIn(ctx, opts.revision)
		if err != nil {
			return err
		}
		return env.Sheet(ctx, opts.format, opts.output, sheet.Names(r, names, o))
	}
	a, err := env.Workspace().Related(ctx, opts.revision, opts.document, opts.against)
	if err != nil {
		return err
	}
	if len(a.Documents) == 0 {
		env.Notice("no document is related to %s: conceptdiff related add FILE --key KEY", a.Revision.Label)
	}
	switch {
	case opts.against != "":
		return env.Sheet(ctx, opts.format, opts.output, sheet.OutOfStep(a, opts.all, o))
	case opts.document != "":
		return env.Sheet(ctx, opts.format, opts.output, sheet.RelatedPassages(a, opts.all, o))
	}
	return env.Sheet(ctx, opts.format, opts.output, sheet.Related(a, o))
}
