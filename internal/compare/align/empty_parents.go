package align

import "slices"

// joinEmptyParents gives a clause that only holds others to the change of those
// below it: when a paragraph became an article with paragraphs of its own, the
// article is no other clause. All that found a partner right below it must have
// come from, or gone to, one clause, and make up more than half of it.
func (a *alignment) joinEmptyParents() {
	a.joinAbove(a.new, a.toOld, a.moreNew)
	a.joinAbove(a.old, a.toNew, a.moreOld)
}

func (a *alignment) joinAbove(s *Side, partner []int, more map[int][]int) {
	source := slices.Clone(partner)
	for clause, us := range more {
		for _, u := range us {
			source[u] = clause
		}
	}
	for u := len(s.units) - 1; u >= 0; u-- {
		if source[u] >= 0 || !s.holds(u) || isPart(s.units[u].clause) {
			continue
		}
		if clause, mass := s.onlySource(u, source); clause >= 0 && mass > s.units[u].tree.mass/2 && !a.heldApart(s, u, clause) {
			more[clause] = append(more[clause], u)
			source[u] = clause
		}
	}
}

// onlySource is the clause of the other side that all clauses right below u
// belong with, as far as they belong with any, and their weight; -1 when there is
// none, or more than one.
func (s *Side) onlySource(u int, source []int) (clause int, mass float64) {
	clause = -1
	for _, c := range s.units[u].children {
		switch {
		case source[c] < 0:
			continue
		case clause >= 0 && source[c] != clause:
			return -1, 0
		}
		clause = source[c]
		mass += s.units[c].tree.mass
	}
	return clause, mass
}
