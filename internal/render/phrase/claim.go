package phrase

import (
	"slices"
	"strconv"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/report"
)

// Claimant names who speaks, with office, to whom or in which publication, and
// when: the day it was said where that is known, else that of publication.
func (p Phrases) Claimant(c *claim.Claim) string {
	s := c.Speaker
	if c.Role != "" {
		s += " (" + c.Role + ")"
	}
	return s + p.where(c) + p.when(c)
}

// claimantInShort leaves the office out.
func (p Phrases) claimantInShort(c *claim.Claim) string { return c.Speaker + p.where(c) + p.when(c) }

// speaksForItself reports whether the publication is the speaker.
func speaksForItself(c *claim.Claim) bool { return c.Source == nil || c.Source.Publisher == c.Speaker }

func (p Phrases) where(c *claim.Claim) string {
	switch {
	case c.To != "":
		return ", " + p.Say("to {0} [a listener]", c.To)
	case !speaksForItself(c) && !c.IsReport():
		return ", " + p.Say("in {0} [a publication]", c.Source.Publisher)
	}
	return ""
}

func (p Phrases) when(c *claim.Claim) string {
	switch {
	case c.Date == "":
		return ""
	case c.Spoken == "" && !speaksForItself(c):
		return ", " + p.Say("published {0}", p.Date(c.Date))
	}
	return ", " + p.Date(c.Date)
}

// Recorded is how a claim was recorded: a word of the person who entered it, not of
// the speaker.
func (p Phrases) Recorded(c *claim.Claim) string {
	switch c.Expects {
	case claim.ExpectsAddition:
		return p.Say("addition expected")
	case claim.ExpectsRemoval:
		return p.Say("removal expected")
	case claim.ExpectsAmendment:
		return p.Say("amendment expected")
	}
	return p.Word(string(c.Says))
}

// Statement is a claimant and how the claim was recorded.
func (p Phrases) Statement(c *claim.Claim) string {
	return p.Say("recorded as {0}, after {1}", "«"+p.Recorded(c)+"»", p.Claimant(c))
}

// StatedAt says what a statement is about where that is more than the provision beside
// which it stands, "" where it is that provision.
func (p Phrases) StatedAt(c claim.Contrary, s claim.Stated) string {
	if s.At == c.Provision {
		return ""
	}
	return " (" + p.Say("tied to {0}", p.Cite(s.At)) + ")"
}

// StatementInShort leaves the office out.
func (p Phrases) StatementInShort(c *claim.Claim) string {
	return p.Say("recorded as {0}, after {1}", "«"+p.Recorded(c)+"»", p.claimantInShort(c))
}

// Wording is what a reader is shown as the ground of a claim: the quotation, said to
// be unchecked where it is, or the report, said to be one. What was joined from far
// apart is shown as so many quotations.
func (p Phrases) Wording(c *claim.Claim) string {
	if c.IsReport() {
		return p.Say("{0} (no verbatim text held; reported by: {1})", c.Reported, c.Via)
	}
	s := strings.Join(p.Quotations(c), "; "+p.Say("further on [in a source]")+": ")
	if c.Proof() == claim.Unchecked {
		s += " (" + p.Say("quotation not checked against a stored source") + ")"
	}
	return s
}

// Quotation is a statement to be pasted elsewhere: its words whole, who says so, and where
// they can be read.
func (p Phrases) Quotation(c *claim.Claim) string {
	lines := []string{p.Wording(c), p.Claimant(c)}
	if src := c.Source; src != nil {
		lines = append(lines, p.SourceName(src))
		if src.URL != "" {
			lines = append(lines, src.URL)
		}
	}
	return strings.Join(lines, "\n")
}

// Quotations are the words of a claim in quotation marks: one, or as many as were
// joined from far apart.
func (p Phrases) Quotations(c *claim.Claim) []string {
	parts := []string{c.Quote}
	if c.Joined {
		parts = quote.Parts(c.Quote)
	}
	for i, part := range parts {
		parts[i] = "“" + part + "”"
	}
	return parts
}

// Standing says how far the words of a source can be checked: against a copy that is
// stored, by pins to one that is not, or not at all; "" where it quotes nothing.
func (p Phrases) Standing(s *claim.Source) string {
	quotes, pinned := false, true
	for _, c := range s.Claims {
		if !c.IsReport() {
			quotes, pinned = true, pinned && len(c.Pins) > 0
		}
	}
	switch {
	case !quotes && len(s.Quotations) == 0:
		return ""
	case s.Held != "":
		return p.Say("Its quotations stand to the letter in the stored copy, SHA-256 {0}.", s.Held)
	case pinned && s.SHA256 != "":
		return p.Say("Its quotations are pinned to a copy with SHA-256 {0}, which is not in this workspace.", s.SHA256)
	}
	return p.Say("Its quotations are not checked against a stored source.")
}

