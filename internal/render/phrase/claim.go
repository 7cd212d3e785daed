package phrase

import (
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/claim/quote"
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

// where says to whom the speaker spoke or where it was published, with a comma
// before; "" where the publication speaks itself, or nothing but a report is held.
func (p Phrases) where(c *claim.Claim) string {
	switch {
	case c.To != "":
		return ", " + p.Say("to {0} [a listener]", c.To)
	case !speaksForItself(c) && !c.IsReport():
		return ", " + p.Say("in {0} [a publication]", c.Source.Publisher)
	}
	return ""
}

// when is the day, with a comma before. A day on which nothing is known to have been
// said is said to be that of publication.
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
// the speaker. An expectation is told by what is expected, any other by the word that
// stands for it: fulfilled, not fulfilled.
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

// StatedAt says what a statement is about where that is more than the provision
// beside which it stands, "" where it is that provision. It begins with a space and
// stands in brackets.
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

// Quotation is a statement to be pasted elsewhere: its words whole, who says so, and
// where they can be read. Each stands on a line of its own; a source without an
// address on the web ends the list with its name.
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
// stored, by pins to one that is not, or not at all; "" where it quotes nothing. A
// source is held to be pinned when each of its quotations is. Where some are and some
// are not, they are said to be unchecked: the weaker is true of all.
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

// SourceName is a publication as it is cited. Publisher, title and date, without what
// is not known.
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

// WebLink reports whether a source's address may be made a link. Others, such as
// javascript:, would run in the reader's page, or lead to a file of his.
func WebLink(url string) bool {
	return strings.HasPrefix(url, "https://") || strings.HasPrefix(url, "http://")
}
