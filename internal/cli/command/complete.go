package command

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/revision"
)

// Takes says what the arguments of a command are, for completion. The zero value
// takes none.
type Takes struct {
	Revisions int  // how many come first
	Clauses   bool // whether clauses of them follow
}

// Complete completes revision and clause arguments. It never makes a database and
// never fails: where nothing is known, nothing is offered. It runs at each press of a
// key, so that it only looks at what is stored.
func (env *Env) Complete(t Takes) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
		switch {
		case len(args) < t.Revisions:
			return env.labels(cmd.Context(), prefix), cobra.ShellCompDirectiveDefault // and files
		case t.Clauses:
			return env.clauses(cmd.Context(), args[:t.Revisions], prefix), cobra.ShellCompDirectiveNoFileComp
		}
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
}

// CompleteLabel completes a label or a path, as the value of a flag or of an
// argument.
func (env *Env) CompleteLabel(cmd *cobra.Command, _ []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return env.labels(cmd.Context(), prefix), cobra.ShellCompDirectiveDefault
}

// CompleteFolders completes the path of a folder.
func CompleteFolders(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// labels offers the labels that begin so. Nothing is imported for a completion, and what
// fails offers nothing.
func (env *Env) labels(ctx context.Context, prefix string) []cobra.Completion {
	var out []cobra.Completion
	for _, m := range env.Workspace().PeekRevisions(ctx) {
		if strings.HasPrefix(m.Label, prefix) {
			out = offer(out, m.Label, describe(m))
		}
	}
	return out
}

// clauses offers the addresses of those revisions that begin so, each once, with the
// heading of the first revision that has it.
func (env *Env) clauses(ctx context.Context, revisions []string, prefix string) []cobra.Completion {
	seen := make(map[string]bool)
	var out []cobra.Completion
	for _, arg := range revisions {
		for _, c := range env.Workspace().PeekClauses(ctx, arg) {
			addr := c.Address()
			if seen[addr] || !strings.HasPrefix(addr, prefix) {
				continue
			}
			seen[addr] = true
			out = offer(out, addr, c.Heading)
		}
	}
	return out
}

// offer adds a word to what a shell is told, which prints it as it is: one that would act
// on the terminal is not offered, and what is said of one is made visible.
func offer(out []cobra.Completion, word, says string) []cobra.Completion {
	if plain.Visible(word) != word {
		return out
	}
	return append(out, cobra.CompletionWithDesc(word, plain.Visible(says)))
}

// CompleteClauses completes an address in any of the stored revisions, for the first
// argument alone.
func (env *Env) CompleteClauses(cmd *cobra.Command, args []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var labels []string
	for _, m := range env.Workspace().PeekRevisions(cmd.Context()) {
		labels = append(labels, m.Label)
	}
	return env.clauses(cmd.Context(), labels, prefix), cobra.ShellCompDirectiveNoFileComp
}

// CompleteMember offers the present members, with their part in the committee;
// whoever left is not offered, since their marks are made no more.
func (env *Env) CompleteMember(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var out []cobra.Completion
	for _, m := range env.Workspace().PeekMembers(cmd.Context()) {
		if !m.Removed {
			out = offer(out, m.Name, string(m.Role))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// describe says beside a label what it is the label of: «draft, 2026-05-01: Concept
// of …».
func describe(m revision.Meta) string {
	d := string(m.Status)
	if m.Date != "" {
		d += ", " + m.Date
	}
	if m.Title != "" {
		d += ": " + m.Title
	}
	return d
}