// treatment says what the new text did with a flagged provision.
func (p Phrases) treatment(f *report.Flag) string {
	t := f.Treatment
	if t == nil {
		return ""
	}
	s := p.Word(string(t.Fate))
	if len(t.To) > 0 && t.Fate != claim.Removed {
		s += ", " + p.Say("now at {0}", p.CiteList(t.To))
	}
	if t.Fate == claim.Amended && len(t.StillThere) > 0 {
		s += ", " + p.Say("these words still stand: {0}", QuoteList(t.StillThere))
	}
	return s
}

// Provision says who speaks of a provision and what became of it: "4.1.1,
// paragraph 4: Modern.az, 17 October 2025, recorded as «fulfilled». In the new
// text: removed".
func (p Phrases) Provision(v report.Provision) string {
	return p.Cite(v.Address) + ": " + p.Spoken(v)
}

// Spoken says as what a provision is recorded, after whom, and what the new text did with it;
// of several ties the one that still stands.
func (p Phrases) Spoken(v report.Provision) string {
	var who []string
	recorded := map[string][]string{} // by claimant
	var worst *report.Flag
	for _, tie := range v.Ties {
		for _, c := range tie.Claims {
			name := p.claimantInShort(c)
			if !slices.Contains(who, name) {
				who = append(who, name)
			}
			if as := p.Recorded(c); !slices.Contains(recorded[name], as) {
				recorded[name] = append(recorded[name], as)
			}
		}
		if t := tie.Flag.Treatment; t != nil && (worst == nil || !worst.Standing() && tie.Flag.Standing()) {
			worst = tie.Flag
		}
	}
	for i, name := range who {
		who[i] = p.Say("recorded as {0}, after {1}", QuoteList(recorded[name]), name)
	}
	s := strings.Join(who, "; ")
	if worst != nil {
		s += ". " + p.Say("In the new text: {0}", p.treatment(worst))
	}
	return s
}

// TreatmentCount counts provisions by what the new text did with them.
func (p Phrases) TreatmentCount(t report.TreatmentCount) string {
	var s string
	switch t.Fate {
	case claim.Removed:
		s = p.Say("{0} removed", t.Count)
	case claim.Amended:
		s = p.Say("{0} amended", t.Count)
	case claim.Moved:
		s = p.Say("{0} moved", t.Count)
	default:
		s = p.Say("{0} carried over", t.Count)
	}
	if t.Fate == claim.Amended && t.Standing > 0 {
		s += " (" + p.Say("in {0} of them the words still stand", t.Standing) + ")"
	}
	return s
}

// TreatmentSentence says to how many provisions statements are tied, and what the new text
// did with them; "" for none.
func (p Phrases) TreatmentSentence(r *report.Report) string {
	provisions, became := p.treatments(r)
	if provisions == 0 {
		return ""
	}
	return p.Say("Statements are tied to {0 provision} of the old text. In the new text: {1}.", provisions, strings.Join(became, ", "))
}

// treatments counts the provisions that statements are tied to, and tells how many met
// with what.
func (p Phrases) treatments(r *report.Report) (provisions int, became []string) {
	for _, t := range r.Treatments {
		provisions += t.Count
		became = append(became, p.TreatmentCount(t))
	}
	return provisions, became
}

// VoicesSentence counts the flagged provisions by what the new text did.
func (p Phrases) VoicesSentence(r *report.Report) string {
	provisions, parts := p.treatments(r)
	s := p.Say("Sources listed: {0}.", len(r.Voices))
	if provisions == 0 {
		return s
	}
	return s + " " + p.Say("Their statements are tied to {0 provision} of the old text. In the new text: {1}.", provisions, strings.Join(parts, ", "))
}

// Tie says why statements are tied to a provision.
func (p Phrases) Tie(t report.Tie) string { return p.TieOf(&t.Flag.Flag) }

// TieOf says why a claim is tied to a provision: by citation or subject, by the
// whole of it, its heading or certain words.
func (p Phrases) TieOf(f *claim.Flag) string {
	s := p.Word(string(f.Basis))
	switch f.Basis {
	case claim.Cited:
		s = p.Say("named or quoted by the source")
	case claim.SameSubject:
		s = p.Say("on the same subject")
	}
	switch {
	case f.Whole:
		return s + ", " + p.Of(f.Provision).Say("the {0 =clause} as a whole", 1)
	case f.Heading:
		s += ", " + p.Say("by its heading alone")
	}
	if len(f.Words) > 0 {
		s += ", " + p.Say("in the words {0}", QuoteList(f.Words))
	}
	return s
}

// statementRefs names statements by their numbers: "statements 1, 3 and 4".
func (p Phrases) statementRefs(t report.Tie) string {
	numbers := make([]string, len(t.Statements))
	for i, n := range t.Statements {
		numbers[i] = strconv.Itoa(n)
	}
	if len(numbers) == 1 {
		return p.Say("statement {0}", numbers[0])
	}
	return p.Say("statements {0}", p.List(numbers))
}

// Tied says in one line which statements are tied to a provision, why, and what
// the new text did.
func (p Phrases) Tied(t report.Tie) string {
	s := p.statementRefs(t) + ": " + p.Tie(t)
	if t.Flag.Treatment != nil {
		s += ". " + p.Say("In the new text: {0}", p.treatment(t.Flag))
	}
	return s
}

