package claims

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"conceptdiff/internal/claim/propose"
	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/publication"
)

// proposeOptions are what the command line says: the article and the revision it
// speaks of.
type proposeOptions struct {
	article, revision string
	signals, output   string
}

// newPropose makes propose, which writes a file that is refused until a person has
// filled it in, so that nothing it guessed is ever asserted.
func newPropose(env *command.Env) *cobra.Command {
	var opts proposeOptions
	cmd := &cobra.Command{
		Use:   "propose ARTICLE REVISION",
		Short: "Begin a claims file from an article",
		Long: `Read an article about a revision and write the beginning of a claims file:

  - every sentence that says that something is done, over, denied or expected,
    with its speaker where it stands in quotation marks, else the publication;
  - the words of it by which provisions could be recognised, with how often and
    where the revision has them, to choose from;
  - every passage that the article quotes of the document, with the stored
    sentence nearest to it and the words that differ.

Every quotation is a slice of the article. What a statement says of which
provision is left empty, so the file is refused until a person has decided it.

The sentences are told by signals in English, Azerbaijani and Russian («no
longer», «artıq yoxdur», «так и не»); --signals names a file with others, one a
line: docs/claims.md has the form.`,
		Example: `  conceptdiff claims propose article.html 2007 -o revisions/2007/claims/paper.yaml
  conceptdiff claims propose article.txt 2007 --signals signals.txt`,
		Args:              command.Arguments(2, 2),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 2}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.article, opts.revision = args[0], args[1]
			return runPropose(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().StringVar(&opts.signals, "signals", "", "a `file` with signals in place of the program's own")
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to a file")
	return cmd
}

// runPropose writes the beginning of a claims file from an article. It is not
// accepted as it is: what each claim says is for a person to fill in. What was found
// is counted on standard error. Signals of the article's language are taken, unless a
// file brings others.
func runPropose(ctx context.Context, env *command.Env, opts proposeOptions) error {
	data, err := file.Read(opts.article, ingest.MaxSize)
	if err != nil {
		return err
	}
	a := propose.Article{Name: filepath.Base(opts.article), SHA256: file.Digest(data), Length: len(data)}
	if a.Paragraphs, a.Language, err = publication.Paragraphs(ctx, opts.article, data); err != nil {
		return err
	}
	// Of a language without signals of its own all are tried.
	signals := propose.SignalsFor(a.Language)
	if opts.signals != "" {
		list, err := file.Read(opts.signals, file.SideLimit)
		if err != nil {
			return err
		}
		if signals, err = propose.ParseSignals(string(list)); err != nil {
			return fmt.Errorf("%s: %w", opts.signals, err)
		}
	}
	d, err := env.Workspace().Document(ctx, opts.revision)
	if err != nil {
		return err
	}
	p := propose.Propose(a, d.Revision, signals)
	env.Notice("%s", p.Counts())
	return env.Deliver(ctx, opts.output, func(w io.Writer) error {
		_, err := w.Write(p.Write(d.Label))
		return err
	})
}
