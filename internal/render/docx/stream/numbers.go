package stream

import "conceptdiff/internal/report"

// numbers writes the printed numbers of both sides, each before the text of its line.
// Bullets are no text: lists of the document draw them. The number and the space
// behind it are two runs, since the space stays where the number changes. An item
// that a list draws has none.
func (t *Texts) numbers(r *report.Report) {
	for _, s := range []*Side{t.Old, t.New} {
		for _, l := range s.Lines {
			if l.Num == "" || l.Format.List > 0 {
				continue
			}
			var c *report.Change
			if l.Clause != nil {
				c = l.Clause.Change
			}
			l.Runs = append(l.Runs, &Run{Text: l.Num, Number: true, Change: c, Line: l})
			if l.Text != "" {
				l.Runs = append(l.Runs, &Run{Text: " ", Number: true, Change: c, Line: l})
			}
		}
	}
	t.tieParts()
}

// tieParts ties the numbers of parts that have no text of their own and stand at the
// same address on both sides. Such a line has no clause, and nothing of it is compared.
func (t *Texts) tieParts() {
	lone := make(map[string]*Line)
	for _, l := range t.Old.Lines {
		if l.Clause == nil {
			lone[l.Part.Address] = l
		}
	}
	for _, l := range t.New.Lines {
		if l.Clause == nil && lone[l.Part.Address] != nil {
			tieNumber(lone[l.Part.Address], l)
		}
	}
}

// tieNumbers ties the numbers of clauses that belong together. Of clauses that were
// split or merged, those belong together that share most text. Those without common
// text stay untied.
func (t *Texts) tieNumbers(c *report.Change) {
	if len(c.Old) == 1 && len(c.New) == 1 {
		tieNumber(t.Old.First[c.Old[0]], t.New.First[c.New[0]])
		return
	}
	tied := make(map[*report.Clause]bool)
	for {
		old, now := closest(t.Old.linesOf(c.Old), tied)
		if old == nil {
			return
		}
		tied[old], tied[now] = true, true
		tieNumber(t.Old.First[old], t.New.First[now])
	}
}

// closest finds the old and the new clause that share most text and are not tied yet;
// the first of such in the text. Text is measured in bytes, which serves as well as
// characters to find the most.
func closest(lines []*Line, tied map[*report.Clause]bool) (old, now *report.Clause) {
	type pair struct{ old, now *report.Clause }
	shared := make(map[pair]int)
	most := 0
	for _, l := range lines {
		for _, a := range l.Runs {
			if a.Counterpart == nil || a.Number || tied[l.Clause] || tied[a.Counterpart.Line.Clause] {
				continue
			}
			p := pair{l.Clause, a.Counterpart.Line.Clause}
			shared[p] += len(a.Text)
			if shared[p] > most {
				most, old, now = shared[p], p.old, p.now
			}
		}
	}
	return old, now
}

// tieNumber ties the numbers of two lines where they are equal, and in any case the
// space between number and text: another number in the same place is a changed
// number, not another paragraph. Lines without a number have nothing to tie.
func tieNumber(old, now *Line) {
	if old == nil || now == nil || len(old.Runs) == 0 || len(now.Runs) == 0 {
		return
	}
	a, b := old.Runs[0], now.Runs[0]
	if !a.Number || !b.Number {
		return
	}
	if a.Text == b.Text {
		Tie(a, b)
	}
	if len(old.Runs) > 1 && len(now.Runs) > 1 && old.Runs[1].Number && now.Runs[1].Number {
		Tie(old.Runs[1], now.Runs[1])
	}
}
