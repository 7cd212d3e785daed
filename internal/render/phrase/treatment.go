package phrase

import (
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/report"
)

// treatment says what the new text did with a flagged provision. "" where it is not
// known, as before a comparison.
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
		s += "; " + p.Say("these words still stand: {0}", QuoteList(t.StillThere))
	}
	return s
}

// Provision says as what a provision is recorded, after whom, and what the new text did
// with it, of several ties the one that still stands: "4.1.1, paragraph 4: recorded as
// «fulfilled», after Modern.az, 17 October 2025. In the new text: removed". Each claimant
// is told once, with all that he is recorded as. A tie by which the provision still stands
// goes before one by which it went: a reader must not be told that a thing is gone while a
// part of it stands.
func (p Phrases) Provision(v report.Provision) string {
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
	s := p.Cite(v.Address) + ": " + strings.Join(who, "; ")
	if worst != nil {
		s = Closed(s) + " " + p.Say("In the new text: {0}", p.treatment(worst))
	}
	return s
}

// treatmentCount counts provisions by what the new text did with them. Amended
// provisions in which the words of the statement still stand are counted within
// theirs.
func (p Phrases) treatmentCount(t report.TreatmentCount) string {
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

// TreatmentSentence says to how many provisions statements are tied, and what the new
// text did with them; "" for none.
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
		became = append(became, p.treatmentCount(t))
	}
	return provisions, became
}

// SourcesSentence counts the flagged provisions by what the new text did. It begins
// with how many sources there are. Where none of their statements is tied to
// anything, that is all.
func (p Phrases) SourcesSentence(r *report.Report) string {
	provisions, parts := p.treatments(r)
	s := p.Say("Sources listed: {0}.", len(r.Sources))
	if provisions == 0 {
		return s
	}
	return s + " " + p.Say("Their statements are tied to {0 provision} of the old text. In the new text: {1}.", provisions, strings.Join(parts, ", "))
}

// Outcome is the heading of provisions that fared alike.
func (p Phrases) Outcome(g report.ProvisionGroup) string {
	return p.Capital(p.Word(string(g.Outcome))) + " (" + p.Number(len(g.Provisions)) + ")"
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
