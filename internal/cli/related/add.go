package related

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/relate"
)

// newAdd is the command related add. The text is stored as it is, beside its record;
// that it is the very document, only a SHA-256 in the record can tell.
func newAdd(env *command.Env) *cobra.Command {
	var d relate.Document
	var relation string
	cmd := &cobra.Command{
		Use:   "add FILE",
		Short: "Put the text of a related document beside its record",
		Long: `Put the text of a document into revisions/related/KEY. Where a record of that key
is there, the text must have the SHA-256 that it names; else a record is made. From
then on the words of the text are used in the place of the record's gists.`,
		Example: `  conceptdiff related add strategy-2017.txt --key fp2017
  conceptdiff related add law.pdf --key border-law --relation law --date 2004-05-11`,
		Args: command.Arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if d.Key == "" {
				return fault.Hint(fault.Misusef("the document has no key"), "--key KEY")
			}
			// Flags that describe the document count only where no record of it is
			// there yet.
			d.Relation = relate.Relationship(relation)
			added, err := env.Workspace().AddRelated(cmd.Context(), args[0], d)
			if err != nil {
				return err
			}
			env.Notice("%s stands around the revisions: %s", added.Key, phrase.Plural(len(added.Passages), "passage"))
			return nil
		},
	}
	var relations []string
	for _, r := range relate.Relationships {
		relations = append(relations, string(r))
	}
	cmd.Flags().StringVar(&d.Key, "key", "", "the `key` by which it is named")
	command.EnumVar(cmd, cmd.Flags(), &relation, "relation", "description", relations, "what it is, where there is no record yet")
	cmd.Flags().StringVar(&d.Title, "title", "", "its `title`, where there is no record yet")
	cmd.Flags().StringVar(&d.Date, "date", "", "its `date`: 2017 or 2017-08-01")
	cmd.Flags().StringVar(&d.Citation, "citation", "", "how it is `cited`")
	return cmd
}
