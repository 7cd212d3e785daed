package phrase

import (
	"slices"
	"strconv"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/report"
)

// Tie says why statements are tied to a provision.
func (p Phrases) Tie(t report.Tie) string { return p.TieOf(&t.Flag.Flag) }

// TieOf says why a claim is tied to a provision: by citation or subject, by the whole
// of it, its heading or certain words. A whole provision needs no words to be told. A
// basis that is not known here is put as it is.
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
		s = Closed(s) + " " + p.Say("In the new text: {0}", p.treatment(t.Flag))
	}
	return s
}

// ProvisionAddresses lists the provisions of flags, each once. Their order is kept.
func ProvisionAddresses(flags []*report.Flag) []string {
	names := make([]string, 0, len(flags))
	for _, f := range flags {
		if !slices.Contains(names, f.Provision) {
			names = append(names, f.Provision)
		}
	}
	return names
}

// ProvisionList cites the provisions of flags, each once.
func (p Phrases) ProvisionList(flags []*report.Flag) string {
	return p.CiteList(ProvisionAddresses(flags))
}

// Echoes names the new clauses that speak of what a statement speaks of, "" for none.
// Words that differ in their capitals are one.
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

// About counts the provisions of an expected removal by what the new text did with
// them, and names them. The order is from what stays to what went; a provision whose
// fate is not known is not counted.
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
