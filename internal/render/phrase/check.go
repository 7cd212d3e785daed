package phrase

import "conceptdiff/internal/claim"

// ChecksSentence counts how a source's quotations compare with the text. Checks of
// bare addresses are not counted; a source that has only those is said to quote
// nothing.
func (p Phrases) ChecksSentence(checks []claim.Check) string {
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
		return p.Say("It names clauses and quotes none.")
	}
	return p.Say("Passages of the old text that it quotes and that were entered: {0}. To the word: {1}; in other words than the text compared here: {2}; not found in it: {3}.",
		same+differs+missing, same, differs, missing)
}

// Check says how one quotation or cited address was found. What is no quotation is an
// address alone, which is there unless the clause is missing.
func (p Phrases) Check(c claim.Check) string {
	switch {
	case c.NoClause:
		return p.Say("there is no such clause")
	case c.Quoted == "" && c.Result != claim.Missing:
		return p.Say("it is there")
	case c.Result == claim.Same:
		return p.Say("the same words")
	case c.Result == claim.Differs:
		return p.Say("other words")
	}
	return p.Say("not found")
}

// Unit is how large a removed passage is, as it stands in brackets behind its place.
func (p Phrases) Unit(u claim.Unit) string {
	switch u {
	case claim.WholeClause:
		return p.Say("the whole {0 =clause}", 1)
	case claim.WholeParagraph:
		return p.Say("a whole paragraph")
	case claim.WholeItem:
		return p.Say("an item of a list")
	case claim.OneSentence:
		return p.Say("a sentence")
	}
	return string(u)
}
