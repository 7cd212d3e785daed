package committee

import (
	"fmt"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/review"
)

// byVar declares the flag that names who speaks.
func byVar(env *command.Env, cmd *cobra.Command, by *string) {
	cmd.Flags().StringVar(by, "by", "", "the `member` who says it (default: the one named by «member use»)")
	command.CompleteFlag(cmd, "by", env.CompleteMember)
}

// tell says in a few lines what was entered. e is nil when nothing was.
func tell(env *command.Env, e *review.Entry, err error) error {
	if err != nil || e == nil {
		return err
	}
	return env.PrintTo(env.Out, func(p *terminal.Printer) {
		p.Text("", "  ", fmt.Sprintf("%s: %s", e.By, e.Summary()))
		switch said := e.Says.(type) {
		case review.Mark:
			p.Text("  ", "  ", "“"+terminal.Short(said.On.Quote)+"”")
		case review.Decision:
			p.Text("  ", "  ", "“"+terminal.Short(said.On.Quote)+"”")
		}
		p.Text("  ", "  ", fmt.Sprintf("entry %d, %s", e.Seq, e.Hash))
	})
}
