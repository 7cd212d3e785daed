package command

import (
	"github.com/spf13/cobra"

	"conceptdiff/internal/render/message"
)

// LanguageVar declares --lang: the language of headings and fixed phrases.
func LanguageVar(cmd *cobra.Command, value *string) {
	EnumVar(cmd, cmd.Flags(), value, "lang", message.Languages[0], message.Languages, "language of headings and fixed phrases")
}
