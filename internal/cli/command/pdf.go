package command

import (
	"bytes"
	"context"
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/chromium"
	"conceptdiff/internal/fault"
)

// The engines that make PDF files: Chromium sets pages as a browser does, and is not
// on every machine; the program's own has no such need. auto takes the first where it
// is found.
const (
	engineAuto     = "auto"
	engineChromium = "chromium"
	engineBuiltin  = "builtin"
)

// PDFEngineVar declares --pdf-engine.
func PDFEngineVar(cmd *cobra.Command, value *string) {
	EnumVar(cmd, cmd.Flags(), value, "pdf-engine", engineAuto, []string{engineAuto, engineChromium, engineBuiltin},
		"what makes PDF: Chromium where there is one, else the program itself")
}

// Printing is a document in both forms from which a PDF file can be made. The two
// show the same, in another setting.
type Printing struct {
	// Date stands in the file as that of its making, so that the same texts give the
	// same bytes; a day, or "".
	Date    string                // of the newest text
	Page    func(io.Writer) error // as HTML, for Chromium
	Builtin func(io.Writer) error // as PDF
}

// PDF makes a PDF file with the engine that was chosen. Where nobody chose one and
// Chromium fails, the program makes it itself and says so. What it returns writes the
// file. A Chromium that was asked for by name and is missing or fails is an error; so
// is an interrupt.
func (env *Env) PDF(ctx context.Context, engine string, p Printing) (func(io.Writer) error, error) {
	if engine == engineBuiltin {
		return p.Builtin, nil
	}
	program, err := chromium.Find()
	if err != nil {
		if engine == engineChromium {
			return nil, fault.Hint(err, "install it, or leave out --pdf-engine: the program can do without")
		}
		return p.Builtin, nil
	}
	var page bytes.Buffer
	if err := p.Page(&page); err != nil {
		return nil, err
	}
	data, err := chromium.Print(ctx, program, page.Bytes(), p.Date)
	switch {
	case err == nil:
		return func(w io.Writer) error {
			_, err := w.Write(data)
			return err
		}, nil
	case engine == engineChromium || ctx.Err() != nil:
		return nil, err
	}
	env.Notice("%v; made without it", err)
	return p.Builtin, nil
}
