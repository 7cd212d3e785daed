// Package pages holds serve: the program as pages in a browser.
//
// serve runs until it is interrupted. Whom it answers and what pages may load stands in
// package web/guard, not here.
//
// What is here is the command line's part alone: flags, the address that is told, and the
// browser that is opened.
package pages

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newServe(env)}
}
