// Package storage holds the commands on the store: import, verify, backup, restore,
// and completion, which a shell asks what is in it.
//
// import takes a text in; the others look after what is stored. What verify finds is
// its result, on standard output; that it found anything is the failure.
//
// None of them overwrites: a revision that is stored stays as it is, a backup does
// not replace a file, and a restored store does not replace one that is there.
package storage

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newImport(env), newVerify(env), newBackup(env), newRestore(env), newCompletion(env)}
}
