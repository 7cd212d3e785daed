package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

type markOptions struct {
	revision, address, verdict string
	by, note, source           string
}

func newMark(a *app) *cobra.Command {
	var opts markOptions
	cmd := &cobra.Command{
		Use:     "mark REVISION ADDRESS VERDICT",
		GroupID: groupCommittee,
		Short:   "Enter a member's verdict on a clause, a paragraph or a list item",
		Long: `Enter a member's verdict on a provision of a stored revision: a clause (4.1.1), a
paragraph in it (4.1.1/p5) or a list item (4.1.1/p6/i2). «show REVISION CLAUSE»
prints these addresses. The verdict is one of

  obsolete    it should go: what it relies on has ended
  fulfilled   it should go: what it wants has been done
  keep        it should stand as it is
  amend       it should stand in other words
  disputed    it needs talking about
  withdraw    the member takes back what he or she said of it

A later verdict of the same member on the same provision stands above the earlier
one, which stays in the record.`,
		Example: `  conceptdiff mark 2007 4.1.1/p5 obsolete --by Aygün --note "it was closed"
  conceptdiff mark 2007 1/p4 fulfilled --by Rəşad --source modern-az-2025-10-17`,
		Args:              arguments(3, 3),
		ValidArgsFunction: a.completeMark(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision, opts.address, opts.verdict = args[0], args[1], args[2]
			return runMark(cmd.Context(), a, opts)
		},
	}
	byVar(a, cmd, &opts.by)
	cmd.Flags().StringVar(&opts.note, "note", "", "why, in any `words`")
	cmd.Flags().StringVar(&opts.source, "source", "", "`key` of the source relied on, see «conceptdiff claims»")
	return cmd
}

func runMark(ctx context.Context, a *app, opts markOptions) error {
	v, err := verdict(opts.verdict)
	if err != nil {
		return err
	}
	d, lib, err := a.storedDocument(ctx, opts.revision)
	if err != nil {
		return err
	}
	on, err := anchor(d.Revision, opts.address)
	if err != nil {
		return err
	}
	by, err := lib.speaker(ctx, opts.by)
	if err != nil {
		return err
	}
	if opts.source != "" {
		if err := d.knowsSource(opts.source); err != nil {
			return err
		}
	}
	if v == review.Withdraw {
		if err := lib.canWithdraw(ctx, d.Revision, on, by); err != nil {
			return err
		}
	}
	return a.enter(ctx, lib, by, review.Mark{On: on, Verdict: v, Note: opts.note, Source: opts.source})
}

// knowsSource refuses a key that is none of the document's sources.
func (d *document) knowsSource(key string) error {
	sources, err := d.sources()
	if err != nil {
		return err
	}
	var keys []string
	for _, s := range sources {
		if s.Key == key {
			return nil
		}
		keys = append(keys, s.Key)
	}
	err = fmt.Errorf("no source of %s is called %q", d.Label, key)
	if near := revision.Nearest(key, keys, 2); len(near) > 0 {
		return fault.Hint(err, "did you mean %s?", fault.Or(near))
	}
	return fault.Hint(err, "conceptdiff claims lists the sources")
}

// canWithdraw refuses to take back what was not said.
func (l *library) canWithdraw(ctx context.Context, r *revision.Revision, on review.Anchor, by string) error {
	record, err := l.record(ctx)
	if err != nil {
		return err
	}
	if st := record.StateOf(r).At(on.Address); st != nil {
		for _, e := range st.Marks {
			if e.By == by {
				return nil
			}
		}
	}
	return fmt.Errorf("%s has no mark on %s that could be withdrawn", oneLine(by), on)
}

// completeMark completes REVISION ADDRESS VERDICT, of which the first skip are
// left out.
func (a *app) completeMark(skip int) cobra.CompletionFunc {
	first := a.completer(takes{revisions: 1, clauses: true})
	return func(cmd *cobra.Command, args []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args)+skip < 2 {
			return first(cmd, args, prefix)
		}
		if len(args)+skip == 2 {
			return verdictNames(), cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
}
