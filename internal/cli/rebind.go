package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
)

type rebindOptions struct {
	old, new string
	from     string
	to       []string // none when nothing stands in its place
	by, note string
}

// noSuccessor is what stands for no address at all.
const noSuccessor = "none"

func newRebind(a *app) *cobra.Command {
	var opts rebindOptions
	cmd := &cobra.Command{
		Use:     "rebind OLD NEW ADDRESS=ADDRESS",
		GroupID: groupCommittee,
		Short:   "Settle where the marks on a provision belong in another revision",
		Long: `Settle where the marks on a provision of OLD belong in NEW: at one provision, at
several (with commas), or at none. It holds above what the words say, for marks
made before and after, and is entered with the member's name and the reason.

«marks NEW --from OLD» shows which marks need a look, with the best candidates.`,
		Example: `  conceptdiff rebind 2007 draft 4.1.1/p7=4.1.1/p5 --by Aygün --note "said anew"
  conceptdiff rebind 2007 draft 1/p3=none --by Aygün --note "nothing is left"`,
		Args:              arguments(3, 3),
		ValidArgsFunction: a.completer(takes{revisions: 2}),
		RunE: func(cmd *cobra.Command, args []string) error {
			from, to, ok := strings.Cut(args[2], "=")
			if !ok || from == "" || to == "" {
				return fault.Hint(fault.Misusef("%q says not where to", args[2]), "write it as ADDRESS=ADDRESS, or ADDRESS=%s", noSuccessor)
			}
			opts.old, opts.new, opts.from = args[0], args[1], from
			if to != noSuccessor {
				opts.to = strings.Split(to, ",")
			}
			if strings.TrimSpace(opts.note) == "" {
				return fault.Hint(fault.Misusef("a rebinding needs its reason"), "--note WHY")
			}
			return runRebind(cmd.Context(), a, opts)
		},
	}
	byVar(a, cmd, &opts.by)
	cmd.Flags().StringVar(&opts.note, "note", "", "the reason, in any `words`")
	return cmd
}

func runRebind(ctx context.Context, a *app, opts rebindOptions) error {
	old, lib, err := a.storedDocument(ctx, opts.old)
	if err != nil {
		return err
	}
	new, _, err := a.storedDocument(ctx, opts.new)
	if err != nil {
		return err
	}
	if old.Label == new.Label {
		return fault.Misusef("marks on %s need no rebinding in %s", old.Label, new.Label)
	}
	said := review.Rebinding{In: new.Label, Note: opts.note}
	if said.From, err = anchor(old.Revision, opts.from); err != nil {
		return err
	}
	for _, typed := range opts.to {
		to, err := anchor(new.Revision, strings.TrimSpace(typed))
		if err != nil {
			return err
		}
		said.To = append(said.To, to)
	}
	by, err := lib.speaker(ctx, opts.by)
	if err != nil {
		return err
	}
	record, err := lib.record(ctx)
	if err != nil {
		return err
	}
	if record.StateOf(old.Revision).At(said.From.Address) == nil {
		a.warn("%s", fmt.Sprintf("nothing is marked on %s yet; the rebinding holds for marks that come", said.From))
	}
	return a.enter(ctx, lib, by, said)
}
