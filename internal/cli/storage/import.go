package storage

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/reading"
)

// importOptions are what the command line says of an import; what holds of any text
// is in [workspace.Import].
type importOptions struct {
	workspace.Import
	both bool // the text before its tracked changes, and with them
}

// newImport makes import, which tells all that it understood, since this is the
// moment to see that a text was read wrongly: what is stored does not change.
func newImport(env *command.Env) *cobra.Command {
	var opts importOptions
	var status string
	cmd := &cobra.Command{
		Use:     "import PATH…",
		GroupID: command.GroupStore,
		Short:   "Store a revision",
		Long: `Store the text in a file as a revision, and say what was understood of it. PATH
is a file of any format that is read, - for the standard input, or a folder with
a revision.yaml. Several files, a folder without a revision.yaml or a ZIP archive
are one text: files in the order given, those of a folder in the order of their
names (2 before 10). What revisions/ holds is imported by any command; import is
for files from elsewhere.

A file with tracked changes is refused until it is said which state of it is
meant: --changes accept, --changes reject, or --both for two revisions in one
step, LABEL-before without the changes and LABEL with them.

A stored revision does not change. The same bytes again are a no-op; other bytes
under a label that is taken are refused. Every provision keeps its identity
through all revisions: it is found by comparing the text with its base, the
revision it revises. Without --base that is the revision stored last.

A revision.yaml reads, all but label and file being optional:

  label: draft
  title: National Security Concept of the Republic of Azerbaijan
  date: 2026-11-21
  status: illustrative        # or: in force, draft, superseded
  language: en
  base: "2007"                # the label of the revision it revises
  citation: how the text is cited
  note: what a reader must know
  file: concept-draft.md      # in the same folder
  changes: accept             # or reject: for a file with tracked changes`,
		Example: `  conceptdiff import revisions/2007
  conceptdiff import ~/drafts/concept-march.docx --label draft-2 --base 2007
  conceptdiff import ~/drafts/reviewed.docx --both --label march
  conceptdiff import ~/drafts/title.md ~/drafts/chapter-*.md --label draft-3`,
		Args: command.Arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.Paths, opts.Given.Status = args, revision.Status(status)
			if err := opts.check(); err != nil {
				return fault.Misuse(err)
			}
			return runImport(cmd.Context(), env, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.Given.Label, "label", "", "the `name` it is asked for by (default: the file's name)")
	flags.StringVar(&opts.Given.Title, "title", "", "title of the document (default: as found in the text)")
	flags.StringVar(&opts.Given.Date, "date", "", "date of the revision, as `2007-05-23`")
	flags.StringVar(&opts.Given.Language, "lang", "", "language `tag`: en, az, ru, … (default: guessed)")
	flags.StringVar(&opts.Base, "base", "", "`label` of the revision it revises, or none (default: the one stored last)")
	flags.BoolVar(&opts.both, "both", false, "store a file with tracked changes or struck-out words twice: before them and with them")
	var names []string
	for _, s := range folder.Statuses {
		names = append(names, string(s))
	}
	command.EnumVar(cmd, flags, &status, "status", "", names, "standing of the text")
	command.CompleteFlag(cmd, "base", env.CompleteLabel)
	return cmd
}

// check says what cannot be done with any text, before one is read. Both states of
// tracked changes can be told of one file only, since the parts of a text may have
// been changed by different hands.
func (o *importOptions) check() error {
	if o.both && len(o.Paths) > 1 {
		return errors.New("--both takes one file")
	}
	return o.Import.Check()
}

// runImport stores a text, or with --both what a Word file with tracked changes holds
// before and after them, and prints what was understood of it. Both are read before
// either is stored; each is told as it was stored.
func runImport(ctx context.Context, env *command.Env, opts importOptions) error {
	w := env.Workspace()
	told := func(i workspace.Imported) error {
		return env.PrintTo(env.Out, func(p *terminal.Printer) { printUnderstood(p, i.Reading, i.Created) })
	}
	if opts.both {
		return w.ImportBoth(ctx, opts.Import, told)
	}
	stored, err := w.Import(ctx, opts.Import)
	if err != nil {
		return err
	}
	return told(stored)
}

// printUnderstood says what was made of a file: its metadata, the source with its
// digest, the clauses of each component, each line that was left out and why, and
// each warning. It is all that a person needs to see whether the text was read
// rightly; created is false where the same bytes were stored before.
func printUnderstood(p *terminal.Printer, r *reading.Reading, created bool) {
	what := "stored"
	if !created {
		what = "stored already, nothing to do"
	}
	p.Printf("%s: %s\n", p.Bold(r.Label), what)
	row := func(name, value string) {
		if value != "" {
			p.Text(fmt.Sprintf("  %-11s ", name), fmt.Sprintf("  %-11s ", ""), value)
		}
	}
	row("title", r.Title)
	row("date", r.Date)
	row("status", string(r.Status))
	row("language", r.Language)
	row("base", r.Base)
	row("source", fmt.Sprintf("%s (%s)", r.Source.Name, strings.Join(phrase.NotEmpty(r.Result.Format, r.Result.Encoding, phrase.Plural(int(r.Source.Size), "byte")), ", ")))
	row("files", strings.Join(r.Result.Parts, ", "))
	row("SHA-256", r.Source.SHA256)
	row("understood", workspace.TallyOf(r.Revision).String())
	for _, c := range r.Components {
		part := &revision.Revision{Meta: r.Meta, Components: []*revision.Provision{c}}
		row("", fmt.Sprintf("%s: %s", componentName(c), phrase.Plural(len(part.Clauses()), "clause")))
	}
	row("dropped", droppedLine(r))
	for _, d := range r.Result.Dropped {
		row("", strings.TrimPrefix(fmt.Sprintf("%s: %q (%s)", r.Place(d.File, d.Page, d.Line), d.Text, d.Why), ": "))
	}
	row("warnings", warningsLine(r))
	for _, w := range r.Result.Warnings {
		row("", warningText(r, w))
	}
}

// componentName names a component by its address and heading; the main text has no
// address.
func componentName(c *revision.Provision) string {
	name := c.EID
	if name == "" {
		name = "main text"
	}
	if c.Heading != "" {
		name += ", «" + c.Heading + "»"
	}
	return name
}

// warningText is a warning behind its place in the file, where it has one.
func warningText(r *reading.Reading, w ingest.Warning) string {
	if at := r.Place(w.File, w.Page, w.Line); at != "" {
		return at + ": " + w.Text
	}
	return w.Text
}

// warningsLine is how many warnings there are, in words for none.
func warningsLine(r *reading.Reading) string {
	if n := len(r.Result.Warnings); n > 0 {
		return fmt.Sprint(n)
	}
	return "none"
}

// droppedLine is how many lines were left out, in words for none.
func droppedLine(r *reading.Reading) string {
	if n := len(r.Result.Dropped); n > 0 {
		return phrase.Plural(n, "line")
	}
	return "nothing"
}
