// Package findings writes what a check of a revision's references and terms found:
// for people, in the languages of the phrase catalogue, and as JSON.
package findings

import (
	"conceptdiff/internal/reference"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
)

// Says lists the sentences that tell what is to be looked at, and why, in the
// language of p; nil for a fault that is not known. cite writes the address of a
// provision for a reader.
func Says(p *message.Printer, cite func(address string) string, f *report.Finding) []string {
	number := cite(f.Number)
	switch f.Fault {
	case reference.Missing:
		if f.Within.Address != "" {
			return []string{p.Say("No provision is {0}; {1} is the nearest above it.", number, quoted(f.Within))}
		}
		return []string{p.Say("No provision is {0}.", number)}
	case reference.OtherHeading:
		if f.Bears.Address == "" {
			return []string{p.Say("{0} is {1}, not «{2}».", number, quoted(f.Target), f.Heading)}
		}
		return []string{p.Say("{0} is {1}; the heading «{2}» is that of {3}.", number, quoted(f.Target), f.Heading, cite(f.Bears.Address))}
	case reference.OtherNumbers:
		return []string{p.Say("{0 citation} of this text, of which this is the first, name numbers that no provision bears: it seems to cite by the numbers of another version.", f.Count)}
	case report.CitesRenumbered, report.CitesRemoved:
		return drift(p, cite, f)
	case reference.DefinedTwice:
		return []string{p.Say("«{0}» is defined in {1} already.", f.Cited, cite(f.First))}
	case reference.NeverUsed:
		return []string{p.Say("«{0}» is defined here and used nowhere else.", f.Cited)}
	case reference.NotDefined:
		return []string{p.Say("«{0}» is used {1 time}, and only the earlier text defines it, in {2}.", f.Cited, f.Count, cite(f.In))}
	}
	return nil
}

// drift tells what a number meant and means: a citation that was right once and leads
// elsewhere now, in up to three sentences.
func drift(p *message.Printer, cite func(address string) string, f *report.Finding) []string {
	number := cite(f.Number)
	var out []string
	if f.Stale {
		out = append(out, p.Say("The number was taken over from the old text."))
	}
	if f.Target.Address != "" {
		out = append(out, p.Say("In the new text {0} is {1}.", number, quoted(f.Target)))
	} else {
		out = append(out, p.Say("No clause of the new text is {0}.", f.Number))
	}
	if len(f.Became) == 0 {
		return append(out, p.Say("In the old text {0} was {1}, which is removed.", number, quoted(f.Was)))
	}
	became := make([]string, len(f.Became))
	for i, address := range f.Became {
		became[i] = cite(address)
	}
	return append(out, p.Say("In the old text {0} was {1}, which is {2} now.", number, quoted(f.Was), became))
}

// quoted is the name of a provision in quotation marks.
func quoted(n report.Named) string { return "«" + n.Name + "»" }
