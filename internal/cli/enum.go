package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"conceptdiff/internal/fault"
)

// enum is a flag of which the values are known.
type enum struct {
	value  *string
	values []string
}

// enumVar declares a flag that takes one of values, and completes it.
func enumVar(cmd *cobra.Command, flags *pflag.FlagSet, value *string, name, preset string, values []string, usage string) {
	*value = preset
	flags.Var(&enum{value, values}, name, usage+": "+strings.Join(values, ", "))
	complete(cmd, name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func (e *enum) String() string { return *e.value }
func (e *enum) Type() string   { return "word" }

func (e *enum) Set(s string) error {
	if !slices.Contains(e.values, s) {
		return fmt.Errorf("want %s", fault.Or(e.values))
	}
	*e.value = s
	return nil
}

// enumList is a flag that may be given several times, or with commas.
type enumList struct {
	list   *[]string
	values []string
}

func enumListVar(cmd *cobra.Command, list *[]string, name string, values []string, usage string) {
	cmd.Flags().Var(&enumList{list, values}, name, usage+": "+strings.Join(values, ", "))
	complete(cmd, name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
}

func (e *enumList) String() string { return strings.Join(*e.list, ",") }
func (e *enumList) Type() string   { return "words" }

func (e *enumList) Set(s string) error {
	for word := range strings.SplitSeq(s, ",") {
		if !slices.Contains(e.values, word) {
			return fmt.Errorf("want %s", fault.Or(e.values))
		}
		*e.list = append(*e.list, word)
	}
	return nil
}

// complete declares how a flag's value is completed. It fails only for a flag
// that the command does not have, which is our own mistake.
func complete(cmd *cobra.Command, flag string, f cobra.CompletionFunc) {
	if err := cmd.RegisterFlagCompletionFunc(flag, f); err != nil {
		panic(err)
	}
}
