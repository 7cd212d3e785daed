package committee

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/form"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/xlsx"
	"conceptdiff/internal/workspace"
)

// formFormats are those in which a form comes back, in the order of help; the first
// is the preset. Each has boxes that a program can read again, which text, PDF and
// CSV have not.
var formFormats = []struct {
	name  string
	form  terminal.Form
	write func(io.Writer, form.Form, render.Options) error
}{
	{"docx", terminal.FormBinary, office.Form},
	{"xlsx", terminal.FormBinary, xlsx.Form},
	{"html", terminal.FormPlain, html.Form},
}

// formOptions are what the command line says; member is "" for a form without a name,
// which «marks import --by» can give it.
type formOptions struct {
	revision, member, format, output, language string
}

// newMarksForm makes form, which writes the agenda for one member to fill in without
// this program; what comes back is read by import.
func newMarksForm(env *command.Env) *cobra.Command {
	var opts formOptions
	var names []string
	for _, f := range formFormats {
		names = append(names, f.name)
	}
	cmd := &cobra.Command{
		Use:   "form REVISION",
		Short: "Write the agenda as a form that a member fills in and sends back",
		Long: `Write what needs talking about as a form: a Word file or a workbook with a box for
each verdict, or one HTML file that a member opens, marks and saves. «marks import»
reads what comes back, whatever program saved it.`,
		Example: `  conceptdiff marks form 2007 --member Aygün --format docx -o form.docx
  conceptdiff marks form 2007 --format html --lang az -o forma.html`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision = args[0]
			return runMarksForm(cmd.Context(), env, opts)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&opts.member, "member", "", "the `name` of who fills it in")
	command.EnumVar(cmd, flags, &opts.format, "format", names[0], names, "format")
	command.LanguageVar(cmd, &opts.language)
	flags.StringVarP(&opts.output, "output", "o", "", "write to `file`")
	command.CompleteFlag(cmd, "member", env.CompleteMember)
	return cmd
}

// runMarksForm writes the agenda of a revision as a form for a member to fill in. An
// empty form is written all the same, and said to be empty.
func runMarksForm(ctx context.Context, env *command.Env, opts formOptions) error {
	env.SendTo(opts.output)
	f, err := env.Workspace().Form(ctx, opts.revision, opts.member)
	if err != nil {
		return err
	}
	if len(f.Rows) == 0 {
		env.Notice("nothing on %s needs talking about: the form is empty", opts.revision)
	}
	for _, format := range formFormats {
		if format.name != opts.format {
			continue
		}
		if err := env.Fit(format.name, format.form); err != nil {
			return err
		}
		o := env.Options("auto")
		o.Language = opts.language
		return env.WriteTo(ctx, opts.output, func(w io.Writer) error { return format.write(w, f, o) })
	}
	return nil
}

// takeForm enters the marks of a form that came back and tells each row that was
// filled in, with its place in the file: taken, said already, or not taken and why.
// Rows that were left empty are only counted. A file that is no form of this
// workspace is an error.
func takeForm(ctx context.Context, env *command.Env, opts importOptions, data []byte) error {
	taken, err := env.Workspace().TakeForm(ctx, workspace.FormFile{Name: filepath.Base(opts.path), Data: data, By: opts.by, Revision: opts.revision})
	if err != nil {
		return err
	}
	return env.PrintTo(env.Out, func(p *terminal.Printer) {
		p.Text("", "  ", fmt.Sprintf("%s: %s on %s, %d taken", terminal.OneLine(opts.path), phrase.Plural(len(taken.Rows), "row"), taken.Revision, taken.Count(workspace.TakenNow)))
		for _, r := range taken.Rows {
			// Most rows of most forms; they are counted below.
			if r.Outcome == workspace.LeftEmpty {
				continue
			}
			line := fmt.Sprintf("%s: %s", r.Address, r.Outcome)
			if r.Verdict != "" {
				line += fmt.Sprintf(": %s, %s", r.Verdict, terminal.OneLine(r.Member))
			}
			if r.Why != "" {
				line += ": " + r.Why
			}
			p.Text("  ", "    ", terminal.Plain(line+" ("+r.Place+")"))
		}
		if n := taken.Count(workspace.LeftEmpty); n > 0 {
			p.Text("  ", "    ", phrase.Plural(n, "row")+" left empty")
		}
	})
}
