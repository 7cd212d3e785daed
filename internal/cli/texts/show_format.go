package texts

import (
	"context"
	"io"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	written "conceptdiff/internal/render/document"
	"conceptdiff/internal/revision"
)

// documentFormat is one form in which a whole revision can be had: its name for
// --format, where it can go, and what writes it.
type documentFormat struct {
	name  string
	form  terminal.Form
	write func(io.Writer, *revision.Revision) error
}

// documentFormats are those of show beside text, which shows addresses.
var documentFormats = []documentFormat{
	{"txt", terminal.FormPlain, written.Text},
	{"md", terminal.FormPlain, written.Markdown},
	{"html", terminal.FormPlain, written.HTML},
	{"json", terminal.FormPlain, written.JSON},
	{"akn", terminal.FormPlain, written.AkomaNtoso},
	{"docx", terminal.FormBinary, written.DOCX},
}

// documentFormatNames are what --format takes, text first.
func documentFormatNames() []string {
	names := []string{"text"}
	for _, f := range documentFormats {
		names = append(names, f.name)
	}
	return names
}

// showAs writes a whole revision in a format of [documentFormats]. A binary one is
// refused on a terminal.
func showAs(ctx context.Context, env *command.Env, opts showOptions, r *revision.Revision) error {
	for _, f := range documentFormats {
		if f.name != opts.format {
			continue
		}
		if f.form == terminal.FormBinary && env.Terminal {
			return fault.Misusef("the %s format is no text for a terminal: name a file with -o", f.name)
		}
		return env.WriteTo(ctx, opts.output, func(w io.Writer) error { return f.write(w, r) })
	}
	return nil
}
