package storage

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/render/message"
	rphrase "conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
	"conceptdiff/internal/workspace/folder"
)

// importOptions are what the command line says of an import; what holds of any text
// is in [workspace.Import].
type importOptions struct {
	workspace.Import
	both     bool   // the text before its tracked changes, and with them
	language string // of what is said
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

What was understood is said in the language of --messages; the standard error
stream is in English, as of every command.

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
	flags.StringVar(&opts.Given.Language, "lang", "", "language `tag` of the text: en, az, ru, … (default: guessed)")
	flags.StringVar(&opts.Base, "base", "", "`label` of the revision it revises, or none (default: the one stored last)")
	flags.BoolVar(&opts.both, "both", false, "store a file with tracked changes or struck-out words twice: before them and with them")
	var names []string
	for _, s := range folder.Statuses {
		names = append(names, string(s))
	}
	command.EnumVar(cmd, flags, &status, "status", "", names, "standing of the text")
	command.EnumVar(cmd, flags, &opts.language, "messages", message.Languages[0], message.Languages, "language in which it is said what was understood")
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
		return env.PrintTo(env.Out, func(p *terminal.Printer) { understood{p, rphrase.In(opts.language), i.Reading}.print(i.Created) })
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
