// Package changes holds the commands that compare texts: diff, table, report, render
// and explain.
//
// Each makes one value in package workspace and writes it in a format: of formats.go
// (comparisons and reports), of table.go, or of a sheet (package command). shape.go
// holds the flags on the form that they share, onto.go the redline onto a Word file of
// one's own. That two texts differ is no failure: the exit code is 0.
//
// Flags of the form (format, language, layout, picture, tracked changes, PDF engine,
// embargo) are the same for diff, report and render, so they stand in one struct, shape,
// with one check of which go together: a flag that the chosen format does not heed is
// misuse and not passed over. A new format is a row in formats.go or table.go.
package changes

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newDiff(env), newTable(env), newReport(env), newRender(env), newExplain(env)}
}
