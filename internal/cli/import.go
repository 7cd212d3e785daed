package cli

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

type importOptions struct {
	paths []string
	given metadata // what flags say; they win over revision.yaml
	base  string   // --base as given
	both  bool     // the text before its tracked changes, and with them
}

// noBase is what --base takes for a text that revises no other.
const noBase = "none"

func newImport(a *app) *cobra.Command {
	var opts importOptions
	var status string
	cmd := &cobra.Command{
		Use:     "import PATH…",
		GroupID: groupStore,
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
		Args: arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.paths, opts.given.Status = args, revision.Status(status)
			if err := opts.check(); err != nil {
				return fault.Misuse(err)
			}
			return runImport(cmd.Context(), a, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.given.Label, "label", "", "the `name` it is asked for by (default: the file's name)")
	flags.StringVar(&opts.given.Title, "title", "", "title of the document (default: as found in the text)")
	flags.StringVar(&opts.given.Date, "date", "", "date of the revision, as `2007-05-23`")
	flags.StringVar(&opts.given.Language, "lang", "", "language `tag`: en, az, ru, … (default: guessed)")
	flags.StringVar(&opts.base, "base", "", "`label` of the revision it revises, or none (default: the one stored last)")
	flags.BoolVar(&opts.both, "both", false, "store a file with tracked changes or struck-out words twice: before them and with them")
	var names []string
	for _, s := range statuses {
		names = append(names, string(s))
	}
	enumVar(cmd, flags, &status, "status", "", names, "standing of the text")
	complete(cmd, "base", a.completeLabel)
	return cmd
}

func (o *importOptions) check() error {
	g := o.given
	if g.Label == "" {
		if len(o.paths) > 1 {
			return errors.New("several files make one revision: name it with --label")
		}
		g.Label = "x" // taken from the file
	}
	if o.both && len(o.paths) > 1 {
		return errors.New("--both takes one file")
	}
	return g.check()
}

func runImport(ctx context.Context, a *app, opts importOptions) error {
	lib, err := a.library(ctx, toStore)
	if err != nil {
		return err
	}
	if opts.both {
		return opts.importBoth(ctx, lib)
	}
	r, err := opts.read(a)
	if err != nil {
		return err
	}
	return opts.store(ctx, lib, r)
}

// read reads what the paths name: one text.
func (o *importOptions) read(a *app) (*reading, error) {
	if len(o.paths) == 1 {
		return a.readPath(o.paths[0])
	}
	for _, path := range o.paths {
		if path == stdinPath || isDir(path) {
			return nil, fault.Misusef("%s: several paths must all be files", path)
		}
	}
	return a.readFiles(strings.Join(o.paths, " "), o.given.Label, o.paths)
}

// store describes and stores a text and says what was understood of it.
func (o *importOptions) store(ctx context.Context, lib *library, r *reading) error {
	if err := o.describe(ctx, lib, r); err != nil {
		return err
	}
	created, err := lib.add(ctx, r)
	var taken *store.LabelTakenError
	if errors.As(err, &taken) {
		return fault.Hint(fmt.Errorf("%s is another text than the one stored as %q, and a stored revision does not change", r.path, taken.Label),
			"give it a label of its own: conceptdiff import %s --label %s-2 --base %s", r.path, taken.Label, taken.Label)
	}
	if err != nil {
		return fmt.Errorf("import %s: %w", r.path, err)
	}
	return lib.app.printTo(lib.app.streams.Out, func(p *printer) {
		printUnderstood(p, r, created || lib.imported[r.Label])
	})
}

// importBoth stores a file with tracked changes, or words that are struck out, as
// it was before them and as it is with them. Both are read before either is stored.
func (o *importOptions) importBoth(ctx context.Context, lib *library) error {
	a, path := lib.app, o.paths[0]
	if path == stdinPath {
		return fault.Misusef("--both reads the file twice: name a file, not the standard input")
	}
	var read [2]*reading
	for i, state := range []flow.Options{
		{Changes: flow.RefuseChanges, Struck: flow.RefuseStruck},
		{Changes: flow.RejectChanges, Struck: flow.KeepStruck},
		{Changes: flow.AcceptChanges, Struck: flow.DropStruck},
	} {
		a.changes, a.changesGiven, a.struck = string(state.Changes), true, string(state.Struck)
		r, err := a.readPath(path)
		var tracked *flow.TrackedError
		var struck *flow.StruckError
		switch {
		case i == 0 && err == nil:
			return fault.Hint(fmt.Errorf("%s holds no tracked changes and no words that are struck out: there is only one text in it", path), "leave out --both")
		case i == 0 && !errors.As(err, &tracked) && !errors.As(err, &struck), i > 0 && err != nil:
			return err
		case i > 0:
			read[i-1] = r
		}
	}
	before, after := *o, *o
	if o.given.Label == "" {
		after.given.Label = read[1].Label
	}
	before.given.Label, after.base = after.given.Label+"-before", after.given.Label+"-before"
	if err := before.store(ctx, lib, read[0]); err != nil {
		return err
	}
	return after.store(ctx, lib, read[1])
}

// describe completes what is known of a file: by flags first, then by its
// revision.yaml, then by its text and what is stored.
func (o *importOptions) describe(ctx context.Context, lib *library, r *reading) error {
	for _, f := range []struct {
		to    *string
		given string
	}{
		{&r.Label, o.given.Label},
		{&r.Title, o.given.Title},
		{&r.Date, o.given.Date},
		{(*string)(&r.Status), string(o.given.Status)},
		{&r.Language, o.given.Language},
		{&r.Base, o.base},
	} {
		if f.given != "" {
			*f.to = f.given
		}
	}
	if err := checkLabel(r.Label); err != nil {
		return fault.Hint(fmt.Errorf("%s: %w", r.path, err), "name it with --label")
	}
	if r.Base == noBase {
		r.Base = ""
		return nil
	}
	metas, err := lib.store.Revisions(ctx)
	if err != nil {
		return err
	}
	return o.chooseBase(lib.app, r, metas)
}

// chooseBase takes the revision that was stored last for the base of a file
// that names none.
func (o *importOptions) chooseBase(a *app, r *reading, metas []revision.Meta) error {
	var labels []string
	for _, m := range metas {
		if m.Label == r.Label {
			r.Base = m.Base
			return nil // stored already: its base is settled
		}
		labels = append(labels, m.Label)
	}
	_, err := readFolder(filepath.Dir(r.path))
	described := err == nil // a revision.yaml that names no base means it
	if r.Base == "" && len(labels) > 0 && !described {
		r.Base = labels[len(labels)-1]
		a.notice("taking %q, the revision stored last, for its base; another is named with --base, none with --base %s", r.Base, noBase)
	}
	if r.Base == "" {
		return nil
	}
	for _, l := range labels {
		if l == r.Base {
			return nil
		}
	}
	return fmt.Errorf("base: %w", &store.NotFoundError{Label: r.Base, Labels: labels})
}

// printUnderstood says what was made of a file.
func printUnderstood(p *printer, r *reading, created bool) {
	what := "stored"
	if !created {
		what = "stored already, nothing to do"
	}
	p.printf("%s: %s\n", p.bold(r.Label), what)
	row := func(name, value string) {
		if value != "" {
			p.text(fmt.Sprintf("  %-11s ", name), fmt.Sprintf("  %-11s ", ""), value)
		}
	}
	row("title", r.Title)
	row("date", r.Date)
	row("status", string(r.Status))
	row("language", r.Language)
	row("base", r.Base)
	row("source", fmt.Sprintf("%s (%s)", r.Source.Name, strings.Join(notEmpty(r.result.Format, r.result.Encoding, plural(int(r.Source.Size), "byte")), ", ")))
	row("files", strings.Join(r.result.Parts, ", "))
	row("SHA-256", r.Source.SHA256)
	row("understood", tallyOf(r.Revision).String())
	for _, c := range r.Components {
		part := &revision.Revision{Meta: r.Meta, Components: []*revision.Provision{c}}
		row("", fmt.Sprintf("%s: %s", componentName(c), plural(len(part.Clauses()), "clause")))
	}
	row("dropped", droppedLine(r))
	for _, d := range r.result.Dropped {
		row("", strings.TrimPrefix(fmt.Sprintf("%s: %q (%s)", place(r, d.File, d.Page, d.Line), d.Text, d.Why), ": "))
	}
	row("warnings", warningsLine(r))
	for _, w := range r.result.Warnings {
		row("", warningText(r, w))
	}
}

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
