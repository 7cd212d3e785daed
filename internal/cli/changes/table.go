package changes

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/render/csv"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/pdf"
	"conceptdiff/internal/render/table"
	"conceptdiff/internal/render/xlsx"
)

type tableOptions struct {
	old                      string
	new                      []string
	columns                  string
	changes, full            bool
	format, output, language string
	engine                   string
}

// tableFormat is one form in which a comparative table can be had. There is none for
// the terminal, whose lines are too short for columns of clauses.
type tableFormat struct {
	name  string
	form  terminal.Form
	write func(io.Writer, *table.Table) error
	page  func(io.Writer, *table.Table) error // that a browser prints, for PDF alone
}

// tableFormats are in the order of help; the first is the preset.
var tableFormats = []tableFormat{
	{name: "md", form: terminal.FormPlain, write: markdown.Table},
	{name: "html", form: terminal.FormPlain, write: html.Table},
	{name: "docx", form: terminal.FormBinary, write: office.Table},
	{name: "pdf", form: terminal.FormBinary, write: pdf.Table, page: html.Table},
	{name: "xlsx", form: terminal.FormBinary, write: xlsx.Table},
	{name: "csv", form: terminal.FormPlain, write: csv.Table},
}

// newTable makes table, which has a preset format for files, Markdown, since a table
// of clauses is made to be sent on; --full and --changes-only contradict each other
// and are misuse together.
func newTable(env *command.Env) *cobra.Command {
	var opts tableOptions
	cmd := &cobra.Command{
		Use:     "table OLD NEW [NEW…]",
		GroupID: command.GroupCompare,
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
		Args: command.Arguments(2, -1),
		// Any number of drafts may follow; 64 is more than anyone types.
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 64}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.old, opts.new = args[0], args[1:]
			if opts.full && opts.changes {
				return fault.Misusef("--full shows the text of unchanged clauses, --changes-only leaves them out: choose one")
			}
			return runTable(cmd.Context(), env, opts)
		},
	}
	flags := cmd.Flags()
	var names []string
	for _, f := range tableFormats {
		names = append(names, f.name)
	}
	command.EnumVar(cmd, flags, &opts.format, "format", "md", names, "format of the table")
	command.LanguageVar(cmd, &opts.language)
	command.PDFEngineVar(cmd, &opts.engine)
	flags.StringVar(&opts.columns, "columns", "old,new,note", "the `columns` in their order, with headings: no, old=Current text, …")
	flags.BoolVar(&opts.changes, "changes-only", false, "leave out clauses in which nothing changed")
	flags.BoolVar(&opts.full, "full", false, "show the text of unchanged clauses too")
	flags.StringVarP(&opts.output, "output", "o", "", "write to `file`")
	command.CompleteFlag(cmd, "columns", cobra.FixedCompletions([]cobra.Completion{"old,new,note", "no,old,new,note", "old,new"}, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// runTable lays drafts beside the old text, in the columns that were asked for. A column
// that no table has is misuse.
func runTable(ctx context.Context, env *command.Env, opts tableOptions) error {
	reports, err := env.Workspace().DraftReports(ctx, opts.old, opts.new)
	if err != nil {
		return err
	}
	t, err := table.New(reports, table.Options{
		Language: opts.language, Columns: splitColumns(opts.columns), Full: opts.full, Changes: opts.changes,
	})
	// A column that no table has was typed, so that this is misuse.
	if _, bad := err.(*table.ColumnError); bad {
		return fault.Misuse(err)
	}
	if err != nil {
		return err
	}
	return writeTable(ctx, env, opts, t)
}

// writeTable writes a table in a format of [tableFormats], PDF by the engine that was
// asked for.
func writeTable(ctx context.Context, env *command.Env, opts tableOptions, t *table.Table) error {
	for _, f := range tableFormats {
		if f.name != opts.format {
			continue
		}
		env.SendTo(opts.output)
		if err := env.Fit(f.name, f.form); err != nil {
			return err
		}
		write := func(w io.Writer) error { return f.write(w, t) }
		if f.page != nil {
			var err error
			write, err = env.PDF(ctx, opts.engine, command.Printing{Date: t.Date, Page: func(w io.Writer) error { return f.page(w, t) }, Builtin: write})
			if err != nil {
				return err
			}
		}
		return env.WriteTo(ctx, opts.output, write)
	}
	return fault.Misusef("there is no format %q", opts.format)
}

// splitColumns cuts the list of columns. A comma in a heading does not part it: what
// follows names no column. «no,old=Text, as adopted,new» is three columns, of which
// the second is headed «Text, as adopted».
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

// knownColumn reports whether a name, white space aside, is that of a column.
func knownColumn(name string) bool {
	for _, c := range table.TableColumns {
		if strings.TrimSpace(name) == c {
			return true
		}
	}
	return false
}
