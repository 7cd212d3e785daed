package align

import (
	"cmp"
	"slices"
)

const (
	// flowShare is how much of a clause without a partner must stem from the
	// unexplained part of another one to count as split off from it (or, the
	// other way round, merged into it).
	flowShare = 0.7
	// flowShareBeside is enough beside the clause that is already the partner, or
	// below it.
	flowShareBeside = 0.32
	// flowMass is the least weight of that flow; less is a common phrase.
	flowMass = 16.0
	// flowPart is the least part of a clause that went where it was split off; less
	// is a remark that found another place, not a clause cut in two. Far from the
	// partner it takes more. A small clause may well be merged into a large one.
	flowPart, flowPartFar = 0.1, 0.3
	// flowThird of a clause, in sentences that its partner has not (see movedThird),
	// makes a second successor also of a clause that says as much of its own.
	flowThird, flowShareThird = 0.33, 0.4
	// flowWhole of a point's words, from two on, are enough without any weight when
	// it stands below the partner, and the points together took flowPartFar of the
	// clause: a sentence that became a list of short points.
	flowWhole = 0.95
	// flowRow of a clause's words, in rows that stand in the clause beside it and not
	// in that one's partner, are enough without any weight: a short duty that was
	// written into its neighbour.
	flowRow = 0.7
)

// findSplits looks for second partners: a new clause without a partner that
// flowed out of an old one which another new clause explains only in part is a
// split; the mirror image is a merge.
func (a *alignment) findSplits() {
	a.secondPartners(a.new, a.toOld, a.byBest.new, a.old, a.toNew, true, a.moreNew)
	a.secondPartners(a.old, a.toNew, a.byBest.old, a.new, a.toOld, false, a.moreOld)
	a.joinDuplicates(a.new, a.toOld, a.toNew, a.byContained.new, a.moreNew, func(n, o int) float64 { return a.weighPair(o, n).odds })
	a.joinDuplicates(a.old, a.toNew, a.toOld, a.byContained.old, a.moreOld, func(o, n int) float64 { return a.weighPair(o, n).odds })
	a.joinEnumerations(a.new, a.toOld, a.old, a.moreNew)
	a.joinEnumerations(a.old, a.toNew, a.new, a.moreOld)
	a.joinEmptyParents()
}

// flow is text of one clause that stands in a clause of the other side.
type flow struct {
	rest   int     // the clause without a partner
	source int     // the clause of the other side it is held against
	weight float64 // of the shared features
	share  float64 // of the clause without a partner
	moved  bool    // see movedThird
	beside bool    // it stands below the source's partner or under the same parent
	point  bool    // it stands below the source's partner and has two words or more
	row    bool    // it stands beside the partner, and its words in the source: see inRows
}

// secondPartners gives the clauses of side that have no partner to those of the
// other side they flowed out of, as far as those flows make up enough of them.
func (a *alignment) secondPartners(side *Side, partner []int, candidates [][]competitor, other *Side, otherPartner []int, splits bool, more map[int][]int) {
	bySource := map[int][]flow{}
	left := a.unexplained(side, partner)
	for u := range side.units {
		if partner[u] >= 0 || side.holds(u) && left[u].mass < side.units[u].tree.mass/2 {
			continue // the greater part of what it holds has its own place
		}
		if f, ok := a.bestFlow(side, u, left[u], candidates[u], other, otherPartner); ok {
			bySource[f.source] = append(bySource[f.source], f)
		}
	}
	for source := range other.units {
		flows := a.distribute(side, left, bySource[source], other.units[source].tree, otherPartner[source])
		mass, below := other.units[source].tree.mass, 0.0
		for _, f := range flows {
			if side.within(f.rest, otherPartner[source]) {
				below += f.weight
			}
		}
		for _, f := range flows {
			whole := f.weight
			if side.within(f.rest, otherPartner[source]) {
				whole = below // the points of one clause count together
			}
			part := flowPartFar
			if f.beside && f.weight >= flowMass {
				part = flowPart
			}
			if !splits && f.weight >= flowMass || whole >= part*mass {
				more[source] = append(more[source], f.rest)
			}
		}
	}
}

