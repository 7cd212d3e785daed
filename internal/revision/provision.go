package revision

import "conceptdiff/internal/numbering"

// Kind says what sort of unit a provision is.
type Kind string

// The kinds of provision.
const (
	KindComponent Kind = "component" // numbers on its own: main text, order, annex
	KindPart      Kind = "part"      // groups clauses whose numbers do not contain its own: Title II, Chapter 3
	KindSection   Kind = "section"   // has a heading and no number: Introduction
	KindClause    Kind = "clause"    // has a number or letter of its own: 4.1.1, Article 12, (a)
	KindParagraph Kind = "paragraph" // unnumbered text inside one of the above
	KindItem      Kind = "item"      // a bulleted item, inside the paragraph that introduces it
)

// Provision is any addressable unit of a revision.
//
// What is printed of it reads, in this order: Num, Heading, Text, Children.
// Joined without white space, a tree gives back every visible character of its
// source in order. None of the strings contains a line break.
type Provision struct {
	Kind Kind
	Num  string // number, letter or bullet exactly as printed: "4.1.1.", "Article 12", "(a)", ""
	// Label is what Num was read as, told by the reader from the text around it:
	// "1" of «I FƏSİL», the letter i or the Roman one of «(i)». Addresses, sequences
	// and references rest on it. The zero Label: nobody has read it yet, see
	// [Provision.Labelled].
	Label   numbering.Label
	Heading string
	Text    string // own text; for a clause the words that follow its number on the same line
	// EID is the address by position inside one revision, unique in it:
	// "4.1.1", "4.1.1/p6/i2", "order/4.1", "12.2.a", "introduction". See [AssignEIDs].
	EID string
	// WID is the identity through all revisions, given at first appearance:
	// "2007/4.1.1". Empty until the revision is stored.
	WID      string
	Children []*Provision
	// Notes stand beside the text and are no part of it: they are kept, shown and
	// stored, and never compared.
	Notes []Note
}

// Labelled is the provision's label: the one that its reader told or, where a
// tree was made without one, its number read by itself.
func (p *Provision) Labelled() numbering.Label {
	if p.Label == (numbering.Label{}) && p.Num != "" {
		return numbering.Read(p.Num)
	}
	return p.Label
}

// IsClause reports whether p is a unit of comparison: whatever bears a number
// or a name of its own, and each component's own front matter. Paragraphs and
// items belong to the clause they stand in.
func (p *Provision) IsClause() bool {
	return p.Kind != KindParagraph && p.Kind != KindItem
}

// Walk calls f for p and everything below it in document order. When f returns
// false the children of that provision are left out.
func (p *Provision) Walk(f func(*Provision) bool) {
	if !f(p) {
		return
	}
	for _, c := range p.Children {
		c.Walk(f)
	}
}

// Walk calls f for every provision of r in document order.
func (r *Revision) Walk(f func(*Provision) bool) {
	for _, c := range r.Components {
		c.Walk(f)
	}
}

// Find returns the provision with that EID, or nil. The main component's own
// front matter is found as [PrefaceEID].
func (r *Revision) Find(eid string) *Provision {
	var found *Provision
	r.Walk(func(p *Provision) bool {
		if found == nil && p.Address() == eid {
			found = p
		}
		return found == nil
	})
	return found
}

// PrefaceEID addresses the main component's own front matter (title, approval,
// any text before the first clause), whose EID is "" because it prefixes
// nothing. AKN: preface.
const PrefaceEID = "preface"

// Address is the EID under which p is shown and cited.
func (p *Provision) Address() string {
	if p.EID == "" && p.Kind == KindComponent {
		return PrefaceEID
	}
	return p.EID
}
