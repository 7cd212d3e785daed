package committee

import (
	"fmt"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/review"
)

// byVar declares the flag that names who speaks. Its preset, the member of «member
// use», is the store's to know, so that "" is handed on.
func byVar(env *command.Env, cmd *cobra.Command, by *string) {
	cmd.Flags().StringVar(by, "by", "", "the `member` who says it (default: the one named by «member use»)")
	command.CompleteFlag(cmd, "by", env.CompleteMember)
}

// tell says in a few lines what was entered: who, what, the words it is about, and
// the number and hash to be noted. e is nil when nothing was, as where a member has
// the role already; an error is handed back as it is.
func tell(env *command.Env, e *review.Entry, err error) error {
	if err != nil || e == nil {
		return err
	}
	return env.PrintTo(env.Out, func(p *terminal.Printer) {
		p.Text("", "  ", fmt.Sprintf("%s: %s", e.By, e.Summary()))
		// Only these are about words of a text.
		switch said := e.Says.(type) {
		case review.Mark:
			p.Text("  ", "  ", "“"+terminal.Short(said.On.Quote)+"”")
		case review.Decision:
			p.Text("  ", "  ", "“"+terminal.Short(said.On.Quote)+"”")
		}
		p.Text("  ", "  ", fmt.Sprintf("entry %d, %s", e.Seq, e.Hash))
	})
}
