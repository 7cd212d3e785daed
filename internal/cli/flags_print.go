package cli

import (
	"fmt"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// subject is the sentences of a provision that tie it to a claim, or what the
// provision is called when a claim is about the whole of it.
func subject(r *revision.Revision, v *claim.FlaggedProvision) string {
	if said := v.Sentences(); said != "" {
		return said
	}
	if p := r.Find(v.Address); p != nil && p.IsClause() {
		return opening(p) + " (the clause as a whole)"
	}
	return v.Flags[0].Text
}

func printFlags(p *printer, r *revision.Revision, c *compare.Comparison, flags []claim.Flag) {
	provisions := claim.ByProvision(flags)
	p.printf("%s\n", p.bold(fmt.Sprintf("%s: %s flagged", r.Label, plural(len(provisions), "provision"))))
	if c != nil {
		p.printf("%s\n", fates(c.New.Label, provisions))
	}
	for i := range provisions {
		v := &provisions[i]
		p.printf("\n")
		p.text("", "  ", p.bold("["+v.Address+"]")+" "+subject(r, v))
		if c != nil {
			p.text("  → in "+c.New.Label+": ", "    ", treatment(v))
		}
		for _, f := range v.Flags {
			printFlag(p, f)
		}
	}
}

func printFlag(p *printer, f claim.Flag) {
	c := f.Claim
	tie := string(f.Basis)
	if len(f.Words) > 0 {
		tie += ": " + strings.Join(quoted(f.Words), ", ")
	}
	p.text("  "+p.bold(string(c.Says))+": ", "      ", speaker(c)+" "+c.Wording()+" ["+tie+"]")
}

// treatment says what the new revision did with the provision, where that
// stands, and which words of the claims' subjects are still in it.
func treatment(v *claim.FlaggedProvision) string {
	what := string(v.Fate())
	if to := v.To(); len(to) > 0 {
		what += ", see " + andList(to)
	}
	if still := v.StillThere(); len(still) > 0 {
		what += "; still says " + strings.Join(quoted(still), ", ")
	}
	return what
}

func quoted(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = "“" + w + "”"
	}
	return out
}

// fates counts what the new revision did with the provisions.
func fates(label string, provisions []claim.FlaggedProvision) string {
	var parts []string
	for _, fate := range claim.Fates {
		n := 0
		for i := range provisions {
			if provisions[i].Fate() == fate {
				n++
			}
		}
		parts = append(parts, fmt.Sprintf("%d %s", n, fate))
	}
	return "in " + label + ": " + strings.Join(parts, ", ")
}

func printUnannounced(p *printer, removals []claim.Removal) {
	p.printf("\n%s\n", p.bold("Removed though no source speaks of it"))
	if len(removals) == 0 {
		p.printf("  nothing\n")
	}
	for _, r := range removals {
		p.text("  ["+r.Provision+"] ", "    ", fmt.Sprintf("%s: %s", r.Unit, r.Text))
		if r.Beside {
			p.text("    ", "    ", "a source speaks of another part of this clause")
		}
	}
}

func printExpectations(p *printer, expectations []claim.Expectation) {
	p.printf("\n%s\n", p.bold("Expected by sources"))
	if len(expectations) == 0 {
		p.printf("  nothing\n")
	}
	for _, e := range expectations {
		p.text("  "+p.bold(string(e.Standing))+": ", "    ", e.Claim.Gist)
		p.text("    ", "    ", speaker(e.Claim)+" "+e.Claim.Wording())
		p.text("    ", "    ", e.Why)
		for _, s := range e.Shown {
			p.text("    ["+s.Provision+"] ", "      ", s.Text)
		}
		for _, f := range e.Flags {
			if f.Treatment != nil && f.Treatment.Stands() {
				p.text("    still there: ["+f.Provision+"] ", "      ", string(f.Treatment.Fate)+" "+andList(f.Treatment.To))
			}
		}
	}
}
