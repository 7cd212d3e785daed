package compare

import "slices"

const (
	// flowShare is how much of a clause without a partner must stem from the
	// unexplained part of another one to count as split off from it (or, the
	// other way round, merged into it).
	flowShare = 0.45
	// flowMass is the least weight of that flow; less is a common phrase.
	flowMass = 12.0
)

// explainRest looks for second partners: a new clause without a partner that
// flowed out of an old one which another new clause explains only in part is a
// split; the mirror image is a merge.
func (a *alignment) explainRest() {
	byNew := make([][]int32, len(a.new.units))
	for o, ns := range a.candidates {
		for _, n := range ns {
			byNew[n] = append(byNew[n], int32(o))
		}
	}
	for n := range a.new.units {
		if a.toOld[n] >= 0 {
			continue
		}
		if o := a.flow(a.new, n, byNew[n], a.old, a.toNew); o >= 0 {
			a.moreNew[o] = append(a.moreNew[o], n)
		}
	}
	for o := range a.old.units {
		if a.toNew[o] >= 0 {
			continue
		}
		if n := a.flow(a.old, o, a.candidates[o], a.new, a.toOld); n >= 0 {
			a.moreOld[n] = append(a.moreOld[n], o)
		}
	}
}

// flow finds the paired clause of the other side from which most of rest stems,
// counting only what that clause's own partner leaves unexplained; -1 when
// there is none. Own texts are held against own texts, whole branches against
// whole branches; a clause that was cut into a head and points below it is held
// against its partner's head alone.
func (a *alignment) flow(side *side, rest int, candidates []int32, other *side, partner []int) int {
	r := &side.units[rest]
	best, bestShare := -1, flowShare
	for _, c := range candidates {
		p := partner[c]
		if p < 0 {
			continue
		}
		from, to := &other.units[c], &side.units[p]
		whole := from.tree
		if len(from.children) > 0 && len(r.children) == 0 {
			whole = from.own
		}
		explained := to.tree
		if side.within(rest, p) || len(from.children) > 0 && len(r.children) == 0 {
			explained = to.own
		}
		flow := a.features.shared(r.tree, minus(whole, explained))
		if flow < flowMass {
			continue
		}
		if share := flow / r.tree.mass; share > bestShare {
			best, bestShare = int(c), share
		}
	}
	return best
}

// minus takes b's features out of a.
func minus(a, b vector) vector {
	out := vector{terms: make([]term, 0, len(a.terms))}
	j := 0
	for _, t := range a.terms {
		for j < len(b.terms) && b.terms[j].id < t.id {
			j++
		}
		if j < len(b.terms) && b.terms[j].id == t.id {
			if t.n <= b.terms[j].n {
				continue
			}
			t.n -= b.terms[j].n
		}
		out.terms = append(out.terms, t)
	}
	return out
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
