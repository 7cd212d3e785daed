package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/revision"
)

type flagsOptions struct {
	revision, against string
	check             bool
	format, output    string
	language          string
}

func newFlags(a *app) *cobra.Command {
	var opts flagsOptions
	cmd := &cobra.Command{
		Use:     "flags REVISION",
		GroupID: groupClaims,
		Short:   "List provisions that sources call fulfilled or obsolete",
		Long: `List the provisions, down to paragraph and list item, that a source names or
quotes (cited) or that rest on the fact a claim is about (same subject): who says
so, when, in which words, and the words in the provision that tie it to the
claim. The tool itself says of no provision that it is fulfilled or obsolete.

With --against it adds what a new revision did with each: carried over, amended,
moved or removed; then what was removed though no source speaks of it; then what
sources expected, and whether the new revision meets it. --check exits 3 while
the new revision still says what a claim is about.`,
		Example: `  conceptdiff flags 2007
  conceptdiff flags 2007 --against draft --check
  conceptdiff flags 2007 --against draft --format md -o flags.md`,
		Args:              arguments(1, 1),
		ValidArgsFunction: a.completer(takes{revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision = args[0]
			if opts.check && opts.against == "" {
				return fault.Hint(fault.Misusef("--check needs a revision to check"), "--against NEW")
			}
			return runFlags(cmd.Context(), a, opts)
		},
	}
	cmd.Flags().StringVar(&opts.against, "against", "", "the new `revision`: what it did with each provision")
	cmd.Flags().BoolVar(&opts.check, "check", false, "exit 3 while a flagged provision is carried over")
	enumVar(cmd, cmd.Flags(), &opts.format, "format", "text", sheetNames(), "format of the list")
	languageVar(cmd, &opts.language)
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to `file`")
	complete(cmd, "against", a.completeLabel)
	return cmd
}

func runFlags(ctx context.Context, a *app, opts flagsOptions) error {
	a.sendTo(opts.output)
	old, c, err := a.flagged(ctx, opts)
	if err != nil {
		return err
	}
	sources, err := old.sources()
	if err != nil {
		return err
	}
	if len(sources) == 0 {
		a.notice("no source makes a claim about %s", old.Label)
	}
	var found claim.Findings
	if c == nil {
		found.Flags = claim.Flags(old.Revision, sources)
	} else {
		outlook, err := old.outlook()
		if err != nil {
			return err
		}
		found = outlook.Examine(c)
	}
	if opts.format != "text" {
		var now *revision.Revision
		if c != nil {
			now = c.New
		}
		err = a.sheet(ctx, opts.format, opts.output, render.FlagsSheet(old.Revision, now, found, render.Options{Language: opts.language}))
	} else {
		err = a.deliver(ctx, opts.output, func(w io.Writer) error {
			return a.printTo(w, func(p *printer) {
				l := flagsList{p, message.In(opts.language)}
				l.flags(old.Revision, c, found.Flags)
				if c != nil {
					l.unannounced(found.Unannounced)
					l.expectations(found.Expectations)
				}
			})
		})
	}
	if err != nil || !opts.check {
		return err
	}
	if n := standing(found.Flags); n > 0 {
		return &findingsError{plural(n, "flagged provision") + " carried over or still saying it in " + c.New.Label}
	}
	return nil
}

// flagged loads the revision and, with --against, its comparison.
func (a *app) flagged(ctx context.Context, opts flagsOptions) (*document, *compare.Comparison, error) {
	if opts.against == "" {
		d, err := a.document(ctx, opts.revision)
		return d, nil, err
	}
	return a.compare(ctx, opts.revision, opts.against)
}

// standing counts the provisions of which the new revision still says what some
// claim is about.
func standing(flags []claim.Flag) int {
	seen := make(map[string]bool)
	for _, f := range flags {
		if f.Treatment != nil && f.Treatment.Stands() {
			seen[f.Provision] = true
		}
	}
	return len(seen)
}
