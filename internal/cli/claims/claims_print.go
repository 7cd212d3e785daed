package claims

import (
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/render/json"
	rphrase "conceptdiff/internal/render/phrase"
)

// sourcesList prints sources and what they say, in a language.
type sourcesList struct {
	out *terminal.Printer
	rphrase.Phrases
}

// print tells the sources of one revision: their claims or, once they were verified, what
// came of it.
func (l sourcesList) print(r json.Sourced) {
	for i, src := range r.Sources {
		if i > 0 {
			l.out.Printf("\n")
		}
		l.out.Text("", "  ", l.out.Bold(terminal.Plain(src.Publisher+", "+l.Day(src.Date)+": "+src.Title)))
		l.out.Text("  ", "  ", l.Say("about {0} [a text]", r.Label)+"; "+src.Key)
		if src.URL != "" {
			l.out.Text("  ", "  ", src.URL)
		}
		for _, said := range []string{l.Standing(src), src.Note} {
			if said != "" {
				l.out.Text("  ", "  ", said)
			}
		}
		if r.Checks != nil { // in the order of the sources
			l.checks(src, r.Checks[i], r.Silences)
			continue
		}
		for _, c := range src.Claims {
			l.out.Printf("\n")
			l.claim(c)
		}
	}
	if r.Checks == nil {
		flagsList(l).contrary(claim.Flags(r.Revision, r.Sources))
	}
}

// claim writes a claim: what it says in our words, who says it, in which of their own, and
// about what.
func (l sourcesList) claim(c *claim.Claim) {
	l.out.Text("  ", "    ", l.out.Bold(terminal.Plain(c.Key))+": "+l.Recorded(c)+". "+c.Gist)
	l.out.Text("    ", "    ", l.Claimant(c)+":")
	l.out.Text("    ", "    ", l.Wording(c))
	if len(c.Cites) > 0 {
		l.out.Text("    ", "      ", l.Say("cites {0}", c.Cites))
	}
	for _, s := range c.Subjects {
		l.out.Text("    ", "      ", l.Say("subject: {0}", s.Name))
	}
}

// checks tells what came of verifying one source: how far each quotation was checked, each
// sentence that it has from the revision with its likeness in per cent, and terms that find
// nothing there.
func (l sourcesList) checks(src *claim.Source, checks []claim.Check, silences []claim.Silence) {
	counts := map[claim.Result]int{}
	for _, c := range src.Claims {
		if proof := c.Proof(); proof != "" {
			l.out.Printf("\n")
			l.out.Text("  ", "    ", c.Key+": "+l.proof(proof))
		}
	}
	for _, c := range checks {
		l.out.Printf("\n")
		// A citation alone: there is no sentence to compare.
		if c.Quoted == "" {
			l.out.Text("  ", "    ", "["+l.Cite(c.Clause)+"] "+l.Say("cited by {0}: {1}", c.Claim.Key, l.Check(c)))
			continue
		}
		counts[c.Result]++
		result := l.Check(c)
		if c.Result == claim.Differs {
			result += "; " + l.Say("{0} % of the words are the same", int(100*c.Similarity+0.5))
		}
		l.out.Text("  ", "    ", "["+l.Cite(c.Clause)+"] "+result)
		l.out.Text("    ", "      ", l.Say("as quoted: “{0}”", c.Quoted))
		if c.Result == claim.Differs {
			l.out.Text("    ", "      ", l.Say("as stored: “{0}” ({1})", c.Stored, l.Cite(c.Provision)))
		}
		if c.Note != "" && c.Result != claim.Same {
			l.out.Text("    ", "      ", l.Say("note: {0}", c.Note))
		}
	}
	for _, s := range silences {
		if s.Source == src {
			l.out.Printf("\n")
			l.out.Text("  ", "    ", silence(l.Phrases, s))
		}
	}
	if len(counts) == 0 {
		return
	}
	l.out.Printf("\n")
	l.out.Text("  ", "    ", l.Say("{0} the same, {1} in other words, {2} missing", counts[claim.Same], counts[claim.Differs], counts[claim.Missing]))
}

// proof says how far a quotation was held against its copy.
func (l sourcesList) proof(p claim.Proof) string {
	switch p {
	case claim.Found:
		return l.Say("quotation found in the stored source")
	case claim.PinnedTo:
		return l.Say("quotation pinned to a copy that is not in this workspace")
	}
	return l.Say("quotation not checked against a stored source")
}

// silence says that a citation or a term finds nothing. Subject is nil for a citation. The
// words of a term are joined by plus signs, since all of them must stand together.
func silence(p rphrase.Phrases, s claim.Silence) string {
	if s.Subject == nil {
		return s.Source.Key + ": " + p.Say("{0} cites {1}: no such clause", s.Claim.Key, s.Cites)
	}
	return s.Source.Key + ": " + p.Say("terms: «{0}» of «{1}» matches no provision", strings.Join(s.Term.All, " + "), s.Subject.Key)
}
