package changes

import (
	"context"
	"fmt"
	"io"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/docx/onto"
	"conceptdiff/internal/report"
	"conceptdiff/internal/workspace/reading"
)

// ontoFile writes a redline onto the Word file that --onto names. old is the argument
// that the old text came from: where that is a Word file, too, its tables and lists
// come back when all is rejected. NEW must be what --onto names, or the redline would
// say what neither text does: package onto holds the two against each other. The
// files are read here, so that a missing one is told before anything is written.
func ontoFile(ctx context.Context, env *command.Env, s shape, r report.Report, o render.Options) (func(io.Writer) error, error) {
	var files onto.Files
	var err error
	if files.New, err = reading.Bytes(s.onto); err != nil {
		return nil, err
	}
	if s.old != reading.StdinPath && s.old != "" { // what was typed or piped cannot be read twice
		if files.Old, err = env.Workspace().Source(ctx, s.old); err != nil {
			return nil, err
		}
	}
	return func(w io.Writer) error {
		if err := onto.Write(w, files, r, o); err != nil {
			return fmt.Errorf("%s: %w", s.onto, err)
		}
		return nil
	}, nil
}
