// Package claims holds the commands on what sources say: claims and flags.
//
// A claims file begins as a proposal from an article (propose.go), gets the places of its
// quotations in a stored copy (pin.go), and is listed and verified (claims.go). flags.go
// shows what follows for the provisions, flags_print.go prints that.
//
// The commands print what package claim found and add no judgement of their own: who said
// what stands in quotation marks or is told as a report, what a check did not find is
// counted, and with --check or --verify the exit code is 3.
package claims

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newClaims(env), newFlags(env)}
}
