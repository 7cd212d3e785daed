package claims

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/publication"
)

// pinOptions are what the command line says: the claims file, and the copy of the
// publication.
type pinOptions struct {
	claims, copy string
	check        bool
	output       string
}

// newPin makes pin, which prints the file with its pins rather than changing it in
// place: the claims file is the author's.
func newPin(env *command.Env) *cobra.Command {
	var opts pinOptions
	cmd := &cobra.Command{
		Use:   "pin CLAIMS COPY",
		Short: "Check the quotations of a claims file against a copy of the publication",
		Long: `Find every quotation of a claims file, to the letter, in a copy of the publication,
and print the file with pins: the SHA-256 and length of the copy, and where in it
each part of each quotation stands. Nothing is printed unless all are found and
every speaker who is quoted is named there.

White space and kinds of quotation marks do not count. The copy can be of any
format that can be imported; it is someone else's text and is not stored.

With --check nothing is printed: what is not as the file says is listed, and the
exit status is then 3.`,
		Example: `  conceptdiff claims pin water.yaml article.html -o pinned.yaml
  conceptdiff claims pin revisions/2007/claims/water.yaml article.pdf --check`,
		Args: command.Arguments(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.claims, opts.copy = args[0], args[1]
			return runPin(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().BoolVar(&opts.check, "check", false, "print no file; exit 3 when something is not as it says")
	cmd.Flags().StringVarP(&opts.output, "output", "o", "", "write to a file")
	return cmd
}

// runPin writes down in a claims file where each of its quotations stands in a copy of
// the publication. With --check nothing is written, and faults end in a
// [command.FindingsError]. A quotation that is not in the copy cannot be pinned.
func runPin(ctx context.Context, env *command.Env, opts pinOptions) error {
	data, err := file.Read(opts.claims, file.SideLimit)
	if err != nil {
		return err
	}
	held, err := publication.Read(ctx, opts.copy)
	if err != nil {
		return err
	}
	faults, err := claim.CheckCopy(opts.claims, data, held)
	if err != nil {
		return err
	}
	if opts.check {
		if len(faults) == 0 {
			env.Notice("every quotation of %s stands in %s", filepath.Base(opts.claims), filepath.Base(opts.copy))
			return nil
		}
		for _, f := range faults {
			env.Notice("%s", f)
		}
		return &command.FindingsError{What: phrase.Plural(len(faults), "fault") + " in " + opts.claims}
	}
	// Other faults, a wrong pin among them, are mended by pinning anew.
	if faults = claim.Unpinnable(faults); len(faults) > 0 {
		return errors.Join(first(faults, 5)...)
	}
	pinned, err := claim.SetPins(opts.claims, data, held)
	if err != nil {
		return err
	}
	return env.Deliver(ctx, opts.output, func(w io.Writer) error {
		_, err := w.Write(pinned)
		return err
	})
}

// first are the first n of some faults, as errors, and how many there are beside
// them.
func first(faults []*claim.ParseError, n int) []error {
	var out []error
	for _, f := range faults[:min(n, len(faults))] {
		out = append(out, f)
	}
	if more := len(faults) - n; more > 0 {
		out = append(out, fmt.Errorf("and %d more", more))
	}
	return out
}
