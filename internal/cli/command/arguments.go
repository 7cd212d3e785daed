package command

import (
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
)

// UnknownCommand refuses whatever stands where a command is expected, as misuse. It
// suggests up to two names that are typed nearly so.
func UnknownCommand(cmd *cobra.Command, args []string) error {
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
		return fault.Hint(err, "did you mean %s?", phrase.Or(near))
	}
	return fault.Hint(err, "conceptdiff help lists the commands")
}

// Arguments checks the number of arguments; the use line says what they are. most is
// -1 where there may be any number. Too few or too many are misuse.
func Arguments(least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		switch {
		case len(args) < least:
			return fault.Hint(fault.Misusef("%s needs %s", cmd.Name(), phrase.Plural(least, "argument")), "usage: %s", usage(cmd))
		case most >= 0 && len(args) > most:
			return fault.Hint(fault.Misusef("%s takes at most %s", cmd.Name(), phrase.Plural(most, "argument")), "usage: %s", usage(cmd))
		}
		return nil
	}
}

// usage is how a command is called, without its flags: «conceptdiff claims pin CLAIMS
// COPY».
func usage(cmd *cobra.Command) string {
	return strings.TrimSuffix(cmd.CommandPath(), cmd.Name()) + cmd.Use
}
