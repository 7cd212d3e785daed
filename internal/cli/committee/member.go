package committee

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
	"conceptdiff/internal/workspace/reading"
)

// newMember makes member, which does nothing without one of the commands below it and
// shows their list.
func newMember(env *command.Env) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "member",
		GroupID: command.GroupCommittee,
		Short:   "Enrol and list the members of the committee",
		Long: `Enrol and list the members of the committee. What a member says is entered in the
member's name; it stays when the member leaves. Members write in their own copies
and hand them round: the same name is the same member.

A reader is listed and marks nothing; a member marks; a chair also enters the
decisions of the committee. A member who has a key signs with it what is handed
round, and nothing unsigned is then taken from other copies in that name.`,
		Example: `  conceptdiff member add "Aygün Əliyeva" --role chair
  conceptdiff member add Rəşad --key ~/.ssh/id_ed25519.pub
  conceptdiff member use Rəşad`,
		Args: command.UnknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newMemberAdd(env), newMemberList(env), newMemberRemove(env), newMemberUse(env), newMemberPasscode(env))
	return cmd
}

// memberAddOptions are what the command line says: the name, the role ("" leaves it
// as it is), the public key (a path or the key itself), and who enters it.
type memberAddOptions struct{ name, role, key, by string }

// newMemberAdd makes add, which changes, too: a role or key that is not given stays
// as it is, which is why --role has no preset.
func newMemberAdd(env *command.Env) *cobra.Command {
	var opts memberAddOptions
	var roles []string
	for _, r := range review.Roles {
		roles = append(roles, string(r))
	}
	cmd := &cobra.Command{
		Use:   "add NAME",
		Short: "Enrol a member, or change a member's role or key",
		Long: `Enrol a member. For one who is enrolled already the role or key that is given
replaces the former. Any text can be a name.`,
		Example: `  conceptdiff member add Aygün
  conceptdiff member add Aygün --role chair
  conceptdiff member add Aygün --key ~/.ssh/id_ed25519.pub`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.Complete(command.Takes{}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.name = args[0]
			return runMemberAdd(cmd.Context(), env, opts)
		},
	}
	command.EnumVar(cmd, cmd.Flags(), &opts.role, "role", "", roles, "what the member may do (default: member)")
	cmd.Flags().StringVar(&opts.key, "key", "", "the member's public SSH key: a `file` (.pub) or the key itself")
	byVar(env, cmd, &opts.by)
	return cmd
}

// runMemberAdd enrols a member, or changes the role or key of one who is enrolled; a
// key is read from a file as ssh-keygen writes it. A name that cannot be one is
// misuse. Without --by it is entered by the default member or, where there is none, by
// the one who is enrolled; what each may say, package review decides.
func runMemberAdd(ctx context.Context, env *command.Env, opts memberAddOptions) error {
	if _, err := review.CleanName(opts.name); err != nil {
		return fault.Misuse(err)
	}
	key := ""
	if opts.key != "" {
		var err error
		if key, err = readPublicKey(opts.key); err != nil {
			return err
		}
	}
	e, err := env.Workspace().Enrol(ctx, workspace.Enrolment{Name: opts.name, Role: review.Role(opts.role), Key: key, By: opts.by})
	return tell(env, e, err)
}

// readPublicKey reads a key from a .pub file, or as it was given, and answers with it
// on one line, as the record keeps it. A private key is refused with a hint: it must
// not leave its owner.
func readPublicKey(arg string) (string, error) {
	text := arg
	if !isKey(arg) {
		data, err := reading.Bytes(arg)
		if err != nil {
			return "", err
		}
		text = string(data)
	}
	key, err := review.ParseKey(text)
	if err != nil && strings.Contains(text, "PRIVATE KEY") {
		return "", fault.Hint(fmt.Errorf("%s: this is the private key, which stays with its owner", arg), "give the public one: %s.pub", arg)
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", terminal.Short(arg), err)
	}
	return key, nil
}

// isKey reports whether an argument is a public key and not the name of a file: by
// the beginnings of the types that SSH has.
func isKey(arg string) bool {
	return strings.HasPrefix(arg, "ssh-") || strings.HasPrefix(arg, "ecdsa-") || strings.HasPrefix(arg, "sk-")
}

// newMemberList makes list, which shows those who left as well: their marks are still
// in the record.
func newMemberList(env *command.Env) *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: "List the members",
		Long: `List everyone whom the record enrols, those who left included, and whether the key
of a chair is trusted in this copy: see «marks import».`,
		Example:           `  conceptdiff member list`,
		Args:              command.Arguments(0, 0),
		ValidArgsFunction: env.Complete(command.Takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runMemberList(cmd.Context(), env) },
	}
}

