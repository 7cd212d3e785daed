package texts

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/register"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/workspace"
)

func newHistory(env *command.Env) *cobra.Command {
	var in string
	cmd := &cobra.Command{
		Use:     "history CLAUSE",
		GroupID: command.GroupTexts,
		Short:   "Follow a clause through the stored revisions",
		Long: `Follow a clause through all stored revisions: what it is in each, under which
number, and what became of it from each base to what revises that. The clause is
sought in the oldest revision first; --in says in which it has that number. What
a register says was done to it, in notes at the clause, is listed below.`,
		Example: `  conceptdiff history 4.1.1
  conceptdiff history 4.2 --in draft`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.CompleteClauses,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runHistory(cmd.Context(), env, args[0], in)
		},
	}
	cmd.Flags().StringVar(&in, "in", "", "the `label` of the revision in which the clause has this number")
	command.CompleteFlag(cmd, "in", env.CompleteLabel)
	return cmd
}

func runHistory(ctx context.Context, env *command.Env, typed, in string) error {
	h, err := env.Workspace().History(ctx, typed, in)
	if err != nil {
		return err
	}
	return env.WriteTo(ctx, "", func(w io.Writer) error {
		return env.PrintTo(w, func(p *terminal.Printer) { printHistory(p, h) })
	})
}

func printHistory(p *terminal.Printer, h *workspace.History) {
	rows := [][]string{{"REVISION", "DATE", "STATUS", "CLAUSE", "WHAT BECAME OF IT", "HEADING"}}
	for _, r := range h.Revisions {
		addrs, known := h.At[r.Label]
		ch := h.From[r.Label]
		if !known {
			continue
		}
		what := "first stored here"
		if ch != nil {
			what = strings.Join(append([]string{string(ch.Kind)}, command.Facets(ch)...), ", ")
		}
		heading := ""
		if len(addrs) > 0 {
			if v := r.Find(addrs[0]); v != nil {
				heading = terminal.Plain(command.Opening(v))
			}
		}
		rows = append(rows, []string{r.Label, terminal.Dash(r.Date), terminal.Dash(string(r.Status)), terminal.Dash(strings.Join(addrs, ", ")), what, heading})
	}
	for _, r := range h.Revisions {
		if said := phrase.English().StandingOf(r.Meta); said != "" && len(h.At[r.Label]) > 0 {
			p.Text("", "  ", p.Bold(terminal.Plain(said)))
		}
	}
	p.Table(rows)
	for _, r := range h.Revisions {
		for _, at := range h.At[r.Label] {
			for _, f := range register.Of(r, at) {
				p.Text("", "  ", terminal.Plain(r.Label+": "+phrase.English().Fact(f)))
			}
		}
	}
}
