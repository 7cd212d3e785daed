package changes

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
)

// newExplain makes explain, which completes clauses of both texts. It takes the
// formats of a sheet, since what it writes is read by people and quoted in minutes.
func newExplain(env *command.Env) *cobra.Command {
	var opts command.SheetForm
	cmd := &cobra.Command{
		Use:     "explain OLD NEW CLAUSE",
		GroupID: command.GroupCompare,
		Short:   "Say why a clause was paired as it was",
		Long: `Say what became of a clause, and on what grounds: the evidence and its weights,
the score, the pairing that came second and why it lost, and why the change
counts as substantive or editorial. The clause is sought in OLD, then in NEW;
old:4.2 and new:4.2 say which is meant.`,
		Example: `  conceptdiff explain 2007 draft 4.1.1
  conceptdiff explain 2007 draft new:4.2 --lang az --format docx -o why.docx`,
		Args:              command.Arguments(3, 3),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 2, Clauses: true}),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExplain(cmd.Context(), env, args[0], args[1], args[2], opts)
		},
	}
	opts.Vars(cmd)
	return cmd
}

// runExplain writes why the clauses at an address were paired as they are: on what
// evidence, and against which candidates. «old:» and «new:» before the address name
// the side. An address that no text has, and one without words of its own, are
// errors.
func runExplain(ctx context.Context, env *command.Env, oldArg, newArg, typed string, opts command.SheetForm) error {
	env.SendTo(opts.Output)
	_, c, err := env.Workspace().Compare(ctx, oldArg, newArg)
	if err != nil {
		return err
	}
	changes, err := changesOf(c, typed)
	if err != nil {
		return err
	}
	return env.Sheet(ctx, opts.Format, opts.Output, sheet.Explained(c, changes, opts.Options()))
}

// changesOf finds what is to be explained. An address that means different clauses on
// the two sides has two answers, the old one first; where both mean one change it is
// told once.
func changesOf(c *compare.Comparison, typed string) ([]*compare.Change, error) {
	sides := []*revision.Revision{c.Old, c.New}
	if rest, ok := strings.CutPrefix(typed, "old:"); ok {
		typed, sides = rest, sides[:1]
	} else if rest, ok := strings.CutPrefix(typed, "new:"); ok {
		typed, sides = rest, sides[1:]
	}
	if _, _, err := workspace.Lookup(typed, sides...); err != nil {
		return nil, err
	}
	var out []*compare.Change
	for _, side := range sides {
		// One of the sides may not have it; that both lack it was an error above.
		p, _ := side.Lookup(typed)
		if ch := changeOf(c, side, p); ch != nil && !slices.Contains(out, ch) {
			out = append(out, ch)
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s has no text of its own: name one of the clauses in it", typed)
	}
	return out, nil
}

// changeOf finds the change in which a provision of a side stands, by the clause it
// belongs to; nil for none, as for a part, which holds clauses and is compared with
// nothing.
func changeOf(c *compare.Comparison, side *revision.Revision, p *revision.Provision) *compare.Change {
	if p == nil {
		return nil
	}
	for i := range c.Changes {
		clauses := c.Changes[i].Old
		if side == c.New {
			clauses = c.Changes[i].New
		}
		for _, clause := range clauses {
			if clause.Provision == p || slices.ContainsFunc(clause.Blocks, func(b revision.Block) bool { return b.Provision == p }) {
				return &c.Changes[i]
			}
		}
	}
	return nil
}
