package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

type diffOptions struct {
	old, new    string
	clauses     []string
	kinds       []string
	substantive bool
	stat, full  bool
	shape
}

func newDiff(a *app) *cobra.Command {
	var opts diffOptions
	cmd := &cobra.Command{
		Use:     "diff OLD NEW [CLAUSE…]",
		GroupID: groupCompare,
		Short:   "Compare two revisions clause by clause",
		Long: `Compare two revisions clause by clause and word by word. Each clause is said to
be unchanged, amended, split, merged, removed or new, and beside that renumbered,
moved or retitled; moved words are shown where they left and where they arrived.
Clauses after OLD and NEW limit what is shown to them and what lies below.

OLD and NEW are labels or files. On a terminal the text format is coloured, set
in two columns when there is room, and paged by $PAGER or less -R.

The docx format is a redline: the new text with tracked changes and a comment at
each. Accept all of them for the new text, reject all for the old one. The svg
format is a picture alone: how many words went from which section to which.`,
		Example: `  conceptdiff diff 2007 draft
  conceptdiff diff 2007 draft 4.1.1 3.5           two clauses
  conceptdiff diff 2007 draft --kind removed,new --substantive
  conceptdiff diff 2007 draft --format json -o changes.json
  conceptdiff diff 2007 draft --format docx -o redline.docx   tracked changes
  conceptdiff diff 2007 draft --format html --lang az -o diff.html
  conceptdiff diff 2007 draft --format svg --size 1200x630 -o picture.svg`,
		Args:              arguments(2, -1),
		ValidArgsFunction: a.completer(takes{revisions: 2, clauses: true}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.old, opts.new, opts.clauses = args[0], args[1], args[2:]
			if opts.stat && cmd.Flags().Changed("format") && opts.format != "text" {
				return usagef("--stat is text: leave out --format %s", opts.format)
			}
			if err := opts.check(cmd.Flags()); err != nil {
				return err
			}
			return runDiff(cmd.Context(), a, opts)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&opts.stat, "stat", false, "figures only, one line a clause")
	enumListVar(cmd, &opts.kinds, "kind", kindNames(), "only changes of these kinds")
	flags.BoolVar(&opts.substantive, "substantive", false, "leave out what is merely editorial")
	flags.BoolVar(&opts.full, "full", false, "show the text of unchanged paragraphs too")
	enumVar(cmd, flags, &opts.layout, "layout", "auto", []string{"auto", "inline", "side-by-side"}, "how text is laid out")
	enumVar(cmd, flags, &opts.format, "format", "text", formatNames(diffFormats), "format of the result")
	languageVar(cmd, &opts.language)
	pdfEngineVar(cmd, &opts.engine)
	flags.StringVarP(&opts.output, "output", "o", "", "write to `file`")
	flags.StringVar(&opts.size, "size", "", "`width`xheight in pixels of the picture, in svg (default 1000x720)")
	flags.StringVar(&opts.author, "author", "", "whose the tracked changes are, in docx (default conceptdiff)")
	flags.StringVar(&opts.date, "date", "", "`day` of the tracked changes, in docx (default that of NEW)")
	return cmd
}

// pictureSize reads what --size takes: "1200x630"; "" is the usual size.
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
		return size, usagef("--size %s: want width and height in pixels, each from %d to %d, such as 1200x630", s, least, most)
	}
	return size, nil
}

// check says which flags do not go together.
func (o *diffOptions) check(flags *pflag.FlagSet) error {
	if o.format != "svg" && flags.Changed("size") {
		return usagef("--size is that of the picture: add --format svg")
	}
	if o.format != "docx" {
		for _, name := range []string{"author", "date"} {
			if flags.Changed(name) {
				return usagef("--%s is for tracked changes: add --format docx", name)
			}
		}
		return nil
	}
	if len(o.clauses)+len(o.kinds) > 0 || o.substantive {
		return usagef("a redline shows both texts as a whole: leave out clauses, --kind and --substantive")
	}
	if _, err := time.Parse(time.DateOnly, o.date); o.date != "" && err != nil {
		return usagef("--date %s: want a day such as 2007-05-23", o.date)
	}
	return nil
}

