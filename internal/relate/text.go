package relate

import (
	"strings"

	"conceptdiff/internal/revision"
)

// Text is what is related: the passages of a revision or of a document, in order.
type Text struct {
	Key      string // by which people name it: "2007", "fp2017"
	Language string // BCP 47 tag
	Passages []Passage
}

// Passage is a stretch of a text that is cited as one: a paragraph, an item, or a
// heading with the text behind its number.
type Passage struct {
	Address string // "4.1.1/p4", unique in its text
	Clause  string // the address of the clause it stands in: "4.1.1"
	Heading string // headings above it, from the outermost, parted by line breaks
	Lead    string // of an item: the text that introduces its list
	Text    string // its own words, or a gist of them
	// Facts are names, numbers and dates that the passage holds, where Text is a gist
	// and may leave them out.
	Facts []string
	Title bool // nothing but a heading
}

// TextOf lists the passages of a revision: of each clause its heading with what
// stands behind its number, each paragraph and each item.
func TextOf(r *revision.Revision) *Text {
	t := &Text{Key: r.Label, Language: r.Language}
	for _, c := range r.Clauses() {
		above := headings(c)
		lead := ""
		for i, b := range c.Blocks {
			if i > 0 && c.Blocks[i-1].Provision == b.Provision {
				last := &t.Passages[len(t.Passages)-1]
				last.Text, last.Title = last.Text+"\n"+b.Text, false
				continue
			}
			p := Passage{Address: b.Provision.Address(), Clause: c.Address(), Text: b.Text, Heading: above, Title: b.Kind == revision.BlockHeading}
			switch b.Kind {
			case revision.BlockItem:
				p.Lead = lead
			case revision.BlockParagraph, revision.BlockText:
				lead = b.Text
			case revision.BlockHeading:
				p.Heading = headings(c.Parent)
			}
			t.Passages = append(t.Passages, p)
		}
	}
	return t
}

// headings lists those of a clause and of the clauses around it, outermost first.
func headings(c *revision.Clause) string {
	var list []string
	for ; c != nil; c = c.Parent {
		if c.Heading != "" {
			list = append([]string{c.Heading}, list...)
		}
	}
	return strings.Join(list, "\n")
}

// At is the passage with that address, nil when there is none.
func (t *Text) At(address string) *Passage {
	for i := range t.Passages {
		if t.Passages[i].Address == address {
			return &t.Passages[i]
		}
	}
	return nil
}
