package claims

import (
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
)

// flagsList prints flags in a language, with the phrases of that language. Its
// methods print a part of the list each.
type flagsList struct {
	out *terminal.Printer
	phrase.Phrases
}

// subject is the sentences of a provision that tie it to a claim, or what the
// provision is called when every claim is about the whole of it. A provision of which
// neither is known is told by the words of its first flag.
func (l flagsList) subject(r *revision.Revision, v *claim.FlaggedProvision) string {
	if said := v.Sentences(); said != "" {
		return said
	}
	if p := r.Find(v.Address); p != nil && p.IsClause() {
		return phrase.Opening(p)
	}
	return v.Flags[0].Text
}

// flags tells each flagged provision, what the new text did with it (c is nil where there is
// none), and which claims about it go together or not.
func (l flagsList) flags(r *revision.Revision, c *compare.Comparison, flags []claim.Flag) {
	provisions := claim.ByProvision(flags)
	l.out.Printf("%s\n", l.out.Bold(r.Label+": "+l.Say("{0 provision flagged}", len(provisions))))
	if c != nil {
		l.out.Printf("%s\n", l.fates(c.New.Label, provisions))
	}
	for i := range provisions {
		v := &provisions[i]
		l.out.Printf("\n")
		l.out.Text("", "  ", l.out.Bold("["+l.Cite(v.Address)+"]")+" "+l.subject(r, v))
		if c != nil {
			l.out.Text("  → "+l.Say("in {0}", c.New.Label)+": ", "    ", l.treatment(v))
		}
		for _, f := range v.Flags {
			l.flag(f)
		}
	}
	l.contrary(flags)
}

// flag says what ties the provision, and then what is said, after whom.
func (l flagsList) flag(f claim.Flag) {
	l.out.Text("  "+l.Capital(l.TieOf(&f))+": ", "      ", l.saidBy(f.Claim))
}

// saidBy says how it was recorded, after whom and in which words.
func (l flagsList) saidBy(c *claim.Claim) string { return l.Statement(c) + ": " + l.Wording(c) }

// notices say what the texts are that are not in force: a draft must not be quoted as
// law.
func (l flagsList) notices(revisions ...*revision.Revision) {
	for _, r := range revisions {
		if said := l.StandingOf(r.Meta); said != "" {
			l.out.Text("", "  ", l.out.Bold(terminal.Plain(said)))
		}
	}
}

// standings say how far the quotations of each source can be checked.
func (l flagsList) standings(sources []*claim.Source) {
	for _, s := range sources {
		if said := l.Standing(s); said != "" {
			l.out.Text("", "  ", s.Publisher+", "+l.Date(s.Date)+": "+said)
		}
	}
}

// contrary shows side by side, by date, what does not go together.
func (l flagsList) contrary(flags []claim.Flag) {
	all := claim.Contraries(flags)
	if len(all) == 0 {
		return
	}
	l.out.Printf("\n%s\n", l.out.Bold(l.Say("Contrary statements")))
	for _, c := range all {
		l.out.Text("  ", "  ", "["+l.Cite(c.Provision)+"]")
		for _, s := range c.Stated {
			l.out.Text("    "+l.Day(s.Claim.Date)+" ", "      ", l.saidBy(s.Claim)+l.StatedAt(c, s))
		}
	}
}

// treatment says what the new revision did with the provision, where that
// stands, and which words of the claims' subjects are still in it.
func (l flagsList) treatment(v *claim.FlaggedProvision) string {
	what := l.Word(string(v.Fate()))
	if to := v.To(); len(to) > 0 {
		what += ", " + l.Say("see {0}", l.CiteList(to))
	}
	if still := v.StillThere(); len(still) > 0 {
		what += "; " + l.Say("these words still stand: {0}", phrase.QuoteList(still))
	}
	return what
}

// fates counts what the new revision did with the provisions, a figure for each fate,
// also for those of which there are none: «in draft: 3 carried over, 0 amended, …».
func (l flagsList) fates(label string, provisions []claim.FlaggedProvision) string {
	var parts []string
	for _, fate := range claim.Fates {
		n := 0
		for i := range provisions {
			if provisions[i].Fate() == fate {
				n++
			}
		}
		parts = append(parts, l.Counted(n, string(fate)))
	}
	return l.Say("in {0}", label) + ": " + strings.Join(parts, ", ")
}

// unannounced tells what was removed and is tied to no statement. That nobody spoke of it
// is not said: other sources may have.
func (l flagsList) unannounced(removals []claim.Removal) {
	l.out.Printf("\n%s\n", l.out.Bold(l.Say("Removed, and tied to no statement of the sources listed")))
	if len(removals) == 0 {
		l.out.Printf("  %s\n", l.Say("nothing"))
	}
	for _, r := range removals {
		l.out.Text("  ["+l.Cite(r.Provision)+"] ", "    ", l.Word(string(r.Unit))+": "+r.Text)
		if r.Beside {
			l.out.Text("    ", "    ", l.Say("a statement is tied to another part of this clause"))
		}
	}
}

// elsewhere lists the passages of related documents in which a claim's subject
// stands. The list comes sorted by document and passage, so that each passage is
// quoted once, above all its flags. What is our own summary of a document is said to
// be.
func (l flagsList) elsewhere(list []claim.Elsewhere) {
	if len(list) == 0 {
		return
	}
	l.out.Printf("\n%s\n", l.out.Bold(l.Say("In related documents, on the same subject")))
	at := ""
	for _, e := range list {
		if name := e.Document + " " + e.Provision; name != at {
			at = name
			said := phrase.Shorten(e.Text)
			if e.Gist {
				said = l.Say("In our words: {0}", said)
			}
			l.out.Text("", "  ", l.out.Bold("["+name+"]")+" "+said)
		}
		l.flag(e.Flag)
	}
}

// expectations tells what sources want of the new text, each with where it stands there, and
// with what still stands that it was to change.
func (l flagsList) expectations(expectations []claim.Expectation) {
	l.out.Printf("\n%s\n", l.out.Bold(l.Say("Expected by sources")))
	if len(expectations) == 0 {
		l.out.Printf("  %s\n", l.Say("nothing"))
	}
	for _, e := range expectations {
		l.out.Text("  "+l.out.Bold(l.Word(string(e.Standing)))+": ", "    ", e.Claim.Gist)
		l.out.Text("    ", "    ", l.saidBy(e.Claim))
		l.out.Text("    ", "    ", l.Ground(e.Why))
		for _, s := range e.Shown {
			l.out.Text("    ["+l.Cite(s.Provision)+"] ", "      ", s.Text)
		}
		for _, f := range e.Flags {
			if f.Treatment != nil && f.Treatment.Stands() {
				l.out.Text("    "+l.Say("still there")+": ["+l.Cite(f.Provision)+"] ", "      ", l.Word(string(f.Treatment.Fate))+", "+l.Say("see {0}", l.CiteList(f.Treatment.To)))
			}
		}
	}
}
