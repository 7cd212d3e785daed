package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
)

type decideOptions struct {
	revision, address, verdict string // revision may be ""
	by, votes, note            string
}

func newDecide(a *app) *cobra.Command {
	var opts decideOptions
	cmd := &cobra.Command{
		Use:     "decide [REVISION] ADDRESS VERDICT",
		GroupID: groupCommittee,
		Short:   "Enter a decision of the committee",
		Long: `Enter the committee's verdict on a provision. It stands above the marks of the
members and can only be entered by a chair. The verdicts are those of «mark»;
withdraw takes a decision back.

Without REVISION it is the one on which that provision is marked; when there are
several it must be named.`,
		Example: `  conceptdiff decide 2007 4.1.1/p5 obsolete --by Aygün --votes 5/1/0
  conceptdiff decide 4.1.1/p5 keep --by Aygün --note "reopened on 12 March"`,
		Args:              arguments(2, 3),
		ValidArgsFunction: a.completeMark(0),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 3 {
				opts.revision, args = args[0], args[1:]
			}
			opts.address, opts.verdict = args[0], args[1]
			return runDecide(cmd.Context(), a, opts)
		},
	}
	byVar(a, cmd, &opts.by)
	cmd.Flags().StringVar(&opts.votes, "votes", "", "the vote, as `FOR/AGAINST/ABSTAIN`")
	cmd.Flags().StringVar(&opts.note, "note", "", "why, in any `words`")
	return cmd
}

func runDecide(ctx context.Context, a *app, opts decideOptions) error {
	v, err := verdict(opts.verdict)
	if err != nil {
		return err
	}
	said := review.Decision{Verdict: v, Note: opts.note}
	if opts.votes != "" {
		if said.Votes, err = review.ParseVotes(opts.votes); err != nil {
			return fault.Misuse(err)
		}
	}
	if opts.revision == "" {
		if opts.revision, err = a.markedRevision(ctx, opts.address); err != nil {
			return err
		}
	}
	d, lib, err := a.storedDocument(ctx, opts.revision)
	if err != nil {
		return err
	}
	if said.On, err = anchor(d.Revision, opts.address); err != nil {
		return err
	}
	by, err := lib.speaker(ctx, opts.by)
	if err != nil {
		return err
	}
	if v == review.Withdraw {
		record, err := lib.record(ctx)
		if err != nil {
			return err
		}
		if st := record.StateOf(d.Revision).At(said.On.Address); st == nil || st.Decision == nil {
			return fmt.Errorf("there is no decision on %s that could be withdrawn", said.On)
		}
	}
	return a.enter(ctx, lib, by, said)
}

// markedRevision finds the one revision on which a provision with that address is
// marked or decided.
func (a *app) markedRevision(ctx context.Context, typed string) (string, error) {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return "", err
	}
	record, err := lib.record(ctx)
	if err != nil {
		return "", err
	}
	revisions, err := lib.all(ctx)
	if err != nil {
		return "", err
	}
	var found []string
	for _, r := range revisions {
		p, _ := r.Lookup(typed)
		if p != nil && record.StateOf(r).At(p.Address()) != nil {
			found = append(found, r.Label)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fault.Hint(fault.Misusef("nobody has marked %s, so the revision must be named", typed), "conceptdiff decide REVISION %s VERDICT", typed)
	}
	return "", fault.Hint(fault.Misusef("%s is marked on %s: the revision must be named", typed, fault.And(found)), "conceptdiff decide %s %s VERDICT", found[0], typed)
}
