package cli

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/changes"
	"conceptdiff/internal/cli/claims"
	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/committee"
	"conceptdiff/internal/cli/pages"
	"conceptdiff/internal/cli/related"
	"conceptdiff/internal/cli/storage"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/cli/texts"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/store/sqlite"
)

// version is that of the next release; a release sets it at link time (-ldflags -X).
var version = "0.1.0"

// Root is the tree of all commands, for whoever describes it (manual pages, tests);
// it is not run. Its streams are nil.
func Root() *cobra.Command { return newRoot(command.New(terminal.Streams{}, sqlite.Driver{})) }

// newRoot makes the tree of all commands with the flags that each takes. Every call
// makes a new one: cobra keeps the values of flags in it, so that one tree is for one
// run.
func newRoot(env *command.Env) *cobra.Command {
	root := &cobra.Command{
		Use:   "conceptdiff",
		Short: "Say what became of every clause of a policy document",
		Long: `conceptdiff tracks the revisions of a policy or legal document and says what
became of every clause: unchanged, amended, split, merged, removed or new; and
beside that renumbered, moved, retitled.

A revision is named by its label (2007, draft) or by the path of a file. Labels
belong to a workspace: a folder with a folder called revisions in it. The first
command in a workspace makes a database, conceptdiff.db, from what lies there.
Two paths need no workspace. Everything runs on this machine.

Files are Word (.docx), OpenDocument, Rich Text, PDF with a text layer, saved web
pages, Markdown, plain text, Akoma Ntoso, or JSON of this program; their content
decides, not their name. A folder or ZIP archive of files is one text, in the
order of their names; - is the standard input.`,
		Example: `  conceptdiff diff 2007 draft
  conceptdiff report 2007 draft --format html -o report.html
  conceptdiff diff old.txt new.txt --format json     two files, no workspace`,
		Version: versionLine(),
		// Errors are told in one place, conclude, without the usage that cobra would
		// print.
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          command.UnknownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	// The presets of a folder's revision.yaml hold only where --changes was not
	// given.
	root.PersistentPreRun = func(cmd *cobra.Command, _ []string) { env.ChangesGiven = cmd.Flags().Changed("changes") }
	// The command is ours, with a help text of ours: see package storage.
	root.CompletionOptions.DisableDefaultCmd = true
	cobra.MousetrapHelpText = "" // Main says what to do instead
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetUsageTemplate(strings.Replace(usageTemplate, "@pages", topics(), 1))
	root.SetHelpCommand(newHelp(env))
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	root.SetFlagErrorFunc(flagError)

	// Flags of every command. What they say goes to env, which commands ask.
	flags := root.PersistentFlags()
	flags.StringVar(&env.Dir, "workspace", "", "the `folder` with revisions/ in it (default: the nearest from here upwards)")
	flags.StringVar(&env.Database, "db", "", "the database `file` (default: conceptdiff.db in the workspace)")
	command.EnumVar(root, flags, &env.Color, "color", "auto", []string{"auto", "always", "never"}, "when to use colour")
	command.EnumVar(root, flags, &env.Changes, "changes", string(flow.RefuseChanges),
		[]string{string(flow.AcceptChanges), string(flow.RejectChanges), string(flow.RefuseChanges)}, "state of files with tracked changes")
	command.EnumVar(root, flags, &env.Struck, "struck", "",
		[]string{string(flow.DropStruck), string(flow.KeepStruck), string(flow.RefuseStruck)}, "what becomes of words that are struck out")
	command.CompleteFlag(root, "workspace", command.CompleteFolders)

	root.AddGroup(
		&cobra.Group{ID: command.GroupCompare, Title: "Compare"},
		&cobra.Group{ID: command.GroupClaims, Title: "What sources say"},
		&cobra.Group{ID: command.GroupCommittee, Title: "The committee's work"},
		&cobra.Group{ID: command.GroupTexts, Title: "Read"},
		&cobra.Group{ID: command.GroupRelated, Title: "What speaks of the same"},
		&cobra.Group{ID: command.GroupPages, Title: "In the browser"},
		&cobra.Group{ID: command.GroupStore, Title: "Store"},
	)
	// Groups in the order in which help shows them, and the commands of each in its
	// own.
	for _, commands := range []func(*command.Env) []*cobra.Command{
		changes.Commands, claims.Commands, committee.Commands, texts.Commands, related.Commands, pages.Commands, storage.Commands,
	} {
		root.AddCommand(commands(env)...)
	}
	return root
}

// usageTemplate is what help shows below a command's long text; the list of pages goes
// where @pages stands.
const usageTemplate = `Usage:
{{- if or .HasParent (not .HasAvailableSubCommands)}}
  {{.UseLine}}
{{- end}}
{{- if .HasAvailableSubCommands}}
  {{.CommandPath}} COMMAND
{{- end}}
{{- if .HasExample}}

Examples:
{{.Example}}
{{- end}}
{{- range $group := .Groups}}

{{.Title}}:
{{- range $.Commands}}{{if and (eq .GroupID $group.ID) .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}
{{- end}}{{end}}
{{- end}}
{{- if and .HasParent .HasAvailableSubCommands}}

Commands:
{{- range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}
{{- end}}{{end}}
{{- end}}
{{- if .HasAvailableLocalFlags}}

Flags:
{{.LocalFlags.FlagUsages | trimTrailingWhitespaces}}
{{- end}}
{{- if .HasAvailableInheritedFlags}}

Flags of every command:
{{.InheritedFlags.FlagUsages | trimTrailingWhitespaces}}
{{- end}}
{{- if not .HasParent}}

Pages, by conceptdiff help PAGE:
@pages
{{- end}}
{{- if .HasAvailableSubCommands}}

{{.CommandPath}} COMMAND --help tells more about a command.
{{- end}}
`

// flagError makes misuse of what the flag parser says, with where to look.
func flagError(cmd *cobra.Command, err error) error {
	return fault.Hint(fault.Misuse(err), "%s --help shows what it takes", cmd.CommandPath())
}

// versionLine is the version, the first twelve digits of the commit where the build
// knows it, and Go's version: what a report of a fault needs.
func versionLine() string {
	line := "conceptdiff " + version
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return line
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			line += fmt.Sprintf(" (%.12s)", s.Value)
		}
	}
	return line + " " + info.GoVersion
}
