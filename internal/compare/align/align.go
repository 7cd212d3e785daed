package align

import (
	"slices"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// Alignment says what became of every clause of two texts.
type Alignment struct {
	Old, New *Side
	// Fates stand in the order of the new text; a removed clause stands where it
	// stood among its old neighbours. Each clause of either side is in one.
	Fates []Fate
}

// alignment is the pairing under construction: one-to-one pairs first, then the
// extra partners of split and merged clauses.
type alignment struct {
	old, new            *Side
	texts               *texts
	features            *features
	toNew, toOld        []int       // the main partner, or -1
	anchored            []bool      // by old index: paired as equal
	pinned              map[int]Pin // by old index: paired by a person
	apart               map[[2]int]bool
	score               []float64     // by old index
	candidates          [][]candidate // by old index, ascending
	byBest, byContained competitors
	keptNumbers         float64  // see countKeptNumbers
	headings            [][2]int // by heading: how often it stands on either side
	// moreNew are further new clauses an old one flowed into (split), moreOld
	// further old clauses that flowed into a new one (merge).
	moreNew, moreOld map[int][]int
}

// rounds is how often the pairs are weighed again with what the round before
// found out about parents and neighbours. The pairs of real texts settle after
// two or three.
const rounds = 4

// Align finds out which clauses of the new text the clauses of the old one became.
// The pins of people win over what it finds; one that names an unknown clause, or
// contradicts another, is an error.
func Align(old, new []*revision.Clause, lex *textdiff.Lexicon, pins []Pin) (*Alignment, error) {
	texts := newTexts(lex, size(old)+size(new))
	a, err := newAlignment(newSide(old, texts), newSide(new, texts), texts, pins)
	if err != nil {
		return nil, err
	}
	fates := a.fates()
	a.release()
	return &Alignment{Old: a.old, New: a.new, Fates: fates}, nil
}

// newAlignment pairs the clauses of two sides.
func newAlignment(old, new *Side, texts *texts, pins []Pin) (*alignment, error) {
	a := &alignment{
		old: old, new: new, texts: texts,
		toNew: filled(len(old.units), -1), toOld: filled(len(new.units), -1),
		anchored: make([]bool, len(old.units)), pinned: map[int]Pin{}, apart: map[[2]int]bool{},
		score: make([]float64, len(old.units)), keptNumbers: keptNumbersAtFirst,
		moreNew: map[int][]int{}, moreOld: map[int][]int{},
	}
	if err := a.pins(pins); err != nil {
		return nil, err
	}
	a.anchor()
	a.weigh()
	a.countHeadings()
	a.propose()
	a.rate()
	for range rounds {
		if !a.settle() {
			break
		}
		a.countKeptNumbers()
		a.proposeByContext()
		a.rate()
	}
	a.findSplits()
	a.pairEmptied()
	return a, nil
}

// settled reports whether old clause o has its partner for good.
func (a *alignment) settled(o int) bool {
	if a.anchored[o] {
		return true
	}
	_, pinned := a.pinned[o]
	return pinned
}

// pair records a main pair.
func (a *alignment) pair(o, n int, score float64) {
	a.toNew[o], a.toOld[n], a.score[o] = n, o, score
}

// weigh computes the vectors of both sides and the weights of their features.
func (a *alignment) weigh() {
	sides := [2]*Side{a.old, a.new}
	f := newFeatures(uint32(a.texts.lex.Size()))
	a.features = f
	clause := int32(0)
	for _, s := range sides {
		for i := range s.units {
			u := &s.units[i]
			tokens := a.texts.tokens(u)
			head, own := u.parts(tokens)
			clause++
			f.count(tokens, clause)
			u.head, u.title = f.headingWords(head, a.texts.lex), hashTitle(head)
			if !a.isAnchored(s, i) {
				u.own = f.bag(own)
			}
		}
	}
	f.weigh(int(clause))
	for o := range a.old.units {
		if a.anchored[o] {
			u := &a.old.units[o]
			_, own := u.parts(a.texts.tokens(u))
			v := f.anchor(own)
			u.own, a.new.units[a.toNew[o]].own = v, v
		}
	}
	for _, s := range sides {
		below := make([][]vector, len(s.units))
		for i := len(s.units) - 1; i >= 0; i-- {
			u := &s.units[i]
			f.measure(&u.head)
			f.measure(&u.own)
			u.tree = f.merge(append(below[i], u.own)...)
			if p := u.clause.Parent; p != nil {
				below[p.Pos] = append(below[p.Pos], u.tree, u.head)
			}
		}
	}
}

func (a *alignment) isAnchored(s *Side, u int) bool {
	if s == a.old {
		return a.anchored[u]
	}
	return a.toOld[u] >= 0 && a.anchored[a.toOld[u]]
}

// settle weighs every candidate in the light of the pairs found so far, assigns
// anew, and reports whether anything changed.
func (a *alignment) settle() bool {
	var edges []edge
	for o := range a.old.units {
		if a.settled(o) {
			continue
		}
		for i := range a.candidates[o] {
			c := &a.candidates[o][i]
			if odds := a.weighed(o, c.new, &c.similarity).odds; odds > threshold {
				edges = append(edges, edge{o, c.new, odds - threshold})
			}
		}
	}
	next := assign(edges, len(a.old.units), len(a.new.units))
	for o := range next {
		if a.settled(o) {
			next[o] = a.toNew[o]
		}
	}
	changed := !slices.Equal(next, a.toNew)
	scores := make(map[[2]int]float64, len(edges))
	for _, e := range edges {
		scores[[2]int{e.old, e.new}] = probability(e.gain + threshold)
	}
	for i := range a.toOld {
		a.toOld[i] = -1
	}
	for o, n := range next {
		if n < 0 {
			a.toNew[o] = -1
			continue
		}
		s := a.score[o]
		if !a.settled(o) {
			s = scores[[2]int{o, n}]
		}
		a.pair(o, n, s)
	}
	return changed
}

// countHeadings numbers the headings, from 1, and counts how often each stands on
// either side.
func (a *alignment) countHeadings() {
	ids := map[uint64]int{0: 0}
	a.headings = make([][2]int, 1)
	for i, s := range [2]*Side{a.old, a.new} {
		for u := range s.units {
			title := s.units[u].title
			id, ok := ids[title]
			if !ok {
				id = len(a.headings)
				ids[title] = id
				a.headings = append(a.headings, [2]int{})
			}
			s.units[u].heading = id
			a.headings[id][i]++
		}
	}
}

// hashTitle is equal for headings with the same words, and 0 for one without any.
func hashTitle(head []textdiff.Token) uint64 {
	if textdiff.Words(head) == 0 {
		return 0
	}
	return textdiff.HashWords(head)
}

// release lets go of what only the weighing needed, which for a long text is
// most of what is held.
func (a *alignment) release() {
	a.features, a.candidates, a.byBest, a.byContained = nil, nil, competitors{}, competitors{}
	for _, s := range [2]*Side{a.old, a.new} {
		for i := range s.units {
			u := &s.units[i]
			u.head, u.own, u.tree = vector{}, vector{}, vector{}
		}
	}
}
