package storage

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/phrase"
)

// newVerify makes verify, which takes no arguments: it is about the whole store, and
// the folder that it was filled from.
func newVerify(env *command.Env) *cobra.Command {
	return &cobra.Command{
		Use:     "verify",
		GroupID: command.GroupStore,
		Short:   "Check that the store is sound",
		Long: `Read everything in the database and check it: SQLite's own structures, that every
text and file has the digest under which it is stored, that every revision can
be loaded and compared with its base and comes out as it is stored, that the
committee's record holds together and is about the stored words, and that the
files in revisions/ still are those that were stored. Exits 1 when something is
wrong.`,
		Example: `  conceptdiff verify
  conceptdiff verify --db ~/archive/conceptdiff.db`,
		Args:              command.Arguments(0, 0),
		ValidArgsFunction: env.Complete(command.Takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runVerify(cmd.Context(), env) },
	}
}

// runVerify holds the store, its folder and its record against their digests. Problems
// are results on standard output; that there are any is the error.
func runVerify(ctx context.Context, env *command.Env) error {
	found, err := env.Workspace().Verify(ctx)
	if err != nil {
		return err
	}
	if len(found.Problems) == 0 {
		return env.PrintTo(env.Out, func(p *terminal.Printer) {
			p.Printf("%s: sound, %s and %s in the record\n", found.Path, phrase.Plural(found.Revisions, "revision"),
				phrase.Count(found.Entries, "entry", "entries"))
		})
	}
	if err := env.PrintTo(env.Out, func(p *terminal.Printer) {
		for _, s := range found.Problems {
			p.Text("", "  ", s)
		}
	}); err != nil {
		return err
	}
	return fmt.Errorf("%s: %s", found.Path, phrase.Plural(len(found.Problems), "problem"))
}
