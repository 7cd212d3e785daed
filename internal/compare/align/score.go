package align

import (
	"math"
	"slices"
)

// threshold is the least log-odds of a pair: more likely right than wrong. Below
// it old and new stand as removed and new: a wrong pair is worse than a missed
// one.
const threshold = 0.0

// The evidence for a pair, each from 0 to 1.
const (
	byText               = iota // shared words of the whole clause with all below it (dice)
	byOwnText                   // shared words of its own text (dice)
	byContent                   // share of the shorter text that stands in the longer
	byHeading                   // shared words of the headings
	sameHeading                 // 1: the same heading, which no other clause of either side has
	otherHeading                // 1: both have headings, with hardly a word in common
	byAddress                   // the same address, as much as numbers were kept
	byParent                    // 1: the parents are a pair
	byNeighbours                // nearest siblings that are paired with each other
	byCompetitors               // how the words compare with the best that either has in another branch
	byContentCompetitors        // the same of byContent
	evidenceSize
)

// similarity is what two clauses have in common whatever became of the others.
type similarity struct {
	tree, own, contained, head float64
	// best is the larger of tree and own.
	best float64
}

// weights turn evidence into log-odds of a pair being right. They were fitted by
// logistic regression on texts with official correspondence tables; see
// docs/alignment.md for how, and scripts/alignment-bench for what they yield.
var weights = [evidenceSize]float64{
	byText: 0.3, byOwnText: 0.5, byContent: 2.5, byHeading: 0.4, sameHeading: 5.0, otherHeading: -1.5, byAddress: 2.5,
	byParent: 1.6, byNeighbours: 3.1, byCompetitors: 2.9, byContentCompetitors: 3.7,
}

const bias = -8.6

// leastInCommon is how much of the words or of the heading two clauses must
// share, whatever else speaks for them: another text under the same number is
// another clause.
const leastInCommon = 0.1

// littleContained is how much of the shorter text two clauses must have in common
// for it to count in full that neither has a better place.
const littleContained = 0.3

// certain is the score from which a pair is not called uncertain.
const certain = 0.8

// weighed is a pair's evidence and the score that follows.
type weighed struct {
	evidence [evidenceSize]float64
	odds     float64 // logarithm of the odds that the pair is right
}

// score is the probability that goes with the odds.
func (w weighed) score() float64 { return probability(w.odds) }

func probability(odds float64) float64 { return 1 / (1 + math.Exp(-odds)) }

func (a *alignment) similarity(o, n int) similarity {
	u, v := &a.old.units[o], &a.new.units[n]
	f := a.features
	var s similarity
	own := f.shared(u.own, v.own)
	if own > 0 {
		s.own = dice(own, u.own, v.own) * own / (own + containedPrior)
	}
	shared := own
	if !u.leaf() || !v.leaf() {
		shared = f.shared(u.tree, v.tree)
	}
	s.tree = dice(shared, u.tree, v.tree)
	if least := min(u.tree.mass, v.tree.mass); least > 0 {
		s.contained = shared / (least + containedPrior)
	}
	s.head = dice(f.shared(u.head, v.head), u.head, v.head)
	if min(u.tree.mass, v.tree.mass) < containedPrior { // a heading over nothing, or over «Repealed»
		s.tree, s.contained = max(s.tree, s.head), max(s.contained, s.head)
		if u.words+v.words == 0 && u.tree.mass+v.tree.mass == 0 {
			s.tree, s.contained = 1, 1
		}
	}
	s.best = max(s.tree, s.own)
	return s
}

// containedPrior keeps a few shared words of a very short clause from counting
// as much as a sentence.
const containedPrior = 10

// weighPair weighs everything that speaks for o having become n.
func (a *alignment) weighPair(o, n int) weighed {
	cs := a.candidates[o]
	if i, ok := slices.BinarySearchFunc(cs, n, func(c candidate, n int) int { return c.new - n }); ok && cs[i].rated {
		return a.weighed(o, n, &cs[i].similarity)
	}
	sim := a.similarity(o, n)
	return a.weighed(o, n, &sim)
}

