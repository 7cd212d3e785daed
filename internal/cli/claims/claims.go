package claims

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/render/json"
	rphrase "conceptdiff/internal/render/phrase"
)

type claimsOptions struct {
	revisions []string // all that are stored when there is none
	verify    bool
	format    string
	language  string
}

// newClaims makes claims, which lists; pin and propose, which write claims files,
// stand below it.
func newClaims(env *command.Env) *cobra.Command {
	var opts claimsOptions
	cmd := &cobra.Command{
		Use:     "claims [REVISION]",
		GroupID: command.GroupClaims,
		Short:   "List what sources say of a revision, and check their quotations",
		Long: `List the sources and their claims: who says what, when, in which words, about
which clauses. Without REVISION those about all stored revisions are listed.

A claims file that names a copy of its publication (file: NAME, beside it or in
revisions/LABEL/sources) is refused, with line and nearest sentence, when a
quotation does not stand in the copy to the letter or the speaker is not named
there. Of other quotations the list says that they are pinned to a copy that is
not here, or not checked.

With --verify each sentence that a source quotes from the document is checked
against the stored text: the same, in other words (a source may use another
translation), or missing. The exit status is then 3 when one is missing, when a
quotation of a source is neither found in its copy nor pinned to one, and when an
address that is cited or a term that ties provisions finds nothing.

Claims stand as YAML files in revisions/LABEL/claims.`,
		Example: `  conceptdiff claims 2007
  conceptdiff claims 2007 --verify --lang az
  conceptdiff claims 2007 --verify --format json`,
		Args:              command.Arguments(0, 1),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revisions = args
			return runClaims(cmd.Context(), env, opts)
		},
	}
	command.EnumVar(cmd, cmd.Flags(), &opts.format, "format", "text", []string{"text", "json"}, "format of the list")
	command.LanguageVar(cmd, &opts.language)
	cmd.Flags().BoolVar(&opts.verify, "verify", false, "check the sources' quotations against the stored text")
	cmd.AddCommand(newPin(env), newPropose(env))
	return cmd
}

// runClaims lists what sources say of revisions, of all where none is named. With
// --verify each quotation is held against the stored texts and each term against the
// revision; what is not found ends in a [command.FindingsError]. Claims files that
// are refused are an error, of which --verify lists every fault.
func runClaims(ctx context.Context, env *command.Env, opts claimsOptions) error {
	labels := opts.revisions
	w := env.Workspace()
	if len(labels) == 0 {
		var err error
		if labels, err = w.Labels(ctx); err != nil {
			return err
		}
	}
	docs, err := w.Documents(ctx, labels...)
	if err != nil {
		return err
	}
	var listed []json.Sourced
	missing, found := 0, false
	for _, d := range docs {
		r := json.Sourced{Revision: d.Revision}
		if r.Sources, err = d.Sources(); err != nil {
			return refused(env, opts, err)
		}
		for _, src := range r.Sources {
			found = true
			if opts.verify {
				r.Checks = append(r.Checks, claim.Verify(d.Revision, src))
			}
		}
		if opts.verify {
			r.Silences = claim.Silences(d.Revision, r.Sources)
			missing += unfounded(&r)
		}
		listed = append(listed, r)
	}
	if !found {
		env.Notice("no source makes a claim about %s", phrase.Or(labels))
	}
	// The list comes before the findings are counted, so that whoever reads both sees
	// first what was looked at.
	err = env.Deliver(ctx, "", func(w io.Writer) error {
		if opts.format == "json" {
			return json.Claims(w, listed)
		}
		return env.PrintTo(w, func(p *terminal.Printer) {
			for _, r := range listed {
				sourcesList{p, rphrase.In(opts.language)}.print(r)
			}
		})
	})
	if err == nil && missing > 0 {
		err = &command.FindingsError{What: phrase.Plural(missing, "finding") + ": what is quoted, cited or looked for and not found"}
	}
	return err
}

// refused lists all that keeps claims files from being read, where they are verified,
// as findings; otherwise, and for any other error, it answers with err.
func refused(env *command.Env, opts claimsOptions, err error) error {
	var all *claim.RefusedError
	if !opts.verify || !errors.As(err, &all) {
		return err
	}
	for _, f := range all.Faults {
		env.Notice("%s", f)
	}
	return &command.FindingsError{What: phrase.Plural(len(all.Faults), "fault") + " in the claims files"}
}

// unfounded counts what a verification does not find: quotations of a source that no
// copy bears out, sentences of the document that are not in it, citations and terms
// that find nothing. What stands there in other words is found.
func unfounded(r *json.Sourced) int {
	n := 0
	for _, src := range r.Sources {
		for _, c := range src.Claims {
			if c.Proof() == claim.Unchecked {
				n++
			}
		}
	}
	for _, checks := range r.Checks {
		for _, c := range checks {
			if c.Result == claim.Missing && c.Quoted != "" {
				n++
			}
		}
	}
	return n + len(r.Silences)
}
