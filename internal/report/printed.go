package report

import "conceptdiff/internal/revision"

// Printed is one line of a text as it stands in the document: what stands
// between two line breaks there, with the number or bullet before it.
type Printed struct {
	Num    string             // as printed; "" when nothing stands before the text
	Text   string             // "" for a number that stands alone over others
	Kind   revision.BlockKind // "" for a number that stands alone
	Part   *Part
	Clause *Clause // nil for the number of a part that has no text of its own
	// Line is the index among the clause's lines, -1 for a number that stands alone.
	Line  int
	First bool // the clause begins here
	// Nested counts the enclosing clauses that have no heading: the levels at
	// which points stand below numbered paragraphs.
	Nested int
}

// printer lists the lines of one side in the order of the document. Clauses
// alone do not tell it: what follows the points of a clause belongs to the
// clause and stands behind them.
type printer struct {
	clauses map[*revision.Provision]*Clause
	part    *Part
	out     []Printed
}

// opened is a clause of which lines are being printed.
type opened struct {
	clause *Clause
	num    string // still to be printed, before the first line or alone
	begun  bool
	next   int // the clause's next line
	nested int
	inner  int // nested, for the clauses below
}

// Printed lists every line of the side, in document order.
func (s *Side) Printed() []Printed {
	p := printer{clauses: s.clauseOf}
	for i, comp := range s.Components {
		p.part = s.Parts[i]
		p.begin(comp, 0)
	}
	return p.out
}

// begin prints a clause and all that stands below it.
func (p *printer) begin(v *revision.Provision, nested int) {
	o := &opened{clause: p.clauses[v], num: v.Num, nested: nested, inner: nested}
	if v.Kind == revision.KindClause && v.Heading == "" {
		o.inner++
	}
	p.provision(v, o)
	p.numberAlone(o)
}

func (p *printer) provision(v *revision.Provision, o *opened) {
	for _, text := range [2]string{v.Heading, v.Text} {
		if text != "" && o.clause != nil && o.next < len(o.clause.Lines) {
			p.line(o)
		}
	}
	for _, c := range v.Children {
		if !c.IsClause() {
			p.provision(c, o)
			continue
		}
		p.numberAlone(o)
		p.begin(c, o.inner)
	}
}

// line prints the clause's next line.
func (p *printer) line(o *opened) {
	l := &o.clause.Lines[o.next]
	num := o.num
	if l.Kind == revision.BlockItem {
		p.numberAlone(o)
		num = l.Num
	}
	p.out = append(p.out, Printed{
		Num: num, Text: l.Text, Kind: l.Kind, Part: p.part, Clause: o.clause, Line: o.next, First: !o.begun, Nested: o.nested,
	})
	o.next++
	o.num, o.begun = "", true
}

// numberAlone prints the clause's number on a line of its own, where no text
// has followed it.
func (p *printer) numberAlone(o *opened) {
	if o.num == "" {
		return
	}
	p.out = append(p.out, Printed{Num: o.num, Part: p.part, Clause: o.clause, Line: -1, First: !o.begun, Nested: o.nested})
	o.num, o.begun = "", true
}
