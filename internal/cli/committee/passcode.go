package committee

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
)

// newMemberPasscode takes the passcode neither as an argument nor as a flag:
// others on the machine could read either in the list of processes.
func newMemberPasscode(env *command.Env) *cobra.Command {
	var remove bool
	cmd := &cobra.Command{
		Use:   "passcode NAME",
		Short: "Set the passcode with which a member signs in to the pages",
		Long: `Set the passcode with which a member signs in to pages that others can reach
(conceptdiff serve --listen). It is asked for on the terminal, or read from the
standard input: one line of at least 8 characters. Only a hash of it is kept, with
this copy of the store; it is no part of the record and not handed round with it.`,
		Example: `  conceptdiff member passcode Aygün
  conceptdiff member passcode Aygün --remove`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.CompleteMember,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMemberPasscode(cmd.Context(), env, args[0], remove)
		},
	}
	cmd.Flags().BoolVar(&remove, "remove", false, "take the passcode away: the member can no longer sign in")
	return cmd
}

// runMemberPasscode sets or removes what a member signs in to the pages with. It is
// asked for on the terminal or read from standard input, and never an argument, which
// others on the machine could read. How long it must be, the workspace says.
func runMemberPasscode(ctx context.Context, env *command.Env, name string, remove bool) error {
	passcode := ""
	if !remove {
		var err error
		if passcode, err = askPasscode(env, name); err != nil {
			return err
		}
	}
	if err := env.Workspace().SetPasscode(ctx, name, passcode); err != nil {
		return err
	}
	if remove {
		env.Notice("%s can no longer sign in", terminal.OneLine(name))
		return nil
	}
	env.Notice("%s can sign in with it from now on", terminal.OneLine(name))
	return nil
}

// askPasscode asks twice for a passcode without showing it, or reads the first line
// of the standard input, of at most 4,096 bytes, where that is no terminal. An empty
// line and two that differ are misuse.
func askPasscode(env *command.Env, name string) (string, error) {
	in, ok := env.In.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		line, err := bufio.NewReader(io.LimitReader(env.In, 4096)).ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return "", err
		}
		if line = strings.TrimRight(line, "\r\n"); line == "" {
			return "", fault.Hint(fault.Misusef("no passcode was given"), "write it on the first line of the standard input, or run it on a terminal")
		}
		return line, nil
	}
	var typed [2]string
	for i, ask := range []string{"Passcode for %s: ", "The same again: "} {
		if i == 0 {
			ask = fmt.Sprintf(ask, terminal.Plain(name))
		}
		fmt.Fprint(env.Err, ask)
		data, err := term.ReadPassword(int(in.Fd()))
		fmt.Fprintln(env.Err)
		if err != nil {
			return "", err
		}
		typed[i] = string(data)
	}
	if typed[0] != typed[1] {
		return "", fault.Misusef("the two are not the same: nothing was set")
	}
	return typed[0], nil
}
