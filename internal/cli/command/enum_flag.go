package command

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"conceptdiff/internal/phrase"
)

// enum is a flag of which the values are known. It implements [pflag.Value]; value is
// where the flag's value stands.
type enum struct {
	value  *string
	values []string
}

// EnumVar declares a flag that takes one of values, and completes it. preset is what
// it has when it is not given; it need not be one of values ("" for «nothing was
// said»). Help lists the values behind usage.
func EnumVar(cmd *cobra.Command, flags *pflag.FlagSet, value *string, name, preset string, values []string, usage string) {
	*value = preset
	flags.Var(&enum{value, values}, name, usage+": "+strings.Join(values, ", "))
	CompleteFlag(cmd, name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func (e *enum) String() string { return *e.value }
func (e *enum) Type() string   { return "word" }

// Set takes one of the values, to the letter; any other is an error that lists them.
func (e *enum) Set(s string) error {
	if !slices.Contains(e.values, s) {
		return fmt.Errorf("want %s", phrase.Or(e.values))
	}
	*e.value = s
	return nil
}

// enumList is a flag that may be given several times, or with commas. list keeps what
// was given, in order, twice what was given twice.
type enumList struct {
	list   *[]string
	values []string
}

// EnumListVar declares a flag that takes some of values, and completes them. Nothing
// is chosen when it is not given.
func EnumListVar(cmd *cobra.Command, list *[]string, name string, values []string, usage string) {
	cmd.Flags().Var(&enumList{list, values}, name, usage+": "+strings.Join(values, ", "))
	CompleteFlag(cmd, name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func (e *enumList) String() string { return strings.Join(*e.list, ",") }
func (e *enumList) Type() string   { return "words" }

// Set takes values joined by commas; the flag may also be given again.
func (e *enumList) Set(s string) error {
	for word := range strings.SplitSeq(s, ",") {
		if !slices.Contains(e.values, word) {
			return fmt.Errorf("want %s", phrase.Or(e.values))
		}
		*e.list = append(*e.list, word)
	}
	return nil
}

// CompleteFlag declares how a flag's value is completed. It fails only for a flag
// that the command does not have, which is our own mistake.
func CompleteFlag(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err)
	}
}
