package family

// Event is a label or heading of a ranked family, in the order of the text.
type Event struct {
	Family int    // its index
	Num    string // its number, canonical
	Value  int    // of its last counter; 0 where it has none or says nothing
	Direct bool   // nothing but the title of the event before stands between the two
}

// Order says which family stands above which. It is found from the text: what
// starts again below a label stands below it; of two that both run on, the rarer
// one groups the other; what follows a heading directly stands below it.
type Order struct {
	n     int
	stats []pair // n × n
	seen  []track
	prior func(a, b int) int
}

// pair counts how the members of family b stand to those of a before them.
type pair struct {
	lead    int // a stood before the first b
	between int // a stood since the last b
	restart int // of those: b started again
	direct  int // b stands right below a
}

// track is what is known of one family.
type track struct {
	count       int
	first, last int    // events
	num         string // of the last one
	value       int
}

// NewOrder finds the order of n families. prior is what the tables say where the
// text is silent: positive when a usually stands above b, negative for the
// reverse, 0 for neither.
func NewOrder(n int, events []Event, prior func(a, b int) int) *Order {
	o := &Order{n: n, stats: make([]pair, n*n), seen: make([]track, n), prior: prior}
	for i, e := range events {
		t := &o.seen[e.Family]
		again := e.Value > 0 && (e.Value < t.value || e.Num == t.num)
		for a := range n {
			other := o.seen[a]
			switch {
			case a == e.Family || other.count == 0:
			case t.count == 0:
				o.at(a, e.Family).lead = 1
			case other.last > t.last:
				p := o.at(a, e.Family)
				p.between++
				if again {
					p.restart++
				}
			}
		}
		if i > 0 && e.Direct && events[i-1].Family != e.Family {
			o.at(events[i-1].Family, e.Family).direct++
		}
		if t.count == 0 {
			t.first = i
		}
		t.count++
		t.last, t.num, t.value = i, e.Num, e.Value
	}
	return o
}

func (o *Order) at(a, b int) *pair { return &o.stats[a*o.n+b] }

// Above reports whether labels of family b stand below those of a.
func (o *Order) Above(a, b int) bool { return a != b && o.Compare(a, b) > 0 }

// Compare is positive when family a stands above b, negative when below, 0 where
// neither the text nor the tables say.
func (o *Order) Compare(a, b int) int {
	if d := o.evidence(a, b); d != 0 {
		return d
	}
	return o.prior(a, b)
}

// evidence is what the text itself shows of two families.
func (o *Order) evidence(a, b int) int {
	down, up := *o.at(a, b), *o.at(b, a)
	x, y := o.seen[a], o.seen[b]
	if x.count == 0 || y.count == 0 {
		return 0
	}
	belowA, belowB := down.restarts(), up.restarts()
	switch {
	case belowA && !belowB:
		return 1
	case belowB && !belowA:
		return -1
	case down.direct != up.direct && (down.direct == 0 || up.direct == 0 || down.direct > 2*up.direct || up.direct > 2*down.direct):
		return sign(down.direct - up.direct)
	case x.last < y.first || y.last < x.first: // apart
		return 0
	case o.prior(a, b) != 0:
		return 0
	case x.count < y.count && down.lead+down.between > 1:
		return 1
	case x.count > y.count && up.lead+up.between > 1:
		return -1
	case x.count != y.count:
		return 0
	}
	return sign(y.first - x.first)
}

// RunsOn reports whether the counters of b run on from one label of a to the next.
func (o *Order) RunsOn(a, b int) bool {
	p := o.at(a, b)
	return p.between > 0 && !p.restarts()
}

// restarts reports whether b starts again below a: at most places where an a
// stands between two of them.
func (p pair) restarts() bool { return p.between > 0 && 2*p.restart >= p.between }

func sign(n int) int {
	switch {
	case n > 0:
		return 1
	case n < 0:
		return -1
	}
	return 0
}
