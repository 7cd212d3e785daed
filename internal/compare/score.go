package compare

// threshold is the least score of a pair. Below it old and new stand as removed
// and new: a wrong pair is worse than a missed one.
const threshold = 0.42

// The weights of the evidence. Their proportions were measured on texts with
// official correspondence tables, see docs/alignment.md.
const (
	wordsWeight      = 6.0
	headingWeight    = 1.5
	numberWeight     = 1.0
	parentWeight     = 1.0
	neighboursWeight = 1.5
)

// similarity is what two clauses have in common by their words alone.
type similarity struct {
	own, tree, head float64 // dice, 0 to 1
}

// weighed is a pair's score with what it was made of.
type weighed struct {
	words, heading, number, parent, neighbours float64 // 0 to 1
	hasHeading, hasNumber, hasParent           bool    // whether that evidence applies
	total                                      float64
}

func (a *alignment) similarity(o, n int) similarity {
	key := [2]int32{int32(o), int32(n)}
	if s, ok := a.text[key]; ok {
		return s
	}
	u, v := &a.old.units[o], &a.new.units[n]
	f := a.features
	var s similarity
	s.own = dice(f.shared(u.own, v.own), u.own, v.own)
	if len(u.children)+len(v.children) == 0 {
		s.tree = s.own
	} else {
		s.tree = dice(f.shared(u.tree, v.tree), u.tree, v.tree)
	}
	s.head = dice(f.shared(u.head, v.head), u.head, v.head)
	a.text[key] = s
	return s
}

// weighPair weighs everything that speaks for o having become n.
func (a *alignment) weighPair(o, n int) weighed {
	u, v := &a.old.units[o], &a.new.units[n]
	sim := a.similarity(o, n)
	var w weighed
	w.words = max(sim.tree, 0.5*(sim.tree+sim.own))
	if u.tree.mass == 0 && v.tree.mass == 0 { // nothing but headings, or not even those
		w.words = sim.head
		if u.words+v.words == 0 {
			w.words = 1
		}
	}
	w.hasHeading = len(u.head.terms) > 0 && len(v.head.terms) > 0
	w.heading = sim.head
	w.hasNumber = u.label != "" && v.label != ""
	if w.hasNumber && u.label == v.label {
		w.number = 0.5
		if plainAddress(u.clause.Address()) == plainAddress(v.clause.Address()) {
			w.number = 1
		}
	}
	w.parent, w.hasParent = a.parentEvidence(u.parent, v.parent)
	w.neighbours = a.neighbourEvidence(o, n)

	sum, weight := wordsWeight*w.words, wordsWeight
	add := func(applies bool, value, w float64) {
		if applies {
			sum, weight = sum+value*w, weight+w
		}
	}
	add(w.hasHeading, w.heading, headingWeight)
	add(w.hasNumber, w.number, numberWeight)
	add(w.hasParent, w.parent, parentWeight)
	add(true, w.neighbours, neighboursWeight)
	w.total = sum / weight
	return w
}

func (a *alignment) parentEvidence(po, pn int) (float64, bool) {
	if po < 0 && pn < 0 {
		return 0, false
	}
	if po >= 0 && pn >= 0 && a.toNew[po] == pn {
		return 1, true
	}
	return 0, true
}

// neighbourEvidence is the share of the nearest siblings before and after that
// are paired with each other; an end of the row on both sides counts as such.
func (a *alignment) neighbourEvidence(o, n int) float64 {
	sum := 0.0
	for _, d := range [2]int{-1, 1} {
		so, sn := a.old.neighbour(o, d), a.new.neighbour(n, d)
		switch {
		case so < 0 && sn < 0:
			sum += 0.25
		case so >= 0 && sn >= 0 && a.toNew[so] == sn:
			sum += 0.5
		case so >= 0 && sn >= 0 && a.toNew[so] < 0 && a.toOld[sn] < 0:
			sum += 0.1 // neither is spoken for
		}
	}
	return sum
}
