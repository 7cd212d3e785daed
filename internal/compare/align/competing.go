package align

import (
	"cmp"
	"slices"

	"conceptdiff/internal/compare/parallel"
)

// candidate is a new clause that an old one may have become, with what the two
// have in common whatever became of the others.
type candidate struct {
	new int
	similarity
	rated bool
}

// competitors are the candidates for each clause's partner by one measure of
// likeness, the largest first.
type competitors struct{ old, new [][]competitor }

type competitor struct {
	with  int
	value float64
}

// rate finds out what the candidates that came since have in common, and sorts
// the candidates of both sides by likeness.
func (a *alignment) rate() {
	fresh := a.byBest.old == nil
	for _, cs := range a.candidates {
		fresh = fresh || slices.ContainsFunc(cs, func(c candidate) bool { return !c.rated })
	}
	if !fresh {
		return
	}
	parallel.ForEach(len(a.candidates), func() func(int) {
		return func(o int) {
			for i := range a.candidates[o] {
				if c := &a.candidates[o][i]; !c.rated {
					c.similarity, c.rated = a.similarity(o, c.new), true
				}
			}
		}
	})
	a.byBest = a.competitors(func(s *similarity) float64 { return s.best })
	a.byContained = a.competitors(func(s *similarity) float64 { return s.contained })
}

func (a *alignment) competitors(of func(*similarity) float64) competitors {
	r := competitors{make([][]competitor, len(a.old.units)), make([][]competitor, len(a.new.units))}
	total := 0
	count := make([]int, len(a.new.units))
	for _, cs := range a.candidates {
		total += len(cs)
		for i := range cs {
			count[cs[i].new]++
		}
	}
	all := make([]competitor, 0, 2*total) // one block for all rows
	row := func(n int) []competitor {
		all = all[:len(all)+n]
		return all[len(all)-n : len(all)-n : len(all)]
	}
	for n := range r.new {
		r.new[n] = row(count[n])
	}
	for o, cs := range a.candidates {
		r.old[o] = row(len(cs))
		for i := range cs {
			v := of(&cs[i].similarity)
			r.old[o] = append(r.old[o], competitor{cs[i].new, v})
			r.new[cs[i].new] = append(r.new[cs[i].new], competitor{o, v})
		}
	}
	for _, side := range [2][][]competitor{r.old, r.new} {
		for _, rs := range side {
			slices.SortStableFunc(rs, func(x, y competitor) int { return cmp.Compare(y.value, x.value) })
		}
	}
	return r
}
