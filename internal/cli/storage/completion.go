package storage

import (
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
)

// newCompletion is the command completion. The scripts are cobra's: they ask the
// program itself what may follow, so that labels and clauses are always those that
// are stored.
func newCompletion(env *command.Env) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:     "completion SHELL",
		GroupID: command.GroupStore,
		Short:   "Print the script that completes commands, labels and clauses",
		Long: `Print the script by which a shell completes what you type: commands and flags,
the labels of the stored revisions, the clauses of the one you named, and the
values that a flag takes. SHELL is bash, zsh, fish or powershell.`,
		Example: `  source <(conceptdiff completion bash)
  conceptdiff completion fish > ~/.config/fish/completions/conceptdiff.fish

Then «conceptdiff show 2007 4.1.<TAB>» offers 4.1.1 to 4.1.5.`,
		Args:      command.Arguments(1, 1),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			return terminal.Buffered(env.Out, func(w io.Writer) error {
				root := cmd.Root()
				switch args[0] {
				case "bash":
					return root.GenBashCompletionV2(w, true)
				case "zsh":
					return root.GenZshCompletion(w)
				case "fish":
					return root.GenFishCompletion(w, true)
				case "powershell":
					return root.GenPowerShellCompletionWithDesc(w)
				}
				return fault.Misusef("no completion for %q: want %s", args[0], phrase.Or(shells))
			})
		},
	}
}
