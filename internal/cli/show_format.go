package cli

import (
	"context"
	"io"

	"conceptdiff/internal/fault"
	written "conceptdiff/internal/render/document"
	"conceptdiff/internal/revision"
)

// documentFormat is one form in which a whole revision can be had.
type documentFormat struct {
	name  string
	form  form
	write func(io.Writer, *revision.Revision) error
}

// documentFormats are those of show beside text, which shows addresses.
var documentFormats = []documentFormat{
	{"txt", plainForm, written.Text},
	{"md", plainForm, written.Markdown},
	{"html", plainForm, written.HTML},
	{"json", plainForm, written.JSON},
	{"akn", plainForm, written.AkomaNtoso},
	{"docx", binaryForm, written.DOCX},
}

func documentFormatNames() []string {
	names := []string{"text"}
	for _, f := range documentFormats {
		names = append(names, f.name)
	}
	return names
}

// showAs writes a whole revision in a format.
func (a *app) showAs(ctx context.Context, opts showOptions, r *revision.Revision) error {
	for _, f := range documentFormats {
		if f.name != opts.format {
			continue
		}
		if f.form == binaryForm && a.streams.Terminal {
			return fault.Misusef("the %s format is no text for a terminal: name a file with -o", f.name)
		}
		return a.writeTo(ctx, opts.output, func(w io.Writer) error { return f.write(w, r) })
	}
	return nil
}
