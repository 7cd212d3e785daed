package align

import "slices"

// anchorWords is how many words an equal text must have to be an anchor by
// itself. Shorter ones («(a) natural persons») recur by chance in another
// place; they are weighed with their parents and neighbours instead.
const anchorWords = 8

// repeatedWords is how many words a text that stands in several places must
// have to be paired by its order alone.
const repeatedWords = 5

// anchor pairs what is the same beyond doubt: texts that are equal after
// normalisation and unique on both sides (the idea of patience diff, B. Cohen);
// then repeated texts, in the order in which they stand between those; then
// short ones that bear the same number; then equal neighbours of such pairs.
func (a *alignment) anchor() {
	type seen struct{ old, new, olds, news int }
	keys := map[uint64]*seen{}
	at := func(k uint64) *seen {
		if keys[k] == nil {
			keys[k] = &seen{}
		}
		return keys[k]
	}
	for i := range a.old.units {
		s := at(a.old.units[i].key)
		s.old, s.olds = i, s.olds+1
	}
	for i := range a.new.units {
		s := at(a.new.units[i].key)
		s.new, s.news = i, s.news+1
	}
	for o := range a.old.units {
		u := &a.old.units[o]
		if u.key == 0 || u.words < anchorWords {
			continue
		}
		if s := keys[u.key]; s.olds == 1 && s.news == 1 && a.free(o, s.new) {
			a.pair(o, s.new, 1)
			a.anchored[o] = true
		}
	}
	a.anchorInOrder()
	a.anchorInPlace()
	for o := range a.old.units {
		if a.anchored[o] {
			a.extend(o, 1)
		}
	}
	for o := len(a.old.units) - 1; o >= 0; o-- {
		if a.anchored[o] {
			a.extend(o, -1)
		}
	}
}

// free reports whether o and n have no partner yet and may become a pair.
func (a *alignment) free(o, n int) bool {
	return a.toNew[o] < 0 && a.toOld[n] < 0 && !a.apart[[2]int{o, n}]
}

// anchorInPlace pairs short equal texts that bear the same number. Those without
// a word, «…» or «–», must be the same to the letter.
func (a *alignment) anchorInPlace() {
	at := a.new.byAddress()
	for o := range a.old.units {
		u := &a.old.units[o]
		n, ok := at[u.address]
		if !ok || u.text == "" || u.words >= repeatedWords || !a.free(o, n) {
			continue
		}
		if v := &a.new.units[n]; u.text == v.text || u.words > 0 && u.key == v.key && u.words == v.words {
			a.pair(o, n, 1)
			a.anchored[o] = true
		}
	}
}

// extend anchors the sibling d places from o when it equals the sibling d
// places from o's partner. Callers go through o in the direction of d, so that
// a run is extended one step at a time.
func (a *alignment) extend(o, d int) {
	n := a.toNew[o]
	so, sn := a.old.neighbour(o, d), a.new.neighbour(n, d)
	if so < 0 || sn < 0 || !a.free(so, sn) {
		return
	}
	if k := a.old.units[so].key; k != 0 && k == a.new.units[sn].key {
		a.pair(so, sn, 1)
		a.anchored[so] = true
	}
}

// anchorInOrder pairs texts that stand in several places by a longest common
// subsequence (J. W. Hunt, T. G. Szymanski, 1977) between the anchors that keep
// their order. Which of two equal neighbours went, no text can tell; that one
// went must not push the rest off their places.
func (a *alignment) anchorInOrder() {
	var row []int
	for o := range a.old.units {
		if a.anchored[o] {
			row = append(row, o)
		}
	}
	stays := heaviestAscent(row, func(o int) int { return a.toNew[o] }, func(o int) int { return a.old.units[o].words })
	o, n := 0, 0
	for i, next := range row {
		if stays[i] {
			a.anchorGap(o, next, n, a.toNew[next])
			o, n = next+1, a.toNew[next]+1
		}
	}
	a.anchorGap(o, len(a.old.units), n, len(a.new.units))
}

// anchorGap pairs the equal texts of old clauses [o0, o1) and new ones [n0, n1).
func (a *alignment) anchorGap(o0, o1, n0, n1 int) {
	const most = 1 << 18 // possible pairs; more would be one text thousands of times
	repeated := func(u *unit) bool { return u.key != 0 && u.words >= repeatedWords }
	places := map[uint64][]int{}
	for n := n0; n < n1; n++ {
		if u := &a.new.units[n]; a.toOld[n] < 0 && repeated(u) {
			places[u.key] = append(places[u.key], n)
		}
	}
	type match struct{ old, new, before int }
	var matches []match
	var ends []int // by length: the match with the least new index that ends a common subsequence
	for o := o0; o < o1; o++ {
		u := &a.old.units[o]
		if a.toNew[o] >= 0 || !repeated(u) {
			continue
		}
		ns := places[u.key]
		if len(matches)+len(ns) > most {
			return
		}
		for i := len(ns) - 1; i >= 0; i-- { // descending, so that o is used once
			if !a.free(o, ns[i]) {
				continue
			}
			length, _ := slices.BinarySearchFunc(ends, ns[i], func(m, n int) int { return matches[m].new - n })
			before := -1
			if length > 0 {
				before = ends[length-1]
			}
			matches = append(matches, match{o, ns[i], before})
			if length == len(ends) {
				ends = append(ends, len(matches)-1)
			} else {
				ends[length] = len(matches) - 1
			}
		}
	}
	if len(ends) == 0 {
		return
	}
	for m := ends[len(ends)-1]; m >= 0; m = matches[m].before {
		a.pair(matches[m].old, matches[m].new, 1)
		a.anchored[matches[m].old] = true
	}
}
