package related

import (
	"context"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/relate/search"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/message"
)

// searchOptions are what the command line says; no revisions mean all that are
// stored, and the documents around them.
type searchOptions struct {
	query                    string
	revisions                []string
	most                     int
	format, output, language string
}

// newSearch makes search, which takes all words as one argument, in which quotation
// marks are its own and not the shell's.
func newSearch(env *command.Env) *cobra.Command {
	var opts searchOptions
	cmd := &cobra.Command{
		Use:     "search WORDS [REVISION...]",
		GroupID: command.GroupRelated,
		Short:   "Find passages by words, in all their forms",
		Long: `Find the passages that hold all words, in any of their forms in English,
Azerbaijani and Russian, the best first. What stands in quotation marks is sought
to the letter. Without revisions all that are stored are searched, the documents
around them, and what the claims files quote.`,
		Example: `  conceptdiff search "migration policy"
  conceptdiff search '"OSCE Minsk Group"' 2007 --format json
  conceptdiff search resolutions 2007 draft`,
		Args: command.Arguments(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.query, opts.revisions = args[0], args[1:]
			if !search.Sought(opts.query) {
				return fault.Misusef("there is no word to look for")
			}
			return runSearch(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().IntVar(&opts.most, "most", 20, "how many `passages` are told; 0 for all")
	command.EnumVar(cmd, cmd.Flags(), &opts.format, "format", "text", []string{"text", "json"}, "format of the list")
	command.LanguageVar(cmd, &opts.language)
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to `file`")
	return cmd
}

// runSearch lists the passages that hold all the words, best first; --most 0 lists
// all. That nothing was found is a result, told in words; in JSON the list is empty.
func runSearch(ctx context.Context, env *command.Env, opts searchOptions) error {
	env.SendTo(opts.output)
	if opts.most < 0 {
		return fault.Misusef("--most takes 0 or more, not %d", opts.most)
	}
	hits, err := env.Workspace().Search(ctx, opts.query, opts.revisions, opts.most)
	if err != nil {
		return err
	}
	return env.Deliver(ctx, opts.output, func(w io.Writer) error {
		if opts.format == "json" {
			return json.Write(w, json.NewSearch(opts.query, hits))
		}
		return env.PrintTo(w, func(p *terminal.Printer) { printHits(p, message.In(opts.language), hits) })
	})
}

// printHits prints passages with the found words marked, each below its text's label
// and its address. A gist is ours, and told so.
func printHits(p *terminal.Printer, m *message.Printer, hits []search.Hit) {
	for i := range hits {
		h := &hits[i]
		p.Printf("%s\n", p.Bold(terminal.Plain(h.Key+" ["+h.Passage.Address+"]")))
		said := marked(h)
		if h.Gist {
			said = m.Say("In our words: {0}", said)
		}
		p.Text("  ", "  ", said)
	}
	if len(hits) == 0 {
		p.Printf("%s\n", m.Say("No passage holds all of these words."))
		return
	}
	p.Printf("%s\n", m.Say("{0 passage}.", len(hits)))
}

// around is how many bytes of a passage are shown before what was found, and half of how
// many after it: what follows says more of the matter.
const around = 160

// marked is the part of a passage around the first place, with the places between »«,
// on one line. It is cut at spaces, and an ellipsis says where. There is at least one
// place; those outside of the part are not shown.
func marked(h *search.Hit) string {
	text := h.Passage.Text
	from, to := max(0, h.At[0].Start-around), min(len(text), h.At[0].End+2*around)
	for from > 0 && text[from] != ' ' {
		from--
	}
	for to < len(text) && text[to] != ' ' {
		to++
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString("…")
	}
	at := from
	for _, span := range h.At {
		if span.Start < at || span.End > to {
			continue
		}
		b.WriteString(text[at:span.Start] + "»" + text[span.Start:span.End] + "«")
		at = span.End
	}
	b.WriteString(text[at:to])
	if to < len(text) {
		b.WriteString(" …")
	}
	return strings.ReplaceAll(b.String(), "\n", " ")
}
