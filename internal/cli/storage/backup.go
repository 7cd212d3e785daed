package storage

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// newBackup makes backup, which may run while others write: what is copied is the
// store of one moment.
func newBackup(env *command.Env) *cobra.Command {
	return &cobra.Command{
		Use:     "backup FILE",
		GroupID: command.GroupStore,
		Short:   "Copy the store to a file, also while others write to it",
		Long: `Copy the whole store, revisions, claims and record, to a file, as it is at one
moment. Others may go on writing. A file that is there is not overwritten.`,
		Example: `  conceptdiff backup ~/backups/2026-11-21.db
  conceptdiff backup copy.db`,
		Args: command.Arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := env.Workspace().Backup(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			env.Notice("%s copied to %s", path, args[0])
			return nil
		},
	}
}

// newRestore makes restore, which checks the backup before it makes a store of it;
// --db says where that stands.
func newRestore(env *command.Env) *cobra.Command {
	return &cobra.Command{
		Use:     "restore BACKUP",
		GroupID: command.GroupStore,
		Short:   "Make the store from a backup; nothing is overwritten",
		Long: `Make the store of this workspace (or the one that --db names) from a backup,
after checking it. A store that is there is not overwritten: move it away first.`,
		Example: `  conceptdiff restore ~/backups/2026-11-21.db
  conceptdiff restore ~/backups/2026-11-21.db --db restored.db`,
		Args: command.Arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			path, err := env.Workspace().Restore(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			env.Notice("%s made from %s", path, args[0])
			return nil
		},
	}
}
