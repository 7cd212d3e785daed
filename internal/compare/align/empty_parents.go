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

// pairEmptied pairs what has no partner and no words, a number of which nothing else
// is left («12.3.», struck out in a consolidation), with what bears the same number in
// the other text: nothing else can tell what it is.
func (a *alignment) pairEmptied() {
	at := a.new.byAddress()
	for o := range a.old.units {
		n, ok := at[a.old.units[o].address]
		if !ok || a.old.units[o].label == "" || a.apart[[2]int{o, n}] || !wordless(&a.old.units[o]) && !wordless(&a.new.units[n]) {
			continue
		}
		if unpaired(o, a.toNew, a.moreOld) && unpaired(n, a.toOld, a.moreNew) {
			a.pair(o, n, a.weighPair(o, n).score())
		}
	}
}

// unpaired reports whether clause u is no change's.
func unpaired(u int, partner []int, more map[int][]int) bool {
	if partner[u] >= 0 {
		return false
	}
	for _, us := range more {
		if slices.Contains(us, u) {
			return false
		}
	}
	return true
}

// wordless reports whether neither a clause nor what stands below it has words.
func wordless(u *unit) bool { return len(u.tree.terms) == 0 && len(u.head.terms) == 0 }
