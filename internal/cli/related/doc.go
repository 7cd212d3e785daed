// Package related holds the commands on what speaks of the same: the documents around a
// revision, searching, and one revision in two languages.
//
// Whatever it shows is a sheet, or passages, with addresses on both sides. That two
// passages agree or contradict each other is never said; a member may rule that they do,
// or do not, speak of the same (pair.go), and that goes before what is found.
//
// The documents lie in revisions/related, a folder each, as a text or as a record with
// gists of ours; a gist is never shown as though it were the document's own words.
package related

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
)

// Commands are those of this group, in the order in which help lists them.
func Commands(env *command.Env) []*cobra.Command {
	return []*cobra.Command{newRelated(env), newSearch(env), newConcord(env)}
}
