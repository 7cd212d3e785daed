// Package pages holds serve: the program as pages in a browser.
package pages

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newServe(env)}
}
