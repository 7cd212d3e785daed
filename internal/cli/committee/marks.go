package committee

import (
	"context"

	"github.com/spf13/cobra"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// marksOptions are what the command line says; agenda, and from with check, choose
// what is shown.
type marksOptions struct {
	revision, from string
	agenda, check  bool
	format, output string
	language       string
}

// form is the language of the sheet: width and colour are set where it is written.
func (o marksOptions) form() render.Options { return render.Options{Language: o.language} }

// newMarks makes marks, which shows and, by the commands below it, hands round:
// export and import move whole records between copies, form and import single
// answers.
func newMarks(env *command.Env) *cobra.Command {
	var opts marksOptions
	cmd := &cobra.Command{
		Use:     "marks REVISION",
		GroupID: command.GroupCommittee,
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
exits 3 while one is not carried out (without --from the base is taken).

Members who work on copies of their own hand their marks round as files:
«marks export» and «marks import». What is in several files is taken in once, and
the order of the files does not matter.`,
		Example: `  conceptdiff marks 2007 --agenda
  conceptdiff marks draft --from 2007 --format html -o carried.html
  conceptdiff marks draft --check`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision = args[0]
			if opts.agenda && (opts.from != "" || opts.check) {
				return fault.Misusef("--agenda is that of one revision: it goes with neither --from nor --check")
			}
			return runMarks(cmd.Context(), env, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.from, "from", "", "the earlier `revision` whose marks are followed")
	flags.BoolVar(&opts.agenda, "agenda", false, "what needs talking about")
	flags.BoolVar(&opts.check, "check", false, "exit 3 while a decision is not carried out")
	command.EnumVar(cmd, flags, &opts.format, "format", "text", command.SheetNames(), "format")
	command.LanguageVar(cmd, &opts.language)
	flags.StringVarP(&opts.output, "output", "o", "", "write to `file`")
	command.CompleteFlag(cmd, "from", env.CompleteLabel)
	cmd.AddCommand(newMarksExport(env), newMarksImport(env), newMarksForm(env))
	return cmd
}

// runMarks shows what was marked on a revision, its agenda, or with --from what became
// of the marks on an earlier one. --check without --from takes the base of the revision.
func runMarks(ctx context.Context, env *command.Env, opts marksOptions) error {
	env.SendTo(opts.output)
	w := env.Workspace()
	d, err := w.Stored(ctx, opts.revision)
	if err != nil {
		return err
	}
	record, err := w.Record(ctx)
	if err != nil {
		return err
	}
	// The decisions are those on the text that this one revises.
	if opts.check && opts.from == "" {
		if opts.from = d.Base; d.Base == "" {
			return fault.Hint(fault.Misusef("--check needs an earlier revision, and %s has no base", d.Label), "--from REVISION")
		}
	}
	if opts.from != "" {
		return carried(ctx, env, record, d, opts)
	}
	state := record.StateOf(d.Revision)
	if err := remindOfBase(ctx, env, record, d); err != nil {
		return err
	}
	if !opts.agenda {
		return env.Sheet(ctx, opts.format, opts.output, sheet.State(state, opts.form()))
	}
	flags, err := d.Flagged()
	if err != nil {
		return err
	}
	return env.Sheet(ctx, opts.format, opts.output, sheet.Agenda(state, state.Agenda(said(flags)), flags, opts.form()))
}

// remindOfBase tells that marks on the base can be followed here: a draft without
// marks of its own looks as though nobody had said anything. A revision without a
// base needs no reminder.
func remindOfBase(ctx context.Context, env *command.Env, record *review.Record, d *workspace.Document) error {
	if d.Base == "" {
		return nil
	}
	base, err := env.Workspace().Revision(ctx, d.Base)
	if err != nil {
		return err
	}
	if n := record.StateOf(base).Statements(); n > 0 {
		env.Notice("what became of the %s on %s, its base: conceptdiff marks %s --from %s", phrase.Plural(n, "mark"), d.Base, d.Label, d.Base)
	}
	return nil
}

// carried shows the marks of an earlier revision followed into this one. With
// --check, decisions that were not carried out end in a [command.FindingsError]. Both
// texts must be stored: marks are on stored words.
func carried(ctx context.Context, env *command.Env, record *review.Record, d *workspace.Document, opts marksOptions) error {
	w := env.Workspace()
	if _, err := w.Stored(ctx, opts.from); err != nil {
		return err
	}
	_, c, err := w.Compare(ctx, opts.from, d.Label) // with the rulings on its pairs
	if err != nil {
		return err
	}
	g := review.Carry(c, record.StateOf(c.Old), record)
	if err := env.Sheet(ctx, opts.format, opts.output, sheet.Carried(g, opts.form())); err != nil || !opts.check {
		return err
	}
	if n := len(g.Unsettled()); n > 0 {
		return &command.FindingsError{What: phrase.Plural(n, "decision") + " not carried out in " + d.Label}
	}
	return nil
}

// said puts flags as the record does, in English: an agenda that is exported reads
// the same for all.
func said(flags []claim.Flag) []review.Flagged {
	var out []review.Flagged
	for _, f := range flags {
		out = append(out, review.Flagged{Address: f.Provision, Says: sheet.Saying(f.Claim, render.Options{})})
	}
	return out
}
