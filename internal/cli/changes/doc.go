// Package changes holds the commands that compare texts: diff, table, report, render
// and explain.
package changes

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newDiff(env), newTable(env), newReport(env), newRender(env), newExplain(env)}
}
