// Package committee holds the commands on the committee's work: member, mark, decide,
// marks, rebind, pair, unpair and record. Who may say what stands in package review.
//
// Whatever is entered names a member (--by, or the one of «member use») and is told
// as it stands in the record, with its number and hash (entry.go). Records and forms
// of others come in through exchange.go.
//
// Nothing here takes an entry back: the record only grows, and what was wrong is said
// anew. A command that needs a reason checks it before the store is opened, so that a
// form that is filled in badly changes nothing.
package committee

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{
		newMember(env), newMark(env), newDecide(env), newMarks(env), newRebind(env), newPair(env), newUnpair(env), newRecord(env),
	}
}
