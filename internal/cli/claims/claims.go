package claims

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

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
  conceptdiff claims 2007 --verify
  conceptdiff claims 2007 --verify --format json`,
		Args:              command.Arguments(0, 1),
		ValidArgsFunction: env.Complete(command.Takes{Revisions: 1}),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.revisions = args
			return runClaims(cmd.Context(), env, opts)
		},
	}
	command.EnumVar(cmd, cmd.Flags(), &opts.format, "format", "text", []string{"text", "json"}, "format of the list")
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
				printSources(p, r)
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

// printSources tells the sources of one revision: their claims or, once they were
// verified, what came of it.
func printSources(p *terminal.Printer, r json.Sourced) {
	for i, src := range r.Sources {
		if i > 0 {
			p.Printf("\n")
		}
		p.Text("", "  ", p.Bold(terminal.Plain(src.Publisher+", "+src.Date+": "+src.Title)))
		p.Text("  ", "  ", "about "+r.Label+"; "+src.Key)
		if src.URL != "" {
			p.Text("  ", "  ", src.URL)
		}
		p.Text("  ", "  ", rphrase.English().Standing(src))
		if src.Note != "" {
			p.Text("  ", "  ", src.Note)
		}
		// Checks stand in the order of the sources.
		if r.Checks != nil {
			printChecks(p, src, r.Checks[i], r.Silences)
			continue
		}
		for _, c := range src.Claims {
			p.Printf("\n")
			printClaim(p, c)
		}
	}
	if r.Checks == nil {
		flagsList{p, rphrase.English()}.contrary(claim.Flags(r.Revision, r.Sources))
	}
}

// printClaim writes a claim: what it says in our words, who says it, in which of
// their own, and about what.
func printClaim(p *terminal.Printer, c *claim.Claim) {
	english := rphrase.English()
	p.Text("  ", "    ", p.Bold(terminal.Plain(c.Key))+": "+english.Recorded(c)+". "+c.Gist)
	p.Text("    ", "    ", english.Claimant(c)+":")
	p.Text("    ", "    ", english.Wording(c))
	if len(c.Cites) > 0 {
		p.Text("    cites ", "      ", phrase.And(c.Cites))
	}
	for _, s := range c.Subjects {
		p.Text("    subject: ", "      ", s.Name)
	}
}

// printChecks tells what came of verifying one source: quotations without a checked copy,
// each sentence that it has from the revision, and terms that find nothing there.
func printChecks(p *terminal.Printer, src *claim.Source, checks []claim.Check, silences []claim.Silence) {
	counts := map[claim.Result]int{}
	for _, c := range src.Claims {
		if proof := c.Proof(); proof != "" {
			p.Printf("\n")
			p.Text("  ", "    ", fmt.Sprintf("%s: quotation %s", c.Key, proof))
		}
	}
	for _, c := range checks {
		counts[c.Result]++
		p.Printf("\n")
		// A citation alone: there is no sentence to compare.
		if c.Quoted == "" {
			p.Text("  ", "    ", fmt.Sprintf("[%s] %s: cited by %s", c.Clause, c.Result, c.Claim.Key))
			continue
		}
		p.Text("  ", "    ", fmt.Sprintf("[%s] %s%s", c.Clause, c.Result, likeness(c)))
		p.Text("    source: ", "      ", "“"+c.Quoted+"”")
		if c.Result == claim.Differs {
			p.Text("    stored: ", "      ", "“"+c.Stored+"” ("+c.Provision+")")
		}
		if c.Note != "" && c.Result != claim.Same {
			p.Text("    note: ", "      ", c.Note)
		}
	}
	for _, s := range silences {
		if s.Source == src {
			p.Printf("\n")
			p.Text("  ", "    ", silence(s))
		}
	}
	p.Printf("\n  %d the same, %d in other words, %d missing\n", counts[claim.Same], counts[claim.Differs], counts[claim.Missing])
}

// silence says that a citation or a term finds nothing. Subject is nil for a
// citation. Words of a term are joined by plus signs, since all of them must stand
// together.
func silence(s claim.Silence) string {
	if s.Subject == nil {
		return fmt.Sprintf("%s: %s cites %s: no such clause", s.Source.Key, s.Claim.Key, s.Cites)
	}
	return fmt.Sprintf("%s: terms: %q of %q matches no provision", s.Source.Key, strings.Join(s.Term.All, " + "), s.Subject.Key)
}

// likeness says how far a quotation is from the stored words, "" where nothing more
// is to be said than the result. Similarity is from 0 to 1; it is shown in per cent.
func likeness(c claim.Check) string {
	switch {
	case c.NoClause:
		return ": there is no such clause"
	case c.Result == claim.Differs:
		return fmt.Sprintf(" in wording, %.0f %% of the words are the same", 100*c.Similarity)
	}
	return ""
}
