package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/topic"
	"conceptdiff/internal/fault"
)

// newHelp is the command help: a page of prose, or what --help shows of a command.
// Where both have one name it is the page, which names the command's. It replaces
// cobra's own, which knows nothing of pages.
func newHelp(env *command.Env) *cobra.Command {
	return &cobra.Command{
		Use:     "help [PAGE | COMMAND…]",
		GroupID: command.GroupStore,
		Short:   "Show a page on a subject, or what a command does",
		Long: `Show a page of prose on a subject, or what a command does and takes.

` + topics(),
		Example: `  conceptdiff help addresses
  conceptdiff help diff`,
		// Pages are offered for the first word alone; commands and what stands below
		// them for any.
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			var names []string
			if len(args) == 0 {
				for _, t := range topic.All() {
					names = append(names, t.Name)
				}
			}
			if at, _, err := cmd.Root().Find(args); err == nil {
				for _, c := range at.Commands() {
					if c.IsAvailableCommand() {
						names = append(names, c.Name())
					}
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			root := cmd.Root()
			if len(args) == 1 {
				// A page is found by one word only; «help changes diff» means a
				// command.
				if t, ok := topic.Find(args[0]); ok {
					return env.Deliver(cmd.Context(), "", func(w io.Writer) error { return printTopic(w, root, t) })
				}
			}
			about, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return fault.Hint(fault.Misusef("no page and no command %q", strings.Join(args, " ")), "conceptdiff help lists them")
			}
			return about.Help()
		},
	}
}

// printTopic writes a page, and names the command of the same name below it, if there
// is one: the two answer different questions.
func printTopic(w io.Writer, root *cobra.Command, t topic.Topic) error {
	_, err := fmt.Fprintf(w, "%s\n", t.Text)
	if c, _, found := root.Find([]string{t.Name}); err == nil && found == nil && c != root {
		_, err = fmt.Fprintf(w, "\n«%s --help» tells what the command takes.\n", c.CommandPath())
	}
	return err
}

// topics lists the pages, a line each, in the order of their names; the last line has
// no end.
func topics() string {
	var b strings.Builder
	for _, t := range topic.All() {
		fmt.Fprintf(&b, "  %-10s %s\n", t.Name, t.Short)
	}
	return strings.TrimRight(b.String(), "\n")
}
