package changes

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/workspace/reading"
)

// newRender makes render, which offers the formats of a comparison and refuses later
// those that the saved file has not: what it is shows only when it is read. It needs
// neither workspace nor database.
func newRender(env *command.Env) *cobra.Command {
	var s shape
	cmd := &cobra.Command{
		Use:     "render FILE",
		GroupID: command.GroupCompare,
		Short:   "Render a saved comparison or report again",
		Long: `Render a comparison that diff --format json wrote, or a report that report
--format json wrote, in another format or language. Neither the texts nor the
database are needed, and the result is the one that diff or report would have
given. FILE may be - for the standard input.

A comparison that was limited to some changes cannot be rendered again.`,
		Example: `  conceptdiff diff 2007 draft --format json -o changes.json
  conceptdiff render changes.json --format html -o changes.html
  conceptdiff render changes.json --format docx --lang ru -o redline.docx`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.check(cmd.Flags()); err != nil {
				return err
			}
			return runRender(cmd.Context(), env, args[0], s)
		},
	}
	formVars(cmd, &s)
	audienceVar(cmd, &s.audience)
	outputVars(cmd, &s, formatNames(diffFormats))
	return cmd
}

// runRender writes a comparison or a report that was saved as JSON in another format.
// What was saved with a filter is refused: not all of it is there. Which of the two a
// file is, its schema says; a format that only comparisons have is then misuse.
func runRender(ctx context.Context, env *command.Env, path string, s shape) error {
	data, err := readSaved(env, path)
	if err != nil {
		return err
	}
	r, schema, err := json.Read(data)
	if errors.Is(err, json.ErrFiltered) {
		return fault.Hint(fmt.Errorf("%s: %w", path, err), "write it again without clauses, --kind and --substantive")
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	formats := diffFormats
	if schema == json.ReportSchema {
		formats = reportFormats
	}
	if names := formatNames(formats); !slices.Contains(names, s.format) {
		return fault.Misusef("%s is a report: --format takes %s", path, phrase.Or(names))
	}
	return write(ctx, env, formats, s, r)
}

// readSaved reads a file, or the standard input, whole.
func readSaved(env *command.Env, path string) ([]byte, error) {
	if path != reading.StdinPath {
		return reading.Bytes(path)
	}
	return env.Stdin().Bytes()
}
