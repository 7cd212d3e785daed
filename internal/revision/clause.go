package revision

import "strings"

// Clause is a provision that bears a number or a name, together with the
// unnumbered text that belongs to it: what is aligned, compared, cited, marked.
type Clause struct {
	*Provision
	// Component is the component the clause stands in.
	Component *Provision
	// Parent is the enclosing clause, nil at the top of a component.
	Parent *Clause
	// Pos is the position in document order among the revision's clauses, from 0.
	Pos int
	// Blocks are the clause's own heading, text, paragraphs and items in order,
	// without those of clauses below it. None is empty.
	Blocks []Block
}

// BlockKind says what a [Block] is.
type BlockKind string

// The kinds of block.
const (
	BlockHeading   BlockKind = "heading"
	BlockText      BlockKind = "text" // follows the clause's number on its line
	BlockParagraph BlockKind = "paragraph"
	BlockItem      BlockKind = "item"
)

// Block is one run of text of a clause: what stands between two line breaks.
type Block struct {
	Kind      BlockKind
	Text      string     // never empty, holds no line break
	Provision *Provision // the provision whose heading or text this is
	Clause    *Clause    // the clause it belongs to
}

// Text is the clause's own text: its blocks joined by line breaks. Numbers and
// bullets are not part of it.
func (c *Clause) Text() string {
	if len(c.Blocks) == 1 {
		return c.Blocks[0].Text
	}
	size := len(c.Blocks)
	for i := range c.Blocks {
		size += len(c.Blocks[i].Text)
	}
	var b strings.Builder
	b.Grow(size)
	for i, blk := range c.Blocks {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(blk.Text)
	}
	return b.String()
}

// Clauses lists the clauses of r in document order. A component without front
// matter of its own is left out.
func (r *Revision) Clauses() []*Clause {
	var out []*Clause
	for _, comp := range r.Components {
		out = appendClauses(out, comp, comp, nil)
	}
	return out
}

func appendClauses(out []*Clause, p, comp *Provision, parent *Clause) []*Clause {
	c := &Clause{Provision: p, Component: comp, Parent: parent, Pos: len(out)}
	if n := countBlocks(p); n > 0 {
		c.Blocks = appendBlocks(make([]Block, 0, n), p, c)
	}
	inner := c
	if p.Kind == KindComponent && len(c.Blocks) == 0 {
		inner = parent
	} else {
		out = append(out, c)
		if p.Kind == KindComponent {
			inner = nil // a component's front matter encloses nothing
		}
	}
	return appendClausesBelow(out, p, comp, inner)
}

// appendClausesBelow appends the nearest clauses under p, also those that stand
// below a paragraph or an item, each with the clauses below it.
func appendClausesBelow(out []*Clause, p, comp *Provision, parent *Clause) []*Clause {
	for _, child := range p.Children {
		if child.IsClause() {
			out = appendClauses(out, child, comp, parent)
		} else {
			out = appendClausesBelow(out, child, comp, parent)
		}
	}
	return out
}

// countBlocks is how many blocks a clause has.
func countBlocks(p *Provision) int {
	n := 0
	if p.Heading != "" {
		n++
	}
	if p.Text != "" {
		n++
	}
	for _, child := range p.Children {
		if !child.IsClause() {
			n += countBlocks(child)
		}
	}
	return n
}

func appendBlocks(blocks []Block, p *Provision, c *Clause) []Block {
	if p.Heading != "" {
		blocks = append(blocks, Block{BlockHeading, p.Heading, p, c})
	}
	if p.Text != "" {
		kind := BlockText
		switch p.Kind {
		case KindParagraph:
			kind = BlockParagraph
		case KindItem:
			kind = BlockItem
		}
		blocks = append(blocks, Block{kind, p.Text, p, c})
	}
	for _, child := range p.Children {
		if !child.IsClause() {
			blocks = appendBlocks(blocks, child, c)
		}
	}
	return blocks
}
