package docx

import "conceptdiff/internal/report"

// numbers writes the printed numbers of both sides, each before the text of its
// line. Bullets are no text: lists of the document draw them.
func (t *twoSides) numbers(r *report.Report) {
	for _, s := range []*side{t.old, t.new} {
		for _, l := range s.lines {
			if l.Num == "" || l.look.list > 0 {
				continue
			}
			var c *report.Change
			if l.Clause != nil {
				c = l.Clause.Change
			}
			l.atoms = append(l.atoms, &atom{text: l.Num, number: true, change: c, line: l})
			if l.Text != "" {
				l.atoms = append(l.atoms, &atom{text: " ", number: true, change: c, line: l})
			}
		}
	}
	t.tieParts()
}

// tieParts ties the numbers of parts that have no text of their own and stand
// at the same address on both sides.
func (t *twoSides) tieParts() {
	lone := make(map[string]*line)
	for _, l := range t.old.lines {
		if l.Clause == nil {
			lone[l.Part.Address] = l
		}
	}
	for _, l := range t.new.lines {
		if l.Clause == nil && lone[l.Part.Address] != nil {
			tieNumber(lone[l.Part.Address], l)
		}
	}
}

// tieNumbers ties the numbers of clauses that belong together. Of clauses that
// were split or merged, those belong together that share most text.
func (t *twoSides) tieNumbers(c *report.Change) {
	if len(c.Old) == 1 && len(c.New) == 1 {
		tieNumber(t.old.first[c.Old[0]], t.new.first[c.New[0]])
		return
	}
	tied := make(map[*report.Clause]bool)
	for {
		old, now := closest(t.old.linesOf(c.Old), tied)
		if old == nil {
			return
		}
		tied[old], tied[now] = true, true
		tieNumber(t.old.first[old], t.new.first[now])
	}
}

// closest finds the old and the new clause that share most text and are not
// tied yet; the first of such in the text.
func closest(lines []*line, tied map[*report.Clause]bool) (old, now *report.Clause) {
	type pair struct{ old, now *report.Clause }
	shared := make(map[pair]int)
	most := 0
	for _, l := range lines {
		for _, a := range l.atoms {
			if a.mate == nil || a.number || tied[l.Clause] || tied[a.mate.line.Clause] {
				continue
			}
			p := pair{l.Clause, a.mate.line.Clause}
			shared[p] += len(a.text)
			if shared[p] > most {
				most, old, now = shared[p], p.old, p.now
			}
		}
	}
	return old, now
}

// tieNumber ties the numbers of two lines where they are equal, and in any case
// the space between number and text: another number in the same place is a
// changed number, not another paragraph.
func tieNumber(old, now *line) {
	if old == nil || now == nil || len(old.atoms) == 0 || len(now.atoms) == 0 {
		return
	}
	a, b := old.atoms[0], now.atoms[0]
	if !a.number || !b.number {
		return
	}
	if a.text == b.text {
		tie(a, b)
	}
	if len(old.atoms) > 1 && len(now.atoms) > 1 && old.atoms[1].number && now.atoms[1].number {
		tie(old.atoms[1], now.atoms[1])
	}
}
