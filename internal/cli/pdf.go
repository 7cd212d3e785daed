package cli

import (
	"bytes"
	"context"
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/chromium"
	"conceptdiff/internal/fault"
)

// The engines that make PDF files.
const (
	engineAuto     = "auto"
	engineChromium = "chromium"
	engineBuiltin  = "builtin"
)

// pdfEngineVar declares --pdf-engine.
func pdfEngineVar(cmd *cobra.Command, value *string) {
	enumVar(cmd, cmd.Flags(), value, "pdf-engine", engineAuto, []string{engineAuto, engineChromium, engineBuiltin},
		"what makes PDF: Chromium where there is one, else the program itself")
}

// printing is a document in both forms from which a PDF file can be made.
type printing struct {
	date    string                // of the newest text
	page    func(io.Writer) error // as HTML, for Chromium
	builtin func(io.Writer) error // as PDF
}

// pdf makes a PDF file with the engine that was chosen. Where nobody chose one and
// Chromium fails, the program makes it itself and says so.
func (a *app) pdf(ctx context.Context, engine string, p printing) (func(io.Writer) error, error) {
	if engine == engineBuiltin {
		return p.builtin, nil
	}
	program, err := chromium.Find()
	if err != nil {
		if engine == engineChromium {
			return nil, fault.Hint(err, "install it, or leave out --pdf-engine: the program can do without")
		}
		return p.builtin, nil
	}
	var page bytes.Buffer
	if err := p.page(&page); err != nil {
		return nil, err
	}
	data, err := chromium.Print(ctx, program, page.Bytes(), p.date)
	switch {
	case err == nil:
		return func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		}, nil
	case engine == engineChromium || ctx.Err() != nil:
		return nil, err
	}
	a.notice("%v; made without it", err)
	return p.builtin, nil
}
