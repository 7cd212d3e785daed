package align

import (
	"slices"

	"conceptdiff/internal/revision"
)

// propose collects for each old clause the new ones worth weighing: those that
// share rare words, those with its number, and the clauses above both.
func (a *alignment) propose() {
	a.candidates = make([][]candidate, len(a.old.units))
	held := a.index(a.new)
	votes := make([]float64, len(a.new.units))
	var touched []int32
	for o := range a.old.units {
		if a.settled(o) {
			continue
		}
		var best []int32
		best, touched = lookup(a.old.units[o].own, a.features, held, votes, touched)
		for _, n := range best {
			a.candidate(o, int(n))
		}
	}
	// The other way round, for a short clause that a long one swallowed.
	held = a.index(a.old)
	votes = make([]float64, len(a.old.units))
	for n := range a.new.units {
		if a.isAnchored(a.new, n) {
			continue
		}
		var best []int32
		best, touched = lookup(a.new.units[n].own, a.features, held, votes, touched)
		for _, o := range best {
			a.candidate(int(o), n)
		}
	}
	a.proposeByNumber()
	a.proposeByHeading()
	a.proposeAbove()
	a.sortCandidates()
}

// candidate adds n to o's candidates; duplicates go when they are sorted. A
// title or chapter can only become another one, front matter other front matter.
func (a *alignment) candidate(o, n int) {
	if !a.settled(o) && (a.toOld[n] < 0 || !a.settled(a.toOld[n])) && !a.apart[[2]int{o, n}] && sort(a.old, o) == sort(a.new, n) {
		a.candidates[o] = append(a.candidates[o], candidate{new: n})
	}
}

// sort is the sort of clause within which pairs are looked for.
func sort(s *Side, u int) revision.Kind {
	switch k := s.units[u].clause.Kind; k {
	case revision.KindPart, revision.KindComponent:
		return k
	}
	return revision.KindClause
}

func (a *alignment) sortCandidates() {
	for o := range a.candidates {
		a.candidates[o] = compact(a.candidates[o])
	}
}

// compact sorts candidates and leaves out those that stand there already.
func compact(cs []candidate) []candidate {
	slices.SortStableFunc(cs, func(x, y candidate) int { return x.new - y.new })
	return slices.CompactFunc(cs, func(x, y candidate) bool { return x.new == y.new })
}

func (a *alignment) proposeByNumber() {
	at := a.new.byAddress()
	for o := range a.old.units {
		if n, ok := at[a.old.units[o].address]; ok {
			a.candidate(o, n)
		}
	}
}

// proposeByHeading joins clauses whose headings hold the same words, as long as
// not too many do.
func (a *alignment) proposeByHeading() {
	const crowd = 6
	withHeading := make([][]int, len(a.headings))
	for n := range a.new.units {
		if h := a.new.units[n].heading; h > 0 && a.headings[h][1] <= crowd {
			withHeading[h] = append(withHeading[h], n)
		}
	}
	for o := range a.old.units {
		for _, n := range withHeading[a.old.units[o].heading] {
			a.candidate(o, n)
		}
	}
}

// proposeAbove joins the clauses above two candidates: an article is found
// through its paragraphs. It also joins across one level, for a paragraph that
// became an article of its own, or the other way round; and a clause with one
// that only holds others at the same level, for an article that got paragraphs.
func (a *alignment) proposeAbove() {
	const few = 2 // clauses below
	for o := len(a.old.units) - 1; o >= 0; o-- {
		below := a.candidates[o]
		if a.settled(o) {
			below = []candidate{{new: a.toNew[o]}}
		}
		po := above(a.old, o)
		for _, c := range below {
			n := c.new
			pn := above(a.new, n)
			if po >= 0 && pn >= 0 {
				a.candidate(po, pn)
			}
			if po >= 0 && (len(a.old.units[po].children) <= few || a.old.holds(po) && a.old.units[po].depth == a.new.units[n].depth) {
				a.candidate(po, n)
			}
			if pn >= 0 && (len(a.new.units[pn].children) <= few || a.new.holds(pn) && a.new.units[pn].depth == a.old.units[o].depth) {
				a.candidate(o, pn)
			}
		}
		if len(a.candidates[o]) > 64 {
			a.candidates[o] = compact(a.candidates[o])
		}
	}
}

// proposeByContext adds what the pairs found so far suggest: the children of
// two paired clauses with the same number, the clauses above two paired ones,
// and the siblings that stand next to a pair.
func (a *alignment) proposeByContext() {
	for o, n := range a.toNew {
		if n < 0 {
			continue
		}
		labels := map[string]int{}
		for _, cn := range a.new.units[n].children {
			if l := a.new.units[cn].label; l != "" {
				labels[l] = cn
			}
		}
		for _, co := range a.old.units[o].children {
			if cn, ok := labels[a.old.units[co].label]; ok {
				a.candidate(co, cn)
			}
		}
		if po, pn := above(a.old, o), above(a.new, n); po >= 0 && pn >= 0 {
			a.candidate(po, pn)
		}
		for _, d := range [2]int{-1, 1} {
			a.proposeBeside(o, n, d)
		}
	}
	a.sortCandidates()
}

// proposeBeside joins the first sibling in direction d from o with the first few
// from n, as far as none of them is paired.
func (a *alignment) proposeBeside(o, n, d int) {
	const few = 3
	so := a.old.neighbour(o, d)
	if so < 0 || a.toNew[so] >= 0 {
		return
	}
	for k := 1; k <= few; k++ {
		sn := a.new.neighbour(n, k*d)
		if sn < 0 || a.toOld[sn] >= 0 {
			return
		}
		a.candidate(so, sn)
	}
}

// above is the clause that prints u below it, a title or chapter included.
func above(s *Side, u int) int {
	if p := s.units[u].clause.Parent; p != nil {
		return p.Pos
	}
	return -1
}
