package phrase

import (
	"cmp"

	"conceptdiff/internal/register"
)

// Fact says what a register says of an amendment: "12.1: words replaced by Law
// 100-VIQD of 5 May 2020, according to the register".
func (p Phrases) Fact(f register.Fact) string {
	return p.Cite(f.At) + ": " + p.Say("{0}, according to the register", p.deed(f, p.act(f.Act)))
}

// deed says what was done by an act. What the register does not say is told as a new
// wording, its own term for an amendment that is not described.
func (p Phrases) deed(f register.Fact, act string) string {
	switch {
	case f.What == register.Replaced && f.Words:
		return p.Say("words replaced by {0}", act)
	case f.What == register.Replaced:
		return p.Say("replaced by {0}", act)
	case f.What == register.Added && f.Words:
		return p.Say("words added by {0}", act)
	case f.What == register.Added:
		return p.Say("added or added to by {0}", act)
	case f.What == register.Struck && f.Words:
		return p.Say("words struck out by {0}", act)
	case f.What == register.Struck:
		return p.Say("struck out by {0}", act)
	case f.What == register.Repealed:
		return p.Say("repealed by {0}", act)
	case f.What == register.Renumbered:
		return p.Say("given another number by {0}", act)
	}
	return p.Say("new wording by {0}", act)
}

// act is how an act is cited; a number that is not known is "–".
func (p Phrases) act(a register.Act) string {
	number, date := cmp.Or(a.Number, "–"), p.Date(a.Date)
	switch a.Kind {
	case register.Law:
		return p.Say("Law {0} of {1}", number, date)
	case register.Decree:
		return p.Say("Decree {0} of {1}", number, date)
	case register.Order:
		return p.Say("Order {0} of {1}", number, date)
	case register.Resolution:
		return p.Say("Resolution {0} of {1}", number, date)
	}
	return p.Say("act {0} of {1}", number, date)
}
