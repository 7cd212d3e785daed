// Package claims holds the commands on what sources say: claims and flags.
package claims

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newClaims(env), newFlags(env)}
}