// runMemberList lists the members with the number of their entries and what their key
// is trusted for. ENTRIES counts what was entered in the member's name, whoever
// signed it. Members stand in the order of the record.
func runMemberList(ctx context.Context, env *command.Env) error {
	w := env.Workspace()
	record, err := w.Record(ctx)
	if err != nil {
		return err
	}
	members := record.Members()
	if len(members) == 0 {
		env.Notice("nobody is enrolled yet: conceptdiff member add NAME")
		return nil
	}
	preset, err := w.DefaultMember(ctx)
	if err != nil {
		return err
	}
	trusted, err := w.TrustedKeys(ctx)
	if err != nil {
		return err
	}
	rows := [][]string{{"NAME", "ROLE", "SINCE", "ENTRIES", "KEY", ""}}
	for _, m := range members {
		entries := 0
		for _, e := range record.Entries() {
			if e.By == m.Name {
				entries++
			}
		}
		rows = append(rows, []string{
			terminal.OneLine(m.Name), string(m.Role), m.Since.Format("2006-01-02"), phrase.Thousands(entries), terminal.Dash(keyKind(m.Key)), remark(m, preset, trusted),
		})
	}
	return env.PrintTo(env.Out, func(p *terminal.Printer) { p.Table(rows) })
}

// remark is what the last column of the list says of a member, "" for nothing. preset
// is who speaks without --by; trusted are the keys that this copy trusts, which say
// something of chairs alone.
func remark(m review.Member, preset string, trusted []string) string {
	if m.Removed {
		return "left"
	}
	var out []string
	if m.Role == review.Chair && slices.Contains(trusted, m.Key) {
		out = append(out, "the key is trusted here")
	}
	if m.Name == preset {
		out = append(out, "speaks here unless --by is given")
	}
	return strings.Join(out, "; ")
}

// keyKind is a key as it is shown in a list: its type and its last eight characters,
// which tell keys apart; "" for none.
func keyKind(key string) string {
	kind, data, ok := strings.Cut(key, " ")
	if !ok {
		return ""
	}
	return kind + " …" + data[max(0, len(data)-8):]
}

// newMemberRemove makes remove, which takes the name to the letter; completion offers
// who is present.
func newMemberRemove(env *command.Env) *cobra.Command {
	var by string
	cmd := &cobra.Command{
		Use:   "remove NAME",
		Short: "Enter that a member left; the marks stay",
		Long: `Enter that a member left the committee. What the member said stays and is shown,
with the remark that the member left. «member add» enrols the member again.`,
		Example:           `  conceptdiff member remove Rəşad --by Aygün`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.CompleteMember,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMemberRemove(cmd.Context(), env, args[0], by)
		},
	}
	byVar(env, cmd, &by)
	return cmd
}

// runMemberRemove enters that a member left. Nothing that the member said is taken
// out.
func runMemberRemove(ctx context.Context, env *command.Env, typed, by string) error {
	e, err := env.Workspace().Leave(ctx, typed, by)
	return tell(env, e, err)
}

// newMemberUse makes use, which saves typing --by, and is no sign-in: whoever has the
// store can name any member, against which members sign.
func newMemberUse(env *command.Env) *cobra.Command {
	return &cobra.Command{
		Use:   "use NAME",
		Short: "Speak in a member's name in this copy unless --by is given",
		Long: `Set in whose name this copy of the store is written to when --by is not given.
It is no part of the record and not handed round.`,
		Example:           `  conceptdiff member use Rəşad`,
		Args:              command.Arguments(1, 1),
		ValidArgsFunction: env.CompleteMember,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMemberUse(cmd.Context(), env, args[0])
		},
	}
}

// runMemberUse sets who speaks in this workspace where --by is not given. The setting
// is this copy's own and goes into no record. Where nobody is enrolled at all, the
// hint says how to begin.
func runMemberUse(ctx context.Context, env *command.Env, typed string) error {
	m, err := env.Workspace().UseMember(ctx, typed)
	var missing *review.NotMemberError
	if errors.As(err, &missing) && len(missing.Names) == 0 && !missing.Left {
		return fault.Hint(err, "conceptdiff member add %q", missing.Name)
	}
	if err != nil {
		return err
	}
	env.Notice("%s speaks here unless --by is given", terminal.OneLine(m.Name))
	return nil
}
