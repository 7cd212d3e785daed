package render

import (
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/report"
)

// claimant names who speaks, with office, and the date.
func claimant(c *claim.Claim) string {
	s := c.Speaker
	if c.Role != "" {
		s += " (" + c.Role + ")"
	}
	if c.Date != "" {
		s += ", " + longDate(c.Date)
	}
	return s
}

// recordedAs is how a claim was recorded: a word of the person who entered it,
// not of the speaker.
func recordedAs(c *claim.Claim) string {
	if c.Expects != "" {
		return string(c.Says) + ": " + string(c.Expects)
	}
	return string(c.Says)
}

// statementPhrase is a claimant and how the claim was recorded.
func statementPhrase(c *claim.Claim) string {
	return claimant(c) + ", recorded as «" + recordedAs(c) + "»"
}

// basisPhrase says in plain words why a claim is tied to a provision.
func basisPhrase(f *report.Flag) string {
	switch f.Basis {
	case claim.Cited:
		return "the source names or quotes this clause"
	case claim.SameSubject:
		return "rests on the same subject"
	}
	return string(f.Basis)
}

// treatmentPhrase says what the new text did with a flagged provision.
func treatmentPhrase(f *report.Flag) string {
	t := f.Treatment
	if t == nil {
		return ""
	}
	s := string(t.Fate)
	if len(t.To) > 0 && t.Fate != claim.Removed {
		s += ", now at " + citeList(t.To)
	}
	if t.Fate == claim.Amended && len(t.StillThere) > 0 {
		s += ", still says: " + quoteList(t.StillThere)
	}
	return s
}

// provisionPhrase says who speaks of a provision and what became of it:
// "4.1.1, paragraph 4: Modern.az, 17 October 2025, recorded as «fulfilled».
// In the new text: removed".
func provisionPhrase(p report.Provision) string {
	var who []string
	recorded := map[string][]string{} // by claimant
	var worst *report.Flag
	for _, tie := range p.Ties {
		for _, c := range tie.Claims {
			name := c.Speaker + ", " + longDate(c.Date)
			if !slices.Contains(who, name) {
				who = append(who, name)
			}
			if as := recordedAs(c); !slices.Contains(recorded[name], as) {
				recorded[name] = append(recorded[name], as)
			}
		}
		if t := tie.Flag.Treatment; t != nil && (worst == nil || !worst.Standing() && tie.Flag.Standing()) {
			worst = tie.Flag
		}
	}
	for i, name := range who {
		who[i] += ", recorded as " + quoteList(recorded[name])
	}
	s := cite(p.Address) + ": " + strings.Join(who, "; ")
	if worst != nil {
		s += ". In the new text: " + treatmentPhrase(worst)
	}
	return s
}

// treatmentCountPhrase counts provisions by what the new text did with them.
func treatmentCountPhrase(t report.TreatmentCount) string {
	s := report.Thousands(t.Count) + " " + string(t.Fate)
	if t.Fate == claim.Amended && t.Standing > 0 {
		s += " (" + report.Thousands(t.Standing) + " of them still say it)"
	}
	return s
}

// voicesSentence counts the flagged provisions by what the new text did.
func voicesSentence(r *report.Report) string {
	provisions := 0
	var parts []string
	for _, t := range r.Treatments {
		provisions += t.Count
		parts = append(parts, treatmentCountPhrase(t))
	}
	s := report.Count(len(r.Voices), "source") + " speak" + singular(len(r.Voices)) + " of the old text."
	if provisions == 0 {
		return s
	}
	return s + " What is said concerns " + report.Count(provisions, "provision") + " of it. In the new text: " +
		strings.Join(parts, ", ") + "."
}

func singular(n int) string {
	if n == 1 {
		return "s"
	}
	return ""
}

// tiePhrase says why statements are tied to a provision.
func tiePhrase(t report.Tie) string {
	s := basisPhrase(t.Flag)
	if t.Flag.Basis == claim.Cited {
		s = "named or quoted by the source"
	}
	if len(t.Flag.Words) > 0 {
		s += ", in the words " + quoteList(t.Flag.Words)
	}
	return s
}

// statementRefs names statements by their numbers: "statements 1, 3 and 4".
func statementRefs(t report.Tie) string {
	s := "statement"
	if len(t.Statements) > 1 {
		s += "s"
	}
	for i, n := range t.Statements {
		switch {
		case i == 0:
			s += " "
		case i == len(t.Statements)-1:
			s += " and "
		default:
			s += ", "
		}
		s += itoa(n)
	}
	return s
}

