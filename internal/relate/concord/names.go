package concord

import "slices"

// counterparts are the names that the two texts have together: a name of the one and the
// name of the other that stands in the same passages.
type counterparts struct {
	x, y []clause
	of   map[string]string // a name of the first text: that of the second
}

const (
	// together is in how many passages two names must stand to be taken for one, and
	// strayed in how many one of them may stand alone: where that is, it is told.
	together = 3
	strayed  = 1
)

// newCounterparts pairs the names of passages that go together.
func newCounterparts(x, y []clause, pairs []pair) *counterparts {
	a, b := map[string][]int{}, map[string][]int{}
	n := 0
	for _, p := range pairs {
		if p.a < 0 || p.b < 0 || len(x[p.a].passages) != len(y[p.b].passages) {
			continue
		}
		for i := range x[p.a].passages {
			for _, name := range x[p.a].passages[i].names {
				a[name] = append(a[name], n)
			}
			for _, name := range y[p.b].passages[i].names {
				b[name] = append(b[name], n)
			}
			n++
		}
	}
	c := &counterparts{x, y, map[string]string{}}
	keys := make([]string, 0, len(a))
	for name := range a {
		keys = append(keys, name)
	}
	slices.Sort(keys)
	others := make([]string, 0, len(b))
	for name := range b {
		others = append(others, name)
	}
	slices.Sort(others)
	for _, name := range keys {
		at := slices.Compact(a[name])
		if len(at) < together {
			continue
		}
		best, most := "", 0
		several := false
		for _, other := range others {
			bt := slices.Compact(b[other])
			both := 0
			for _, k := range at {
				if slices.Contains(bt, k) {
					both++
				}
			}
			if both < together || len(at)-both > strayed || len(bt)-both > strayed || len(at)-both+len(bt)-both > strayed {
				continue
			}
			several = both == most || several && both < most
			if both > most {
				best, most, several = other, both, false
			}
		}
		if best != "" && !several {
			c.of[name] = best
		}
	}
	return c
}

// missing tells the names of two passages of which one has the counterpart and the other
// has not.
func (c *counterparts) missing(p pair, a, b *clause) []Difference {
	if len(a.passages) != len(b.passages) {
		return nil
	}
	var out []Difference
	for i := range a.passages {
		d := Difference{Kind: NamesOf, A: a.passages[i].address, B: b.passages[i].address}
		keys := make([]string, 0, len(c.of))
		for name := range c.of {
			keys = append(keys, name)
		}
		slices.Sort(keys)
		for _, name := range keys {
			inA, inB := slices.Contains(a.passages[i].names, name), slices.Contains(b.passages[i].names, c.of[name])
			switch {
			case inA && !inB:
				d.OnlyA = append(d.OnlyA, name)
			case inB && !inA:
				d.OnlyB = append(d.OnlyB, c.of[name])
			}
		}
		if len(d.OnlyA)+len(d.OnlyB) > 0 {
			out = append(out, d)
		}
	}
	return out
}
