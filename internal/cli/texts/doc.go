// Package texts holds the commands that read what is stored: list, show, history and
// check.
//
// Where a revision is asked for, its label or a path will do (package workspace); a
// label that no revision has may be a related document's key (show_related.go). What
// show writes to be read again, by this program or another, is a table in
// show_format.go.
//
// None of them changes the store beyond importing what lies in the revisions folder,
// which any command does.
package texts

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newList(env), newShow(env), newHistory(env), newCheck(env)}
}
