package cli

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/store/sqlite"
)

func newBackup(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "backup FILE",
		GroupID: groupStore,
		Short:   "Copy the store to a file, also while others write to it",
		Long: `Copy the whole store, revisions, claims and record, to a file, as it is at one
moment. Others may go on writing. A file that is there is not overwritten.`,
		Example: `  conceptdiff backup ~/backups/2026-11-21.db
  conceptdiff backup copy.db`,
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			lib, err := a.library(cmd.Context(), toRead)
			if err != nil {
				return err
			}
			if err := lib.store.Backup(cmd.Context(), args[0]); err != nil {
				return err
			}
			a.notice("%s copied to %s", lib.store.Path(), args[0])
			return nil
		},
	}
}

func newRestore(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "restore BACKUP",
		GroupID: groupStore,
		Short:   "Make the store from a backup; nothing is overwritten",
		Long: `Make the store of this workspace (or the one that --db names) from a backup,
after checking it. A store that is there is not overwritten: move it away first.`,
		Example: `  conceptdiff restore ~/backups/2026-11-21.db
  conceptdiff restore ~/backups/2026-11-21.db --db restored.db`,
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			_, database, err := a.places(toStore)
			if err != nil {
				return err
			}
			if err := sqlite.Restore(cmd.Context(), args[0], database); err != nil {
				return err
			}
			a.notice("%s made from %s", database, args[0])
			return nil
		},
	}
}
