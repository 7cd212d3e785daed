package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/render"
)

func newRender(a *app) *cobra.Command {
	var s shape
	cmd := &cobra.Command{
		Use:     "render FILE",
		GroupID: groupCompare,
		Short:   "Render a saved comparison or report again",
		Long: `Render a comparison that diff --format json wrote, or a report that report
--format json wrote, in another format or language. Neither the texts nor the
database are needed, and the result is the one that diff or report would have
given. FILE may be - for the standard input.

A comparison that was limited to some changes cannot be rendered again.`,
		Example: `  conceptdiff diff 2007 draft --format json -o changes.json
  conceptdiff render changes.json --format html -o changes.html
  conceptdiff render changes.json --format docx --lang ru -o redline.docx`,
		Args:              arguments(1, 1),
		ValidArgsFunction: cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := s.check(cmd.Flags()); err != nil {
				return err
			}
			return runRender(cmd.Context(), a, args[0], s)
		},
	}
	formVars(cmd, &s)
	audienceVar(cmd, &s.audience)
	outputVars(cmd, &s, formatNames(diffFormats))
	return cmd
}

func runRender(ctx context.Context, a *app, path string, s shape) error {
	data, err := a.readSaved(path)
	if err != nil {
		return err
	}
	r, schema, err := render.ReadJSON(data)
	if errors.Is(err, render.ErrFiltered) {
		return fault.Hint(fmt.Errorf("%s: %w", path, err), "write it again without clauses, --kind and --substantive")
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	formats := diffFormats
	if schema == render.ReportSchema {
		formats = reportFormats
	}
	if names := formatNames(formats); !slices.Contains(names, s.format) {
		return fault.Misusef("%s is a report: --format takes %s", path, fault.Or(names))
	}
	return a.render(ctx, formats, s, r)
}

// readSaved reads a file, or the standard input, whole.
func (a *app) readSaved(path string) ([]byte, error) {
	if path != stdinPath {
		return readBytes(path)
	}
	return a.stdin()
}
