package cli

import (
	"fmt"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

func printFlags(p *printer, r *revision.Revision, c *compare.Comparison, flags []claim.Flag) {
	provisions := 0
	for i := range flags {
		if i == 0 || flags[i].Provision != flags[i-1].Provision {
			provisions++
		}
	}
	p.printf("%s\n", p.bold(fmt.Sprintf("%s: %s flagged, %s", r.Label, plural(provisions, "provision"), plural(len(flags), "flag"))))
	if c != nil {
		p.printf("%s\n", fates(c.New.Label, flags))
	}
	for i, f := range flags {
		if i == 0 || f.Provision != flags[i-1].Provision {
			p.printf("\n")
			p.text("", "  ", p.bold("["+f.Provision+"]")+" "+subject(f))
		}
		printFlag(p, f)
	}
}

// subject is the text of a provision, or the sentences of it that matter.
func subject(f claim.Flag) string {
	if f.Whole {
		return "the whole of " + f.Clause
	}
	var out []string
	for _, s := range f.Sentences {
		out = append(out, s.Text)
	}
	if len(out) == 0 {
		return f.Text
	}
	return strings.Join(out, " […] ")
}

func printFlag(p *printer, f claim.Flag) {
	c := f.Claim
	basis := string(f.Basis)
	if len(f.Words) > 0 {
		basis += " (" + strings.Join(quoted(f.Words), ", ") + ")"
	}
	p.text("  "+p.bold(string(c.Says))+", ", "    ", basis+": "+c.ID())
	p.text("    ", "    ", speaker(c)+" "+c.Wording())
	t := f.Treatment
	if t == nil {
		return
	}
	what := string(t.Fate)
	if len(t.To) > 0 {
		what += " to " + andList(t.To)
	}
	if t.Fate == claim.CarriedOver {
		what = string(t.Fate) + ": " + andList(t.To)
	}
	if len(t.StillThere) > 0 {
		what += ", still says " + strings.Join(quoted(t.StillThere), ", ")
	}
	p.text("    → ", "      ", what)
}

func quoted(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = "“" + w + "”"
	}
	return out
}

// fates counts what the new revision did with the flags.
func fates(label string, flags []claim.Flag) string {
	counts := make(map[claim.Fate]int)
	for _, f := range flags {
		if f.Treatment != nil {
			counts[f.Treatment.Fate]++
		}
	}
	var parts []string
	for _, f := range []claim.Fate{claim.CarriedOver, claim.Moved, claim.Amended, claim.Removed} {
		parts = append(parts, fmt.Sprintf("%d %s", counts[f], f))
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
