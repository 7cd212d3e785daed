// Package committee holds the commands on the committee's work: member, mark, decide,
// marks, rebind, pair, unpair and record. Who may say what stands in package review.
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