// ProvisionAddresses lists the provisions of flags, each once.
func ProvisionAddresses(flags []*report.Flag) []string {
	names := make([]string, 0, len(flags))
	for _, f := range flags {
		if !slices.Contains(names, f.Provision) {
			names = append(names, f.Provision)
		}
	}
	return names
}

func (p Phrases) ProvisionList(flags []*report.Flag) string {
	return p.CiteList(ProvisionAddresses(flags))
}

// Echoes names the new clauses that speak of what a statement speaks of, "" for none.
func (p Phrases) Echoes(s report.Statement) string {
	var at, words []string
	for _, e := range s.Echoes {
		if cited := p.Cite(e.Provision); !slices.Contains(at, cited) {
			at = append(at, cited)
		}
		for _, w := range e.Words {
			if !slices.ContainsFunc(words, func(o string) bool { return strings.EqualFold(o, w) }) {
				words = append(words, w)
			}
		}
	}
	if len(at) == 0 {
		return ""
	}
	return p.Say("new clauses in which words of it stand: {0}; the words: {1}", strings.Join(at, "; "), QuoteList(words))
}

// TiedText is the sentences that tie a provision to a claim, or the whole
// provision when no certain ones do.
func TiedText(f *report.Flag) []string {
	if f.Whole || len(f.Sentences) == 0 {
		return strings.Split(f.Text, "\n")
	}
	out := make([]string, len(f.Sentences))
	for i, s := range f.Sentences {
		out[i] = s.Text
	}
	return out
}

// About counts the provisions of an expected removal by what the new text did
// with them, and names them.
func (p Phrases) About(flags []*report.Flag) string {
	var parts []string
	for _, fate := range []claim.Fate{claim.CarriedOver, claim.Moved, claim.Amended, claim.Removed} {
		var of []*report.Flag
		for _, f := range flags {
			if f.Treatment != nil && f.Treatment.Fate == fate {
				of = append(of, f)
			}
		}
		if len(of) > 0 {
			parts = append(parts, p.Word(string(fate))+": "+p.ProvisionList(of))
		}
	}
	return p.Say("Provisions it is tied to: {0}.", strings.Join(parts, "; "))
}

// Absent reports whether an expectation is not, or not wholly, met.
func Absent(s claim.Standing) bool {
	return s == claim.NotMet || s == claim.Touched
}

// standingOrder is the order in which expectations are told: what is absent
// first.
var standingOrder = []claim.Standing{claim.NotMet, claim.Touched, claim.NotJudged, claim.Met}

// AbsentFirst orders expectations by their standing.
func AbsentFirst(all []report.Expectation) []report.Expectation {
	out := slices.Clone(all)
	slices.SortStableFunc(out, func(a, b report.Expectation) int {
		return slices.Index(standingOrder, a.Standing) - slices.Index(standingOrder, b.Standing)
	})
	return out
}

func (p Phrases) Showing(s report.Showing) string {
	line := p.Say("new {0}: «{1}»", p.Cite(s.At.Address), s.Text)
	if len(s.Words) > 0 {
		line += " (" + p.Say("recognised by {0}", QuoteList(s.Words)) + ")"
	}
	return line
}

// Removal names a removed passage that is tied to no statement.
func (p Phrases) Removal(rem report.Removal) string {
	s := p.Say("old {0}", p.Cite(rem.Old.Address))
	if rem.Old.Clause != nil {
		s += " " + rem.Old.Clause.Title
	}
	s += " (" + p.Of(rem.Old.Address).Unit(rem.Unit)
	if rem.Beside {
		s += "; " + p.Say("a statement is tied to another part of this clause")
	}
	return s + ")"
}

// SourceName is a publication as it is cited.
func (p Phrases) SourceName(s *claim.Source) string {
	name := s.Publisher
	if s.Title != "" {
		name += ": «" + s.Title + "»"
	}
	if s.Date != "" {
		name += ", " + p.Date(s.Date)
	}
	return name
}

// WebLink reports whether a source's address may be made a link.
func WebLink(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}

// Outcome is the heading of provisions that fared alike.
func (p Phrases) Outcome(g report.ProvisionGroup) string {
	return p.Capital(p.Word(string(g.Outcome))) + " (" + p.Number(len(g.Provisions)) + ")"
}

// The sentences that open the list of what no source announced.
func (p Phrases) NothingUnannounced() string {
	return p.Say("None: every change in substance is tied to a statement of the sources listed.")
}

func (p Phrases) UnannouncedIntro() string {
	return p.Say("No statement of the sources listed is tied to the following. Their authors may have spoken of it in other words or elsewhere.")
}

// GonePlace tells where the clause of a removed provision stands now, so that a
// reader can look for himself; "" when the provision is not removed or its clause
// has no successor: that something else replaces it is for a person to say.
func (p Phrases) GonePlace(f *report.Flag) string {
	if f.Treatment == nil || f.Treatment.Fate != claim.Removed || f.Old == nil || len(f.Old.Change.New) == 0 {
		return ""
	}
	return p.Say("The clause in which it stood is {0} in the new text.", p.Mention(f.Old.Change.New))
}
