package cli

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/revision"
)

type showOptions struct {
	revision, clause string
	outline, source  bool
	format, output   string
}

func newShow(a *app) *cobra.Command {
	var opts showOptions
	cmd := &cobra.Command{
		Use:     "show REVISION [CLAUSE]",
		GroupID: groupTexts,
		Short:   "Show the text of a revision, or its outline",
		Long: `Show a revision, or one clause of it with everything below. Each paragraph and
list item stands after its address, under which it is cited and flagged.

A clause is given by its number or name, in any of the ways people write it:
4.1.1, §4.1.1, "Article 12(2)(a)", introduction, order/4.

Other formats give the whole revision: txt without addresses, html as one page,
docx as a Word document; md, json and akn (Akoma Ntoso 3.0) read back to the very
same provisions.`,
		Example: `  conceptdiff show 2007 4.1.1          the clause on territorial integrity
  conceptdiff show 2007 --outline      numbers and headings only
  conceptdiff show 2007 --source       the file as it was received
  conceptdiff show draft --format docx -o draft.docx`,
		Args:              arguments(1, 2),
		ValidArgsFunction: a.completer(takes{revisions: 1, clauses: true}),
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
			return runShow(cmd.Context(), a, opts)
		},
	}
	cmd.Flags().BoolVar(&opts.outline, "outline", false, "numbers and headings only")
	cmd.Flags().BoolVar(&opts.source, "source", false, "the source as received, byte for byte")
	enumVar(cmd, cmd.Flags(), &opts.format, "format", "text", documentFormatNames(), "format")
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to `file`")
	return cmd
}

func runShow(ctx context.Context, a *app, opts showOptions) error {
	a.sendTo(opts.output)
	if opts.source {
		return a.showSource(ctx, opts)
	}
	d, err := a.document(ctx, opts.revision)
	if err != nil {
		return err
	}
	if opts.format != "text" {
		return a.showAs(ctx, opts, d.Revision)
	}
	top := d.Components
	if opts.clause != "" {
		p, _, err := lookup(opts.clause, d.Revision)
		if err != nil {
			return err
		}
		top = []*revision.Provision{p}
	}
	return a.deliver(ctx, opts.output, func(w io.Writer) error {
		return a.printTo(w, func(p *printer) {
			if opts.clause == "" {
				showMeta(p, d.Meta)
			}
			for i, c := range top {
				if i > 0 && !opts.outline {
					p.printf("\n")
				}
				if opts.outline {
					showOutline(p, c, 0)
				} else {
					showText(p, c)
				}
			}
		})
	})
}

func (a *app) showSource(ctx context.Context, opts showOptions) error {
	var data []byte
	var err error
	if isPath(opts.revision) {
		var r *reading
		if r, err = a.readPath(opts.revision); err == nil {
			data = r.data
		}
	} else {
		var lib *library
		if lib, err = a.library(ctx, toRead); err == nil {
			data, err = lib.store.SourceBytes(ctx, opts.revision)
		}
	}
	if err != nil {
		return err
	}
	return a.writeTo(ctx, opts.output, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func showMeta(p *printer, m revision.Meta) {
	title := m.Title
	if title == "" {
		title = m.Label
	}
	p.printf("%s\n", p.bold(plain(title)))
	p.text("", "", m.Label+": "+strings.Join(notEmpty(string(m.Status), m.Date, m.Language), ", "))
	for _, s := range notEmpty(m.Citation, m.Note) {
		p.text("", "", s)
	}
	p.printf("\n")
}

func notEmpty(items ...string) []string {
	var out []string
	for _, s := range items {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// showText writes a provision and everything below it, each with its address.
func showText(p *printer, top *revision.Provision) {
	first := true
	top.Walk(func(v *revision.Provision) bool {
		if v.IsClause() {
			if v.Kind == revision.KindComponent && headline(v) == "" && v != top {
				return true
			}
			if !first {
				p.printf("\n")
			}
			first = false
			p.text("", "  ", p.bold("["+v.Address()+"]")+" "+headline(v))
			if v.Text != "" && v.Heading != "" {
				p.text("  ", "  ", v.Text)
			}
			showNotes(p, v, "  ")
			return true
		}
		indent := "  "
		if v.Kind == revision.KindItem {
			indent = "    "
		}
		p.text(indent+tail(v.EID)+" "+bullet(v), indent+"  ", v.Text)
		showNotes(p, v, indent+"  ")
		return true
	})
}

// showNotes writes what stands beside a provision.
func showNotes(p *printer, v *revision.Provision, indent string) {
	for _, n := range v.Notes {
		who := strings.Join(notEmpty(string(n.Kind), n.Mark, n.Author), " ")
		p.text(indent+"["+who+"] ", indent+"  ", n.Text)
	}
}

// headline is what stands on a clause's first line.
func headline(v *revision.Provision) string {
	words := v.Heading
	if words == "" {
		words = v.Text
	}
	return strings.TrimSpace(v.Num + " " + words)
}

// bullet is the mark of an item, with those of private use shown as a dot.
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

// showOutline writes numbers and headings, indented by depth.
func showOutline(p *printer, v *revision.Provision, depth int) {
	if !v.IsClause() {
		return
	}
	inner := depth
	if v.Kind != revision.KindComponent || v.Num+v.Heading != "" || v.EID != "" {
		p.text(strings.Repeat("  ", depth)+v.Address()+"  ", strings.Repeat("  ", depth+2), opening(v))
		inner++
	}
	for _, c := range v.Children {
		showOutline(p, c, inner)
	}
}

// opening is a clause's heading or, without one, its first words.
func opening(v *revision.Provision) string {
	text := v.Heading
	if text == "" {
		text = v.Text
	}
	for _, c := range v.Children {
		if text == "" && !c.IsClause() {
			text = c.Text
		}
	}
	const most = 70 // characters
	if runes := []rune(text); v.Heading == "" && len(runes) > most {
		text = string(runes[:most])
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			text = text[:i] // no half words
		}
		text = strings.TrimRight(text, " ,;:") + " …"
	}
	return text
}
