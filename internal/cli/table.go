package cli

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/pdf"
	"conceptdiff/internal/report"
)

type tableOptions struct {
	old                      string
	new                      []string
	columns                  string
	changes, full            bool
	format, output, language string
	engine                   string
}

// tableFormat is one form in which a comparative table can be had.
type tableFormat struct {
	name  string
	form  form
	write func(io.Writer, *render.Table) error
	page  func(io.Writer, *render.Table) error // that a browser prints, for PDF alone
}

var tableFormats = []tableFormat{
	{name: "md", form: plainForm, write: render.TableMarkdown},
	{name: "html", form: plainForm, write: render.TableHTML},
	{name: "docx", form: binaryForm, write: render.TableDOCX},
	{name: "pdf", form: binaryForm, write: pdf.Table, page: render.TableHTML},
	{name: "xlsx", form: binaryForm, write: render.TableXLSX},
	{name: "csv", form: plainForm, write: render.TableCSV},
}

func newTable(a *app) *cobra.Command {
	var opts tableOptions
	cmd := &cobra.Command{
		Use:     "table OLD NEW [NEW…]",
		GroupID: groupCompare,
		Short:   "Lay texts side by side in a comparative table",
		Long: `Lay the text in force and the proposed text side by side, clause by clause, with
a note to each: what became of it and whether in substance, which sources speak
of it, and what the committee says. The rows stand in the order of OLD; a clause
that is new stands after the one before it in its own text. Several drafts stand
in columns of their own, each compared with OLD.

Deleted words are struck, inserted ones bold and underlined, moved ones with
double lines and the clause they went to or came from. A clause that has nothing
on one side says so there, clauses in which nothing changed are folded into one
line, and where a clause was moved or split a line says where it is shown.

--columns names the columns in their order: no, old, new, note, each with a
heading of your own after «=» if you like. CSV holds the texts without marks; see
docs/table.md.`,
		Example: `  conceptdiff table 2007 draft --format docx -o table.docx
  conceptdiff table 2007 draft --lang az --changes-only --format xlsx -o t.xlsx
  conceptdiff table old.txt new.txt newer.txt --format docx -o table.docx
  conceptdiff table 2007 draft --columns "no,old=Current text,new,note=Remarks"`,
		Args:              arguments(2, -1),
		ValidArgsFunction: a.completer(takes{revisions: 64}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.old, opts.new = args[0], args[1:]
			if opts.full && opts.changes {
				return fault.Misusef("--full shows the text of unchanged clauses, --changes-only leaves them out: choose one")
			}
			return runTable(cmd.Context(), a, opts)
		},
	}
	flags := cmd.Flags()
	var names []string
	for _, f := range tableFormats {
		names = append(names, f.name)
	}
	enumVar(cmd, flags, &opts.format, "format", "md", names, "format of the table")
	languageVar(cmd, &opts.language)
	pdfEngineVar(cmd, &opts.engine)
	flags.StringVar(&opts.columns, "columns", "old,new,note", "the `columns` in their order, with headings: no, old=Current text, …")
	flags.BoolVar(&opts.changes, "changes-only", false, "leave out clauses in which nothing changed")
	flags.BoolVar(&opts.full, "full", false, "show the text of unchanged clauses too")
	flags.StringVarP(&opts.output, "output", "o", "", "write to `file`")
	complete(cmd, "columns", cobra.FixedCompletions([]cobra.Completion{"old,new,note", "no,old,new,note", "old,new"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func runTable(ctx context.Context, a *app, opts tableOptions) error {
	reports, err := a.draftReports(ctx, opts.old, opts.new)
	if err != nil {
		return err
	}
	t, err := render.NewTable(reports, render.TableOptions{
		Language: opts.language, Columns: splitColumns(opts.columns), Full: opts.full, Changes: opts.changes,
	})
	if _, bad := err.(*render.ColumnError); bad {
		return fault.Misuse(err)
	}
	if err != nil {
		return err
	}
	return a.writeTable(ctx, opts, t)
}

func (a *app) writeTable(ctx context.Context, opts tableOptions, t *render.Table) error {
	for _, f := range tableFormats {
		if f.name != opts.format {
			continue
		}
		a.sendTo(opts.output)
		if err := a.fit(f.name, f.form); err != nil {
			return err
		}
		write := func(w io.Writer) error { return f.write(w, t) }
		if f.page != nil {
			var err error
			write, err = a.pdf(ctx, opts.engine, printing{date: t.Date, page: func(w io.Writer) error { return f.page(w, t) }, builtin: write})
			if err != nil {
				return err
			}
		}
		return a.writeTo(ctx, opts.output, write)
	}
	return fault.Misusef("there is no format %q", opts.format)
}

// splitColumns cuts the list of columns. A comma in a heading does not part it:
// what follows names no column.
func splitColumns(list string) []string {
	var out []string
	for part := range strings.SplitSeq(list, ",") {
		name, _, _ := strings.Cut(part, "=")
		if len(out) > 0 && !knownColumn(name) && strings.Contains(out[len(out)-1], "=") {
			out[len(out)-1] += "," + part
			continue
		}
		out = append(out, part)
	}
	return out
}

func knownColumn(name string) bool {
	for _, c := range render.TableColumns {
		if strings.TrimSpace(name) == c {
			return true
		}
	}
	return false
}

// draftReports compares several new texts with one old one.
func (a *app) draftReports(ctx context.Context, oldArg string, newArgs []string) ([]report.Report, error) {
	args := append([]string{oldArg}, newArgs...)
	docs, err := a.documents(ctx, args...)
	if err != nil {
		return nil, err
	}
	labels := map[string]int{}
	for _, d := range docs {
		labels[d.Label]++
	}
	for i, d := range docs {
		if labels[d.Label] > 1 && isPath(args[i]) {
			d.Label = filepath.ToSlash(args[i])
		}
	}
	reports := make([]report.Report, len(newArgs))
	for i, d := range docs[1:] {
		if err := a.settle(ctx, docs[0], d); err != nil {
			return nil, err
		}
		if reports[i], err = a.flaggedReport(ctx, docs[0], d); err != nil {
			return nil, err
		}
	}
	return reports, nil
}
