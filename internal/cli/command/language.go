package command

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/render/message"
)

// LanguageVar declares --lang: the language of headings and fixed phrases, the first
// of [message.Languages] where it is not given. Words of the texts are never
// translated.
func LanguageVar(cmd *cobra.Command, value *string) {
	EnumVar(cmd, cmd.Flags(), value, "lang", message.Languages[0], message.Languages, "language of headings and fixed phrases")
}