// provisionAddresses lists the provisions of flags, each once.
func provisionAddresses(flags []*report.Flag) []string {
	names := make([]string, 0, len(flags))
	for _, f := range flags {
		if !slices.Contains(names, f.Provision) {
			names = append(names, f.Provision)
		}
	}
	return names
}

func provisionList(flags []*report.Flag) string {
	return citeList(provisionAddresses(flags))
}

// tiedText is the sentences that tie a provision to a claim, or the whole
// provision when no certain ones do.
func tiedText(f *report.Flag) []string {
	if f.Whole || len(f.Sentences) == 0 {
		return strings.Split(f.Text, "\n")
	}
	out := make([]string, len(f.Sentences))
	for i, s := range f.Sentences {
		out[i] = s.Text
	}
	return out
}

// aboutList counts the provisions of an expected removal by what the new text
// did with them, and names them.
func aboutList(flags []*report.Flag) string {
	var parts []string
	for _, fate := range []claim.Fate{claim.CarriedOver, claim.Moved, claim.Amended, claim.Removed} {
		var of []*report.Flag
		for _, f := range flags {
			if f.Treatment != nil && f.Treatment.Fate == fate {
				of = append(of, f)
			}
		}
		if len(of) > 0 {
			parts = append(parts, string(fate)+": "+provisionList(of))
		}
	}
	return strings.Join(parts, "; ")
}

// checksSentence counts how a source's quotations compare with the text.
func checksSentence(checks []claim.Check) string {
	var same, differs, missing int
	for _, c := range checks {
		if c.Quoted == "" {
			continue
		}
		switch c.Result {
		case claim.Same:
			same++
		case claim.Differs:
			differs++
		case claim.Missing:
			missing++
		}
	}
	if same+differs+missing == 0 {
		return "It names clauses and quotes none."
	}
	return "It quotes " + report.Count(same+differs+missing, "sentence") + ": " + report.Thousands(same) + " to the word, " +
		report.Thousands(differs) + " in other words than the text compared here, " + report.Thousands(missing) + " not found in it."
}

// checkPhrase says how one quotation or cited address was found.
func checkPhrase(c claim.Check) string {
	switch {
	case c.NoClause:
		return "there is no such clause"
	case c.Quoted == "" && c.Result != claim.Missing:
		return "it is there"
	case c.Result == claim.Same:
		return "the same words"
	case c.Result == claim.Differs:
		return "other words"
	}
	return "not found"
}

func unitPhrase(u claim.Unit) string {
	switch u {
	case claim.WholeClause:
		return "the whole clause"
	case claim.WholeParagraph:
		return "a whole paragraph"
	case claim.WholeItem:
		return "an item of a list"
	case claim.OneSentence:
		return "a sentence"
	}
	return string(u)
}

// absent reports whether an expectation is not, or not wholly, met.
func absent(s claim.Standing) bool {
	return s == claim.NotMet || s == claim.Touched
}

// standingOrder is the order in which expectations are told: what is absent
// first.
var standingOrder = []claim.Standing{claim.NotMet, claim.Touched, claim.NotJudged, claim.Met}

// absentFirst orders expectations by their standing.
func absentFirst(all []report.Expectation) []report.Expectation {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b report.Expectation) int {
		return slices.Index(standingOrder, a.Standing) - slices.Index(standingOrder, b.Standing)
	})
	return out
}

// webLink reports whether a source's address may be made a link.
func webLink(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// The sentences that open the list of what no source announced.
const (
	frontsHeading      = "Title pages and opening lines"
	nothingUnannounced = "Nothing: every change in substance concerns something that one of the sources above speaks of."
	unannouncedIntro   = "None of the sources above speaks of the following. It is what a reader who knows only them would not expect."
)

func showingLine(s report.Showing) string {
	line := "new " + cite(s.At.Address) + ": «" + s.Text + "»"
	if len(s.Words) > 0 {
		line += " (recognised by " + quoteList(s.Words) + ")"
	}
	return line
}

func removalName(rem report.Removal) string {
	s := "old " + cite(rem.Old.Address)
	if rem.Old.Clause != nil {
		s += " " + rem.Old.Clause.Title
	}
	s += " (" + unitPhrase(rem.Unit)
	if rem.Beside {
		s += "; a source speaks of another part of this clause"
	}
	return s + ")"
}

// sourceName is a publication as it is cited.
func sourceName(s *claim.Source) string {
	name := s.Publisher
	if s.Title != "" {
		name += ": «" + s.Title + "»"
	}
	if s.Date != "" {
		name += ", " + longDate(s.Date)
	}
	return name
}
