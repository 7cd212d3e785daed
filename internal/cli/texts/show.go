package texts

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	rphrase "conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/revision/survey"
	"conceptdiff/internal/workspace"
)

// showOptions are what the command line says; clause is "" for the whole text.
type showOptions struct {
	revision, clause string
	outline, source  bool
	format, output   string
}

// newShow makes show, which refuses a clause or an outline in any format but text:
// the others are whole documents, made to be read back.
func newShow(env *command.Env) *cobra.Command {
	var opts showOptions
	cmd := &cobra.Command{
		Use:     "show REVISION [CLAUSE]",
		GroupID: command.GroupTexts,
		Short:   "Show the text of a revision, or its outline",
		Long: `Show a revision, or one clause of it with everything below. Each paragraph and
list item stands after its address, under which it is cited and flagged.

A clause is given by its number or name, in any of the ways people write it:
4.1.1, §4.1.1, "Article 12(2)(env)", introduction, order/4.

Words of a file that are struck out are left out and told; of a provision that is
struck out whole the number stays, with a note. --struck keep shows them.

Other formats give the whole revision: txt without addresses, html as one page,
docx as a Word document; md, json and akn (Akoma Ntoso 3.0) read back to the very
same provisions.`,
		Example: `  conceptdiff show 2007 4.1.1          the clause on territorial integrity
  conceptdiff show 2007 --outline      numbers and headings only
  conceptdiff show fp2017 p8/i3        a passage of a related document
  conceptdiff show 2007 --source       the file as it was received
  conceptdiff show draft --format docx -o draft.docx`,
		Args:              command.Arguments(1, 2),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 1, Clauses: true}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revision = args[0]
			if len(args) > 1 {
				opts.clause = args[1]
			}
			if opts.source && (opts.clause != "" || opts.outline) {
				return fault.Misusef("--source shows the whole file: it goes with neither a clause nor --outline")
			}
			if opts.format != "text" && (opts.clause != "" || opts.outline || opts.source) {
				return fault.Misusef("--format %s gives the whole revision: it goes with neither a clause nor --outline nor --source", opts.format)
			}
			return runShow(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().BoolVar(&opts.outline, "outline", false, "numbers and headings only, then the families of numbers")
	cmd.Flags().BoolVar(&opts.source, "source", false, "the source as received, byte for byte")
	command.EnumVar(cmd, cmd.Flags(), &opts.format, "format", "text", documentFormatNames(), "format")
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to `file`")
	return cmd
}

// runShow prints a revision, one clause of it, or the file as it was received. A
// label that no revision has may be the key of a related document. The outline ends
// with the families of numbers that the text has. An address that the text does not
// have is an error with the nearest ones.
func runShow(ctx context.Context, env *command.Env, opts showOptions) error {
	env.SendTo(opts.output)
	// Nothing is asked about struck-out words where a text is only shown.
	env.LeaveOutStruck = true
	if opts.source {
		return showSource(ctx, env, opts)
	}
	d, err := env.Workspace().Document(ctx, opts.revision)
	if err != nil {
		document, err := relatedInstead(ctx, env, opts.revision, err)
		if err != nil {
			return err
		}
		return showRelated(ctx, env, opts, document)
	}
	if opts.format != "text" {
		return showAs(ctx, env, opts, d.Revision)
	}
	top := d.Components
	if opts.clause != "" {
		p, _, err := workspace.Lookup(opts.clause, d.Revision)
		if err != nil {
			return err
		}
		top = []*revision.Provision{p}
	}
	return env.Deliver(ctx, opts.output, func(w io.Writer) error {
		return env.PrintTo(w, func(p *terminal.Printer) {
			if opts.clause == "" {
				showMeta(p, d.Meta)
			}
			for i, c := range top {
				if i > 0 && !opts.outline {
					p.Printf("\n")
				}
				if opts.outline {
					showOutline(p, c, 0)
				} else {
					showText(p, c)
				}
			}
			if opts.outline && opts.clause == "" {
				if how := survey.Of(top).String(); how != "" {
					p.Printf("\n")
					p.Text("", "", how)
				}
			}
		})
	})
}

// showSource writes the stored file to the byte, to a file or the output as it is: it
// may be binary, and is no business of the pager.
func showSource(ctx context.Context, env *command.Env, opts showOptions) error {
	data, err := env.Workspace().Source(ctx, opts.revision)
	if err != nil {
		return err
	}
	return env.WriteTo(ctx, opts.output, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// showMeta prints what heads a text: its title, or its label where it has none, its
// standing, date and language, its citation and note.
func showMeta(p *terminal.Printer, m revision.Meta) {
	title := m.Title
	if title == "" {
		title = m.Label
	}
	p.Printf("%s\n", p.Bold(terminal.Plain(title)))
	p.Text("", "", m.Label+": "+strings.Join(phrase.NotEmpty(string(m.Status), m.Date, m.Language), ", "))
	for _, s := range phrase.NotEmpty(m.Citation, m.Note) {
		p.Text("", "", s)
	}
	p.Printf("\n")
}

// showText writes a provision and everything below it, each with its address: clauses
// flush left behind their whole address, paragraphs and items further in behind its
// last step. A component that has nothing to say of itself is passed over, unless it
// is what was asked for.
func showText(p *terminal.Printer, top *revision.Provision) {
	if top.IsClause() {
		showClause(p, top)
	} else {
		showParagraph(p, top, false)
	}
	showBelow(p, top)
}

// showBelow writes what stands below a provision. A paragraph behind clauses, such as
// who signed an act, stands apart from the last of them, which it is no part of.
func showBelow(p *terminal.Printer, v *revision.Provision) {
	behind := false // a clause was written
	for _, c := range v.Children {
		switch {
		case !c.IsClause():
			showParagraph(p, c, behind)
			behind = false
		case c.Kind != revision.KindComponent || headline(c) != "":
			p.Printf("\n")
			showClause(p, c)
			behind = true
		}
		showBelow(p, c)
	}
}

func showClause(p *terminal.Printer, v *revision.Provision) {
	p.Text("", "  ", p.Bold("["+v.Address()+"]")+" "+headline(v))
	if v.Text != "" && v.Heading != "" {
		p.Text("  ", "  ", v.Text)
	}
	showNotes(p, v, "  ")
}

// showParagraph writes a paragraph or item behind the last step of its address; where it
// stands apart, behind an empty line and the whole of it.
func showParagraph(p *terminal.Printer, v *revision.Provision, apart bool) {
	indent, at := "  ", tail(v.EID)
	if v.Kind == revision.KindItem {
		indent = "    "
	}
	if apart {
		p.Printf("\n")
		at = p.Bold("[" + v.Address() + "]")
	}
	p.Text(indent+at+" "+bullet(v), indent+"  ", v.Text)
	showNotes(p, v, indent+"  ")
}

// showNotes writes what stands beside a provision, each note behind its kind, mark
// and author.
func showNotes(p *terminal.Printer, v *revision.Provision, indent string) {
	for _, n := range v.Notes {
		who := strings.Join(phrase.NotEmpty(string(n.Kind), n.Mark, n.Author), " ")
		p.Text(indent+"["+who+"] ", indent+"  ", n.Text)
	}
}

// headline is what stands on a clause's first line: its number and its heading or,
// where it has none, its text.
func headline(v *revision.Provision) string {
	words := v.Heading
	if words == "" {
		words = v.Text
	}
	return strings.TrimSpace(v.Num + " " + words)
}

// bullet is the mark of an item and a space, with those of private use (the symbol
// fonts of word processors) shown as a dot, since no terminal has a sign for them; ""
// for none.
func bullet(v *revision.Provision) string {
	if v.Num == "" {
		return ""
	}
	return strings.Map(func(r rune) rune {
		if r >= 0xE000 && r <= 0xF8FF {
			return '•'
		}
		return r
	}, v.Num) + " "
}

// tail is the last step of an address: "p4" of "4.1.1/p4".
func tail(eid string) string { return eid[strings.LastIndex(eid, "/")+1:] }

// showOutline writes numbers and headings, indented by depth; clauses without a
// heading show how they begin. A main text without words of its own takes no level.
func showOutline(p *terminal.Printer, v *revision.Provision, depth int) {
	if !v.IsClause() {
		return
	}
	inner := depth
	if v.Kind != revision.KindComponent || v.Num+v.Heading != "" || v.EID != "" {
		p.Text(strings.Repeat("  ", depth)+v.Address()+"  ", strings.Repeat("  ", depth+2), rphrase.Opening(v))
		inner++
	}
	for _, c := range v.Children {
		showOutline(p, c, inner)
	}
}
