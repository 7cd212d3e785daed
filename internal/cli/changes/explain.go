package changes

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/register"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
)

func newExplain(env *command.Env) *cobra.Command {
	return &cobra.Command{
		Use:     "explain OLD NEW CLAUSE",
		GroupID: command.GroupCompare,
		Short:   "Say why a clause was paired as it was",
		Long: `Say what became of a clause, and on what grounds: the evidence and its weights,
the score, the pairing that came second and why it lost, and why the change
counts as substantive or editorial. The clause is sought in OLD, then in NEW;
old:4.2 and new:4.2 say which is meant.`,
		Example: `  conceptdiff explain 2007 draft 4.1.1
  conceptdiff explain 2007 draft new:4.2`,
		Args:              command.Arguments(3, 3),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 2, Clauses: true}),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExplain(cmd.Context(), env, args[0], args[1], args[2])
		},
	}
}

func runExplain(ctx context.Context, env *command.Env, oldArg, newArg, typed string) error {
	_, c, err := env.Workspace().Compare(ctx, oldArg, newArg)
	if err != nil {
		return err
	}
	changes, err := changesOf(c, typed)
	if err != nil {
		return err
	}
	return env.WriteTo(ctx, "", func(w io.Writer) error {
		return env.PrintTo(w, func(p *terminal.Printer) {
			notices(p, c.Old, c.New)
			for i, ch := range changes {
				if i > 0 {
					p.Printf("\n")
				}
				explain(p, c, ch)
			}
		})
	})
}

// notices say what standing the texts have that are not in force.
func notices(p *terminal.Printer, revisions ...*revision.Revision) {
	for _, r := range revisions {
		if said := phrase.English().StandingOf(r.Meta); said != "" {
			p.Text("", "  ", p.Bold(terminal.Plain(said)))
		}
	}
}

// changesOf finds what is to be explained. An address that means different
// clauses on the two sides has two answers, the old one first.
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

// changeOf finds the change in which a provision of a side stands, by the
// clause it belongs to; nil for none.
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

func explain(p *terminal.Printer, c *compare.Comparison, ch *compare.Change) {
	p.Text("", "  ", p.Bold(fate(c, ch)))
	for _, side := range []struct {
		label   string
		clauses []*revision.Clause
	}{{c.Old.Label, ch.Old}, {c.New.Label, ch.New}} {
		for _, clause := range side.clauses {
			p.Text("  "+side.label+" "+clause.Address()+": ", "    ", command.Opening(clause.Provision))
		}
	}
	if len(ch.Basis) > 0 {
		p.Printf("\n")
		p.Text("  paired because: ", "    ", render.BasisText(ch.Basis, render.Options{}))
		if ch.Pin != nil {
			p.Text("  reason given: ", "    ", ch.Pin.Note)
		}
		sure := ""
		if ch.Uncertain {
			sure = " (uncertain: look at both texts)"
		}
		p.Printf("  score: %.2f%s\n", ch.Score, sure)
	}
	if len(ch.Evidence) > 0 {
		p.Printf("\n")
		rows := [][]string{{"  EVIDENCE", "VALUE", "WEIGHT", "WHAT IT IS"}}
		for _, e := range ch.Evidence {
			rows = append(rows, []string{"  " + e.Name, fmt.Sprintf("%.2f", e.Value), fmt.Sprintf("%.2f", e.Weight), terminal.Plain(e.Detail)})
		}
		p.Table(rows)
	}
	if shared := compare.SharedWords(c, ch, 12); len(shared) > 0 {
		p.Printf("\n")
		p.Text("  rarest shared words: ", "    ", strings.Join(shared, ", "))
	}
	if r := ch.RunnerUp; r != nil {
		p.Printf("\n")
		p.Text("  second: ", "    ", fmt.Sprintf("%s → %s, score %.2f: %s", r.Old, r.New, r.Score, render.GroundText(r.Why, render.Options{})))
	}
	if ch.Significance != "" {
		p.Printf("\n")
		p.Text("  significance: ", "    ", string(ch.Significance)+reasons(ch))
	}
	for _, f := range register.Since(c.Old, c.New) {
		if slices.Contains(ch.NewAddresses(), f.At) {
			p.Text("  ", "    ", terminal.Plain(phrase.English().Fact(f)))
		}
	}
	w := ch.Words
	p.Printf("  words: %d kept, %d deleted, %d inserted, %d moved away, %d moved here\n",
		w.Kept, w.Deleted, w.Inserted, w.MovedOut, w.MovedIn)
}

// fate says in one line what became of the clauses of a change.
func fate(c *compare.Comparison, ch *compare.Change) string {
	old, now := strings.Join(ch.OldAddresses(), ", "), strings.Join(ch.NewAddresses(), ", ")
	what := strings.Join(append([]string{string(ch.Kind)}, command.Facets(ch)...), ", ")
	switch {
	case now == "":
		return fmt.Sprintf("%s %s: %s in %s", c.Old.Label, old, what, c.New.Label)
	case old == "":
		return fmt.Sprintf("%s %s: %s", c.New.Label, now, what)
	}
	return fmt.Sprintf("%s %s → %s %s: %s", c.Old.Label, old, c.New.Label, now, what)
}

func reasons(ch *compare.Change) string {
	if len(ch.Reasons) == 0 {
		return ""
	}
	var texts []string
	for _, r := range ch.Reasons {
		texts = append(texts, render.ReasonText(r, render.Options{}))
	}
	return " (" + strings.Join(texts, "; ") + ")"
}
