package texts

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/render/findings"
	rphrase "conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// checkOptions are what the command line says; base is "" where the text is looked at
// by itself.
type checkOptions struct {
	revision, base string
	check          bool
	format, output string
	language       string
}

// newCheck makes check, which without --check succeeds whatever it finds: a listed
// place need not be wrong.
func newCheck(env *command.Env) *cobra.Command {
	var opts checkOptions
	cmd := &cobra.Command{
		Use:     "check REVISION",
		GroupID: command.GroupTexts,
		Short:   "Find references and defined terms that lead nowhere, or elsewhere",
		Long: `Find in a revision what a person should look at: a cited number that no provision
bears; a heading in brackets behind a number that is another provision's; a term
that is defined twice, or defined and never used. With --base also what no longer
fits since an earlier revision: a number that stood for a clause that was moved,
renumbered or removed, and a term that is used and no longer defined.

Citations of other documents are left alone. Being listed does not make a place
wrong: what is meant, only a reader can tell. --check exits 3 if one is listed.`,
		Example: `  conceptdiff check 2007
  conceptdiff check draft --base 2007
  conceptdiff check draft --base 2007 --lang ru --format json`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision = args[0]
			return runCheck(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().StringVar(&opts.base, "base", "", "the earlier `revision` that it is held against")
	cmd.Flags().BoolVar(&opts.check, "check", false, "exit 3 while anything is found")
	command.EnumVar(cmd, cmd.Flags(), &opts.format, "format", "text", []string{"text", "json"}, "format of the list")
	command.LanguageVar(cmd, &opts.language)
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to `file`")
	command.CompleteFlag(cmd, "base", env.CompleteLabel)
	return cmd
}

// runCheck lists references and defined terms of a revision that lead nowhere; with a
// base also those that lead elsewhere than they did. With --check, any end in a
// [command.FindingsError].
func runCheck(ctx context.Context, env *command.Env, opts checkOptions) error {
	env.SendTo(opts.output)
	checked, err := env.Workspace().Check(ctx, opts.revision, opts.base)
	if err != nil {
		return err
	}
	err = env.Deliver(ctx, opts.output, func(w io.Writer) error {
		if opts.format == "json" {
			return findings.JSON(w, &checked)
		}
		return env.PrintTo(w, func(p *terminal.Printer) {
			printChecked(p, rphrase.In(opts.language).Naming(checked.Revision), &checked)
		})
	})
	if err != nil || !opts.check || len(checked.Findings) == 0 {
		return err
	}
	return &command.FindingsError{What: phrase.Plural(len(checked.Findings), "finding") + " in " + checked.Revision.Label}
}

// printChecked prints each finding with the sentence it stands in, and what is odd
// about it. That nothing was found is said, too.
func printChecked(p *terminal.Printer, m rphrase.Phrases, c *report.Checked) {
	for i := range c.Findings {
		f := &c.Findings[i]
		p.Printf("%s\n", p.Bold("["+m.Cite(f.In)+"] "+terminal.Plain(f.Cited)))
		p.Text("    ", "    ", "“"+f.Text+"”")
		for _, s := range findings.Says(m.Printer, m.Cite, f) {
			p.Text("  → ", "    ", s)
		}
		p.Printf("\n")
	}
	if len(c.Findings) == 0 {
		p.Printf("%s\n", m.Say("Nothing to look at was found."))
		return
	}
	p.Printf("%s\n", m.Say("{0 place} to look at. Whether anything is wrong there, only a reader can tell.", len(c.Findings)))
}
