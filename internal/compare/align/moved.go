package align

import (
	"slices"

	"conceptdiff/internal/revision"
)

// moved tells for each old clause with a partner whether it stands in another
// place: under another parent, or in another order among the neighbours that
// stayed together with it. As few clauses of a row as can be count as moved; of
// two such readings, the one that keeps more numbers, then the one that moves
// fewer words.
func (a *alignment) moved() []bool {
	out := make([]bool, len(a.old.units))
	rows := map[scope][]int{}
	weights := a.weightsInPlace()
	var keys []scope
	for o, n := range a.toNew {
		if n < 0 {
			continue
		}
		so, sn := a.scope(a.old, o, a.toNew), a.scope(a.new, n, a.toOld)
		if !a.sameScope(so, sn, o, n) {
			out[o] = true
			continue
		}
		key := scope{within: so}
		if so < 0 {
			key.component = a.old.units[o].clause.Component
		}
		if rows[key] == nil {
			keys = append(keys, key)
		}
		rows[key] = append(rows[key], o)
	}
	for _, key := range keys {
		row := rows[key] // ascending in old order
		stays := heaviestAscent(row, func(o int) int { return a.toNew[o] }, func(o int) int { return weights[o] })
		for i, o := range row {
			out[o] = !stays[i]
		}
	}
	return out
}

// weightsInPlace is how much speaks against calling each old clause moved. A
// clause counts once, however much stands below it: two short articles that
// stayed are not what moved because the long one beside them did.
func (a *alignment) weightsInPlace() []int {
	const clause, number = 1 << 42, 1 << 24 // words stay below number, numbers below clause
	weights := make([]int, len(a.old.units))
	for o := len(a.old.units) - 1; o >= 0; o-- {
		u := &a.old.units[o]
		weights[o] += u.words
		if n := a.toNew[o]; n >= 0 && u.address == a.new.units[n].address {
			weights[o] += number
		}
		if u.parent >= 0 {
			weights[u.parent] += weights[o]
		}
		weights[o] += clause
	}
	return weights
}

// scope is what the old clauses of one row stand in: the nearest enclosing clause
// that is paired or, where there is none, -1 and the component.
type scope struct {
	within    int
	component *revision.Provision
}

// scope is the nearest enclosing clause that is paired.
func (a *alignment) scope(s *Side, u int, partner []int) int {
	p := s.units[u].parent
	for p >= 0 && partner[p] < 0 {
		p = s.units[p].parent
	}
	return p
}

func (a *alignment) sameScope(so, sn, o, n int) bool {
	if so >= 0 && sn >= 0 {
		return a.toNew[so] == sn
	}
	return so < 0 && sn < 0 && a.old.units[o].clause.Component.EID == a.new.units[n].clause.Component.EID
}

// heaviestAscent marks the members of row that form the heaviest ascending
// subsequence by position: a longest increasing subsequence with weights, in
// O(n log n) by a Fenwick tree of prefix maxima.
func heaviestAscent(row []int, position, weight func(int) int) []bool {
	sorted := make([]int, len(row))
	for i, x := range row {
		sorted[i] = position(x)
	}
	slices.Sort(sorted)
	type best struct{ weight, at int }
	tree := make([]best, len(row)+1)
	for i := range tree {
		tree[i].at = -1
	}
	before := make([]int, len(row))
	var end best
	end.at = -1
	for i, x := range row {
		rank, _ := slices.BinarySearch(sorted, position(x))
		b := best{0, -1}
		for k := rank; k > 0; k &= k - 1 {
			if tree[k].weight > b.weight {
				b = tree[k]
			}
		}
		before[i] = b.at
		b = best{b.weight + weight(x), i}
		for k := rank + 1; k < len(tree); k += k & -k {
			if b.weight > tree[k].weight {
				tree[k] = b
			}
		}
		if b.weight > end.weight {
			end = b
		}
	}
	stays := make([]bool, len(row))
	for i := end.at; i >= 0; i = before[i] {
		stays[i] = true
	}
	return stays
}
