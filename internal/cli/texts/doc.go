// Package texts holds the commands that read what is stored: list, show, history and check.
package texts

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newList(env), newShow(env), newHistory(env), newCheck(env)}
}
