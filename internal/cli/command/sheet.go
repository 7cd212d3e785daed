package command

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/csv"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/pdf"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/render/text"
)

// sheetFormat is one form in which marks and other lists of the committee can be had:
// its name for --format, where it can go, and what writes it.
type sheetFormat struct {
	name  string
	form  terminal.Form
	write func(io.Writer, sheet.Sheet, render.Options) error
}

// sheetFormats are in the order of help; the first is the preset.
var sheetFormats = []sheetFormat{
	{"text", terminal.FormPaged, text.Sheet},
	{"md", terminal.FormPlain, markdown.Sheet},
	{"html", terminal.FormPlain, html.Sheet},
	{"docx", terminal.FormBinary, office.Sheet},
	{"pdf", terminal.FormBinary, pdf.Sheet},
	{"csv", terminal.FormPlain, csv.Sheet},
	{"json", terminal.FormPlain, sheet.JSON},
}

// SheetForm is what flags say of the form of a sheet and where it goes; an empty
// Output is the terminal.
type SheetForm struct{ Format, Output, Language string }

// Vars declares the flags --format, --lang and --output on a command.
func (f *SheetForm) Vars(cmd *cobra.Command) {
	EnumVar(cmd, cmd.Flags(), &f.Format, "format", "text", SheetNames(), "format of the result")
	LanguageVar(cmd, &f.Language)
	cmd.Flags().StringVarP(&f.Output, "output", "o", "", "write to `file`")
}

// Options are those of the sheet. Width and colour, which belong to the streams, are
// set when it is written.
func (f *SheetForm) Options() render.Options { return render.Options{Language: f.Language} }

// SheetNames are the formats of a sheet, in the order of help.
func SheetNames() []string {
	var names []string
	for _, f := range sheetFormats {
		names = append(names, f.name)
	}
	return names
}

// Sheet writes a sheet in a format, to a file or by way of the pager. A format that
// cannot be shown on a terminal is refused there.
func (env *Env) Sheet(ctx context.Context, format, output string, s sheet.Sheet) error {
	for _, f := range sheetFormats {
		if f.name != format {
			continue
		}
		if err := env.Fit(f.name, f.form); err != nil {
			return err
		}
		write := func(w io.Writer) error { return f.write(w, s, env.Options("auto")) }
		if f.form == terminal.FormPaged {
			return env.Deliver(ctx, output, write)
		}
		return env.WriteTo(ctx, output, write)
	}
	return fault.Misusef("there is no format %q", format)
}

// Options are the form of text on these streams. layout is what --layout takes:
// "auto" leaves it to the width.
func (env *Env) Options(layout string) render.Options {
	o := render.Options{Width: env.Width, Color: env.UseColor()}
	switch layout {
	case "inline":
		o.Layout = render.LayoutInline
	case "side-by-side":
		o.Layout = render.LayoutSideBySide
	}
	return o
}
