package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

type pairOptions struct {
	old, new string
	from, to string
	apart    bool
	by, note string
}

func newPair(a *app) *cobra.Command {
	return pairCommand(a, pairOptions{}, &cobra.Command{
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

func newUnpair(a *app) *cobra.Command {
	return pairCommand(a, pairOptions{apart: true}, &cobra.Command{
		Use:   "unpair OLD NEW ADDRESS=ADDRESS",
		Short: "Rule that an old and a new clause do not belong together",
		Long: `Rule that a clause of OLD did not become that clause of NEW, whatever the
computation finds. The ruling is entered in the record with the member's name and
the reason, and wins from then on; a later «pair» of the two takes its place.`,
		Example: `  conceptdiff unpair 2007 draft 4.2=4.2 --by Aygün --note "another subject"
  conceptdiff pair 2007 draft 4.2=4.2 --by Aygün --note "the same after all"`,
	})
}

func pairCommand(a *app, opts pairOptions, cmd *cobra.Command) *cobra.Command {
	cmd.GroupID = groupCommittee
	cmd.Args = arguments(3, 3)
	cmd.ValidArgsFunction = a.completer(takes{revisions: 2})
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		var ok bool
		if opts.from, opts.to, ok = strings.Cut(args[2], "="); !ok || opts.from == "" || opts.to == "" {
			return fault.Hint(fault.Misusef("%q does not name two clauses", args[2]), "write it as ADDRESS=ADDRESS, the old clause first")
		}
		if strings.TrimSpace(opts.note) == "" {
			return fault.Hint(fault.Misusef("a ruling needs its reason"), "--note WHY")
		}
		opts.old, opts.new = args[0], args[1]
		return runPair(cmd.Context(), a, opts)
	}
	byVar(a, cmd, &opts.by)
	cmd.Flags().StringVar(&opts.note, "note", "", "the reason, in any `words`")
	return cmd
}

func runPair(ctx context.Context, a *app, opts pairOptions) error {
	old, lib, err := a.storedDocument(ctx, opts.old)
	if err != nil {
		return err
	}
	new, _, err := a.storedDocument(ctx, opts.new)
	if err != nil {
		return err
	}
	said := review.Pin{Apart: opts.apart, Note: opts.note}
	if said.Old, err = clauseAnchor(old.Revision, opts.from); err != nil {
		return err
	}
	if said.New, err = clauseAnchor(new.Revision, opts.to); err != nil {
		return err
	}
	by, err := lib.speaker(ctx, opts.by)
	if err != nil {
		return err
	}
	return a.enter(ctx, lib, by, said)
}

// clauseAnchor ties to a clause: what is paired are whole clauses.
func clauseAnchor(r *revision.Revision, typed string) (review.Anchor, error) {
	p, _, err := lookup(typed, r)
	if err != nil {
		return review.Anchor{}, err
	}
	if !p.IsClause() {
		return review.Anchor{}, fault.Hint(fmt.Errorf("%s %s is part of a clause, and whole clauses are paired", r.Label, p.Address()),
			"name the clause it stands in")
	}
	return review.AnchorOf(r, p), nil
}

// pins are the rulings of the record on pairs of two stored revisions. One that no
// longer fits is told of.
func (l *library) pins(ctx context.Context, old, new *revision.Revision) ([]compare.Pin, error) {
	record, err := l.record(ctx)
	if err != nil {
		return nil, err
	}
	pins, stale := record.Pins(old, new)
	for _, e := range stale {
		l.app.warn("%s", fmt.Sprintf("not applied, its text has changed since: %s: %s", e.By, e.Summary()))
	}
	return pins, nil
}
