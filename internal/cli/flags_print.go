package cli

import (
	"fmt"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// flaggedProvision is a provision with the flags on it.
type flaggedProvision struct {
	address string
	text    string
	flags   []claim.Flag
}

// byProvision groups flags, which stand in document order.
func byProvision(r *revision.Revision, flags []claim.Flag) []flaggedProvision {
	var out []flaggedProvision
	for _, f := range flags {
		if len(out) == 0 || out[len(out)-1].address != f.Provision {
			out = append(out, flaggedProvision{address: f.Provision, text: subject(r, f)})
		}
		last := &out[len(out)-1]
		last.flags = append(last.flags, f)
	}
	return out
}

// subject is the sentences of a provision that tie it to a claim, or what the
// provision is called when a claim is about the whole of it.
func subject(r *revision.Revision, f claim.Flag) string {
	var out []string
	for _, s := range f.Sentences {
		out = append(out, s.Text)
	}
	if len(out) > 0 {
		return strings.Join(out, " […] ")
	}
	if v := r.Find(f.Provision); v != nil && v.IsClause() {
		return opening(v) + " (the clause as a whole)"
	}
	return f.Text
}

func printFlags(p *printer, r *revision.Revision, c *compare.Comparison, flags []claim.Flag) {
	provisions := byProvision(r, flags)
	p.printf("%s\n", p.bold(fmt.Sprintf("%s: %s flagged", r.Label, plural(len(provisions), "provision"))))
	if c != nil {
		p.printf("%s\n", fates(c.New.Label, provisions))
	}
	for _, v := range provisions {
		p.printf("\n")
		p.text("", "  ", p.bold("["+v.address+"]")+" "+v.text)
		if c != nil {
			p.text("  → in "+c.New.Label+": ", "    ", v.treatment())
		}
		for _, f := range v.flags {
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

// fateOrder is the order in which fates are told. Where the claims on one
// provision look at different sentences of it, the first of these fates holds.
var fateOrder = []claim.Fate{claim.CarriedOver, claim.Moved, claim.Amended, claim.Removed}

// fate is what the new revision did with the provision; "" when nothing is
// known.
func (v *flaggedProvision) fate() claim.Fate {
	for _, fate := range fateOrder {
		for _, f := range v.flags {
			if f.Treatment != nil && f.Treatment.Fate == fate {
				return fate
			}
		}
	}
	return ""
}

// treatment says what the new revision did with the provision, where that
// stands, and which words of the claims' subjects are still in it.
func (v *flaggedProvision) treatment() string {
	var to, still []string
	for _, f := range v.flags {
		if f.Treatment != nil {
			to = append(to, f.Treatment.To...)
			still = append(still, f.Treatment.StillThere...)
		}
	}
	what := string(v.fate())
	if to = unique(to); len(to) > 0 {
		what += ", see " + andList(to)
	}
	if still = unique(still); len(still) > 0 {
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
func fates(label string, provisions []flaggedProvision) string {
	var parts []string
	for _, fate := range fateOrder {
		n := 0
		for i := range provisions {
			if provisions[i].fate() == fate {
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
