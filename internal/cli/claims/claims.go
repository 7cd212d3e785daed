package claims

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/render/json"
)

type claimsOptions struct {
	revisions []string // all that are stored when there is none
	verify    bool
	format    string
}

func newClaims(env *command.Env) *cobra.Command {
	var opts claimsOptions
	cmd := &cobra.Command{
		Use:     "claims [REVISION]",
		GroupID: command.GroupClaims,
		Short:   "List what sources say of a revision, and check their quotations",
		Long: `List the sources and their claims: who says what, when, in which words, about
which clauses. Without REVISION those about all stored revisions are listed.

With --verify each sentence that a source quotes from the document is checked
against the stored text: the same, in other words (a source may use another
translation), or missing.

Claims stand as YAML files in revisions/LABEL/claims.`,
		Example: `  conceptdiff claims 2007
  conceptdiff claims 2007 --verify
  conceptdiff claims 2007 --verify --format json`,
		Args:              command.Arguments(0, 1),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revisions = args
			return runClaims(cmd.Context(), env, opts)
		},
	}
	command.EnumVar(cmd, cmd.Flags(), &opts.format, "format", "text", []string{"text", "json"}, "format of the list")
	cmd.Flags().BoolVar(&opts.verify, "verify", false, "check the sources' quotations against the stored text")
	cmd.AddCommand(newPin(env))
	return cmd
}

func runClaims(ctx context.Context, env *command.Env, opts claimsOptions) error {
	labels := opts.revisions
	w := env.Workspace()
	if len(labels) == 0 {
		var err error
		if labels, err = w.Labels(ctx); err != nil {
			return err
		}
	}
	docs, err := w.Documents(ctx, labels...)
	if err != nil {
		return err
	}
	var listed []json.Sourced
	found := false
	for _, d := range docs {
		r := json.Sourced{Revision: d.Revision}
		if r.Sources, err = d.Sources(); err != nil {
			return err
		}
		for _, src := range r.Sources {
			found = true
			if opts.verify {
				r.Checks = append(r.Checks, claim.Verify(d.Revision, src))
			}
		}
		listed = append(listed, r)
	}
	if !found {
		env.Notice("no source makes a claim about %s", phrase.Or(labels))
	}
	return env.Deliver(ctx, "", func(w io.Writer) error {
		if opts.format == "json" {
			return json.Claims(w, listed)
		}
		return env.PrintTo(w, func(p *terminal.Printer) {
			for _, r := range listed {
				printSources(p, r)
			}
		})
	})
}

func printSources(p *terminal.Printer, r json.Sourced) {
	for i, src := range r.Sources {
		if i > 0 {
			p.Printf("\n")
		}
		p.Text("", "  ", p.Bold(terminal.Plain(src.Publisher+", "+src.Date+": "+src.Title)))
		p.Text("  ", "  ", "about "+r.Label+"; "+src.Key)
		if src.Note != "" {
			p.Text("  ", "  ", src.Note)
		}
		if r.Checks != nil {
			printChecks(p, r.Checks[i])
			continue
		}
		for _, c := range src.Claims {
			p.Printf("\n")
			printClaim(p, c)
		}
	}
}

func printClaim(p *terminal.Printer, c *claim.Claim) {
	p.Text("  ", "    ", p.Bold(terminal.Plain(c.Key))+": "+says(c))
	p.Text("    ", "    ", speaker(c))
	p.Text("    ", "    ", c.Wording())
	if len(c.Cites) > 0 {
		p.Text("    cites ", "      ", phrase.And(c.Cites))
	}
	for _, s := range c.Subjects {
		p.Text("    subject: ", "      ", s.Name)
	}
}

func says(c *claim.Claim) string {
	s := string(c.Says)
	if c.Says == claim.Expected && c.Expects != "" {
		s += ": " + string(c.Expects)
	}
	return s + ". " + c.Gist
}

// speaker says who says it and when.
func speaker(c *claim.Claim) string {
	s := c.Speaker
	if c.Role != "" {
		s += " (" + c.Role + ")"
	}
	return s + ", " + c.Date + ":"
}

func printChecks(p *terminal.Printer, checks []claim.Check) {
	counts := map[claim.Result]int{}
	for _, c := range checks {
		counts[c.Result]++
		p.Printf("\n")
		if c.Quoted == "" {
			p.Text("  ", "    ", fmt.Sprintf("[%s] %s: cited by %s", c.Clause, c.Result, c.Claim.Key))
			continue
		}
		p.Text("  ", "    ", fmt.Sprintf("[%s] %s%s", c.Clause, c.Result, likeness(c)))
		p.Text("    source: ", "      ", "“"+c.Quoted+"”")
		if c.Result == claim.Differs {
			p.Text("    stored: ", "      ", "“"+c.Stored+"” ("+c.Provision+")")
		}
		if c.Note != "" && c.Result != claim.Same {
			p.Text("    note: ", "      ", c.Note)
		}
	}
	p.Printf("\n  %d the same, %d in other words, %d missing\n", counts[claim.Same], counts[claim.Differs], counts[claim.Missing])
}

func likeness(c claim.Check) string {
	switch {
	case c.NoClause:
		return ": there is no such clause"
	case c.Result == claim.Differs:
		return fmt.Sprintf(" in wording, %.0f %% of the words are the same", 100*c.Similarity)
	}
	return ""
}