// distribute distributes the text of one clause out to those that it may have flowed into,
// the largest flow first, and keeps the flows that are enough: a phrase that five
// new clauses repeat went to one of them.
func (a *alignment) distribute(side *Side, left []vector, flows []flow, source vector, partner int) []flow {
	if len(flows) < 2 {
		return flows
	}
	slices.SortStableFunc(flows, func(x, y flow) int { return cmp.Compare(y.weight, x.weight) })
	var taken []vector
	kept := flows[:0]
	for _, f := range flows {
		f.weigh(a.features.unexplained(left[f.rest], source, side.explained(f.rest, partner)), left[f.rest])
		if f.enough() {
			kept = append(kept, f)
			taken = append(taken, left[f.rest])
			a.features.take(left[f.rest])
		}
	}
	a.features.giveBack(taken)
	return kept
}

func (f *flow) weigh(weight float64, rest vector) {
	f.weight, f.share = weight, weight/rest.mass
}

// enough reports whether the flow makes up enough of the clause without a
// partner.
func (f *flow) enough() bool {
	least := flowShare
	if f.beside {
		least = flowShareBeside
	}
	switch {
	case f.point && f.share >= flowWhole || f.row:
		return true
	case f.weight < flowMass:
		return false
	}
	return f.share >= least || f.moved && f.share >= flowShareThird
}

// explained is what partner takes of its own partner's text, when it is asked
// what is left for rest: for a clause below it, no more than its own text.
func (s *Side) explained(rest, partner int) vector {
	if s.within(rest, partner) {
		return s.units[partner].own
	}
	return s.units[partner].tree
}

// unexplained is what each clause without a partner holds, with those below it
// that have none either: what their own pairs explain is no flow of its own.
func (a *alignment) unexplained(s *Side, partner []int) []vector {
	left := make([]vector, len(s.units))
	for u := len(s.units) - 1; u >= 0; u-- {
		if partner[u] >= 0 {
			continue
		}
		left[u] = a.features.merge(left[u], s.units[u].own)
		if p := s.units[u].parent; p >= 0 && partner[p] < 0 {
			left[p] = a.features.merge(left[p], left[u])
		}
	}
	return left
}

// bestFlow finds the clause from which most of rest stems, counting only what
// that clause's own partner leaves unexplained. Of two that serve nearly as
// well, one inside the other, it is the smaller.
func (a *alignment) bestFlow(side *Side, rest int, left vector, candidates []competitor, other *Side, partner []int) (flow, bool) {
	var flows []flow
	best := 0.0
	for _, candidate := range candidates {
		c := candidate.with
		p := partner[c]
		if p < 0 || a.heldApart(side, rest, c) {
			continue
		}
		f := flow{rest: rest, source: c}
		f.point = side.within(rest, p) && side.units[rest].words > 1
		f.beside = side.units[rest].parent == side.units[p].parent || side.within(rest, p)
		f.weigh(a.features.unexplained(left, other.units[c].tree, side.explained(rest, p)), left)
		f.row = f.beside && f.weight < flowMass && inRows(side, rest, p, other, c) >= flowRow
		f.moved = f.share >= flowShareThird && f.weight >= flowThird*other.units[c].tree.mass && movedThird(side, rest, p, other, c)
		if f.enough() {
			flows = append(flows, f)
			best = max(best, f.share)
		}
	}
	var chosen flow
	for _, f := range flows {
		if f.share >= 0.9*best && (chosen.weight == 0 || other.units[f.source].tree.mass < other.units[chosen.source].tree.mass) {
			chosen = f
		}
	}
	return chosen, chosen.weight > 0
}

// group is one change in the making: the clauses of both sides that belong
// together, in document order; main says which pair holds it together.
type group struct {
	old, new         []int
	mainOld, mainNew int // -1 for a removed or new clause
}

// groups lists every clause of either side in exactly one group.
func (a *alignment) groups() []group {
	var out []group
	extra := map[int]bool{}
	for o, n := range a.toNew {
		if n < 0 {
			continue
		}
		g := group{old: []int{o}, new: []int{n}, mainOld: o, mainNew: n}
		g.old = append(g.old, a.moreOld[n]...)
		g.new = append(g.new, a.moreNew[o]...)
		for _, x := range a.moreOld[n] {
			extra[x] = true
		}
		slices.Sort(g.old)
		slices.Sort(g.new)
		out = append(out, g)
	}
	extraNew := map[int]bool{}
	for _, ns := range a.moreNew {
		for _, n := range ns {
			extraNew[n] = true
		}
	}
	for o := range a.old.units {
		if a.toNew[o] < 0 && !extra[o] {
			out = append(out, group{old: []int{o}, mainOld: -1, mainNew: -1})
		}
	}
	for n := range a.new.units {
		if a.toOld[n] < 0 && !extraNew[n] {
			out = append(out, group{new: []int{n}, mainOld: -1, mainNew: -1})
		}
	}
	return out
}
