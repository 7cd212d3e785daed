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
	n        int
	stats    []pair // n × n
	seen     []track
	prior    func(a, b int) int
	doubtful func(a, b int) bool
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

// Slight is what a prior may say and yet give way to a single place in the text;
// beyond it two places are needed.
const Slight = 9

// NewOrder finds the order of n families. prior is what the tables say where the
// text is silent: positive when a usually stands above b, negative for the
// reverse, 0 for neither.
// doubtful says that a needs more than one place in the text to stand above b, as
// 1. and (a) do above a chapter.
func NewOrder(n int, events []Event, prior func(a, b int) int, doubtful func(a, b int) bool) *Order {
	o := &Order{n: n, stats: make([]pair, n*n), seen: make([]track, n), prior: prior, doubtful: doubtful}
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
	known := o.prior(a, b)
	contraryA, contraryB := known < -Slight, known > Slight
	belowA, belowB := down.restarts(contraryA || o.doubtful(a, b)), up.restarts(contraryB || o.doubtful(b, a))
	switch {
	case belowA && !belowB:
		return 1
	case belowB && !belowA:
		return -1
	case mostly(down.direct, up.direct) && (!contraryA || down.direct > 1):
		return 1
	case mostly(up.direct, down.direct) && (!contraryB || up.direct > 1):
		return -1
	case x.last < y.first || y.last < x.first: // apart
		return 0
	case known != 0:
		return 0
	case !o.doubtful(a, b) && inside(y, down, up):
		return 1
	case !o.doubtful(b, a) && inside(x, up, down):
		return -1
	case x.count < y.count && down.lead+down.between > 1:
		return 1
	case x.count > y.count && up.lead+up.between > 1:
		return -1
	case x.count != y.count:
		return 0
	case x.first < y.first && down.lead+down.between > 1:
		return 1
	case y.first < x.first && up.lead+up.between > 1:
		return -1
	}
	return 0
}

// RunsOn reports whether the counters of b run on from one label of a to the next.
func (o *Order) RunsOn(a, b int) bool {
	p := o.at(a, b)
	return p.between > 0 && !p.restarts(false)
}

// restarts reports whether b starts again below a: at most places where an a
// stands between two of them, and at more than one if the tables know better.
func (p pair) restarts(doubtful bool) bool {
	return p.restart > 0 && 2*p.restart >= p.between && (p.restart > 1 || !doubtful)
}

// inside reports whether all of a family's labels, two or more, stand between two
// neighbours of another: down is how it stands to that one, up the reverse.
func inside(t track, down, up pair) bool {
	return t.count > 1 && down.lead > 0 && down.between == 0 && up.between == 1
}

// mostly reports whether n is more than twice m.
func mostly(n, m int) bool { return n > 2*m }
