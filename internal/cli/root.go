package cli

import (
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// version is that of the next release.
const version = "0.1.0"

// The groups under which help lists the commands.
const (
	groupTexts   = "texts"
	groupCompare = "compare"
	groupClaims  = "claims"
	groupStore   = "store"

	groupCommittee = "committee"
)

func newRoot(a *app) *cobra.Command {
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
		Version:       versionLine(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          unknownCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.PersistentPreRun = func(cmd *cobra.Command, _ []string) { a.changesGiven = cmd.Flags().Changed("changes") }
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpCommandGroupID(groupStore)
	root.SetIn(a.streams.In)
	root.SetOut(a.streams.Out)
	root.SetErr(a.streams.Err)
	root.SetFlagErrorFunc(flagError)

	flags := root.PersistentFlags()
	flags.StringVar(&a.workspace, "workspace", "", "the `folder` with revisions/ in it (default: the nearest from here upwards)")
	flags.StringVar(&a.database, "db", "", "the database `file` (default: conceptdiff.db in the workspace)")
	enumVar(root, flags, &a.color, "color", "auto", []string{"auto", "always", "never"}, "when to use colour")
	enumVar(root, flags, &a.changes, "changes", string(flow.RefuseChanges),
		[]string{string(flow.AcceptChanges), string(flow.RejectChanges), string(flow.RefuseChanges)}, "state of files with tracked changes")
	enumVar(root, flags, &a.struck, "struck", "",
		[]string{string(flow.DropStruck), string(flow.KeepStruck), string(flow.RefuseStruck)}, "what becomes of words that are struck out")
	complete(root, "workspace", completeFolders)

	root.AddGroup(
		&cobra.Group{ID: groupCompare, Title: "Compare"},
		&cobra.Group{ID: groupClaims, Title: "What sources say"},
		&cobra.Group{ID: groupCommittee, Title: "The committee's work"},
		&cobra.Group{ID: groupTexts, Title: "Read"},
		&cobra.Group{ID: groupStore, Title: "Store"},
	)
	root.AddCommand(
		newDiff(a), newTable(a), newReport(a), newRender(a), newExplain(a),
		newClaims(a), newFlags(a),
		newMember(a), newMark(a), newDecide(a), newMarks(a), newRebind(a), newPair(a), newUnpair(a), newRecord(a),
		newList(a), newShow(a), newHistory(a),
		newImport(a), newVerify(a), newBackup(a), newRestore(a), newCompletion(a),
	)
	return root
}

// usageTemplate is what help shows below a command's long text.
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
{{- if .HasAvailableSubCommands}}

{{.CommandPath}} COMMAND --help tells more about a command.
{{- end}}
`

// unknownCommand refuses whatever stands where a command is expected.
func unknownCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	err := fault.Misusef("there is no command %q", args[0])
	if near := revision.Nearest(args[0], names, 2); len(near) > 0 {
		return fault.Hint(err, "did you mean %s?", fault.Or(near))
	}
	return fault.Hint(err, "conceptdiff help lists the commands")
}

func flagError(cmd *cobra.Command, err error) error {
	return fault.Hint(fault.Misuse(err), "%s --help shows what it takes", cmd.CommandPath())
}

// arguments checks the number of arguments; the use line says what they are.
func arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fault.Hint(fault.Misusef("%s needs %s", cmd.Name(), plural(least, "argument")), "usage: %s", usage(cmd))
		case most >= 0 && len(args) > most:
			return fault.Hint(fault.Misusef("%s takes at most %s", cmd.Name(), plural(most, "argument")), "usage: %s", usage(cmd))
		}
		return nil
	}
}

// usage is how a command is called, without its flags.
func usage(cmd *cobra.Command) string {
	return strings.TrimSuffix(cmd.CommandPath(), cmd.Name()) + cmd.Use
}

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
