// Package findings writes what a check of a revision's references and terms found:
// for people, in the languages of the phrase catalogue, and as JSON.
package findings

import (
	"conceptdiff/internal/reference"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
)

// Says lists the sentences that tell what is to be looked at, and why.
func Says(p *message.Printer, f *report.Finding) []string {
	switch f.Fault {
	case reference.Missing:
		if f.Within.Address != "" {
			return []string{p.Say("No provision is {0}; {1} is the nearest above it.", f.Number, quoted(f.Within))}
		}
		return []string{p.Say("No provision is {0}.", f.Number)}
	case reference.OtherHeading:
		if f.Bears.Address == "" {
			return []string{p.Say("{0} is {1}, not «{2}».", f.Number, quoted(f.Target), f.Heading)}
		}
		return []string{p.Say("{0} is {1}; the heading «{2}» is that of {3}.", f.Number, quoted(f.Target), f.Heading, f.Bears.Address)}
	case reference.OtherNumbers:
		return []string{p.Say("{0 citation} of this text, of which this is the first, name numbers that no provision bears: it seems to cite by the numbers of another version.", f.Count)}
	case report.CitesRenumbered, report.CitesRemoved:
		return drift(p, f)
	case reference.DefinedTwice:
		return []string{p.Say("«{0}» is defined in {1} already.", f.Cited, f.First)}
	case reference.NeverUsed:
		return []string{p.Say("«{0}» is defined here and used nowhere else.", f.Cited)}
	case reference.NotDefined:
		return []string{p.Say("«{0}» is used {1 time}, and only the earlier text defines it, in {2}.", f.Cited, f.Count, f.In)}
	}
	return nil
}

// drift tells what a number meant and means.
func drift(p *message.Printer, f *report.Finding) []string {
	var out []string
	if f.Stale {
		out = append(out, p.Say("The number was taken over from the old text."))
	}
	if f.Target.Address != "" {
		out = append(out, p.Say("In the new text {0} is {1}.", f.Number, quoted(f.Target)))
	} else {
		out = append(out, p.Say("No clause of the new text is {0}.", f.Number))
	}
	if len(f.Became) == 0 {
		return append(out, p.Say("In the old text {0} was {1}, which is removed.", f.Number, quoted(f.Was)))
	}
	return append(out, p.Say("In the old text {0} was {1}, which is {2} now.", f.Number, quoted(f.Was), f.Became))
}

func quoted(n report.Named) string { return "«" + n.Name + "»" }
