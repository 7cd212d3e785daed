package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/revision"
)

func newExplain(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "explain OLD NEW CLAUSE",
		GroupID: groupCompare,
		Short:   "Say why a clause was paired as it was",
		Long: `Say what became of a clause, and on what grounds: the evidence and its weights,
the score, the pairing that came second and why it lost, and why the change
counts as substantive or editorial. The clause is sought in OLD, then in NEW;
old:4.2 and new:4.2 say which is meant.`,
		Example: `  conceptdiff explain 2007 draft 4.1.1
  conceptdiff explain 2007 draft new:4.2`,
		Args:              arguments(3, 3),
		ValidArgsFunction: a.completer(takes{revisions: 2, clauses: true}),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExplain(cmd.Context(), a, args[0], args[1], args[2])
		},
	}
}

func runExplain(ctx context.Context, a *app, oldArg, newArg, typed string) error {
	_, c, err := a.compare(ctx, oldArg, newArg)
	if err != nil {
		return err
	}
	changes, err := changesOf(c, typed)
	if err != nil {
		return err
	}
	return a.writeTo(ctx, "", func(w io.Writer) error {
		return a.printTo(w, func(p *printer) {
			for i, ch := range changes {
				if i > 0 {
					p.printf("\n")
				}
				explain(p, c, ch)
			}
		})
	})
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
	if _, _, err := lookup(typed, sides...); err != nil {
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

func explain(p *printer, c *compare.Comparison, ch *compare.Change) {
	p.text("", "  ", p.bold(fate(c, ch)))
	for _, side := range []struct {
		label   string
		clauses []*revision.Clause
	}{{c.Old.Label, ch.Old}, {c.New.Label, ch.New}} {
		for _, clause := range side.clauses {
			p.text("  "+side.label+" "+clause.Address()+": ", "    ", opening(clause.Provision))
		}
	}
	if len(ch.Basis) > 0 {
		p.printf("\n")
		p.text("  paired because: ", "    ", render.BasisText(ch.Basis, render.Options{}))
		if ch.Pin != nil {
			p.text("  reason given: ", "    ", ch.Pin.Note)
		}
		sure := ""
		if ch.Uncertain {
			sure = " (uncertain: look at both texts)"
		}
		p.printf("  score: %.2f%s\n", ch.Score, sure)
	}
	if len(ch.Evidence) > 0 {
		p.printf("\n")
		rows := [][]string{{"  EVIDENCE", "VALUE", "WEIGHT", "WHAT IT IS"}}
		for _, e := range ch.Evidence {
			rows = append(rows, []string{"  " + e.Name, fmt.Sprintf("%.2f", e.Value), fmt.Sprintf("%.2f", e.Weight), plain(e.Detail)})
		}
		p.table(rows)
	}
	if shared := compare.SharedWords(c, ch, 12); len(shared) > 0 {
		p.printf("\n")
		p.text("  rarest shared words: ", "    ", strings.Join(shared, ", "))
	}
	if r := ch.RunnerUp; r != nil {
		p.printf("\n")
		p.text("  second: ", "    ", fmt.Sprintf("%s → %s, score %.2f: %s", r.Old, r.New, r.Score, render.GroundText(r.Why, render.Options{})))
	}
	if ch.Significance != "" {
		p.printf("\n")
		p.text("  significance: ", "    ", string(ch.Significance)+reasons(ch))
	}
	w := ch.Words
	p.printf("  words: %d kept, %d deleted, %d inserted, %d moved away, %d moved here\n",
		w.Kept, w.Deleted, w.Inserted, w.MovedOut, w.MovedIn)
}

// fate says in one line what became of the clauses of a change.
func fate(c *compare.Comparison, ch *compare.Change) string {
	old, now := strings.Join(ch.OldAddresses(), ", "), strings.Join(ch.NewAddresses(), ", ")
	what := strings.Join(append([]string{string(ch.Kind)}, facets(ch)...), ", ")
	switch {
	case now == "":
		return fmt.Sprintf("%s %s: %s in %s", c.Old.Label, old, what, c.New.Label)
	case old == "":
		return fmt.Sprintf("%s %s: %s", c.New.Label, now, what)
	}
	return fmt.Sprintf("%s %s → %s %s: %s", c.Old.Label, old, c.New.Label, now, what)
}

func facets(ch *compare.Change) []string {
	var out []string
	for _, f := range []struct {
		on   bool
		name string
	}{{ch.Renumbered, "renumbered"}, {ch.Moved, "moved"}, {ch.Retitled, "retitled"}} {
		if f.on {
			out = append(out, f.name)
		}
	}
	return out
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