// weighed is weighPair for a pair whose similarity is known.
func (a *alignment) weighed(o, n int, sim *similarity) weighed {
	u, v := &a.old.units[o], &a.new.units[n]
	var w weighed
	e := &w.evidence
	e[byText], e[byOwnText], e[byContent], e[byHeading] = sim.tree, sim.own, sim.contained, sim.head
	if len(u.head.terms) > 0 && len(v.head.terms) > 0 && sim.head < 0.2 {
		e[otherHeading] = 1
	}
	if h := u.heading; h > 0 && h == v.heading && a.headings[h] == [2]int{1, 1} {
		e[sameHeading] = 1
	}
	if u.label != "" && u.address == v.address {
		e[byAddress] = a.keptNumbers
	}
	if po, pn := u.parent, v.parent; po < 0 && pn < 0 || po >= 0 && pn >= 0 && a.toNew[po] == pn {
		e[byParent] = 1
	}
	e[byNeighbours] = a.neighbourEvidence(o, n)
	e[byCompetitors] = a.competitorEvidence(o, n, sim.best, a.byBest, 0)
	e[byContentCompetitors] = a.competitorEvidence(o, n, sim.contained, a.byContained, littleContained)
	if max(sim.tree, sim.contained, sim.head) < leastInCommon {
		w.odds = math.Inf(-1)
		return w
	}
	w.odds = bias
	for i, x := range e {
		w.odds += weights[i] * x
	}
	return w
}

// competitorEvidence holds what o and n share against the most that either shares
// with a clause in another branch, as found by rate, or against little if that is
// more: of two texts that have nothing to do with each other, each clause has a
// best place in the other.
func (a *alignment) competitorEvidence(o, n int, value float64, by competitors, little float64) float64 {
	if value <= 0 {
		return 0
	}
	competitor := little
	for _, r := range by.old[o] {
		if r.with != n && !a.new.sameBranch(r.with, n) {
			competitor = max(competitor, r.value)
			break
		}
	}
	for _, r := range by.new[n] {
		if r.with != o && !a.old.sameBranch(r.with, o) {
			competitor = max(competitor, r.value)
			break
		}
	}
	return value / max(value, competitor)
}

// neighbourEvidence is the share of the nearest paired siblings before and
// after that are paired with each other; an end of the row on both sides counts
// half.
func (a *alignment) neighbourEvidence(o, n int) float64 {
	sum := 0.0
	for _, d := range [2]int{-1, 1} {
		so, sn := paired(a.old, o, d, a.toNew), paired(a.new, n, d, a.toOld)
		switch {
		case so < 0 && sn < 0:
			sum += 0.25
		case so >= 0 && sn >= 0 && a.toNew[so] == sn:
			sum += 0.5
		}
	}
	return sum
}

// paired is the nearest sibling of u in direction d that has a partner, as far
// as one looks, or -1.
func paired(s *Side, u, d int, partner []int) int {
	const far = 6
	for k := d; k <= far && k >= -far; k += d {
		v := s.neighbour(u, k)
		if v < 0 || partner[v] >= 0 {
			return v
		}
	}
	return -1
}

// keptNumbersAtFirst is what a number counts for before any pair is known.
const keptNumbersAtFirst = 0.5

// countKeptNumbers finds the share of the sure pairs that bear the same number. An act
// that amends another keeps the numbers, a recast counts from 1 again, and what
// it then means that two clauses bear the same number is nothing.
func (a *alignment) countKeptNumbers() {
	kept, all := keptNumbersAtFirst, 1.0
	for o, n := range a.toNew {
		if n < 0 || a.old.units[o].label == "" || a.score[o] < certain {
			continue
		}
		all++
		if a.old.units[o].address == a.new.units[n].address {
			kept++
		}
	}
	a.keptNumbers = kept / all
}
