package report

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/revision"
)

// Clause is one clause of one side as a reader meets it: where it stands, what
// it is called, its text line by line, and the change that tells its fate.
type Clause struct {
	Address string // "4.1.1", "order/4.1", "introduction"
	Num     string // as printed: "4.1.1."
	Heading string // "" when it has none
	// Title is how the clause is called in a list: its heading, or its opening
	// words followed by an ellipsis.
	Title  string
	Depth  int  // how many clauses enclose it
	Front  bool // a component's own front matter: title page, preamble
	Group  bool // a title, chapter or section that groups clauses
	Whole  bool // a text of which no part is numbered: it is compared as one clause
	Part   *Part
	Lines  []TextLine
	Change *Change

	pos int // among the clauses of its side, from 0
}

// TextLine is one block of a clause with its text.
type TextLine struct {
	Line
	Text string
}

// Part is a component of a revision: the main text, an order, an annex.
type Part struct {
	Address string
	Name    string
	Clauses []*Clause
	unnamed bool // Name is only what it is called by
}

// newSide lists the clauses and parts of one side.
func newSide(rev *revision.Revision, clauses []*revision.Clause) Side {
	s := Side{
		Meta: rev.Meta, Components: rev.Components, Clauses: make([]*Clause, 0, len(clauses)),
		clauseOf: make(map[*revision.Provision]*Clause, len(clauses)),
	}
	parts := make(map[*revision.Provision]*Part, len(rev.Components))
	for _, comp := range rev.Components {
		p := &Part{Address: comp.Address(), Name: partName(comp)}
		switch {
		case comp.EID == "" && rev.Title != "":
			p.Name = rev.Title
		case p.Name == "" && comp.EID == "":
			p.Name, p.unnamed = rev.Label, true
		case p.Name == "":
			p.Name, p.unnamed = comp.Address(), true
		}
		parts[comp] = p
		s.Parts = append(s.Parts, p)
	}
	for _, rc := range clauses {
		c := newClause(rc)
		if c.Part = parts[rc.Component]; c.Part == nil {
			c.Part = &Part{} // a clause made by hand, outside any component
		}
		c.Part.Clauses = append(c.Part.Clauses, c)
		s.Clauses = append(s.Clauses, c)
		s.clauseOf[rc.Provision] = c
	}
	return s
}

func newClause(rc *revision.Clause) *Clause {
	c := &Clause{
		Address: rc.Address(), Num: rc.Num, Heading: rc.Heading, pos: rc.Pos,
		Front: rc.Kind == revision.KindComponent, Group: rc.Kind == revision.KindPart,
	}
	for p := rc.Parent; p != nil; p = p.Parent {
		c.Depth++
	}
	c.Lines = make([]TextLine, len(rc.Blocks))
	for i, b := range rc.Blocks {
		c.Lines[i] = TextLine{Line: Line{
			Clause: c, Kind: b.Kind, Num: blockNum(rc, i), Depth: itemDepth(b.Provision.EID, c.Address),
			Provision: provisionAddress(b), First: i == 0,
		}, Text: b.Text}
	}
	c.Title = c.Heading
	if c.Title == "" && len(c.Lines) > 0 {
		c.Title = opening(c.Lines[0].Text, 9)
	}
	return c
}

// linesOf are the lines of the clauses' joined text. A clause without text, only a
// number over others, has none unless it stands alone.
func linesOf(cs []*Clause) []Line {
	n := countLines(cs)
	if n == 0 && len(cs) > 0 {
		c := cs[0]
		return []Line{{Clause: c, Num: c.Num, Provision: c.Address, First: true}}
	}
	out := make([]Line, 0, n)
	for _, c := range cs {
		for i := range c.Lines {
			out = append(out, c.Lines[i].Line)
		}
	}
	return out
}

func countLines(cs []*Clause) int {
	n := 0
	for _, c := range cs {
		n += len(c.Lines)
	}
	return n
}

// blockNum is what is printed before the i-th block of a clause.
func blockNum(c *revision.Clause, i int) string {
	b := c.Blocks[i]
	if b.Kind == revision.BlockItem {
		return b.Provision.Num
	}
	if i == 0 {
		return c.Num
	}
	return ""
}

func provisionAddress(b revision.Block) string {
	if b.Kind == revision.BlockHeading {
		return b.Clause.Address()
	}
	return b.Provision.Address()
}

// itemDepth counts the items that enclose an item, from its address below the
// clause: 0 for "4.1/p2/i1", 1 for "4.1/p2/i1/i3".
func itemDepth(eid, clause string) int {
	depth := -1
	for _, step := range strings.Split(strings.TrimPrefix(eid, clause), "/") {
		if strings.HasPrefix(step, "i") {
			depth++
		}
	}
	return max(depth, 0)
}

// partName is the heading of a component or, without one, its opening words; "" where it
// has neither.
func partName(comp *revision.Provision) string {
	if comp.Heading != "" {
		return comp.Heading
	}
	name := ""
	comp.Walk(func(p *revision.Provision) bool {
		if name == "" && p != comp && p.IsClause() {
			return false
		}
		if name == "" {
			name = p.Text
		}
		return name == ""
	})
	return opening(name, 12)
}

// opening returns the first n words of a text, with an ellipsis when it goes on.
func opening(text string, n int) string {
	words := 0
	in := false
	for i, r := range text {
		space := r == ' ' || r == '\t' || r == '\u00a0'
		if !space && !in {
			if words == n {
				return strings.TrimRight(text[:i], " \t\u00a0,;:") + " …"
			}
			words++
		}
		in = !space
	}
	// A text without spaces is cut by length.
	if utf8.RuneCountInString(text) > 12*n {
		return string([]rune(text)[:12*n]) + "…"
	}
	return text
}

// takeWhole lets two texts without any clause be compared as one clause a part:
// what would be front matter is all that there is to show.
func takeWhole(sides ...*Side) {
	for _, s := range sides {
		for _, c := range s.Clauses {
			if !c.Front {
				return
			}
		}
	}
	for _, s := range sides {
		for _, c := range s.Clauses {
			c.Front, c.Whole = false, true
		}
	}
}

// Size counts the part's clauses without its front matter.
func (p *Part) Size() int {
	n := 0
	for _, c := range p.Clauses {
		if !c.Front && !c.Whole {
			n++
		}
	}
	return n
}
