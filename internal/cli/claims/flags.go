package claims

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/render"
	rphrase "conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
	"conceptdiff/internal/workspace/reading"
)

// flagsOptions are what the command line says of the list; against is "" where only
// one text is looked at.
type flagsOptions struct {
	revision, against string
	check             bool
	format, output    string
	language          string
}

// newFlags makes flags, of which --check without --against is misuse: what stands in a
// text by itself is no finding.
func newFlags(env *command.Env) *cobra.Command {
	var opts flagsOptions
	cmd := &cobra.Command{
		Use:     "flags REVISION",
		GroupID: command.GroupClaims,
		Short:   "List provisions that sources speak of, and what became of them",
		Long: `List the provisions, down to paragraph and list item, that a source names or
quotes (cited) or in which words of its subject stand (same subject): who says
so, when, in which words, and the words in the provision that tie it to the
claim. The tool itself says of no provision that it is fulfilled or obsolete.

With --against it adds what a new revision did with each: carried over, amended,
moved or removed; then what was removed and is tied to no statement; then what
sources expected, and how far it is so in the new revision. --check exits 3 while
words by which a claim is tied still stand there. Last come the passages of
related documents in which the subject of a claim stands.`,
		Example: `  conceptdiff flags 2007
  conceptdiff flags 2007 --against draft --check
  conceptdiff flags 2007 --against draft --format md -o flags.md`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision = args[0]
			if opts.check && opts.against == "" {
				return fault.Hint(fault.Misusef("--check needs a revision to check"), "--against NEW")
			}
			return runFlags(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().StringVar(&opts.against, "against", "", "the new `revision`: what it did with each provision")
	cmd.Flags().BoolVar(&opts.check, "check", false, "exit 3 while a flagged provision is carried over")
	command.EnumVar(cmd, cmd.Flags(), &opts.format, "format", "text", command.SheetNames(), "format of the list")
	command.LanguageVar(cmd, &opts.language)
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to `file`")
	command.CompleteFlag(cmd, "against", env.CompleteLabel)
	return cmd
}

// runFlags lists the provisions that sources speak of; with --against also what the
// newer text did with them, and what it removed that no source spoke of. Claims that
// find nothing are told on standard error, as are files that could hold claims and were
// not read.
func runFlags(ctx context.Context, env *command.Env, opts flagsOptions) error {
	env.SendTo(opts.output)
	old, c, err := flagged(ctx, env, opts)
	if err != nil {
		return err
	}
	sources, err := old.Sources()
	if err != nil {
		return err
	}
	if len(sources) == 0 {
		env.Notice("no source makes a claim about %s", old.Label)
	}
	// What finds nothing makes no flag, and would be missed without a word.
	for _, s := range claim.Silences(old.Revision, sources) {
		env.Notice("%s", silence(rphrase.English(), s))
	}
	for _, why := range old.Unread {
		env.Notice("%s", why)
	}
	var found claim.Findings
	if c == nil {
		found.Flags = claim.Flags(old.Revision, sources)
	} else {
		outlook, err := old.Outlook()
		if err != nil {
			return err
		}
		found = outlook.Examine(c)
	}
	if !reading.IsPath(opts.revision) { // documents stand around the revisions of a workspace
		if found.Elsewhere, err = env.Workspace().Elsewhere(ctx, sources); err != nil {
			return err
		}
	}
	// nil where only one text is looked at.
	var now *revision.Revision
	if c != nil {
		now = c.New
	}
	// Text is told in sentences, for the terminal; the other formats are those of a
	// sheet.
	if opts.format != "text" {
		err = env.Sheet(ctx, opts.format, opts.output, sheet.Flags(old.Revision, now, found, render.Options{Language: opts.language}))
	} else {
		err = env.Deliver(ctx, opts.output, func(w io.Writer) error {
			return env.PrintTo(w, func(p *terminal.Printer) {
				l := flagsList{p, rphrase.In(opts.language).Naming(old.Revision, now)}
				l.notices(old.Revision)
				if now != nil {
					l.notices(now)
				}
				l.standings(sources)
				l.flags(old.Revision, c, found.Flags)
				if c != nil {
					l.unannounced(found.Unannounced)
					l.expectations(found.Expectations)
				}
				l.elsewhere(found.Elsewhere)
			})
		})
	}
	if err != nil || !opts.check {
		return err
	}
	if n := standing(found.Flags); n > 0 {
		return &command.FindingsError{What: phrase.Plural(n, "flagged provision") + " of which the words still stand in " + c.New.Label}
	}
	return nil
}

// flagged loads the revision and, with --against, its comparison, which is nil
// otherwise.
func flagged(ctx context.Context, env *command.Env, opts flagsOptions) (*workspace.Document, *compare.Comparison, error) {
	if opts.against == "" {
		d, err := env.Workspace().Document(ctx, opts.revision)
		return d, nil, err
	}
	return env.Workspace().Compare(ctx, opts.revision, opts.against)
}

// standing counts the provisions of which the new revision still says what some claim
// is about, each once however many claims are tied to it.
func standing(flags []claim.Flag) int {
	seen := make(map[string]bool)
	for _, f := range flags {
		if f.Treatment != nil && f.Treatment.Stands() {
			seen[f.Provision] = true
		}
	}
	return len(seen)
}