func runDiff(ctx context.Context, a *app, opts diffOptions) error {
	old, new, err := a.pair(ctx, opts.old, opts.new)
	if err != nil {
		return err
	}
	filter, err := opts.filter(old.Revision, new.Revision)
	if err != nil {
		return err
	}
	r, err := a.flaggedReport(ctx, old, new)
	if err != nil {
		return err
	}
	if r, err = r.Only(filter); err != nil {
		return err
	}
	if opts.stat {
		opts.format = formatStat
	}
	return a.render(ctx, diffFormats, opts.shape, r)
}

// filter turns the flags and clause arguments into the report's words.
func (o *diffOptions) filter(old, new *revision.Revision) (report.Filter, error) {
	f := report.Filter{Substantive: o.substantive}
	for _, k := range o.kinds {
		switch k {
		case "renumbered":
			f.Renumbered = true
		case "moved":
			f.Moved = true
		case "retitled":
			f.Retitled = true
		default:
			f.Kinds = append(f.Kinds, compare.Kind(k))
		}
	}
	for _, typed := range o.clauses {
		p, r, err := lookup(typed, old, new)
		if err != nil {
			return f, err
		}
		f.Clauses = append(f.Clauses, clausesIn(r, p)...)
	}
	return f, nil
}

// clausesIn are the addresses that cover a provision: its own, or its clause's
// when it is a paragraph or an item. The addresses below a part do not begin
// with the part's own, so they are named each.
func clausesIn(r *revision.Revision, p *revision.Provision) []string {
	out := []string{clauseAddress(r, p)}
	if p.Kind == revision.KindPart {
		p.Walk(func(v *revision.Provision) bool {
			if v != p && v.IsClause() {
				out = append(out, v.Address())
			}
			return v.Kind == revision.KindPart
		})
	}
	return out
}

// languageVar declares --lang: the language of headings and fixed phrases.
func languageVar(cmd *cobra.Command, value *string) {
	enumVar(cmd, cmd.Flags(), value, "lang", message.Languages[0], message.Languages, "language of headings and fixed phrases")
}

// kindNames are what --kind takes: the kinds and the facets beside them.
func kindNames() []string {
	var out []string
	for _, k := range compare.Kinds {
		out = append(out, string(k))
	}
	return append(out, "renumbered", "moved", "retitled")
}

// shape is what flags say of the form of a result and where it goes.
type shape struct {
	format, output, layout string
	language               string
	full                   bool
	author, date           string
	engine                 string // of PDF
	size                   string
}

// render writes a report in a format, to a file, the pager or the output.
func (a *app) render(ctx context.Context, formats []format, s shape, r report.Report) error {
	f := find(formats, s.format)
	a.sendTo(s.output)
	if f.form == binaryForm && a.streams.Terminal {
		return hinted(fmt.Errorf("%s is not fit for a terminal", f.name), "name a file: -o %s", "FILE."+f.name)
	}
	size, err := pictureSize(s.size)
	if err != nil {
		return err
	}
	o := a.options(s.layout)
	o.Language, o.Picture, o.Full, o.Author, o.Date = s.language, size, s.full, s.author, s.date
	write := func(w io.Writer) error { return f.write(w, r, o) }
	if f.page != nil {
		var err error
		write, err = a.pdf(ctx, s.engine, printing{
			date: max(r.Old.Date, r.New.Date), page: func(w io.Writer) error { return f.page(w, r, o) }, builtin: write,
		})
		if err != nil {
			return err
		}
	}
	if f.form == pagedForm {
		return a.deliver(ctx, s.output, write)
	}
	return a.writeTo(ctx, s.output, write)
}
