package compare

// anchorWords is how many words an equal text must have to be an anchor by
// itself. Shorter ones («(a) natural persons») recur by chance in another
// place; they are weighed with their parents and neighbours instead.
const anchorWords = 8

// anchor pairs what is the same beyond doubt: texts that are equal after
// normalisation and unique on both sides (the idea of patience diff, B. Cohen),
// then equal neighbours of such pairs, which settles repeated boilerplate.
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
		if s := keys[u.key]; s.olds == 1 && s.news == 1 {
			a.pair(o, s.new, 1)
			a.anchored[o] = true
		}
	}
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

// extend anchors the sibling d places from o when it equals the sibling d
// places from o's partner. Callers go through o in the direction of d, so that
// a run is extended one step at a time.
func (a *alignment) extend(o, d int) {
	n := a.toNew[o]
	so, sn := a.old.neighbour(o, d), a.new.neighbour(n, d)
	if so < 0 || sn < 0 || a.toNew[so] >= 0 || a.toOld[sn] >= 0 {
		return
	}
	if k := a.old.units[so].key; k != 0 && k == a.new.units[sn].key {
		a.pair(so, sn, 1)
		a.anchored[so] = true
	}
}
