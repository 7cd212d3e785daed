package cli

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/render"
	"conceptdiff/internal/review"
)

type marksOptions struct {
	revision, from string
	agenda, check  bool
	format, output string
	language       string
}

// form is the language of the sheet.
func (o marksOptions) form() render.Options { return render.Options{Language: o.language} }

// sheetFormat is one form in which marks can be had.
type sheetFormat struct {
	name  string
	form  form
	write func(io.Writer, render.Sheet, render.Options) error
}

var sheetFormats = []sheetFormat{
	{"text", pagedForm, render.SheetText},
	{"md", plainForm, render.SheetMarkdown},
	{"html", plainForm, render.SheetHTML},
	{"docx", binaryForm, render.SheetDOCX},
	{"csv", plainForm, render.SheetCSV},
	{"json", plainForm, render.SheetJSON},
}

func newMarks(a *app) *cobra.Command {
	var opts marksOptions
	cmd := &cobra.Command{
		Use:     "marks REVISION",
		GroupID: groupCommittee,
		Short:   "Show what the committee says of a revision; export and import marks",
		Long: `Show what the committee says of each provision of a revision: which member says
what, how many, whether they agree, what was decided, and which clauses nobody
has marked. --agenda lists what needs talking about: what is disputed first, then
what sources flag and nobody has marked.

With --from it shows what became of the marks on an earlier revision. Each is

  carried                  the same words, in their place
  carried, text changed    in its place in other words; the change is shown
  follows                  moved, split or merged: where its words went
  answered                 the provision is gone
  needs a look             the words do not say; the best candidates are shown

None is dropped and the counts add up; «rebind» settles what needs a look. Each
decision of the committee is set against what REVISION did with it, and --check
exits 3 while one is not met (without --from the base is taken).

Members who work on copies of their own hand their marks round as files:
«marks export» and «marks import». What is in several files is taken in once, and
the order of the files does not matter.`,
		Example: `  conceptdiff marks 2007 --agenda
  conceptdiff marks draft --from 2007 --format html -o carried.html
  conceptdiff marks draft --check`,
		Args:              arguments(1, 1),
		ValidArgsFunction: a.completer(takes{revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision = args[0]
			if opts.agenda && (opts.from != "" || opts.check) {
				return fault.Misusef("--agenda is that of one revision: it goes with neither --from nor --check")
			}
			return runMarks(cmd.Context(), a, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.from, "from", "", "the earlier `revision` whose marks are followed")
	flags.BoolVar(&opts.agenda, "agenda", false, "what needs talking about")
	flags.BoolVar(&opts.check, "check", false, "exit 3 while a decision is not met")
	enumVar(cmd, flags, &opts.format, "format", "text", sheetNames(), "format")
	languageVar(cmd, &opts.language)
	flags.StringVarP(&opts.output, "output", "o", "", "write to `file`")
	complete(cmd, "from", a.completeLabel)
	cmd.AddCommand(newMarksExport(a), newMarksImport(a))
	return cmd
}

func runMarks(ctx context.Context, a *app, opts marksOptions) error {
	a.sendTo(opts.output)
	d, lib, err := a.storedDocument(ctx, opts.revision)
	if err != nil {
		return err
	}
	record, err := lib.record(ctx)
	if err != nil {
		return err
	}
	if opts.check && opts.from == "" {
		if opts.from = d.Base; d.Base == "" {
			return fault.Hint(fault.Misusef("--check needs an earlier revision, and %s has no base", d.Label), "--from REVISION")
		}
	}
	if opts.from != "" {
		return a.carried(ctx, record, d, opts)
	}
	state := record.StateOf(d.Revision)
	if err := a.remindOfBase(ctx, lib, record, d); err != nil {
		return err
	}
	if !opts.agenda {
		return a.sheet(ctx, opts.format, opts.output, render.StateSheet(state, opts.form()))
	}
	flags, err := d.flagged()
	if err != nil {
		return err
	}
	return a.sheet(ctx, opts.format, opts.output, render.AgendaSheet(state, state.Agenda(said(flags)), flags, opts.form()))
}

// remindOfBase tells that marks on the base can be followed here.
func (a *app) remindOfBase(ctx context.Context, lib *library, record *review.Record, d *document) error {
	if d.Base == "" {
		return nil
	}
	base, err := lib.store.RevisionByLabel(ctx, d.Base)
	if err != nil {
		return err
	}
	if n := record.StateOf(base).Statements(); n > 0 {
		a.notice("what became of the %s on %s, its base: conceptdiff marks %s --from %s", plural(n, "mark"), d.Base, d.Label, d.Base)
	}
	return nil
}

func (a *app) carried(ctx context.Context, record *review.Record, d *document, opts marksOptions) error {
	if _, _, err := a.storedDocument(ctx, opts.from); err != nil {
		return err
	}
	_, c, err := a.compare(ctx, opts.from, d.Label) // with the rulings on its pairs
	if err != nil {
		return err
	}
	g := review.Carry(c, record.StateOf(c.Old), record)
	if err := a.sheet(ctx, opts.format, opts.output, render.CarriedSheet(g, opts.form())); err != nil || !opts.check {
		return err
	}
	if n := len(g.Unsettled()); n > 0 {
		return &findingsError{plural(n, "decision") + " not met in " + d.Label}
	}
	return nil
}

func sheetNames() []string {
	var names []string
	for _, f := range sheetFormats {
		names = append(names, f.name)
	}
	return names
}

func (a *app) sheet(ctx context.Context, format, output string, s render.Sheet) error {
	for _, f := range sheetFormats {
		if f.name != format {
			continue
		}
		if err := a.fit(f.name, f.form); err != nil {
			return err
		}
		write := func(w io.Writer) error { return f.write(w, s, a.options("auto")) }
		if f.form == pagedForm {
			return a.deliver(ctx, output, write)
		}
		return a.writeTo(ctx, output, write)
	}
	return fault.Misusef("there is no format %q", format)
}

// flagged are the flags of sources that call provisions fulfilled or obsolete.
func (d *document) flagged() ([]claim.Flag, error) {
	sources, err := d.sources()
	if err != nil {
		return nil, err
	}
	flags := claim.Flags(d.Revision, sources)
	return slices.DeleteFunc(flags, func(f claim.Flag) bool { return f.Claim.Says == claim.Expected }), nil
}

// said puts flags as the record does, in English.
func said(flags []claim.Flag) []review.Flagged {
	var out []review.Flagged
	for _, f := range flags {
		out = append(out, review.Flagged{Address: f.Provision, Says: render.Saying(f.Claim, render.Options{})})
	}
	return out
}
