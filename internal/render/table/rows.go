package table

import (
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// tableUnit is what one row shows: old clauses, and the changes that tell their
// fate in each new text. A unit without old clauses is a clause that one new text
// adds.
//
// changes has a list for each new text, in which a change stands once.
type tableUnit struct {
	old     []int // indices among the old clauses, ascending
	changes [][]*report.Change
}

// compose makes the rows, in the order of the old text. A unit's row stands at the
// first of its clauses; where another of them stands apart, a line tells where to
// look. After each clause comes what stands there in the new texts alone.
func (m *maker) compose() {
	units, of := m.units()
	arrivals := m.arrivals()
	m.arrive(arrivals[-1])
	for i, c := range m.old.Clauses {
		u := units[of[i]]
		m.begin(c.Part)
		switch {
		case u.old[0] == i:
			m.unit(u)
		case !slices.Contains(u.old, i-1):
			m.fold()
			m.across(RowReference, m.Say("Old {0}: see old {1}.", m.Label(c), m.Label(m.old.Clauses[u.old[0]])))
		}
		m.arrive(arrivals[i])
	}
	m.fold()
}

// begin names a part of the document where it begins, when there are several. Parts
// are the same where their addresses are: the new texts have theirs by the same
// names.
func (m *maker) begin(p *report.Part) {
	if m.part != nil && m.part.Address == p.Address {
		return
	}
	m.part = p
	if len(m.old.Parts) > 1 || slices.ContainsFunc(m.reports, func(r report.Report) bool { return len(r.New.Parts) > 1 }) {
		m.fold()
		m.across(RowPart, p.Name)
	}
}

// units joins old clauses that some new text merged, and tells which unit each stands
// in: the second result has a unit for each old clause. Where one draft merges 1 with
// 2 and another 2 with 3, all three are one unit, as a row cannot be in two places.
// Units are in the order of their first clauses.
func (m *maker) units() ([]tableUnit, []int) {
	at := make(map[*report.Clause]int, len(m.old.Clauses))
	root := make([]int, len(m.old.Clauses))
	find := func(i int) int {
		for root[i] != i {
			i = root[i]
		}
		return i
	}
	for i := range root {
		root[i] = i
	}
	for d := range m.reports {
		for i, c := range m.reports[d].Old.Clauses {
			at[c] = i
		}
		for _, c := range m.reports[d].Changes {
			for _, o := range c.Old[min(1, len(c.Old)):] {
				a, b := find(at[c.Old[0]]), find(at[o])
				root[max(a, b)] = min(a, b)
			}
		}
	}
	of := make([]int, len(root))
	number := make(map[int]int, len(root))
	var units []tableUnit
	for i := range root {
		r := find(i)
		n, known := number[r]
		if !known {
			n = len(units)
			number[r] = n
			units = append(units, tableUnit{changes: make([][]*report.Change, len(m.reports))})
		}
		of[i] = n
		units[n].old = append(units[n].old, i)
	}
	for n := range units {
		for d := range m.reports {
			for _, i := range units[n].old {
				if c := m.reports[d].Old.Clauses[i].Change; !slices.Contains(units[n].changes[d], c) {
					units[n].changes[d] = append(units[n].changes[d], c)
				}
			}
		}
	}
	return units, of
}

// arrival is what stands after an old clause because it stands there in a new text: a
// clause that is new, or a reference to where a moved or split one is shown. A merged
// clause that moved is told where it went, too.
type arrival struct {
	draft  int
	clause *report.Clause
}

// arrivals finds after which old clause each stands: -1 for the beginning. A new
// clause follows the clause before it in its own text. What was moved, and what
// follows the first part of a split, is only told there: their row stands with the
// old clause. The place goes on with each clause that kept its own.
func (m *maker) arrivals() map[int][]arrival {
	out := map[int][]arrival{}
	for d := range m.reports {
		r := &m.reports[d]
		at := make(map[*report.Clause]int, len(r.Old.Clauses))
		for i, c := range r.Old.Clauses {
			at[c] = i
		}
		here := firstPlace(r, at)
		for j, c := range r.New.Clauses {
			ch := c.Change
			switch {
			case len(ch.Old) == 0:
				out[here] = append(out[here], arrival{d, c})
			case j > 0 && r.New.Clauses[j-1].Change == ch:
				// stands in one row with the clause before it
			case ch.Moved || c != ch.New[0]:
				out[here] = append(out[here], arrival{d, c})
			default:
				here = lastPlace(ch, at)
			}
		}
	}
	return out
}

// firstPlace is the old clause before the one in whose place the new text begins. It
// is the last one when no clause of the new text has kept a place: what is new then
// comes after all that was.
func firstPlace(r *report.Report, at map[*report.Clause]int) int {
	for _, c := range r.New.Clauses {
		if ch := c.Change; len(ch.Old) > 0 && !ch.Moved {
			return at[ch.Old[0]] - 1
		}
	}
	return len(r.Old.Clauses) - 1
}

// lastPlace is the last of a change's old clauses that stand together. Those that
// stand apart have a reference of their own.
func lastPlace(c *report.Change, at map[*report.Clause]int) int {
	place := at[c.Old[0]]
	for _, o := range c.Old[1:] {
		if at[o] != place+1 {
			break
		}
		place++
	}
	return place
}

// arrive writes what stands after an old clause: a row for what is new, a line for
// what is shown elsewhere.
func (m *maker) arrive(all []arrival) {
	for _, a := range all {
		ch := a.clause.Change
		m.begin(a.clause.Part)
		if len(ch.Old) == 0 {
			u := tableUnit{changes: make([][]*report.Change, len(m.reports))}
			u.changes[a.draft] = []*report.Change{ch}
			m.unit(u)
			continue
		}
		m.fold()
		m.across(RowReference, m.ofDraft(a.draft, m.Say("New {0} ({1}): see old {2}.", m.Label(a.clause), m.KindPhrase(ch), m.Labels(ch.Old))))
	}
}

// unit makes the row of a unit, or leaves it to the next fold. Clauses in which nothing
// changed wait to be told in one line with their neighbours, or are only counted where
// changes alone are asked for; so do those with their words and other numbers. A clause
// of which a source or the committee speaks has its row, unless nothing changed in it
// and changes alone are asked for.
func (m *maker) unit(u tableUnit) {
	same, untouched, said := true, true, false
	for _, of := range u.changes {
		for _, c := range of {
			same = same && sameWords(c)
			untouched = untouched && c.Untouched()
			said = said || spoken(c)
		}
	}
	switch {
	case untouched && m.o.Changes:
		m.left += len(u.old)
	case untouched && !said && !m.o.Full:
		for _, i := range u.old {
			m.foldNumbered()
			m.folded = append(m.folded, m.old.Clauses[i])
		}
	case same && !said && !m.o.Full:
		if !m.follows(u) {
			m.fold()
		}
		m.numbered = append(m.numbered, u)
	default:
		m.fold()
		m.clauseRow(u)
	}
}

// fold writes the lines of the clauses that wait for it. Only one of both kinds
// waits, so their order is that of the text.
func (m *maker) fold() {
	m.foldUntouched()
	m.foldNumbered()
}

// foldUntouched writes one row for the unchanged clauses gathered since the last row.
// Its numbers and fates are set, for a spreadsheet sorts by them.
func (m *maker) foldUntouched() {
	if len(m.folded) == 0 {
		return
	}
	names := make([]string, len(m.folded))
	for i, c := range m.folded {
		names[i] = m.Label(c)
	}
	m.across(RowFolded, m.Say("{0 clause} unchanged: {1}", len(m.folded), m.Labels(m.folded)))
	row := &m.rows[len(m.rows)-1]
	row.Numbers = []string{plain.Visible(strings.Join(names, ", "))}
	for range m.reports {
		row.Numbers = append(row.Numbers, row.Numbers[0])
		row.Fates = append(row.Fates, m.Word(string(compare.Unchanged)))
	}
	m.folded = nil
}

// follows reports whether a unit goes on in each text where those end that wait as
// numbered, and can be told with them. In each text there must be one change, which
// left all but the number alone, and its neighbour.
func (m *maker) follows(u tableUnit) bool {
	if len(m.numbered) == 0 || len(m.folded) > 0 {
		return false
	}
	last := m.numbered[len(m.numbered)-1]
	for d := range m.reports {
		if len(last.changes[d]) != 1 || len(u.changes[d]) != 1 {
			return false
		}
		a, b := last.changes[d][0], u.changes[d][0]
		if !onlyNumbered(a) || !onlyNumbered(b) || !a.Before(b) {
			return false
		}
	}
	return true
}

// onlyNumbered reports whether nothing but perhaps the number of a clause changed. A
// title page has no number to go on from.
func onlyNumbered(c *report.Change) bool { return c.OnlyNumbered() || c.Untouched() && !c.Front() }

// foldNumbered writes the line of the clauses that wait with their words and other
// numbers. One clause is named and told as it is; several are told by the first and
// the last of them, text by text.
func (m *maker) foldNumbered() {
	units := m.numbered
	m.numbered = nil
	switch len(units) {
	case 0:
		return
	case 1:
		m.across(RowFolded, m.sameLine(units[0].changes))
		m.number(units[0])
		return
	}
	var said, fates []string
	var numbers []string
	for d := range m.reports {
		changes := make([]*report.Change, len(units))
		for i, u := range units {
			changes[i] = u.changes[d][0]
		}
		said = append(said, m.ofDraft(d, m.Sentence(m.Renumbering(changes))))
		if d == 0 {
			numbers = append(numbers, plain.Visible(m.Range(changes, true)))
		}
		numbers = append(numbers, plain.Visible(m.Range(changes, false)))
		fates = append(fates, plain.Visible(m.KindPhrase(changes[0])))
	}
	m.across(RowFolded, strings.Join(said, " "))
	row := &m.rows[len(m.rows)-1]
	row.Numbers, row.Fates, row.ID = numbers, fates, plain.Anchor("", units[0].changes[0][0].ID)
}

// across adds a line over all columns.
func (m *maker) across(kind RowKind, text string) {
	m.rows = append(m.rows, Row{Kind: kind, Text: plain.Visible(text)})
}

// number says the numbers and fates of a unit in the row that was added last. The link
// of the row is that of its first change.
func (m *maker) number(u tableUnit) {
	row := &m.rows[len(m.rows)-1]
	var old []string
	for _, i := range u.old {
		old = append(old, m.Label(m.old.Clauses[i]))
	}
	row.Numbers = []string{plain.Visible(strings.Join(old, ", "))}
	for _, of := range u.changes {
		var now, fates []string
		for _, c := range of {
			if len(c.New) > 0 {
				now = append(now, m.Labels(c.New))
			}
			fates = append(fates, m.KindPhrase(c))
			if row.ID == "" {
				row.ID = plain.Anchor("", c.ID)
			}
		}
		row.Numbers = append(row.Numbers, plain.Visible(strings.Join(now, ", ")))
		row.Fates = append(row.Fates, plain.Visible(strings.Join(fates, "; ")))
	}
}
