package changes

import (
	"context"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// shape is what flags say of the form of a result and where it goes. Each field is
// the value of a flag as typed, checked by [shape.check]; "" where it was not given.
type shape struct {
	format, output string
	language       string
	audience       string // of a report
	engine         string // of PDF
	layout         string // of text
	full           bool
	author, date   string // of tracked changes
	onto           string // the Word file that they are written into
	old            string // the argument that the old text came from, for --onto
	size           string // of a picture
	embargo        string // before when nothing may be published
	unquotable     bool
	url, card      string // where the page and its card will stand
}

// outputVars declares the flags that every rendered result has.
func outputVars(cmd *cobra.Command, s *shape, formats []string) {
	flags := cmd.Flags()
	command.EnumVar(cmd, flags, &s.format, "format", "text", formats, "format of the result")
	command.LanguageVar(cmd, &s.language)
	command.PDFEngineVar(cmd, &s.engine)
	flags.StringVarP(&s.output, "output", "o", "", "write to `file`")
	flags.StringVar(&s.embargo, "embargo", "", "`time` before which nothing may be published: 2026-12-01 or 2026-12-01T10:00+04:00")
	flags.BoolVar(&s.unquotable, "do-not-quote", false, "say on every page that nothing of it may be quoted")
	flags.StringVar(&s.url, "url", "", "`address` at which the page will stand, for links to it, in html")
	flags.StringVar(&s.card, "card", "", "`address` at which its card will stand (report --format png), in html")
}

// formVars declares the flags on the form of a comparison: those of text, of a
// picture, and of tracked changes. Which format each belongs to, check knows.
func formVars(cmd *cobra.Command, s *shape) {
	flags := cmd.Flags()
	flags.BoolVar(&s.full, "full", false, "show the text of unchanged paragraphs too")
	command.EnumVar(cmd, flags, &s.layout, "layout", "auto", []string{"auto", "inline", "side-by-side"}, "how text is laid out")
	flags.StringVar(&s.size, "size", "", "`width`xheight in pixels of the picture, in svg (default 1000x720)")
	flags.StringVar(&s.author, "author", "", "whose the tracked changes are, in docx (default conceptdiff)")
	flags.StringVar(&s.onto, "onto", "", "Word `file` that NEW was read from: write the tracked changes into a copy of it, in docx")
	flags.StringVar(&s.date, "date", "", "`day` of the tracked changes, in docx (default that of NEW)")
}

// audienceVar declares --for: whom a report is for. The first audience is the preset.
func audienceVar(cmd *cobra.Command, value *string) {
	names := make([]string, len(render.Audiences))
	for i, a := range render.Audiences {
		names[i] = string(a)
	}
	command.EnumVar(cmd, cmd.Flags(), value, "for", names[0], names, "whom a report is for")
}

// check says which of the flags do not go together, as misuse: a flag that its format
// does not heed would otherwise be passed over in silence. It is asked before any
// file is read.
func (s *shape) check(flags *pflag.FlagSet) error {
	for _, f := range []struct{ name, format, what string }{
		{"size", "svg", "that of the picture"},
		{"author", "docx", "for tracked changes"},
		{"date", "docx", "for tracked changes"},
		{"onto", "docx", "for tracked changes"},
		{"url", "html", "told in a page"},
		{"card", "html", "told in a page"},
	} {
		if flags.Changed(f.name) && s.format != f.format {
			return fault.Misusef("--%s is %s: add --format %s", f.name, f.what, f.format)
		}
	}
	if _, err := time.Parse(time.DateOnly, s.date); s.date != "" && err != nil {
		return fault.Misusef("--date %s: want a day such as 2007-05-23", s.date)
	}
	if s.embargo != "" && !message.IsMoment(s.embargo) {
		return fault.Misusef("--embargo %s: want a day or a minute, such as 2026-12-01 or 2026-12-01T10:00+04:00", s.embargo)
	}
	for _, a := range []struct{ flag, address string }{{"url", s.url}, {"card", s.card}} {
		if a.address != "" && !phrase.WebLink(a.address) {
			return fault.Misusef("--%s %s: want an address that begins with https:// or http://", a.flag, a.address)
		}
	}
	_, err := pictureSize(s.size)
	return err
}

// pictureSize reads what --size takes: "1200x630"; "" is the usual size. Each side is
// from 320 to 8,000 pixels: less cannot be read, and more fills the memory.
func pictureSize(s string) (render.Size, error) {
	var size render.Size
	if s == "" {
		return size, nil
	}
	width, height, found := strings.Cut(s, "x")
	var errWidth, errHeight error
	size.Width, errWidth = strconv.Atoi(width)
	size.Height, errHeight = strconv.Atoi(height)
	const least, most = 320, 8000
	if !found || errWidth != nil || errHeight != nil ||
		min(size.Width, size.Height) < least || max(size.Width, size.Height) > most {
		return size, fault.Misusef("--size %s: want width and height in pixels, each from %d to %d, such as 1200x630", s, least, most)
	}
	return size, nil
}

// write writes a report in a format, to a file, the pager or the output. The order
// is: is there room for it (Fit), what is it to look like, who makes it. Flags have
// been checked.
func write(ctx context.Context, env *command.Env, formats []format, s shape, r report.Report) error {
	f := find(formats, s.format)
	env.SendTo(s.output)
	if err := env.Fit(f.name, f.form); err != nil {
		return err
	}
	size, err := pictureSize(s.size)
	if err != nil {
		return err
	}
	o := env.Options(s.layout)
	o.Language, o.Audience, o.Picture = s.language, render.Audience(s.audience), size
	o.Full, o.Author, o.Date = s.full, s.author, s.date
	o.URL, o.Card = s.url, s.card
	// Part of the report itself, so that no format can leave it out.
	r.Hold(s.embargo, s.unquotable)
	put := func(w io.Writer) error { return f.write(w, r, o) }
	if s.onto != "" {
		if put, err = ontoFile(ctx, env, s, r, o); err != nil {
			return err
		}
	}
	// Only PDF has a page; what writes it without a browser is the other way to the
	// same file.
	if f.page != nil {
		put, err = env.PDF(ctx, s.engine, command.Printing{
			Date: max(r.Old.Date, r.New.Date), Page: func(w io.Writer) error {
				// A printed page has no links to follow and nothing to unfold.
				printed := o
				printed.Printed = true
				return f.page(w, r, printed)
			}, Builtin: put,
		})
		if err != nil {
			return err
		}
	}
	if f.form == terminal.FormPaged {
		return env.Deliver(ctx, s.output, put)
	}
	return env.WriteTo(ctx, s.output, put)
}
