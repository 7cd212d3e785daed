package report

import (
	"cmp"
	"slices"
	"strings"

	"conceptdiff/internal/compare"
)

// attribution is words of a change with one fate that have their clauses in common.
// Of a move it is the words that arrived, with the clause that they left.
type attribution struct {
	change   *Change
	op       compare.Op
	old, new *Clause
	words    int
}

// attributions tell where every word of both texts went, also those of changes that
// a filter leaves out: in the order of the new text, what was removed last.
func (r *Report) attributions() []attribution {
	var out []attribution
	seen := make(map[*Change]bool, len(r.Changes))
	for _, side := range []*Side{&r.New, &r.Old} {
		for _, cl := range side.Clauses {
			if seen[cl.Change] {
				continue
			}
			seen[cl.Change] = true
			for _, p := range r.attribute(cl.Change) {
				p.change = cl.Change
				out = append(out, p)
			}
		}
	}
	return out
}

// attribute tells to which of a change's clauses its words belong. The counts are
// those of the comparison; where a change has several clauses they are shared
// out by what stands in the rows, and add up all the same.
func (r *Report) attribute(c *Change) []attribution {
	kept := sharing{total: c.Words.Kept}
	moved := sharing{total: c.Words.MovedIn}
	deleted := sharing{total: c.Words.Deleted}
	inserted := sharing{total: c.Words.Inserted}
	rows := c.Rows()
	for i := range rows {
		row := &rows[i]
		var old, now *Clause
		if row.Old != nil {
			old = row.Old.Clause
		}
		if row.New != nil {
			now = row.New.Clause
		}
		for _, run := range row.Runs {
			switch {
			case run.Op == compare.Keep:
				kept.add(attribution{op: compare.Keep, old: old, new: now}, run.New)
			case run.Op == compare.Delete:
				deleted.add(attribution{op: compare.Delete, old: old}, run.Old)
			case run.Op == compare.Insert:
				inserted.add(attribution{op: compare.Insert, new: now}, run.New)
			case run.New != "":
				moved.add(attribution{op: compare.Move, old: r.Old.clauseAt(run.partner.OldAt), new: now}, run.New)
			}
		}
	}
	return slices.Concat(kept.shared(), moved.shared(), deleted.shared(), inserted.shared())
}

// sharing shares out a count among attributions by the words seen of each.
type sharing struct {
	total        int
	attributions []attribution
	seen         int
}

func (s *sharing) add(p attribution, text string) {
	n := len(strings.Fields(text))
	if n == 0 {
		return
	}
	s.seen += n
	i := slices.IndexFunc(s.attributions, func(q attribution) bool { return q.old == p.old && q.new == p.new })
	if i < 0 {
		i = len(s.attributions)
		s.attributions = append(s.attributions, p)
	}
	s.attributions[i].words += n
}

// shared gives each attribution its share of the total, rounded so that the shares
// add up (largest remainders first).
func (s *sharing) shared() []attribution {
	if s.total == 0 || s.seen == 0 {
		return nil
	}
	type rest struct{ at, of int }
	rests := make([]rest, len(s.attributions))
	left := s.total
	for i := range s.attributions {
		p := &s.attributions[i]
		rests[i] = rest{i, p.words * s.total % s.seen}
		p.words = p.words * s.total / s.seen
		left -= p.words
	}
	slices.SortStableFunc(rests, func(a, b rest) int { return cmp.Compare(b.of, a.of) })
	for _, r := range rests[:left] {
		s.attributions[r.at].words++
	}
	return s.attributions
}

// clauseAt is the clause that a place stands in.
func (s *Side) clauseAt(p compare.Place) *Clause { return s.clauseOf[p.Clause().Provision] }
