package cli

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store/sqlite"
)

func newCompletion(a *app) *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:     "completion SHELL",
		GroupID: groupStore,
		Short:   "Print the script that completes commands, labels and clauses",
		Long: `Print the script by which a shell completes what you type: commands and flags,
the labels of the stored revisions, the clauses of the one you named, and the
values that a flag takes. SHELL is bash, zsh, fish or powershell.`,
		Example: `  source <(conceptdiff completion bash)
  conceptdiff completion fish > ~/.config/fish/completions/conceptdiff.fish

Then «conceptdiff show 2007 4.1.<TAB>» offers 4.1.1 to 4.1.5.`,
		Args:      arguments(1, 1),
		ValidArgs: shells,
		RunE: func(cmd *cobra.Command, args []string) error {
			return buffered(a.streams.Out, func(w io.Writer) error {
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
				return fault.Misusef("no completion for %q: want %s", args[0], fault.Or(shells))
			})
		},
	}
}

// takes says what the arguments of a command are, for completion.
type takes struct {
	revisions int  // how many come first
	clauses   bool // whether clauses of them follow
}

// completer completes revision and clause arguments. It never makes a database
// and never fails: where nothing is known, nothing is offered.
func (a *app) completer(t takes) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
		switch {
		case len(args) < t.revisions:
			return a.labels(cmd.Context(), prefix), cobra.ShellCompDirectiveDefault // and files
		case t.clauses:
			return a.clauses(cmd.Context(), args[:t.revisions], prefix), cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
}

func (a *app) completeLabel(cmd *cobra.Command, _ []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return a.labels(cmd.Context(), prefix), cobra.ShellCompDirectiveDefault
}

func completeFolders(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// stored opens the database if there is one, as it is.
func (a *app) stored(ctx context.Context) *sqlite.Store {
	_, database, err := a.places(toRead)
	if err != nil {
		return nil
	}
	if _, err := os.Stat(database); err != nil {
		return nil
	}
	s, err := sqlite.Open(ctx, database)
	if err != nil {
		return nil
	}
	return s
}

func (a *app) labels(ctx context.Context, prefix string) []cobra.Completion {
	var metas []revision.Meta
	if s := a.stored(ctx); s != nil {
		defer s.Close()
		metas, _ = s.Revisions(ctx) // nothing is offered when it fails
	} else if workspace, _, err := a.places(toRead); err == nil && workspace != "" {
		folders, _ := readFolders(workspace) // likewise
		for _, f := range folders {
			metas = append(metas, f.meta())
		}
	}
	var out []cobra.Completion
	for _, m := range metas {
		if strings.HasPrefix(m.Label, prefix) {
			out = append(out, cobra.CompletionWithDesc(m.Label, describe(m)))
		}
	}
	return out
}

func (a *app) clauses(ctx context.Context, revisions []string, prefix string) []cobra.Completion {
	seen := make(map[string]bool)
	var out []cobra.Completion
	for _, arg := range revisions {
		for _, c := range a.clausesOf(ctx, arg) {
			addr := c.Address()
			if seen[addr] || !strings.HasPrefix(addr, prefix) {
				continue
			}
			seen[addr] = true
			out = append(out, cobra.CompletionWithDesc(addr, c.Heading))
		}
	}
	return out
}

func (a *app) clausesOf(ctx context.Context, arg string) []*revision.Clause {
	if arg == stdinPath {
		return nil // which is the terminal that asks
	}
	if isPath(arg) {
		r, err := a.readPath(arg)
		if err != nil {
			return nil
		}
		return r.Clauses()
	}
	s := a.stored(ctx)
	if s == nil {
		return a.unstoredClauses(arg)
	}
	defer s.Close()
	r, err := s.RevisionByLabel(ctx, arg)
	if err != nil {
		return nil
	}
	return r.Clauses()
}

// unstoredClauses reads a label's file in a workspace that was not used yet.
func (a *app) unstoredClauses(label string) []*revision.Clause {
	workspace, _, err := a.places(toRead)
	if err != nil || workspace == "" {
		return nil
	}
	f, err := readFolder(filepath.Join(workspace, revisionsFolder, label))
	if err != nil {
		return nil
	}
	r, err := a.readRevisionFolder(f, a.stateOf(f))
	if err != nil {
		return nil
	}
	return r.Clauses()
}

func describe(m revision.Meta) string {
	d := string(m.Status)
	if m.Date != "" {
		d += ", " + m.Date
	}
	if m.Title != "" {
		d += ": " + m.Title
	}
	return d
}
