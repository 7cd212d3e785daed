package changes

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace"
)

// diffOptions are what the command line says of a comparison; the zero values of flags
// mean that they were not given.
type diffOptions struct {
	// The revisions, labels or paths, and the addresses to which the result is
	// limited.
	old, new string
	clauses  []string
	// Of the changes only these; kinds and facets, as [kindNames] has them.
	kinds       []string
	substantive bool
	stat        bool
	shape
}

// newDiff makes diff, which declares no flag for the texts themselves: their states
// (--changes, --struck) are flags of every command. Addresses are checked when the
// texts are read, kinds by the flag.
func newDiff(env *command.Env) *cobra.Command {
	var opts diffOptions
	cmd := &cobra.Command{
		Use:     "diff OLD NEW [CLAUSE…]",
		GroupID: command.GroupCompare,
		Short:   "Compare two revisions clause by clause",
		Long: `Compare two revisions clause by clause and word by word. Each clause is said to
be unchanged, amended, split, merged, removed or new, and beside that renumbered,
moved or retitled; moved words are shown where they left and where they arrived.
Clauses after OLD and NEW limit what is shown to them and what lies below.

OLD and NEW are labels or files. On a terminal the text format is coloured, set
in two columns when there is room, and paged by $PAGER or less -R.

The docx format is a redline: the new text with tracked changes and a comment at
each. Accept all of them for the new text, reject all for the old one. The svg
format is a picture alone: how many words went from which section to which. The
akn format is Akoma Ntoso: each change as a textual modification.`,
		Example: `  conceptdiff diff 2007 draft
  conceptdiff diff 2007 draft 4.1.1 3.5           two clauses
  conceptdiff diff 2007 draft --kind removed,new --substantive
  conceptdiff diff 2007 draft --format json -o changes.json
  conceptdiff diff 2007 draft --format docx -o redline.docx   tracked changes
  conceptdiff diff 2007 new.docx --format docx --onto new.docx -o redline.docx
  conceptdiff diff 2007 draft --format html --lang az -o diff.html
  conceptdiff diff 2007 draft --format svg --size 1200x630 -o picture.svg`,
		Args:              command.Arguments(2, -1),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 2, Clauses: true}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.old, opts.new, opts.clauses = args[0], args[1], args[2:]
			if err := opts.check(cmd.Flags()); err != nil {
				return err
			}
			return runDiff(cmd.Context(), env, opts)
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&opts.stat, "stat", false, "figures only, one line a clause")
	command.EnumListVar(cmd, &opts.kinds, "kind", kindNames(), "only changes of these kinds")
	flags.BoolVar(&opts.substantive, "substantive", false, "leave out what is merely editorial")
	formVars(cmd, &opts.shape)
	outputVars(cmd, &opts.shape, formatNames(diffFormats))
	return cmd
}

// check says which flags do not go together, as misuse: it is asked before any file
// is read.
func (o *diffOptions) check(flags *pflag.FlagSet) error {
	if o.stat && flags.Changed("format") && o.format != "text" {
		return fault.Misusef("--stat is text: leave out --format %s", o.format)
	}
	if o.format == "docx" && (len(o.clauses)+len(o.kinds) > 0 || o.substantive) {
		return fault.Misusef("a redline shows both texts as a whole: leave out clauses, --kind and --substantive")
	}
	return o.shape.check(flags)
}

// runDiff compares, keeps the changes that were asked for, and writes them in a format of
// [diffFormats]. An address that neither text has is an error which names the nearest;
// that the texts differ is none.
func runDiff(ctx context.Context, env *command.Env, opts diffOptions) error {
	w := env.Workspace()
	old, new, err := w.Pair(ctx, opts.old, opts.new)
	if err != nil {
		return err
	}
	filter, err := opts.filter(old.Revision, new.Revision)
	if err != nil {
		return err
	}
	// The report is made of all changes and limited afterwards: what became of a
	// clause may be seen only beside another.
	r, err := w.FlaggedReport(ctx, old, new)
	if err != nil {
		return err
	}
	if r, err = r.Only(filter); err != nil {
		return err
	}
	// Another view of the same report rather than another format: see formatStat.
	if opts.stat {
		opts.format = formatStat
	}
	opts.shape.old = opts.old
	return write(ctx, env, diffFormats, opts.shape, r)
}

// filter turns the flags and clause arguments into the report's words. A clause is
// looked for in the old text first, then in the new one; one that neither has is an
// error with the nearest addresses.
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
		p, r, err := workspace.Lookup(typed, old, new)
		if err != nil {
			return f, err
		}
		f.Clauses = append(f.Clauses, clausesIn(r, p)...)
	}
	return f, nil
}

// clausesIn are the addresses that cover a provision: its own, or its clause's when
// it is a paragraph or an item. The addresses below a part do not begin with the
// part's own, so they are named each, down to the clauses that stand in it directly
// or in a part of it.
func clausesIn(r *revision.Revision, p *revision.Provision) []string {
	out := []string{workspace.ClauseAddress(r, p)}
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

// kindNames are what --kind takes: the kinds and the facets beside them. A clause has
// one kind and any of the facets.
func kindNames() []string {
	var out []string
	for _, k := range compare.Kinds {
		out = append(out, string(k))
	}
	return append(out, "renumbered", "moved", "retitled")
}
