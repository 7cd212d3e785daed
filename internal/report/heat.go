package report

import "conceptdiff/internal/compare"

// Heat is how much of each stretch of one side changed, in the order of the
// text.
type Heat []HeatCell

// HeatCell is a clause, or neighbouring ones in a long text.
type HeatCell struct {
	Clauses []*Clause
	Words   int
	Gone    int // deleted on the old side, inserted on the new one
	Moved   int // away on the old side, here on the new one
}

// Changed is the part of the cell's words that changed, from 0 to 1.
func (c HeatCell) Changed() float64 {
	if c.Words == 0 {
		return 0
	}
	return float64(c.Gone+c.Moved) / float64(c.Words)
}

// Heat measures both sides in at most limit cells each.
func (r *Report) Heat(limit int) (old, now Heat) {
	cells := map[*Clause]*HeatCell{}
	count := func(c *Clause, words, gone, moved int) {
		if c == nil {
			return
		}
		if cells[c] == nil {
			cells[c] = &HeatCell{Clauses: []*Clause{c}}
		}
		x := cells[c]
		x.Words, x.Gone, x.Moved = x.Words+words, x.Gone+gone, x.Moved+moved
	}
	for _, p := range r.attributions() {
		gone, moved := 0, 0
		switch p.op {
		case compare.Delete, compare.Insert:
			gone = p.words
		case compare.Move:
			moved = p.words
		}
		count(p.old, p.words, gone, moved)
		count(p.new, p.words, gone, moved)
	}
	return heat(&r.Old, cells, limit), heat(&r.New, cells, limit)
}

// heat lines up the cells of one side, neighbours joined where there are more
// than limit.
func heat(side *Side, cells map[*Clause]*HeatCell, limit int) Heat {
	total := 0
	for _, c := range side.Clauses {
		if x := cells[c]; x != nil {
			total += x.Words
		}
	}
	least := 0 // words of a cell before it is closed
	if len(side.Clauses) > limit {
		least = total/limit + 1
	}
	var out Heat
	for _, c := range side.Clauses {
		x := cells[c]
		if x == nil {
			continue
		}
		if n := len(out); n > 0 && out[n-1].Words < least {
			last := &out[n-1]
			last.Clauses = append(last.Clauses, c)
			last.Words, last.Gone, last.Moved = last.Words+x.Words, last.Gone+x.Gone, last.Moved+x.Moved
			continue
		}
		out = append(out, *x)
	}
	return out
}
