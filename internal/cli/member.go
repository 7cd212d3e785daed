package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
)

func newMember(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:     "member",
		GroupID: groupCommittee,
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
		Args: unknownCommand,
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(newMemberAdd(a), newMemberList(a), newMemberRemove(a), newMemberUse(a))
	return cmd
}

type memberAddOptions struct{ name, role, key, by string }

func newMemberAdd(a *app) *cobra.Command {
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
		Args:              arguments(1, 1),
		ValidArgsFunction: a.completer(takes{}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.name = args[0]
			return runMemberAdd(cmd.Context(), a, opts)
		},
	}
	enumVar(cmd, cmd.Flags(), &opts.role, "role", "", roles, "what the member may do (default: member)")
	cmd.Flags().StringVar(&opts.key, "key", "", "the member's public SSH key: a `file` (.pub) or the key itself")
	byVar(a, cmd, &opts.by)
	return cmd
}

func runMemberAdd(ctx context.Context, a *app, opts memberAddOptions) error {
	name, err := review.CleanName(opts.name)
	if err != nil {
		return fault.Misuse(err)
	}
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	members, err := lib.store.Members(ctx)
	if err != nil {
		return err
	}
	said := review.Enrolment{Name: name, Role: review.Ordinary}
	if i := memberIndex(members, name); i >= 0 {
		said = members[i].Enrolment
		said.Removed = false
		if opts.role == "" && opts.key == "" && !members[i].Removed {
			a.notice("%s is enrolled already, as %s", name, said.Role)
			return nil
		}
	}
	if opts.role != "" {
		said.Role = review.Role(opts.role)
	}
	if opts.key != "" {
		if said.Key, err = readPublicKey(opts.key); err != nil {
			return err
		}
	}
	by, err := lib.enroller(ctx, opts.by, name)
	if err != nil {
		return err
	}
	return a.enter(ctx, lib, by, said)
}

// enroller is who enrols a member: who is named, or set for this copy, or else the
// member itself, as at the beginning, when there is nobody yet.
func (l *library) enroller(ctx context.Context, by, name string) (string, error) {
	if by != "" {
		return l.speaker(ctx, by)
	}
	preset, err := l.store.DefaultMember(ctx)
	if err != nil || preset != "" {
		return preset, err
	}
	return name, nil
}

func memberIndex(members []review.Member, name string) int {
	return slices.IndexFunc(members, func(m review.Member) bool { return m.Name == name })
}

// readPublicKey reads a key from a .pub file, or as it was given.
func readPublicKey(arg string) (string, error) {
	text := arg
	if !strings.HasPrefix(arg, "ssh-") && !strings.HasPrefix(arg, "ecdsa-") && !strings.HasPrefix(arg, "sk-") {
		data, err := readBytes(arg)
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
		return "", fmt.Errorf("%s: %w", short(arg), err)
	}
	return key, nil
}

func newMemberList(a *app) *cobra.Command {
	return &cobra.Command{
		Use:               "list",
		Short:             "List the members",
		Long:              `List everyone whom the record enrols, those who left included.`,
		Example:           `  conceptdiff member list`,
		Args:              arguments(0, 0),
		ValidArgsFunction: a.completer(takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runMemberList(cmd.Context(), a) },
	}
}

func runMemberList(ctx context.Context, a *app) error {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	record, err := lib.record(ctx)
	if err != nil {
		return err
	}
	members := record.Members()
	if len(members) == 0 {
		a.notice("nobody is enrolled yet: conceptdiff member add NAME")
		return nil
	}
	preset, err := lib.store.DefaultMember(ctx)
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
			oneLine(m.Name), string(m.Role), m.Since.Format("2006-01-02"), thousands(entries), dash(keyKind(m.Key)), remark(m, preset),
		})
	}
	return a.printTo(a.streams.Out, func(p *printer) { p.table(rows) })
}

func remark(m review.Member, preset string) string {
	switch {
	case m.Removed:
		return "left"
	case m.Name == preset:
		return "speaks here unless --by is given"
	}
	return ""
}

// oneLine keeps a name from breaking a table.
func oneLine(s string) string { return strings.Join(strings.Fields(plain(s)), " ") }

// keyKind is a key as it is shown in a list: its type and its end, which tells
// keys apart.
func keyKind(key string) string {
	kind, data, ok := strings.Cut(key, " ")
	if !ok {
		return ""
	}
	return kind + " …" + data[max(0, len(data)-8):]
}

func newMemberRemove(a *app) *cobra.Command {
	var by string
	cmd := &cobra.Command{
		Use:   "remove NAME",
		Short: "Enter that a member left; the marks stay",
		Long: `Enter that a member left the committee. What the member said stays and is shown,
with the remark that the member left. «member add» enrols the member again.`,
		Example:           `  conceptdiff member remove Rəşad --by Aygün`,
		Args:              arguments(1, 1),
		ValidArgsFunction: a.completeMember,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMemberRemove(cmd.Context(), a, args[0], by)
		},
	}
	byVar(a, cmd, &by)
	return cmd
}

func runMemberRemove(ctx context.Context, a *app, typed, by string) error {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	m, err := lib.present(ctx, typed)
	if err != nil {
		return err
	}
	if by, err = lib.enroller(ctx, by, m.Name); err != nil {
		return err
	}
	said := m.Enrolment
	said.Removed = true
	return a.enter(ctx, lib, by, said)
}

// present finds a member who has not left.
func (l *library) present(ctx context.Context, typed string) (review.Member, error) {
	name, err := review.CleanName(typed)
	if err != nil {
		return review.Member{}, fault.Misuse(err)
	}
	members, err := l.store.Members(ctx)
	if err != nil {
		return review.Member{}, err
	}
	missing := &review.NotMemberError{Name: name}
	for _, m := range members {
		switch {
		case m.Name == name && !m.Removed:
			return m, nil
		case m.Name == name:
			missing.Left = true
		case !m.Removed:
			missing.Names = append(missing.Names, m.Name)
		}
	}
	return review.Member{}, missing
}

func newMemberUse(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "use NAME",
		Short: "Speak in a member's name in this copy unless --by is given",
		Long: `Set in whose name this copy of the store is written to when --by is not given.
It is no part of the record and not handed round.`,
		Example:           `  conceptdiff member use Rəşad`,
		Args:              arguments(1, 1),
		ValidArgsFunction: a.completeMember,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMemberUse(cmd.Context(), a, args[0])
		},
	}
}

func runMemberUse(ctx context.Context, a *app, typed string) error {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	m, err := lib.present(ctx, typed)
	var missing *review.NotMemberError
	if errors.As(err, &missing) && len(missing.Names) == 0 && !missing.Left {
		return fault.Hint(err, "conceptdiff member add %q", missing.Name)
	}
	if err != nil {
		return err
	}
	if err := lib.store.SetDefaultMember(ctx, m.Name); err != nil {
		return err
	}
	a.notice("%s speaks here unless --by is given", oneLine(m.Name))
	return nil
}
